//! Work in the background: opening files on every core, writing them one after the other, keeping and
//! searching the library, asking the engine for its working.
//!
//! Each job has a thread of its own and reports over one channel; the app takes reports in when it
//! is woken. Nothing here touches the app's state.

mod failures;
mod opening;
mod pool;
mod writing;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

pub use opening::Account;
pub(super) use opening::{OpeningId, What};
pub(super) use pool::in_order;
pub(super) use writing::{Target, Write};

use super::bulk::{Chunk, Preview, concerned};
use super::document::Opened;
use super::ledger::Booked;
use super::library::{BackingUp, Change, Finder, Keeper, Place, Put, Standing};
use super::meetings::{Pair, Side, SideBySide, Sorted};
use super::surveys::{Hanging, Picked, Survey, Wanted, gallery, pick};
use super::{
    Catalog, Decisions, Entry, EntryId, Found, Library, LibraryError, OpenError, Recovery, StoreError,
    Tables, Wake,
};

use crate::extract::{self, Trace};
use crate::model::{Article, Day, Record};
use crate::store::{Link, SavedFiles};
use opening::Opening;
use writing::{Batch, Writer};

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

/// What became of something that was opened.
#[derive(Debug)]
pub(super) enum Admitted {
    /// It is in the library, with all that the window needs of it if it is wanted at hand.
    Placed { id: EntryId, put: Put, entry: Entry, opened: Option<Box<Opened>> },
    /// It was not opened.
    Failed(OpenError),
}

/// What the background has to report.
#[derive(Debug)]
pub(super) enum Report {
    /// The library is open.
    Library {
        path: PathBuf,
        standing: Standing,
        /// A few facts of every article.
        catalog: Catalog,
        /// What was decided of reports of one meeting.
        links: Vec<Link>,
        /// The article that was shown last.
        shown: Option<String>,
        /// The searches that were saved, by their names.
        searches: Vec<(String, String)>,
        /// Why it is not all that was asked for.
        trouble: Option<LibraryError>,
        /// Whether it was damaged, and what became of it.
        recovery: Option<Recovery>,
    },
    /// Another start of the program has left a note: to open these files, and to come to the front.
    NoteTaken(Vec<PathBuf>),
    /// There is no library at all, not even for this run.
    NoLibrary(LibraryError),
    /// Things were opened and put on the shelf; with an error, what could not be written is not at hand.
    Admitted { opening: OpeningId, files: Vec<Admitted>, error: Option<LibraryError> },
    /// All files of an opening have been reported.
    OpeningEnded(OpeningId),
    /// Edits are in the library: of which articles, at which revision. Answers so many asks; `again` after
    /// it had failed.
    Kept { kept: Vec<(EntryId, u64)>, answers: usize, again: bool },
    /// Edits are not in the library yet.
    NotKept { error: LibraryError, answers: usize, first: bool },
    /// Some of many records were changed: what lists show of those that are another now.
    ManyChanged(Result<Vec<Entry>, LibraryError>),
    /// The first articles that were found.
    FirstFound { typed: String, found: Found },
    /// The articles with titles like what was typed, the most alike first.
    TitlesFound { typed: String, ids: Vec<EntryId> },
    /// What was found for the words that were typed; nothing for a search that was overtaken.
    SearchEnded(Option<(String, Option<Found>)>),
    /// The library could not be searched.
    SearchFailed(LibraryError),
    /// The backup of the day was not made.
    NotBackedUp(LibraryError),
    /// The engine's working behind a record.
    Traced { id: EntryId, trace: Trace },
    /// A survey of the library was made.
    Surveyed(Result<Survey, LibraryError>),
    /// Something was done for the ledger.
    Booked(Booked),
    /// The articles of this library were sorted by meeting.
    Sorted { library: PathBuf, sorted: Result<Sorted, LibraryError> },
    /// Two reports were set side by side; nothing if one is gone.
    Compared(Result<Option<SideBySide>, LibraryError>),
    /// A record is on disk.
    Written { id: EntryId, record: Arc<Record>, path: PathBuf },
    /// A picture is on disk.
    PictureSaved(PathBuf),
    /// An export is on disk.
    Exported { path: PathBuf, count: usize },
    /// The settings are on disk.
    SettingsKept,
    /// A record was not written to the file that its library names: this program has not saved it there.
    NotItsOwn { id: EntryId, path: PathBuf },
    /// Something was not written.
    NotWritten(StoreError),
}

/// How far one job has come, seen from both threads.
#[derive(Debug, Default)]
pub(super) struct Tally {
    done: AtomicUsize,
    of: AtomicUsize,
}

/// How a job speaks to the app.
#[derive(Clone)]
pub(super) struct Reporter {
    reports: Sender<Report>,
    wake: Wake,
}

