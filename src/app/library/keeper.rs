//! The thread that alone writes to the library. It keeps every edit as soon as it is made, puts what was
//! opened on the shelf, and holds on to what the disk does not take until it does.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::marks;
use super::shelf::{Arrival, Placed, Put, Shelf};
use crate::app::OpenError;
use crate::app::document::Opened;
use crate::app::jobs::{Admitted, OpeningId, Report, Reporter};
use crate::model::Record;
use crate::store::{
    Edited, EntryId, Library, LibraryError, Marks, Origin, Shelved, StoredHistory, StoredStep,
};

/// How long to wait until what the disk did not take is tried again.
const RETRY: Duration = Duration::from_secs(2);

/// Which library to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Place {
    /// The one in this file.
    File(PathBuf),
    /// One for this run of the program only.
    ThisRun,
}

/// What becomes of edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Standing {
    /// They are in the library's file, for good.
    Kept,
    /// They are gone with the window, unless they are saved as files.
    ThisRunOnly,
}

/// A record after an edit.
#[derive(Clone, Debug)]
pub(in crate::app) struct Change {
    pub id: EntryId,
    /// Which of the document's states it is.
    pub revision: u64,
    pub record: Arc<Record>,
    pub origin: Origin,
    pub marks: Marks,
    /// Whether its own file holds it as it stands.
    pub is_filed: bool,
    /// The record before its first step, with the first step.
    pub base: Option<Arc<Record>>,
    /// How many of the steps that are stored stay.
    pub stay: usize,
    /// The steps after these: label, before, after.
    pub steps: Vec<(String, Arc<Record>, Arc<Record>)>,
    /// How many of all steps are in effect.
    pub position: usize,
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
}

/// What an opening has read.
pub(in crate::app) struct Admission {
    pub opening: OpeningId,
    /// What became of each file.
    pub files: Vec<Vec<Result<Arrival, OpenError>>>,
    /// How many of the documents the window wants at hand.
    pub wanted: usize,
    /// Told when all of it is on disk, with whether more can be taken.
    pub done: Sender<bool>,
}

/// The thread that keeps the library.
pub(in crate::app) struct Keeper {
    /// Taken away to end the thread.
    queue: Option<Sender<Ask>>,
    thread: Option<JoinHandle<()>>,
    /// What is shown, to be shown again by the next start.
    pub shown: Option<EntryId>,
}

/// How an opening reaches the keeper.
#[derive(Clone)]
pub(in crate::app) struct ToShelf(Sender<Ask>);

impl ToShelf {
    /// Puts what was opened on the shelf. Says whether there is still a keeper.
    pub fn admit(&self, admission: Admission) -> bool {
        self.0.send(Ask::Admit(admission)).is_ok()
    }
}

