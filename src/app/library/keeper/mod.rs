//! The thread that alone writes to the library. It keeps every edit as soon as it is made, puts what was
//! opened on the shelf, and holds on to what the disk does not take until it does.

mod change;
mod keeping;
mod watch;

use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

pub use change::Change;

use super::shelf::Arrival;
use crate::app::OpenError;
use crate::app::bulk::Chunk;
use crate::app::jobs::{OpeningId, Reporter};
use crate::store::{EntryId, SavedFiles};
use keeping::Keeping;

/// Which library to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The one in this file.
    File(PathBuf),
    /// One for this run of the program only.
    ThisRun,
}

/// What becomes of edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// They are in the library's file, for good.
    Kept,
    /// They are gone with the window, unless they are saved as files.
    ThisRunOnly,
}

/// What the thread is asked.
enum Ask {
    /// To put what was opened on the shelf.
    Admit(Admission),
    /// To keep an edit.
    Keep(Box<Change>),
    /// To put an article away, or take it back.
    PutAway(EntryId, bool),
    /// To keep what was decided of two articles.
    Link((EntryId, EntryId), Option<bool>),
    /// To do this, in a thread of its own, once all is kept that was asked for before.
    WhenKept(Box<dyn FnOnce() + Send>),
    /// To remember something for the next start.
    Remember(&'static str, String),
    /// To recover the library, which was found to be damaged.
    Recover,
    /// To change some records.
    Change(Box<Chunk>),
    /// To save a search under a name, or to forget it.
    Search(String, Option<String>),
}

/// What an opening has read.
pub struct Admission {
    pub opening: OpeningId,
    /// What became of each file.
    pub files: Vec<Vec<Result<Arrival, OpenError>>>,
    /// Told when all of it is on disk, with whether more can be taken.
    pub done: Sender<bool>,
}

/// The thread that keeps the library.
pub struct Keeper {
    /// Taken away to end the thread.
    queue: Option<Sender<Ask>>,
    thread: Option<JoinHandle<()>>,
}

/// How an opening reaches the keeper.
#[derive(Clone)]
pub struct ToShelf(Sender<Ask>);

impl ToShelf {
    /// Puts what was opened on the shelf. Says whether there is still a keeper.
    pub fn admit(&self, admission: Admission) -> bool {
        self.0.send(Ask::Admit(admission)).is_ok()
    }
}

impl Keeper {
    /// Opens the library and keeps it.
    pub fn start(place: Place, saved_files: SavedFiles, reporter: Reporter) -> Self {
        let (queue, asks) = channel();
        let thread = thread::spawn(move || {
            if let Some(keeping) = Keeping::open(place, saved_files, reporter) {
                keeping.run(&asks);
            }
        });
        Self { queue: Some(queue), thread: Some(thread) }
    }

    /// The way to the shelf.
    pub fn to_shelf(&self) -> Option<ToShelf> {
        self.queue.clone().map(ToShelf)
    }

    /// Keeps an edit. Says whether there will be an answer.
    pub fn keep(&self, change: Change) -> bool {
        self.ask(Ask::Keep(Box::new(change)))
    }

    /// Puts an article away, or takes it back. Says whether there will be an answer.
    pub fn put_away(&self, id: EntryId, is_away: bool) -> bool {
        self.ask(Ask::PutAway(id, is_away))
    }

    /// Keeps what was decided of two articles. Says whether there will be an answer.
    pub fn link(&self, pair: (EntryId, EntryId), same_meeting: Option<bool>) -> bool {
        self.ask(Ask::Link(pair, same_meeting))
    }

    /// Does something in a thread of its own, once all is kept that was asked for before. Says whether there
    /// is still somebody to do it.
    pub fn when_kept(&self, then: Box<dyn FnOnce() + Send>) -> bool {
        self.ask(Ask::WhenKept(then))
    }

    /// Recovers the library, which was found to be damaged. Says whether there will be an answer.
    pub fn recover(&self) -> bool {
        self.ask(Ask::Recover)
    }

    /// Remembers something for the next start. Says whether there will be an answer.
    pub fn remember(&self, what: &'static str, value: String) -> bool {
        self.ask(Ask::Remember(what, value))
    }

    /// Saves a search under a name, or forgets it. Says whether there will be an answer.
    pub fn save_search(&self, name: String, search: Option<String>) -> bool {
        self.ask(Ask::Search(name, search))
    }

    /// Changes some records. Says whether there will be an answer.
    pub fn change_many(&self, chunk: Chunk) -> bool {
        self.ask(Ask::Change(Box::new(chunk)))
    }

    fn ask(&self, ask: Ask) -> bool {
        self.queue.as_ref().is_some_and(|queue| queue.send(ask).is_ok())
    }
}

impl Drop for Keeper {
    /// Nothing that was asked to be kept is left behind.
    fn drop(&mut self) {
        self.queue = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
