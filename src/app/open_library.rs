//! All that belongs to ONE open library: what is known of its articles, which of them are in memory, what is
//! asked of it, and the threads that work on it. It is one value: with it goes everything, and what is still
//! said about it reaches nobody.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Instant;

use super::bulk::BulkState;
use super::charts::Charts;
use super::ledger::LedgerState;
use super::meetings::Meetings;
use super::progress::{Progress, UnderWay};
use super::save_listed::Saving;
use super::showing::Showing;
use super::suggestions::Suggestions;
use super::undo::UndoLine;
use crate::across::{Cache, Catalog, ListFilter, Listing};
use crate::model::{CancelToken, EntryId};
use crate::review::{Durability, Unkept};
use crate::store::{Library, LibraryError, SavedFiles};
use crate::work::{
    Account, Background, Backup, FileReport, FileWriter, Finder, Inbox, LibraryReport, Opening, OpeningId,
    Place, Reader, SearchReport, Tables, Task, What, Writer, marks,
};

/// What an open library is told apart by: ids of articles say which one is meant within one of them only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LibraryNumber(u64);

/// A library that is open, or about to be.
#[derive(Debug)]
pub(super) struct OpenLibrary {
    pub number: LibraryNumber,
    place: Place,
    pub standing: Standing,
    /// Whether the disk does not take edits at the moment.
    pub is_failing: bool,
    /// Whether making it anew has not mended it: that is not tried again by itself.
    pub is_beyond_recovery: bool,
    /// The record of which the person is to be asked where it goes.
    pub homeless: Option<EntryId>,
    /// A few facts of every article.
    pub catalog: Catalog,
    /// The documents that are in memory.
    pub cache: Cache,
    /// Which article is shown.
    pub showing: Showing,
    pub listing: Listing,
    /// The searches that were saved, by their names.
    pub searches: BTreeMap<String, ListFilter>,
    /// What was typed last for a title, and the articles that have one like it.
    pub titles: (String, Vec<EntryId>),
    /// What became of the files that were opened last.
    pub account: Option<Account>,
    pub charts: Charts,
    pub bulk: BulkState,
    /// What inputs have asked of the other records last.
    pub suggestions: Suggestions,
    /// What is known of meetings across articles.
    pub meetings: Meetings,
    /// The table of all commitments.
    pub ledger: LedgerState,
    /// What was done and can be taken back.
    pub undo_line: UndoLine,
    /// What there is to save of it is being looked up.
    pub saving: Saving,
    /// Openings that are under way.
    pub openings: Vec<Opening>,
    /// Writes its records, exports and charts to files.
    pub files: FileWriter,
    pub background: Background,
    threads: Threads,
}

/// Whether the library can be worked with.
#[derive(Debug)]
pub(super) enum Standing {
    /// Nobody has asked for it yet, or it is being opened.
    Opening,
    /// It is open.
    Open(At),
    /// It was found to be damaged, and is being recovered.
    Recovering(At),
    /// There is none, not even for this run.
    None,
}

/// A library that was opened.
#[derive(Clone, Debug)]
pub(super) struct At {
    pub path: PathBuf,
    pub durability: Durability,
}

/// The threads that work on a library. Those who read end before the one who writes.
#[derive(Debug)]
struct Threads {
    reader: Option<Reader>,
    finder: Option<Finder>,
    backup: Option<Backup>,
    found: Inbox<SearchReport>,
    reports: Inbox<LibraryReport>,
    outbox: Outboxes,
    /// Started when the library is first needed, or at once for one that is in a file.
    writer: Option<Writer>,
    saved_files: SavedFiles,
    /// Other libraries that are being put away: one of them may be in the same file.
    after: Vec<Receiver<()>>,
}

#[derive(Debug)]
struct Outboxes {
    found: crate::work::Outbox<SearchReport>,
    reports: crate::work::Outbox<LibraryReport>,
}

