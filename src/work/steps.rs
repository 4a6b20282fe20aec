//! How far a job is, counted by the thread that does it, and by what an opening of files is known.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// What an opening is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpeningId(u64);

impl OpeningId {
    /// One that no opening of this run of the program has had.
    pub(super) fn next() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

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