/// All jobs.
pub(super) struct Jobs {
    tables: Tables,
    reporter: Reporter,
    reports: Receiver<Report>,
    openings: Vec<Opening>,
    /// Started with the first write.
    writer: Option<Writer>,
    /// Started when the library is first needed, or at once for one that is in a file.
    keeper: Option<Keeper>,
    /// There is one once the library is open.
    finder: Option<Finder>,
    /// There is one once the library is open, unless it is for this run only.
    backing_up: Option<BackingUp>,
    place: Place,
    /// Which files may be written again without asking.
    pub saved_files: SavedFiles,
    /// How many answers are still to come that are not worth a progress bar.
    unanswered: usize,
}

impl Jobs {
    pub fn new(tables: Tables, wake: Wake, place: Place) -> Self {
        let (sender, reports) = channel();
        let reporter = Reporter { reports: sender, wake };
        Self {
            tables,
            reporter,
            reports,
            openings: Vec::new(),
            writer: None,
            keeper: None,
            finder: None,
            backing_up: None,
            place,
            saved_files: SavedFiles::default(),
            unanswered: 0,
        }
    }

    /// Opens the library, if that was not done yet.
    pub fn open_library(&mut self) -> &Keeper {
        self.keeper.get_or_insert_with(|| {
            self.unanswered += 1;
            Keeper::start(self.place.clone(), self.saved_files.clone(), self.reporter.clone())
        })
    }

    /// Puts the library away, once all is kept, and turns to another.
    pub fn turn_to_library(&mut self, place: Place) {
        self.openings.iter().for_each(Opening::cancel);
        self.openings.clear();
        (self.keeper, self.finder, self.backing_up) = (None, None, None);
        // Whatever the old one had still to say is of no account.
        while self.reports.try_recv().is_ok() {}
        (self.place, self.unanswered) = (place, 0);
        self.open_library();
    }

    /// The library has been opened, so that it can be searched too.
    pub fn library_opened(&mut self, library: Option<Library>) {
        self.answered(1);
        self.finder = library.map(|library| Finder::start(library, self.reporter.clone()));
    }

    /// Makes the backup of this day, if one is due.
    pub fn back_up(&mut self, library: Library, today: Day) {
        self.backing_up = Some(BackingUp::start(library, today, self.reporter.clone()));
    }

    /// Recovers the library, which was found to be damaged. Says whether there will be an answer.
    pub fn recover_library(&mut self) -> bool {
        // Nobody may have it open while its file gets another name.
        (self.finder, self.backing_up) = (None, None);
        let will_answer = self.keeper.as_ref().is_some_and(Keeper::recover);
        self.unanswered += usize::from(will_answer);
        will_answer
    }

    /// There is no library.
    pub fn no_library(&mut self) {
        (self.unanswered, self.finder) = (0, None);
    }

    /// So many answers have come.
    pub fn answered(&mut self, answers: usize) {
        self.unanswered = self.unanswered.saturating_sub(answers);
    }

    /// Keeps an edit.
    pub fn keep(&mut self, change: Change) {
        let will_answer = self.open_library().keep(change);
        self.unanswered += usize::from(will_answer);
    }

    /// Puts an article away, or takes it back.
    pub fn put_away(&mut self, id: EntryId, is_away: bool) {
        let will_answer = self.open_library().put_away(id, is_away);
        self.unanswered += usize::from(will_answer);
    }

    /// This article is shown: the next start shows it again.
    pub fn shows(&mut self, id: EntryId) {
        let shown = id.number().to_string();
        let will_answer = self.keeper.as_ref().is_some_and(|keeper| keeper.remember("shown", shown));
        self.unanswered += usize::from(will_answer);
    }

    /// Looks for words. Says whether there is a library to look in.
    pub fn find(&mut self, typed: String) -> bool {
        let will_answer = self.finder.as_ref().is_some_and(|finder| finder.find(typed));
        self.unanswered += usize::from(will_answer);
        will_answer
    }

    /// Asks the engine for its working behind the record of an article.
    pub fn trace(&mut self, id: EntryId, article: Arc<Article>) {
        let (tables, reporter) = (self.tables, self.reporter.clone());
        self.unanswered += 1;
        std::thread::spawn(move || {
            // A fault of the engine over one article costs its working only.
            let trace = std::panic::catch_unwind(|| extract::read(&article, &tables()).trace);
            reporter.report(Report::Traced { id, trace: trace.unwrap_or_default() });
        });
    }

    /// Looks for titles.
    pub fn find_titles(&mut self, typed: String) {
        let will_answer = self.finder.as_ref().is_some_and(|finder| finder.find_titles(typed));
        self.unanswered += usize::from(will_answer);
    }

    /// Changes some records. Says whether there will be an answer.
    pub fn change_many(&mut self, chunk: Chunk) -> bool {
        let will_answer = self.open_library().change_many(chunk);
        self.unanswered += usize::from(will_answer);
        will_answer
    }

    /// Saves a search under a name, or forgets the one of this name.
    pub fn save_search(&mut self, name: String, search: Option<String>) {
        let will_answer = self.open_library().save_search(name, search);
        self.unanswered += usize::from(will_answer);
    }

