//! The thread that looks for words. What is typed next cuts off what was looked for before.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::app::jobs::{Report, Reporter};
use crate::store::{Interrupter, Library, LibraryError};

/// How many are shown before the rest are found: more than a screen has rows.
const FIRST: usize = 200;

/// The thread that looks for words.
pub(in crate::app) struct Finder {
    queue: Sender<String>,
    interrupter: Interrupter,
}

impl Finder {
    /// Looks in this library.
    pub fn start(library: Library, reporter: Reporter) -> Self {
        let (queue, typed) = channel();
        let interrupter = library.interrupter();
        thread::spawn(move || look(&library, &typed, &reporter));
        Self { queue, interrupter }
    }

    /// Looks for these words, and for no others any more. Says whether there will be an answer.
    pub fn find(&self, typed: String) -> bool {
        self.interrupter.cut_off();
        self.queue.send(typed).is_ok()
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
