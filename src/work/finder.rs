//! The thread that looks for words and for titles. What is typed next cuts off what was looked for before.

use std::cmp::Reverse;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use super::background::Ticket;
use super::inbox::Outbox;
use super::reader::end;
use crate::across::fit;
use crate::model::EntryId;
use crate::store::{Found, Interrupter, Library, LibraryError};

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

/// What was found.
#[derive(Debug)]
pub enum SearchReport {
    /// The first articles with these words.
    First { typed: String, found: Found },
    /// The articles with these words, or nothing where no words can be looked for.
    All { typed: String, found: Option<Found> },
    /// The articles with titles like what was typed, the most alike first.
    Titles { typed: String, ids: Vec<EntryId> },
    /// The library could not be searched.
    Failed(LibraryError),
}

/// The thread that looks.
#[derive(Debug)]
pub struct Finder {
    reports: Outbox<SearchReport>,
    /// Taken away to end the thread.
    queue: Option<Sender<(Search, Ticket)>>,
    interrupter: Interrupter,
    thread: Option<JoinHandle<()>>,
}

impl Finder {
    /// Looks in this library.
    pub fn start(library: Library, reports: Outbox<SearchReport>) -> Self {
        let (queue, searches) = channel();
        let interrupter = library.interrupter();
        let looking = Looking { library, reports: reports.clone(), titles: None };
        let thread = thread::spawn(move || looking.run(&searches));
        Self { reports, queue: Some(queue), interrupter, thread: Some(thread) }
    }

    /// Looks for these words, and for nothing else any more.
    pub fn find(&self, typed: String) {
        self.look(Search::Words(typed));
    }

    /// Looks for titles like this, and for nothing else any more.
    pub fn find_titles(&self, typed: String) {
        self.look(Search::Title(typed));
    }

    fn look(&self, search: Search) {
        self.interrupter.cut_off();
        if let Some(queue) = &self.queue {
            let _ = queue.send((search, self.reports.ticket()));
        }
    }
}

impl Drop for Finder {
    /// The library is not open any more after this.
    fn drop(&mut self) {
        self.queue = None;
        end(&self.interrupter, self.thread.take());
    }
}

/// The thread's own state.
struct Looking {
    library: Library,
    reports: Outbox<SearchReport>,
    /// Every title, and the state of the library that they are of; read when first asked for.
    titles: Option<(i64, Vec<(EntryId, String)>)>,
}

impl Looking {
    /// Looks for what is asked last; what was overtaken is not looked for.
    fn run(mut self, searches: &Receiver<(Search, Ticket)>) {
        while let Ok(mut asked) = searches.recv() {
            for next in searches.try_iter() {
                asked = next;
            }
            let (search, _ticket) = asked;
            let found = match search {
                Search::Words(typed) => self.words(typed),
                Search::Title(typed) => self.titles_like(typed),
            };
            match found {
                Ok(found) => self.reports.send(found),
                // Something else is looked for already.
                Err(LibraryError::CutOff(_)) => {}
                Err(error) => self.reports.send(SearchReport::Failed(error)),
            }
        }
    }

    fn words(&self, typed: String) -> Result<SearchReport, LibraryError> {
        if let Some(found) = self.library.find_first(&typed, FIRST)?.filter(|first| !first.is_empty()) {
            self.reports.send(SearchReport::First { typed: typed.clone(), found });
        }
        let found = self.library.find(&typed)?;
        Ok(SearchReport::All { typed, found })
    }

    /// The titles that what was typed fits, the best first.
    fn titles_like(&mut self, typed: String) -> Result<SearchReport, LibraryError> {
        let now = self.library.changes()?;
        if self.titles.as_ref().is_none_or(|(then, _)| *then != now) {
            self.titles = Some((now, self.library.titles()?));
        }
        let titles = self.titles.iter().flat_map(|(_, titles)| titles);
        let mut found: Vec<(Reverse<u32>, EntryId)> =
            titles.filter_map(|(id, title)| Some((Reverse(fit(&typed, title)?), *id))).collect();
        found.sort_unstable();
        let ids = found.into_iter().take(TITLES).map(|(_, id)| id).collect();
        Ok(SearchReport::Titles { typed, ids })
    }
}