    /// Makes something of all articles, or of some.
    pub fn survey(&mut self, library: PathBuf, only: Option<Found>, wanted: Wanted, revision: u64) {
        let (tables, reporter) = (self.tables, self.reporter.clone());
        self.unanswered += 1;
        std::thread::spawn(move || {
            let lexicon = tables();
            let made = match wanted {
                Wanted::Gallery => gallery(&library, only.as_ref(), &lexicon)
                    .map(|gallery| Survey::Gallery(Hanging { gallery: Arc::new(gallery), revision })),
                Wanted::Concerned(edit) => {
                    let listed = only.unwrap_or_default();
                    concerned(&library, &edit, &listed)
                        .map(|ids| Survey::Concerned(Preview { edit, revision, ids }))
                }
                Wanted::Pick(label, selection) => pick(&library, only.as_ref(), &lexicon, &selection)
                    .map(|found| Survey::Picked(Picked { label, found })),
            };
            reporter.report(Report::Surveyed(made));
        });
    }

    /// Does something that reports once.
    pub fn do_aside(&mut self, work: impl FnOnce() -> Report + Send + 'static) {
        let reporter = self.reporter.clone();
        self.unanswered += 1;
        std::thread::spawn(move || reporter.report(work()));
    }

    /// Keeps what was decided of two articles.
    pub fn link(&mut self, pair: Pair, same_meeting: Option<bool>) {
        let will_answer = self.open_library().link(pair, same_meeting);
        self.unanswered += usize::from(will_answer);
    }

    /// Sorts the articles by meeting, once all is kept that was edited. Says whether there is a library to
    /// sort.
    pub fn sort_meetings(&mut self, library: PathBuf, decisions: Decisions<EntryId>) -> bool {
        let reporter = self.reporter.clone();
        let sort = move || {
            let sorted = Sorted::of(&library, &decisions);
            reporter.report(Report::Sorted { library, sorted });
        };
        let will_answer = self.open_library().when_kept(Box::new(sort));
        self.unanswered += usize::from(will_answer);
        will_answer
    }

    /// Sets two reports side by side.
    pub fn compare(&mut self, library: PathBuf, here: Side, there: Side) {
        let reporter = self.reporter.clone();
        self.unanswered += 1;
        std::thread::spawn(move || {
            reporter.report(Report::Compared(SideBySide::of(&library, here, there)));
        });
    }

    /// Begins to open something while `shown` is shown.
    pub fn open(&mut self, what: What, shown: Option<EntryId>) {
        let Some(shelf) = self.open_library().to_shelf() else { return };
        let opening = Opening::begin(what, shown, self.tables, shelf, self.reporter.clone());
        self.openings.push(opening);
    }

    /// Stops opening. Files that are being read are dropped.
    pub fn cancel_opening(&mut self) {
        for opening in &self.openings {
            opening.cancel();
        }
    }

    /// Whether something is still to come of the library.
    pub fn is_awaited(&self) -> bool {
        self.unanswered > 0 || self.is_opening()
    }

    /// Whether any opening is under way.
    pub fn is_opening(&self) -> bool {
        !self.openings.is_empty()
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

    /// Writes something, after everything that was asked for before.
    pub fn write(&mut self, write: Write) {
        let (reporter, saved_files) = (&self.reporter, &self.saved_files);
        let start = || Writer::start(reporter.clone(), saved_files.clone());
        self.writer.get_or_insert_with(start).write(write);
    }

    /// What is being written.
    pub fn writing(&mut self) -> Option<&mut Batch> {
        self.writer.as_mut().map(Writer::batch)
    }

    /// A write was reported. The last one ends the batch.
    pub fn wrote(&mut self) -> Option<Batch> {
        self.writer.as_mut()?.reported()
    }

    /// A report that has come in.
    pub fn next_report(&self) -> Option<Report> {
        self.reports.try_recv().ok()
    }

    /// Waits for a report, unless nothing is under way.
    pub fn wait_for_report(&self) -> Option<Report> {
        if self.progress().is_none() && self.unanswered == 0 {
            return self.next_report();
        }
        self.reports.recv().ok()
    }

    /// How far everything has come, while anything is under way.
    pub fn progress(&self) -> Option<Progress> {
        if !self.openings.is_empty() {
            let sum = |part: fn(&Tally) -> &AtomicUsize| -> usize {
                self.openings.iter().map(|opening| part(opening.tally()).load(Ordering::Relaxed)).sum()
            };
            let done = sum(|t| &t.done);
            let seconds = self.openings.first().map_or(0.0, |first| first.since.elapsed().as_secs_f64());
            let rate = (seconds > 1.0 && done > 0).then(|| done as f64 / seconds);
            return Some(Progress { what: UnderWay::Opening, done, of: sum(|t| &t.of), rate });
        }
        self.writer.as_ref().and_then(Writer::progress)
    }
}

impl Reporter {
    pub fn report(&self, report: Report) {
        // The app is gone only when the program ends.
        let _ = self.reports.send(report);
        (self.wake)();
    }
}
