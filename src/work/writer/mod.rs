//! The thread that alone writes to the library. It keeps every edit as soon as it is made, puts what was
//! opened into the library, and holds on to what the disk does not take until it does.

mod pending;
mod report;
mod thread;
mod watch;

use std::any::Any;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

pub use report::{Admitted, LibraryReport, Opened};

use super::background::{Background, Ticket};
use super::bulk::Chunk;
use super::inbox::Outbox;
use super::read::OpenError;
use super::shelf::Arrival;
use super::steps::OpeningId;
use super::task::Task;
use crate::model::EntryId;
use crate::review::Unkept;
use crate::store::{SavedFiles, Worked};
use thread::WriterThread;

/// Which library to write to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The one in this file.
    File(PathBuf),
    /// One for this run of the program only.
    ThisRun,
}

/// What the thread is asked.
enum Ask {
    /// To put what was opened into the library.
    Admit(Admission),
    /// To keep an edit.
    Keep(Box<Unkept>),
    /// To keep that a record was saved to a file of its own as it stood after so many steps.
    Filed(EntryId, usize, PathBuf),
    /// To put an article away, or take it back.
    PutAway(EntryId, bool),
    /// To mark an article as deleted, or no longer.
    Delete(EntryId, bool),
    /// To keep what was decided of two articles.
    Link((EntryId, EntryId), Option<bool>),
    /// To begin this once all is kept that was asked for before.
    WhenKept(Box<dyn FnOnce() + Send>),
    /// To remember something for the next start.
    Remember(&'static str, String),
    /// To recover the library, which was found to be damaged, once nobody reads it any more: this is dropped
    /// first.
    Recover(Box<dyn Any + Send>),
    /// To change some records.
    Change(Box<Chunk>),
    /// To add to what was worked at an article.
    Worked(Worked),
    /// To save a search under a name, or to forget it.
    Search(String, Option<String>),
}

/// What an opening has read.
pub struct Admission {
    /// The opening.
    pub opening: OpeningId,
    /// What became of each file.
    pub files: Vec<Vec<Result<Arrival, OpenError>>>,
    /// Told when all of it is on disk, with whether more can be taken.
    pub done: Sender<bool>,
}

/// The thread that writes to the library.
#[derive(Debug)]
pub struct Writer {
    /// Taken away to end the thread.
    queue: Option<ToLibrary>,
    thread: Option<JoinHandle<()>>,
}

/// The way to the thread that writes to a library.
#[derive(Clone, Debug)]
pub struct ToLibrary {
    queue: Sender<(Ask, Ticket)>,
    reports: Outbox<LibraryReport>,
}

impl Writer {
    /// Opens the library and writes to it. Its first report says what is in it. Another library that is being
    /// put away, maybe this very one, is waited for first.
    pub fn start(
        place: Place,
        saved_files: SavedFiles,
        reports: Outbox<LibraryReport>,
        after: Vec<Receiver<()>>,
    ) -> Self {
        let (queue, asks) = channel();
        let (its_reports, opening) = (reports.clone(), reports.ticket());
        let thread = std::thread::spawn(move || {
            for other in after {
                let _ = other.recv();
            }
            let writer = WriterThread::open(place, saved_files, its_reports);
            drop(opening);
            if let Some(writer) = writer {
                writer.run(&asks);
            }
        });
        Self { queue: Some(ToLibrary { queue, reports }), thread: Some(thread) }
    }

    /// The way to it for others.
    pub fn to_library(&self) -> Option<&ToLibrary> {
        self.queue.as_ref()
    }

    /// Keeps an edit.
    pub fn keep(&self, unkept: Unkept) {
        self.ask(Ask::Keep(Box::new(unkept)));
    }

    /// Puts an article away, or takes it back.
    pub fn put_away(&self, id: EntryId, is_away: bool) {
        self.ask(Ask::PutAway(id, is_away));
    }

    /// Marks an article as deleted, or as put away again.
    pub fn delete(&self, id: EntryId, is_deleted: bool) {
        self.ask(Ask::Delete(id, is_deleted));
    }

    /// Keeps what was decided of two articles.
    pub fn link(&self, pair: (EntryId, EntryId), same_meeting: Option<bool>) {
        self.ask(Ask::Link(pair, same_meeting));
    }

    /// Works something out once all is kept that was asked for before.
    pub fn when_kept<T: Send + 'static>(
        &self,
        background: &Background,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Task<T> {
        let (task, begin) = background.later(|_| work());
        self.ask(Ask::WhenKept(Box::new(begin)));
        task
    }

    /// Recovers the library, which was found to be damaged, once `readers` are dropped.
    pub fn recover(&self, readers: impl Any + Send) {
        self.ask(Ask::Recover(Box::new(readers)));
    }

    /// Remembers something for the next start.
    pub fn remember(&self, what: &'static str, value: String) {
        self.ask(Ask::Remember(what, value));
    }

    /// Saves a search under a name, or forgets it.
    pub fn save_search(&self, name: String, search: Option<String>) {
        self.ask(Ask::Search(name, search));
    }

    /// Adds to what was worked at an article.
    pub fn worked(&self, worked: Worked) {
        self.ask(Ask::Worked(worked));
    }

    /// Changes some records.
    pub fn change_many(&self, chunk: Chunk) {
        self.ask(Ask::Change(Box::new(chunk)));
    }

    fn ask(&self, ask: Ask) {
        if let Some(queue) = &self.queue {
            queue.ask(ask);
        }
    }
}

impl ToLibrary {
    /// Puts what was opened into the library. Says whether there is still somebody to do it.
    pub fn admit(&self, admission: Admission) -> bool {
        self.ask(Ask::Admit(admission))
    }

    /// Keeps that a record was saved to a file of its own as it stood after so many steps.
    pub fn filed(&self, id: EntryId, position: usize, path: PathBuf) {
        self.ask(Ask::Filed(id, position, path));
    }

    fn ask(&self, ask: Ask) -> bool {
        self.queue.send((ask, self.reports.ticket())).is_ok()
    }
}

impl Drop for Writer {
    /// Nothing that was asked to be kept is left behind.
    fn drop(&mut self) {
        self.queue = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
