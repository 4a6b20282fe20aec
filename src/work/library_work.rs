//! All work on ONE library: the threads that write to it, read it, search it, copy it, and fill it. It is dropped
//! with the library's state, and what it has to say then reaches nobody; put away, it ends behind the window's
//! back, once everything is written that was asked for.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Instant;

use super::Tables;
use super::background::Background;
use super::backup::Backup;
use super::file_writer::{FileReport, FileWriter};
use super::finder::{Finder, SearchReport};
use super::inbox::{Inbox, Outbox};
use super::opening::{Opening, What};
use super::progress::{Progress, UnderWay};
use super::reader::Reader;
use super::shelf::Arrival;
use super::steps::{OpeningId, Step};
use super::stored::marks;
use super::task::Task;
use super::writer::{Admission, LibraryReport, Place, Writer};
use crate::model::{CancelToken, Day, EntryId};
use crate::review::{Durability, Unkept};
use crate::store::{Library, LibraryError, SavedFiles};

/// Whether the library can be worked with.
#[derive(Debug)]
pub enum Standing {
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
pub struct At {
    pub path: PathBuf,
    pub durability: Durability,
}

/// The work on one library. Those who read end before the one who writes.
#[derive(Debug)]
pub struct LibraryWork {
    place: Place,
    /// Whether it can be worked with.
    pub standing: Standing,
    /// Whether making it anew has not mended it: that is not tried again by itself.
    pub is_beyond_recovery: bool,
    /// What is under way.
    pub background: Background,
    /// Writes its records, exports and charts to files.
    pub files: FileWriter,
    /// Openings that are under way.
    pub openings: Vec<Opening>,
    reader: Option<Reader>,
    finder: Option<Finder>,
    backup: Option<Backup>,
    found: Inbox<SearchReport>,
    reports: Inbox<LibraryReport>,
    to_found: Outbox<SearchReport>,
    to_reports: Outbox<LibraryReport>,
    /// Started when the library is first needed, or at once for one that is in a file.
    writer: Option<Writer>,
    saved_files: SavedFiles,
    /// Other libraries that are being put away: one of them may be in the same file.
    after: Vec<Receiver<()>>,
}

impl LibraryWork {
    /// Work on the library at this place. Nothing is read of it before it is asked for.
    pub fn at(
        place: Place,
        background: Background,
        saved_files: SavedFiles,
        after: Vec<Receiver<()>>,
    ) -> Self {
        let (to_found, found) = Inbox::new(&background);
        let (to_reports, reports) = Inbox::new(&background);
        Self {
            place,
            standing: Standing::Opening,
            is_beyond_recovery: false,
            files: FileWriter::new(&background, saved_files.clone()),
            openings: Vec::new(),
            background,
            reader: None,
            finder: None,
            backup: None,
            found,
            reports,
            to_found,
            to_reports,
            writer: None,
            saved_files,
            after,
        }
    }

    /// How far opening and saving have come, while they are under way.
    pub fn progress(&self) -> Option<Progress> {
        let Some(first) = self.openings.first() else {
            let exporting = self.files.exporting().map(|records| Progress::of(UnderWay::Exporting, records));
            let saving = || self.files.progress().map(|files| Progress::of(UnderWay::Saving, files));
            return exporting.or_else(saving);
        };
        let steps = self.openings.iter().map(Opening::steps).fold(Step::default(), Step::with);
        Some(Progress::opening(steps, Instant::now().duration_since(first.since)))
    }

    /// The thread that writes to it. It opens the library when it is first asked for.
    pub fn writer(&mut self) -> &Writer {
        let Self { place, writer, to_reports, saved_files, after, .. } = self;
        writer.get_or_insert_with(|| {
            Writer::start(place.clone(), saved_files.clone(), to_reports.clone(), std::mem::take(after))
        })
    }

    /// It is open, so that it can be read and searched too.
    pub fn opened(
        &mut self,
        path: PathBuf,
        durability: Durability,
        readers: [Library; 3],
        today: Option<Day>,
    ) {
        let [reader, finder, backup] = readers;
        self.backup = today.map(|today| Backup::start(backup, today, self.to_reports.clone()));
        self.finder = Some(Finder::start(finder, self.to_found.clone()));
        self.reader = Some(Reader::start(reader, &self.background));
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
        let readers = (self.reader.take(), self.finder.take(), self.backup.take());
        self.writer().recover(readers);
        true
    }

    /// What there is to say of it.
    pub fn next_report(&self) -> Option<LibraryReport> {
        self.reports.receive()
    }

    /// What was found in it.
    pub fn next_found(&self) -> Option<SearchReport> {
        self.found.receive()
    }

    /// Keeps what edits have done.
    pub fn keep(&mut self, unkept: Unkept) {
        self.writer().keep(unkept);
    }

    /// Looks for words. Says whether there is somebody to look.
    pub fn find(&mut self, typed: String) -> bool {
        self.finder.as_ref().map(|finder| finder.find(typed)).is_some()
    }

    /// Looks for titles.
    pub fn find_titles(&mut self, typed: String) {
        if let Some(finder) = &self.finder {
            finder.find_titles(typed);
        }
    }

    /// Asks it something that is answered soon.
    pub fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Library) -> Result<T, LibraryError> + Send + 'static,
    ) -> Option<Task<Result<T, LibraryError>>> {
        self.reader.as_ref().map(|reader| reader.ask(question))
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

    /// Begins to open something while `shown` is shown.
    pub fn open(&mut self, what: What, shown: Option<EntryId>, tables: Tables) {
        let Some(to_library) = self.writer().to_library().cloned() else { return };
        let reports = self.to_reports.clone();
        self.openings.push(Opening::begin(what, shown, tables, to_library, reports));
    }

    /// Puts a record into the library that was made here. It is told like what was opened.
    pub fn put(&mut self, arrival: Arrival) -> Option<OpeningId> {
        let to_library = self.writer().to_library().cloned()?;
        let opening = OpeningId::next();
        let (done, _) = channel();
        let files = vec![vec![Ok(arrival)]];
        to_library.admit(Admission { opening, files, done }).then_some(opening)
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

    /// Puts the library away. What it was asked to write is written by and by; nothing else of it goes on.
    pub fn close(self, of_app: &Background) -> Closing {
        let Self { mut files, background, openings, reader, finder, backup, reports, writer, after, .. } =
            self;
        files.finish();
        let (end, ended): (Sender<()>, _) = channel();
        let (ticket, has_ended) = (of_app.ticket(), Arc::new(AtomicBool::new(false)));
        let its_end = has_ended.clone();
        let thread = thread::spawn(move || {
            drop((openings, reader, finder, backup));
            drop(writer);
            for other in after {
                let _ = other.recv();
            }
            // Whoever is told by the ticket that something has happened finds it so.
            its_end.store(true, Ordering::SeqCst);
            drop((end, ticket));
        });
        Closing { files, reports, background, ended: Some(ended), has_ended, thread: Some(thread) }
    }
}

/// A library that is being put away.
#[derive(Debug)]
pub struct Closing {
    files: FileWriter,
    reports: Inbox<LibraryReport>,
    background: Background,
    ended: Option<Receiver<()>>,
    has_ended: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

/// What is told of a library that is being put away.
#[derive(Debug)]
pub enum LastReport {
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
        // What was asked to be written to files is awaited until it is reported.
        self.has_ended.load(Ordering::SeqCst) && !self.background.is_awaited()
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
