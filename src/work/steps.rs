//! How many of a job's things are done, counted by the thread that does them.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How many of a job's things are done, seen from both threads.
#[derive(Debug, Default)]
pub(super) struct Steps {
    done: AtomicUsize,
    of: AtomicUsize,
}

impl Steps {
    /// There are so many things to do.
    pub fn begin(&self, of: usize) {
        self.of.store(of, Ordering::Relaxed);
    }

    /// So many more are done.
    pub fn advance(&self, by: usize) {
        self.done.fetch_add(by, Ordering::Relaxed);
    }

    /// How many are done, and of how many.
    pub fn now(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.of.load(Ordering::Relaxed))
    }
}
