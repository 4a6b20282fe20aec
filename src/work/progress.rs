//! How far something has come that takes its time.

use std::sync::atomic::{AtomicUsize, Ordering};

/// What takes its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnderWay {
    /// Articles are opened and put into the library.
    Opening,
    /// Records are saved, or exported.
    Saving,
    /// Many records are changed.
    Changing,
}

impl UnderWay {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Opening => "Opening",
            Self::Saving => "Saving",
            Self::Changing => "Changing",
        }
    }
}

/// How far something has come that takes its time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// What is under way.
    pub what: UnderWay,
    /// How much is done.
    pub done: usize,
    /// Of how much; 0 while that is not known.
    pub of: usize,
    /// How many are done in a second; none while that cannot be told.
    pub rate: Option<f64>,
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
