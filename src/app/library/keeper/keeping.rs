//! The keeper at work, on its own thread.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::watch::Watch;
use super::{Admission, Ask, Change, Place, Standing};
use crate::app::bulk::Chunk;
use crate::app::jobs::{Admitted, Report, Reporter};
use crate::app::library::marks;
use crate::app::library::recover::{Shown, open_as_it_is, open_or_recover, reopen};
use crate::app::library::shelf::{Arrival, Placed, Put, Shelf};
use crate::store::{Door, EntryId, Library, LibraryError, SavedFiles, Shelved};

/// How long to wait until what the disk did not take is tried again.
const RETRY: Duration = Duration::from_secs(2);

/// What is not on disk yet of one article.
#[derive(Debug, Default)]
struct Pending {
    put: Option<Shelved>,
    change: Option<Box<Change>>,
    put_away: Option<bool>,
}

/// The thread's own state.
pub(super) struct Keeping {
    path: PathBuf,
    /// None while a damaged library waits to be recovered.
    shelf: Option<Shelf>,
    reporter: Reporter,
    pending: BTreeMap<EntryId, Pending>,
    links: BTreeMap<(EntryId, EntryId), Option<bool>>,
    remembered: BTreeMap<&'static str, String>,
    searches: BTreeMap<String, Option<String>>,
    /// How many asks wait for their answer.
    unanswered: usize,
    /// Whether the disk did not take something the last time.
    is_failing: bool,
    /// Whether making the library anew did not mend it: it is not tried again.
    has_given_up: bool,
    /// Which files may be written again without asking.
    saved_files: SavedFiles,
    /// The folder of a library for this run only, and the watch at the door of another: both end with it.
    _held: (Option<tempfile::TempDir>, Option<Watch>),
}

