//! How far a job is, counted by the thread that does it, and by what an opening of files is known.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::model::{counted, number};

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

/// How far an opening has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// How many of its files are done.
    pub done: usize,
    /// Of how many.
    pub of: usize,
    /// How much of the file after those is done, in percent.
    pub percent: u32,
    /// How many articles and saved records are in the library.
    pub articles: usize,
}

impl Step {
    /// What is told when it goes no further.
    pub fn stopped(self) -> String {
        match self.of {
            0 => "; stopped before the end".to_owned(),
            1 => format!("; stopped after {} % of the file", self.percent),
            of => format!("; stopped after {} of {}", number(self.done), counted(of, "file")),
        }
    }

    /// Of two openings together.
    pub fn with(self, other: Self) -> Self {
        Self {
            done: self.done + other.done,
            of: self.of + other.of,
            percent: self.percent + other.percent,
            articles: self.articles + other.articles,
        }
    }
}

/// How far an opening has come, seen from both threads.
#[derive(Debug, Default)]
pub(super) struct Steps(Mutex<Step>);

impl Steps {
    fn step(&self) -> MutexGuard<'_, Step> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// There are so many files.
    pub fn begin(&self, of: usize) {
        self.step().of = of;
    }

    /// All files before this one are done and so much of it, of 1, with so many more articles.
    pub fn come_to(&self, file: usize, share: f32, articles: usize) {
        let mut step = self.step();
        (step.done, step.percent) = match share >= 1.0 {
            true => (file + 1, 0),
            false => (file, (share * 100.0) as u32),
        };
        step.articles += articles;
    }

    /// All of it is done.
    pub fn all(&self) {
        let mut step = self.step();
        (step.done, step.percent) = (step.of, 0);
    }

    /// How far it is.
    pub fn now(&self) -> Step {
        *self.step()
    }
}
