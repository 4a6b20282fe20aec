//! The backup of the day, made in the background while the window is open.

use std::thread::{self, JoinHandle};

use super::inbox::Outbox;
use super::reader::end;
use super::writer::LibraryReport;
use crate::model::Day;
use crate::store::{Interrupter, Library, LibraryError};

/// The thread that makes it. Nobody waits for it at the end: dropped, it is cut off, and the next start makes
/// the backup.
#[derive(Debug)]
pub struct Backup {
    interrupter: Interrupter,
    thread: Option<JoinHandle<()>>,
}

impl Backup {
    /// Makes the backup of this day, unless there is one already or nothing has changed. The library is one
    /// opened to read, so that whoever writes is not held up.
    pub fn start(library: Library, today: Day, reports: Outbox<LibraryReport>) -> Self {
        let interrupter = library.interrupter();
        let thread = thread::spawn(move || match library.back_up_for(today) {
            Ok(Some(copy)) => log::info!("{}: the backup of the day is made", copy.display()),
            Ok(None) | Err(LibraryError::CutOff(_)) => {}
            Err(error) => reports.send(LibraryReport::NotBackedUp(error)),
        });
        Self { interrupter, thread: Some(thread) }
    }
}

impl Drop for Backup {
    fn drop(&mut self) {
        end(&self.interrupter, self.thread.take());
    }
}
