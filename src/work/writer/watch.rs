//! The watch at the door of a library, while it is open here.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use super::report::LibraryReport;
use crate::store::{Door, GLANCE};
use crate::work::inbox::Outbox;

/// The thread that takes in the notes of other starts of the program, and holds the door while it runs.
pub(super) struct Watch {
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Watch {
    pub fn start(door: Door, reports: Outbox<LibraryReport>) -> Self {
        let is_over = Arc::new(AtomicBool::new(false));
        let its_end = is_over.clone();
        let thread = thread::spawn(move || {
            while !its_end.load(Ordering::Relaxed) {
                if let Some(files) = door.take_note() {
                    reports.send(LibraryReport::NoteTaken(files));
                }
                thread::park_timeout(GLANCE);
            }
        });
        Self { is_over, thread: Some(thread) }
    }
}

impl Drop for Watch {
    /// The door is open to others once the library is put away, not a moment later.
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            thread.thread().unpark();
            let _ = thread.join();
        }
    }
}
