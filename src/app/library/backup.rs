//! The backup of the day, made in the background while the window is open.

use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::app::jobs::{Report, Reporter};
use crate::model::Day;
use crate::store::{Interrupter, Library, LibraryError};

/// The thread that makes it.
pub(in crate::app) struct BackingUp {
    interrupter: Interrupter,
    thread: Option<JoinHandle<()>>,
}

impl BackingUp {
    /// Makes the backup of this day, unless there is one already or nothing has changed. The library is one
    /// opened to read, so that whoever writes is not held up.
    pub fn start(library: Library, today: Day, reporter: Reporter) -> Self {
        let interrupter = library.interrupter();
        let thread = thread::spawn(move || match library.back_up_for(today) {
            Ok(Some(copy)) => log::info!("{}: the backup of the day is made", copy.display()),
            Ok(None) | Err(LibraryError::CutOff(_)) => {}
            Err(error) => reporter.report(Report::NotBackedUp(error)),
        });
        Self { interrupter, thread: Some(thread) }
    }
}

impl Drop for BackingUp {
    /// Nobody waits for it at the end: the next start makes it.
    fn drop(&mut self) {
        let Some(thread) = self.thread.take() else { return };
        // Between two questions to the library there is nothing to cut off.
        while !thread.is_finished() {
            self.interrupter.cut_off();
            thread::sleep(Duration::from_millis(5));
        }
        let _ = thread.join();
    }
}