impl OpenLibrary {
    /// The library at this place. Nothing is read of it before it is asked for.
    pub fn at(
        place: Place,
        background: Background,
        saved_files: SavedFiles,
        after: Vec<Receiver<()>>,
    ) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let (found_outbox, found) = Inbox::new(&background);
        let (reports_outbox, reports) = Inbox::new(&background);
        Self {
            number: LibraryNumber(NEXT.fetch_add(1, Ordering::Relaxed)),
            place,
            standing: Standing::Opening,
            is_failing: false,
            is_beyond_recovery: false,
            homeless: None,
            catalog: Catalog::default(),
            cache: Cache::default(),
            showing: Showing::default(),
            listing: Listing::default(),
            searches: BTreeMap::new(),
            titles: (String::new(), Vec::new()),
            account: None,
            charts: Charts::default(),
            bulk: BulkState::default(),
            suggestions: Suggestions::default(),
            meetings: Meetings::default(),
            ledger: LedgerState::default(),
            undo_line: UndoLine::default(),
            saving: Saving::default(),
            openings: Vec::new(),
            files: FileWriter::new(&background, saved_files.clone()),
            background,
            threads: Threads {
                reader: None,
                finder: None,
                backup: None,
                found,
                reports,
                outbox: Outboxes { found: found_outbox, reports: reports_outbox },
                writer: None,
                saved_files,
                after,
            },
        }
    }

    /// The thread that writes to it. It opens the library when it is first asked for.
    pub fn writer(&mut self) -> &Writer {
        let Threads { writer, outbox, saved_files, after, .. } = &mut self.threads;
        writer.get_or_insert_with(|| {
            Writer::start(
                self.place.clone(),
                saved_files.clone(),
                outbox.reports.clone(),
                std::mem::take(after),
            )
        })
    }

    /// It is open, so that it can be read and searched too.
    pub fn opened(
        &mut self,
        path: PathBuf,
        durability: Durability,
        readers: [Library; 3],
        today: Option<crate::model::Day>,
    ) {
        let [reader, finder, backup] = readers;
        let Threads { outbox, .. } = &self.threads;
        let backup = today.map(|today| Backup::start(backup, today, outbox.reports.clone()));
        let finder = Finder::start(finder, outbox.found.clone());
        self.threads.reader = Some(Reader::start(reader, &self.background));
        (self.threads.finder, self.threads.backup) = (Some(finder), backup);
        self.standing = Standing::Open(At { path, durability });
    }

    /// Where it is, once it is open.
    pub fn at_path(&self) -> Option<&At> {
        match &self.standing {
            Standing::Open(at) | Standing::Recovering(at) => Some(at),
            Standing::Opening | Standing::None => None,
        }
    }

    /// Its file, once it is open, also one for this run only.
    pub fn path(&self) -> Option<&Path> {
        self.at_path().map(|at| at.path.as_path())
    }

    /// What becomes of edits.
    pub fn durability(&self) -> Durability {
        self.at_path().map_or(Durability::ThisRunOnly, |at| at.durability)
    }

    /// Recovers it, which was found to be damaged, unless that is under way already.
    pub fn recover(&mut self) -> bool {
        let Standing::Open(at) = &self.standing else { return false };
        if self.is_beyond_recovery {
            return false;
        }
        self.standing = Standing::Recovering(at.clone());
        let Threads { reader, finder, backup, .. } = &mut self.threads;
        let readers = (reader.take(), finder.take(), backup.take());
        self.writer().recover(readers);
        true
    }

    /// What there is to say of it.
    pub fn next_report(&self) -> Option<LibraryReport> {
        self.threads.reports.receive()
    }

    /// What was found in it.
    pub fn next_found(&self) -> Option<SearchReport> {
        self.threads.found.receive()
    }

    /// Keeps what edits have done.
    pub fn keep(&mut self, unkept: Unkept) {
        self.writer().keep(unkept);
    }

    /// Looks for words. Says whether there is somebody to look.
    pub fn find(&mut self, typed: String) -> bool {
        self.threads.finder.as_ref().map(|finder| finder.find(typed)).is_some()
    }

    /// Looks for titles.
    pub fn find_titles(&mut self, typed: String) {
        if let Some(finder) = &self.threads.finder {
            finder.find_titles(typed);
        }
    }

    /// Asks it something that is answered soon.
    pub fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Library) -> Result<T, LibraryError> + Send + 'static,
    ) -> Option<Task<Result<T, LibraryError>>> {
        self.threads.reader.as_ref().map(|reader| reader.ask(question))
    }

    /// Goes through it, on a connection of its own: what takes longer.
    pub fn survey<T: Send + 'static>(
        &self,
        survey: impl FnOnce(&Library, &CancelToken) -> Result<T, LibraryError> + Send + 'static,
    ) -> Option<Task<Result<T, LibraryError>>> {
        let path = self.path()?.to_owned();
        Some(self.background.work(move |cancel| {
            Library::open_for_reading(&path, marks).and_then(|library| survey(&library, cancel))
        }))
    }

    /// The same, once all is kept that was edited until now.
    pub fn survey_when_kept<T: Send + 'static>(
        &mut self,
        survey: impl FnOnce(&Library) -> Result<T, LibraryError> + Send + 'static,
    ) -> Option<Task<Result<T, LibraryError>>> {
        let (path, background) = (self.path()?.to_owned(), self.background.clone());
        let survey = move || Library::open_for_reading(&path, marks).and_then(|library| survey(&library));
        Some(self.writer().when_kept(&background, survey))
    }

    /// Begins to open something.
    pub fn open(&mut self, what: What, tables: Tables) {
        let shown = self.showing.id();
        let Some(to_library) = self.writer().to_library().cloned() else { return };
        let reports = self.threads.outbox.reports.clone();
        self.openings.push(Opening::begin(what, shown, tables, to_library, reports));
    }

    /// An opening that is under way.
    pub fn opening(&mut self, id: OpeningId) -> Option<&mut Opening> {
        self.openings.iter_mut().find(|opening| opening.id() == id)
    }

    /// Takes an opening off the list.
    pub fn end_opening(&mut self, id: OpeningId) -> Option<Opening> {
        let at = self.openings.iter().position(|opening| opening.id() == id)?;
        Some(self.openings.remove(at))
    }

    /// How far opening and saving have come, while they are under way.
    pub fn progress(&self) -> Option<Progress> {
        let Some(first) = self.openings.first() else {
            return self.files.progress().map(Progress::saving);
        };
        let (done, of) = self
            .openings
            .iter()
            .map(Opening::steps)
            .fold((0, 0), |(done, of), steps| (done + steps.0, of + steps.1));
        let seconds = Instant::now().duration_since(first.since).as_secs_f64();
        let rate = (seconds > 1.0 && done > 0).then(|| done as f64 / seconds);
        Some(Progress { what: UnderWay::Opening, done, of, rate })
    }

    /// Puts the library away. What it was asked to write is written by and by; nothing else of it goes on.
    pub fn close(self, of_app: &Background) -> Closing {
        let Self { mut files, background, threads, openings, .. } = self;
        files.finish();
        let (end, ended): (Sender<()>, _) = channel();
        let Threads { reader, finder, backup, found, reports, outbox, writer, saved_files: _, after } =
            threads;
        let ticket = of_app.ticket();
        let thread = thread::spawn(move || {
            drop((openings, reader, finder, backup, found, outbox));
            drop(writer);
            for other in after {
                let _ = other.recv();
            }
            drop((end, ticket));
        });
        Closing { files, reports, background, ended: Some(ended), thread: Some(thread) }
    }
}

