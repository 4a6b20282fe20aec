//! The thread that looks for words and for titles. What is typed next cuts off what was looked for before.

use std::cmp::Reverse;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::app::jobs::{Report, Reporter};
use crate::store::{EntryId, Interrupter, Library, LibraryError};

/// How many are shown before the rest are found: more than a screen has rows.
const FIRST: usize = 200;

/// How many titles are given.
const TITLES: usize = 50;

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Search {
    /// Articles with these words.
    Words(String),
    /// Articles with a title like this.
    Title(String),
}

/// The thread that looks.
pub(in crate::app) struct Finder {
    /// Taken away to end the thread.
    queue: Option<Sender<Search>>,
    interrupter: Interrupter,
    thread: Option<JoinHandle<()>>,
}

impl Finder {
    /// Looks in this library.
    pub fn start(library: Library, reporter: Reporter) -> Self {
        let (queue, searches) = channel();
        let interrupter = library.interrupter();
        let thread = thread::spawn(move || Looking { library, reporter, titles: None }.run(&searches));
        Self { queue: Some(queue), interrupter, thread: Some(thread) }
    }

    /// Looks for these words, and for nothing else any more. Says whether there will be an answer.
    pub fn find(&self, typed: String) -> bool {
        self.look(Search::Words(typed))
    }

    /// Looks for titles like this, and for nothing else any more. Says whether there will be an answer.
    pub fn find_titles(&self, typed: String) -> bool {
        self.look(Search::Title(typed))
    }

    fn look(&self, search: Search) -> bool {
        self.interrupter.cut_off();
        self.queue.as_ref().is_some_and(|queue| queue.send(search).is_ok())
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

/// The thread's own state.
struct Looking {
    library: Library,
    reporter: Reporter,
    /// Every title, and the state of the library that they are of; read when first asked for.
    titles: Option<(i64, Vec<(EntryId, String)>)>,
}

impl Looking {
    /// Answers every search once to the end; one that was overtaken with nothing.
    fn run(mut self, searches: &Receiver<Search>) {
        while let Ok(mut search) = searches.recv() {
            for next in searches.try_iter() {
                search = next;
                self.reporter.report(Report::SearchEnded(None));
            }
            let found = match search {
                Search::Words(typed) => self.words(typed),
                Search::Title(typed) => self.titles_like(typed),
            };
            self.reporter.report(found.unwrap_or_else(|error| match error {
                LibraryError::CutOff(_) => Report::SearchEnded(None),
                error => Report::SearchFailed(error),
            }));
        }
    }

    fn words(&self, typed: String) -> Result<Report, LibraryError> {
        if let Some(found) = self.library.find_first(&typed, FIRST)?.filter(|first| !first.is_empty()) {
            self.reporter.report(Report::FirstFound { typed: typed.clone(), found });
        }
        let found = self.library.find(&typed)?;
        Ok(Report::SearchEnded(Some((typed, found))))
    }

    /// The titles that are most like what was typed, letters left out allowed for.
    fn titles_like(&mut self, typed: String) -> Result<Report, LibraryError> {
        let now = self.library.changes()?;
        if self.titles.as_ref().is_none_or(|(then, _)| *then != now) {
            self.titles = Some((now, self.library.titles()?));
        }
        let pattern = Pattern::parse(&typed, CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut letters = Vec::new();
        let mut found: Vec<(Reverse<u32>, EntryId)> = Vec::new();
        for (id, title) in self.titles.iter().flat_map(|(_, titles)| titles) {
            letters.clear();
            if let Some(likeness) = pattern.score(Utf32Str::new(title, &mut letters), &mut matcher) {
                found.push((Reverse(likeness), *id));
            }
        }
        found.sort_unstable();
        let ids = found.into_iter().take(TITLES).map(|(_, id)| id).collect();
        Ok(Report::TitlesFound { typed, ids })
    }
}