impl Keeping {
    /// Opens the library and tells what is in it. One that cannot be written is read; where there is none at
    /// all, what is done is kept for this run only.
    pub fn open(place: Place, saved_files: SavedFiles, reporter: Reporter) -> Option<Self> {
        let mut trouble = None;
        if let Place::File(path) = place {
            match enter(&path, &reporter, &mut trouble) {
                Ok((shown, watch)) => {
                    let held = (None, watch);
                    return Self::begin(shown, held, Standing::Kept, trouble, reporter, saved_files);
                }
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
            .and_then(Library::for_this_run_only)
            .and_then(Shown::of);
        match opened {
            Ok(shown) => {
                let held = (Some(folder), None);
                Self::begin(shown, held, Standing::ThisRunOnly, trouble, reporter, saved_files)
            }
            Err(error) => {
                reporter.report(Report::NoLibrary(error));
                None
            }
        }
    }

    fn begin(
        shown: Shown,
        held: (Option<tempfile::TempDir>, Option<Watch>),
        standing: Standing,
        trouble: Option<LibraryError>,
        reporter: Reporter,
        saved_files: SavedFiles,
    ) -> Option<Self> {
        match show(shown, standing, trouble, &reporter) {
            Ok(shelf) => Some(Self {
                path: shelf.path().to_owned(),
                shelf: Some(shelf),
                reporter,
                pending: BTreeMap::new(),
                links: BTreeMap::new(),
                remembered: BTreeMap::new(),
                searches: BTreeMap::new(),
                unanswered: 0,
                is_failing: false,
                has_given_up: false,
                saved_files,
                _held: held,
            }),
            Err(error) => {
                reporter.report(Report::NoLibrary(error));
                None
            }
        }
    }

    /// Does what is asked until nobody asks any more.
    pub fn run(mut self, asks: &Receiver<Ask>) {
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
            Ask::Recover => {
                // It must not be open here while its file gets another name.
                self.shelf = None;
                return;
            }
            Ask::Change(chunk) => {
                // What was asked before is in the library then.
                self.flush();
                return self.change(&chunk);
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
            Ask::Search(name, search) => {
                self.searches.insert(name, search);
            }
        }
        self.unanswered += 1;
    }

    fn has_pending(&self) -> bool {
        self.has_changes() || self.shelf.is_none()
    }

    fn has_changes(&self) -> bool {
        let nothing = self.pending.is_empty() && self.links.is_empty();
        !(nothing && self.remembered.is_empty() && self.searches.is_empty())
    }

    /// Opens a library again that was found to be damaged, and tells what is in it now.
    fn reopen(&mut self) {
        let opened = if self.has_given_up { open_as_it_is(&self.path) } else { reopen(&self.path) };
        let (opened, trouble) = match opened {
            Err(error @ (LibraryError::NotMended { .. } | LibraryError::NothingToRecover(_))) => {
                self.has_given_up = true;
                (open_as_it_is(&self.path), Some(error))
            }
            opened => (opened, None),
        };
        let shown = opened.and_then(|shown| show(shown, Standing::Kept, trouble, &self.reporter));
        match shown {
            Ok(shelf) => self.shelf = Some(shelf),
            Err(error) => {
                let first = !std::mem::replace(&mut self.is_failing, true);
                self.reporter.report(Report::NotKept { error, answers: usize::from(first), first });
            }
        }
    }

    /// Writes what is pending, all of it in one transaction.
    fn flush(&mut self) {
        if !self.has_pending() {
            return;
        }
        if self.shelf.is_none() {
            self.reopen();
        }
        if !self.has_changes() {
            return;
        }
        let (pending, links) = (&self.pending, &self.links);
        let (remembered, searches) = (&self.remembered, &self.searches);
        let damaged = || LibraryError::Damaged(self.path.clone());
        let shelf = self.shelf.as_mut().ok_or_else(damaged);
        let written = shelf.and_then(|shelf| {
            shelf.library.write(|writing| {
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
                remembered.iter().try_for_each(|(what, value)| writing.remember(what, value))?;
                searches.iter().try_for_each(|(name, search)| writing.save_search(name, search.as_deref()))
            })
        });
        let answers = std::mem::take(&mut self.unanswered);
        match written {
            Ok(()) => {
                let pending = std::mem::take(&mut self.pending);
                self.links.clear();
                self.remembered.clear();
                self.searches.clear();
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

    /// Changes some records, all of them or none.
    fn change(&mut self, chunk: &Chunk) {
        let damaged = || LibraryError::Damaged(self.path.clone());
        let changed = self.shelf.as_mut().ok_or_else(damaged).and_then(|shelf| {
            let changed = chunk.changed(&shelf.library)?;
            shelf.library.write(|writing| {
                changed.iter().try_for_each(|(entry, edited)| writing.keep(entry.id, edited))
            })?;
            Ok(changed.into_iter().map(|(entry, _)| entry).collect())
        });
        self.reporter.report(Report::ManyChanged(changed));
    }

    /// Puts what was opened on the shelf. What cannot be written waits with the rest, as long as it is little.
    fn admit(&mut self, admission: Admission) {
        let Admission { opening, files, done } = admission;
        let good: Vec<Vec<&Shelved>> = files
            .iter()
            .map(|file| file.iter().flatten().map(|arrival| &arrival.shelved).collect())
            .collect();
        let arrivals: Vec<&Shelved> = good.iter().flatten().copied().collect();
        let damaged = || LibraryError::Damaged(self.path.clone());
        let put = self.shelf.as_mut().ok_or_else(damaged).and_then(|shelf| {
            let placed = shelf.places(&good)?;
            let both: Vec<_> = placed.iter().copied().zip(arrivals.iter().copied()).collect();
            let written = if both.is_empty() { Ok(()) } else { shelf.put(&both) };
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
                let Arrival { shelved, opened } = match read {
                    Ok(arrival) => arrival,
                    Err(failed) => {
                        admitted.push(Admitted::Failed(failed));
                        continue;
                    }
                };
                let Some(Placed { id, put }) = placed.next() else { continue };
                if let Some(file) = &shelved.origin().saved_to {
                    // A person has opened it: it is theirs to save to.
                    self.saved_files.remember(shelved.record_id(), file);
                }
                let opened = opened.filter(|_| put != Put::Known);
                let entry = shelved.entry_as(id);
                if error.is_some() {
                    if opened.is_none() {
                        continue;
                    }
                    self.pending.entry(id).or_default().put = Some(shelved);
                }
                admitted.push(Admitted::Placed { id, put, entry, opened });
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

/// Tells what is in a library that was opened, and puts it where things can be put into it.
fn show(
    shown: Shown,
    standing: Standing,
    trouble: Option<LibraryError>,
    reporter: &Reporter,
) -> Result<Shelf, LibraryError> {
    let Shown { library, catalog, links, recovery } = shown;
    // Neither is worth doing without a library.
    let shown = library.remembered("shown").ok().flatten();
    let searches = library.searches().unwrap_or_default();
    let shelf = Shelf::of(library)?;
    let path = shelf.path().to_owned();
    reporter.report(Report::Library { path, standing, catalog, links, shown, searches, trouble, recovery });
    Ok(shelf)
}

/// Goes into a library as the one who writes to it. One that cannot be written is read, with whoever else
/// reads it.
fn enter(
    path: &Path,
    reporter: &Reporter,
    trouble: &mut Option<LibraryError>,
) -> Result<(Shown, Option<Watch>), LibraryError> {
    let opened = Door::enter(path).and_then(|door| open_or_recover(path, &door).map(|shown| (shown, door)));
    match opened {
        Ok((shown, door)) => Ok((shown, Some(Watch::start(door, reporter.clone())))),
        Err(error) => read_only(path, error, trouble).and_then(Shown::of).map(|shown| (shown, None)),
    }
}

/// A library that cannot be written may still be read.
fn read_only(
    path: &Path,
    error: LibraryError,
    trouble: &mut Option<LibraryError>,
) -> Result<Library, LibraryError> {
    use LibraryError::{CannotOpen, DiskFails, DiskFull, ReadOnly};
    if !matches!(error, ReadOnly(_) | CannotOpen(_) | DiskFull(_) | DiskFails(_)) {
        return Err(error);
    }
    let library = Library::open_for_reading(path, marks).map_err(|_| error)?;
    *trouble = Some(LibraryError::ForReading(path.to_owned()));
    Ok(library)
}
