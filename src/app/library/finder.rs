//! The thread that looks for words. What is typed next cuts off what was looked for before.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::app::jobs::{Report, Reporter};
use crate::store::{Interrupter, Library, LibraryError};

/// How many are shown before the rest are found: more than a screen has rows.
const FIRST: usize = 200;

/// The thread that looks for words.
pub(in crate::app) struct Finder {
    /// Taken away to end the thread.
    queue: Option<Sender<String>>,
    interrupter: Interrupter,
    thread: Option<JoinHandle<()>>,
}

impl Finder {
    /// Looks in this library.
    pub fn start(library: Library, reporter: Reporter) -> Self {
        let (queue, typed) = channel();
        let interrupter = library.interrupter();
        let thread = thread::spawn(move || look(&library, &typed, &reporter));
        Self { queue: Some(queue), interrupter, thread: Some(thread) }
    }

    /// Looks for these words, and for no others any more. Says whether there will be an answer.
    pub fn find(&self, typed: String) -> bool {
        self.interrupter.cut_off();
        self.queue.as_ref().is_some_and(|queue| queue.send(typed).is_ok())
    }
}

impl Drop for Finder {
    /// The library is not open any more after this.
    fn drop(&mut self) {
        self.queue = None;
        let Some(thread) = self.thread.take() else { return };
        while !thread.is_finished() {
            self.interrupter.cut_off();
            thread::sleep(Duration::from_millis(1));
        }
        let _ = thread.join();
    }
}

/// Answers every search once to the end; one that was overtaken with nothing.
fn look(library: &Library, searches: &Receiver<String>, reporter: &Reporter) {
    while let Ok(mut typed) = searches.recv() {
        for next in searches.try_iter() {
            typed = next;
            reporter.report(Report::SearchEnded(None));
        }
        let found = library.find_first(&typed, FIRST).and_then(|first| {
            if let Some(first) = first.filter(|first| !first.is_empty()) {
                reporter.report(Report::FirstFound { typed: typed.clone(), found: first });
            }
            library.find(&typed)
        });
        reporter.report(match found {
            Ok(found) => Report::SearchEnded(Some((typed, found))),
            Err(LibraryError::CutOff(_)) => Report::SearchEnded(None),
            Err(error) => Report::SearchFailed(error),
        });
    }
}