/// A library that is being put away.
#[derive(Debug)]
pub(super) struct Closing {
    files: FileWriter,
    reports: Inbox<LibraryReport>,
    background: Background,
    ended: Option<Receiver<()>>,
    thread: Option<JoinHandle<()>>,
}

/// What is told of a library that is being put away.
#[derive(Debug)]
pub(super) enum LastReport {
    /// Something became of a file.
    File(FileReport),
    /// The last edits were not written.
    NotKept(LibraryError),
}

impl Closing {
    /// Told when it has ended, for the next library that is opened.
    pub fn take_ended(&mut self) -> Option<Receiver<()>> {
        self.ended.take()
    }

    /// What there is still to say of it.
    pub fn next_report(&self) -> Option<LastReport> {
        while let Some(report) = self.reports.receive() {
            if let LibraryReport::NotKept { error, .. } = report {
                return Some(LastReport::NotKept(error));
            }
        }
        self.files.receive().map(LastReport::File)
    }

    /// Whether nothing more will come of it.
    pub fn is_over(&self) -> bool {
        let ended = self.thread.as_ref().is_none_or(JoinHandle::is_finished);
        ended && self.files.is_finished() && !self.background.is_awaited()
    }
}

impl Drop for Closing {
    /// The program does not end before all is written.
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