impl Keeper {
    /// Opens the library and keeps it.
    pub fn start(place: Place, reporter: Reporter) -> Self {
        let (queue, asks) = channel();
        let thread = thread::spawn(move || {
            if let Some(keeping) = Keeping::open(place, reporter) {
                keeping.run(&asks);
            }
        });
        Self { queue: Some(queue), thread: Some(thread), shown: None }
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

    fn ask(&self, ask: Ask) -> bool {
        self.queue.as_ref().is_some_and(|queue| queue.send(ask).is_ok())
    }
}

impl Drop for Keeper {
    /// Nothing that was asked to be kept is left behind.
    fn drop(&mut self) {
        if let Some(shown) = self.shown {
            self.ask(Ask::Remember("shown", shown.number().to_string()));
        }
        self.queue = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What is not on disk yet of one article.
#[derive(Debug, Default)]
struct Pending {
    put: Option<Shelved>,
    change: Option<Box<Change>>,
    put_away: Option<bool>,
}

/// The thread's own state.
struct Keeping {
    shelf: Shelf,
    reporter: Reporter,
    pending: BTreeMap<EntryId, Pending>,
    links: BTreeMap<(EntryId, EntryId), Option<bool>>,
    remembered: BTreeMap<&'static str, String>,
    /// How many asks wait for their answer.
    unanswered: usize,
    /// Whether the disk did not take something the last time.
    is_failing: bool,
    /// Goes with the library for this run.
    _folder: Option<tempfile::TempDir>,
}

impl Keeping {
    /// Opens the library and tells what is in it. One that cannot be written is read; where there is none at
    /// all, what is done is kept for this run only.
    fn open(place: Place, reporter: Reporter) -> Option<Self> {
        let mut trouble = None;
        if let Place::File(path) = place {
            match Library::open(&path, marks).or_else(|error| read_only(&path, error, &mut trouble)) {
                Ok(library) => return Self::begin(library, None, Standing::Kept, trouble, reporter),
                Err(error) => trouble = Some(error),
            }
        }
        let folder = match tempfile::tempdir() {
            Ok(folder) => folder,
            Err(error) => {
                let path = std::env::temp_dir();
                let what = error.to_string();
                reporter.report(Report::NoLibrary(LibraryError::Other { path, what }));
                return None;
            }
        };
        let opened = Library::open(&folder.path().join("library.chancery"), marks)
            .and_then(Library::for_this_run_only);
        match opened {
            Ok(library) => Self::begin(library, Some(folder), Standing::ThisRunOnly, trouble, reporter),
            Err(error) => {
                reporter.report(Report::NoLibrary(error));
                None
            }
        }
    }

    fn begin(
        library: Library,
        folder: Option<tempfile::TempDir>,
        standing: Standing,
        trouble: Option<LibraryError>,
        reporter: Reporter,
    ) -> Option<Self> {
        let mut entries = Vec::new();
        let read = library.entries(|entry| entries.push(entry)).and_then(|()| library.links());
        let shown = library.remembered("shown").ok().flatten();
        let (links, error) = read.map_or_else(|error| (Vec::new(), Some(error)), |links| (links, None));
        let trouble = trouble.or(error);
        match Shelf::of(library) {
            Ok(shelf) => {
                let path = shelf.path().to_owned();
                reporter.report(Report::Library { path, standing, entries, links, shown, trouble });
                Some(Self {
                    shelf,
                    reporter,
                    pending: BTreeMap::new(),
                    links: BTreeMap::new(),
                    remembered: BTreeMap::new(),
                    unanswered: 0,
                    is_failing: false,
                    _folder: folder,
                })
            }
            Err(error) => {
                reporter.report(Report::NoLibrary(error));
                None
            }
        }
    }

    /// Does what is asked until nobody asks any more.
    fn run(mut self, asks: &Receiver<Ask>) {
        loop {
            let first = match self.has_pending() {
                false => asks.recv().map_err(|_| RecvTimeoutError::Disconnected),
                true => asks.recv_timeout(RETRY),
            };
            let first = match first {
                Ok(ask) => Some(ask),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => break,
            };
            // What has come in meanwhile is kept in one go.
            for ask in first.into_iter().chain(asks.try_iter()) {
                self.take(ask);
            }
            self.flush();
        }
        // The last try.
        self.flush();
    }

    fn take(&mut self, ask: Ask) {
        match ask {
            Ask::Admit(admission) => {
                self.flush();
                return self.admit(admission);
            }
            Ask::Keep(change) => {
                let pending = self.pending.entry(change.id).or_default();
                pending.change = Some(match pending.change.take() {
                    Some(earlier) => Box::new(earlier.followed_by(*change)),
                    None => change,
                });
            }
            Ask::PutAway(id, is_away) => self.pending.entry(id).or_default().put_away = Some(is_away),
            Ask::Link(pair, same_meeting) => {
                self.links.insert(pair, same_meeting);
            }
            Ask::WhenKept(then) => {
                self.flush();
                thread::spawn(then);
                return;
            }
            Ask::Remember(what, value) => {
                self.remembered.insert(what, value);
            }
        }
        self.unanswered += 1;
    }

    fn has_pending(&self) -> bool {
        !self.pending.is_empty() || !self.links.is_empty() || !self.remembered.is_empty()
    }

    /// Writes what is pending, all of it in one transaction.
    fn flush(&mut self) {
        if !self.has_pending() {
            return;
        }
        let (pending, links, remembered) = (&self.pending, &self.links, &self.remembered);
        let written = self.shelf.library.write(|writing| {
            for (&id, pending) in pending {
                if let Some(shelved) = &pending.put {
                    writing.put(id, shelved)?;
                }
                if let Some(change) = &pending.change {
                    writing.keep(id, &change.edited())?;
                }
                if let Some(is_away) = pending.put_away {
                    writing.put_away(id, is_away)?;
                }
            }
            links.iter().try_for_each(|(pair, same)| writing.link(pair.0, pair.1, *same))?;
            remembered.iter().try_for_each(|(what, value)| writing.remember(what, value))
        });
        let answers = std::mem::take(&mut self.unanswered);
        match written {
            Ok(()) => {
                let pending = std::mem::take(&mut self.pending);
                self.links.clear();
                self.remembered.clear();
                let kept = pending
                    .into_iter()
                    .map(|(id, pending)| (id, pending.change.map_or(0, |change| change.revision)));
                let again = std::mem::take(&mut self.is_failing);
                self.reporter.report(Report::Kept { kept: kept.collect(), answers, again });
            }
            Err(error) => {
                let first = !std::mem::replace(&mut self.is_failing, true);
                if first || answers > 0 {
                    self.reporter.report(Report::NotKept { error, answers, first });
                }
            }
        }
    }

    /// Puts what was opened on the shelf. What cannot be written waits with the rest, as long as it is little.
    fn admit(&mut self, admission: Admission) {
        let Admission { opening, files, mut wanted, done } = admission;
        let good: Vec<Vec<&Arrival>> =
            files.iter().map(|file| file.iter().filter_map(|read| read.as_ref().ok()).collect()).collect();
        let arrivals: Vec<&Arrival> = good.iter().flatten().copied().collect();
        let put = self.shelf.places(&good).and_then(|placed| {
            let both: Vec<_> = placed.iter().copied().zip(arrivals.iter().copied()).collect();
            let written = if both.is_empty() { Ok(()) } else { self.shelf.put(&both) };
            Ok((placed, written.err()))
        });
        let (placed, error) = match put {
            Ok(put) => put,
            Err(error) => {
                self.reporter.report(Report::Admitted { opening, files: Vec::new(), error: Some(error) });
                let _ = done.send(false);
                return;
            }
        };
        let goes_on = error.is_none();
        let mut placed = placed.into_iter();
        let mut admitted = Vec::new();
        for file in files {
            for read in file {
                let arrival = match read {
                    Ok(arrival) => arrival,
                    Err(failed) => {
                        admitted.push(Admitted::Failed(failed));
                        continue;
                    }
                };
                let Some(Placed { id, put }) = placed.next() else { continue };
                let is_wanted = wanted > 0 && put != Put::Known;
                if error.is_some() {
                    if !is_wanted {
                        continue;
                    }
                    self.pending.entry(id).or_default().put = Some(arrival.shelved.clone());
                }
                wanted -= usize::from(is_wanted);
                admitted.push(Admitted::Placed {
                    id,
                    put,
                    entry: arrival.shelved.entry_as(id),
                    opened: is_wanted.then(|| Box::new(Opened::from(arrival))),
                });
            }
        }
        if goes_on {
            self.reporter.report(Report::Admitted { opening, files: admitted, error: None });
        } else {
            self.is_failing = true;
            self.reporter.report(Report::Admitted { opening, files: admitted, error });
        }
        let _ = done.send(goes_on);
    }
}

/// A library that cannot be written may still be read.
fn read_only(
    path: &std::path::Path,
    error: LibraryError,
    trouble: &mut Option<LibraryError>,
) -> Result<Library, LibraryError> {
    use LibraryError::{CannotOpen, DiskFull, ReadOnly};
    if !matches!(error, ReadOnly(_) | CannotOpen(_) | DiskFull(_)) {
        return Err(error);
    }
    let library = Library::open_for_reading(path, marks).map_err(|_| error)?;
    *trouble = Some(LibraryError::ForReading(path.to_owned()));
    Ok(library)
}

impl Change {
    /// Both changes as one.
    fn followed_by(mut self, later: Self) -> Self {
        if later.stay >= self.stay {
            self.steps.truncate(later.stay - self.stay);
            self.steps.extend(later.steps);
            Self { base: later.base.or(self.base), stay: self.stay, steps: self.steps, ..later }
        } else {
            Self { base: later.base.or(self.base), ..later }
        }
    }

    /// What is written of it.
    fn edited(&self) -> Edited {
        let step = |(label, before, after): &(String, Arc<Record>, Arc<Record>)| {
            StoredStep::between(label, before, after)
        };
        Edited {
            shelved: Shelved::of(&self.record, self.origin.clone(), self.marks),
            is_filed: self.is_filed,
            base: self.base.as_ref().map(|base| StoredHistory::base_of(base)),
            stay: self.stay,
            steps: self.steps.iter().map(step).collect(),
            position: self.position,
        }
    }
}
