//! The writer at work, on its own thread.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::pending::Pending;
use super::report::{Admitted, LibraryReport, Opened};
use super::watch::Watch;
use super::{Admission, Ask, Place};
use crate::review::Durability;
use crate::store::{Door, Library, LibraryError, SavedFiles, Shelved};
use crate::work::background::Ticket;
use crate::work::bulk::Chunk;
use crate::work::inbox::Outbox;
use crate::work::recover::{Shown, open_as_it_is, open_or_recover, reopen};
use crate::work::shelf::{Arrival, Placed, Shelf};
use crate::work::stored::marks;

/// How long to wait until what the disk did not take is tried again.
const RETRY: Duration = Duration::from_secs(2);

/// The thread's own state.
pub(super) struct WriterThread {
    path: PathBuf,
    /// None while a damaged library waits to be recovered.
    shelf: Option<Shelf>,
    reports: Outbox<LibraryReport>,
    pending: Pending,
    /// Whether the disk did not take something the last time.
    is_failing: bool,
    /// Whether making the library anew did not mend it: it is not tried again.
    has_given_up: bool,
    /// Which files may be written again without asking.
    saved_files: SavedFiles,
    /// The folder of a library for this run only, and the watch at the door of another: both end with it.
    _held: (Option<tempfile::TempDir>, Option<Watch>),
}

impl WriterThread {
    /// Opens the library and tells what is in it. One that cannot be written is read; where there is none at
    /// all, what is done is kept for this run only.
    pub fn open(place: Place, saved_files: SavedFiles, reports: Outbox<LibraryReport>) -> Option<Self> {
        let mut trouble = None;
        if let Place::File(path) = place {
            match enter(&path, &reports, &mut trouble) {
                Ok((shown, watch)) => {
                    let held = (None, watch);
                    return Self::begin(shown, held, Durability::Kept, trouble, reports, saved_files);
                }
                Err(error) => trouble = Some(error),
            }
        }
        let folder = match tempfile::tempdir() {
            Ok(folder) => folder,
            Err(error) => {
                let path = std::env::temp_dir();
                let what = error.to_string();
                reports.send(LibraryReport::NoLibrary(LibraryError::Other { path, what }));
                return None;
            }
        };
        let opened = Library::open(&folder.path().join("library.chancery"), marks)
            .and_then(Library::for_this_run_only)
            .and_then(Shown::of);
        match opened {
            Ok(shown) => {
                let held = (Some(folder), None);
                Self::begin(shown, held, Durability::ThisRunOnly, trouble, reports, saved_files)
            }
            Err(error) => {
                reports.send(LibraryReport::NoLibrary(error));
                None
            }
        }
    }

    fn begin(
        shown: Shown,
        held: (Option<tempfile::TempDir>, Option<Watch>),
        durability: Durability,
        trouble: Option<LibraryError>,
        reports: Outbox<LibraryReport>,
        saved_files: SavedFiles,
    ) -> Option<Self> {
        match show(shown, durability, trouble, &reports) {
            Ok(shelf) => Some(Self {
                path: shelf.path().to_owned(),
                shelf: Some(shelf),
                reports,
                pending: Pending::default(),
                is_failing: false,
                has_given_up: false,
                saved_files,
                _held: held,
            }),
            Err(error) => {
                reports.send(LibraryReport::NoLibrary(error));
                None
            }
        }
    }

    /// Does what is asked until nobody asks any more.
    pub fn run(mut self, asks: &Receiver<(Ask, Ticket)>) {
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
            for (ask, ticket) in first.into_iter().chain(asks.try_iter()) {
                let waits = self.do_or_note(ask);
                self.pending.tickets.extend(waits.then_some(ticket));
            }
            self.flush();
        }
        // The last try.
        self.flush();
    }

    /// Does what is asked, or notes it as pending. Says whether whoever asked has to wait for what is pending.
    fn do_or_note(&mut self, ask: Ask) -> bool {
        match ask {
            Ask::Admit(admission) => {
                self.flush();
                self.admit(admission);
                return false;
            }
            Ask::Recover(readers) => {
                // It must not be open anywhere while its file gets another name.
                drop(readers);
                self.shelf = None;
            }
            Ask::Change(chunk) => {
                // What was asked before is in the library then.
                self.flush();
                self.change(&chunk);
                return false;
            }
            Ask::WhenKept(begin) => {
                self.flush();
                begin();
                return false;
            }
            Ask::Keep(unkept) => self.pending.keep(unkept),
            Ask::Filed(id, position, path) => {
                self.pending.filed(id, position, path);
            }
            Ask::PutAway(id, is_away) => self.pending.put_away(id, is_away),
            Ask::Delete(id, is_deleted) => self.pending.delete(id, is_deleted),
            Ask::Link(pair, same_meeting) => self.pending.link(pair, same_meeting),
            Ask::Remember(what, value) => self.pending.remember(what, value),
            Ask::Worked(worked) => self.pending.worked(worked),
            Ask::Search(name, search) => self.pending.save_search(name, search),
        }
        true
    }

    fn has_pending(&self) -> bool {
        !self.pending.is_empty() || self.shelf.is_none()
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
        let shown = opened.and_then(|shown| show(shown, Durability::Kept, trouble, &self.reports));
        match shown {
            Ok(shelf) => self.shelf = Some(shelf),
            Err(error) => {
                let first = !std::mem::replace(&mut self.is_failing, true);
                if first {
                    self.reports.send(LibraryReport::NotKept { error, first });
                }
            }
        }
    }

    /// Writes what is pending, all of it in one transaction.
    fn flush(&mut self) {
        if self.shelf.is_none() {
            self.reopen();
        }
        if self.pending.is_empty() {
            return self.pending.tickets.clear();
        }
        let damaged = || LibraryError::Damaged(self.path.clone());
        let pending = &self.pending;
        let written = self.shelf.as_mut().ok_or_else(damaged);
        let written = written.and_then(|shelf| shelf.library.write(|writing| pending.write(writing)));
        let tickets = std::mem::take(&mut self.pending.tickets);
        match written {
            Ok(()) => {
                let kept = self.pending.take_written();
                let again = std::mem::take(&mut self.is_failing);
                self.reports.send(LibraryReport::Kept { kept, again });
            }
            Err(error) => {
                let first = !std::mem::replace(&mut self.is_failing, true);
                if first || !tickets.is_empty() {
                    self.reports.send(LibraryReport::NotKept { error, first });
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
        self.reports.send(LibraryReport::ManyChanged(changed));
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
                self.reports.send(LibraryReport::Admitted { opening, files: Vec::new(), error: Some(error) });
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
                let opened = opened.filter(|_| put.is_written());
                let entry = shelved.entry_as(id);
                let source = shelved.origin().source.clone();
                let is_looked_for = shelved.is_looked_for();
                if error.is_some() {
                    if opened.is_none() {
                        continue;
                    }
                    self.pending.put(id, shelved);
                }
                admitted.push(Admitted::Placed { id, put, source, entry, opened, is_looked_for });
            }
        }
        if goes_on {
            self.reports.send(LibraryReport::Admitted { opening, files: admitted, error: None });
        } else {
            self.is_failing = true;
            self.reports.send(LibraryReport::Admitted { opening, files: admitted, error });
        }
        let _ = done.send(goes_on);
    }
}

/// Tells what is in a library that was opened, and puts it where things can be put into it.
fn show(
    shown: Shown,
    durability: Durability,
    trouble: Option<LibraryError>,
    reports: &Outbox<LibraryReport>,
) -> Result<Shelf, LibraryError> {
    let Shown { library, catalog, links, recovery } = shown;
    // Neither is worth doing without a library.
    let shown = library.remembered("shown").ok().flatten();
    let searches = library.searches().unwrap_or_default();
    let shelf = Shelf::of(library)?;
    let path = shelf.path().to_owned();
    let reader = || Library::open_for_reading(&path, marks);
    let readers = reader().and_then(|first| Ok([first, reader()?, reader()?]));
    reports.send(LibraryReport::Opened(Box::new(Opened {
        durability,
        catalog,
        links,
        shown,
        searches,
        trouble,
        recovery,
        readers,
        path,
    })));
    Ok(shelf)
}

/// Goes into a library as the one who writes to it. One that cannot be written is read, with whoever else
/// reads it.
fn enter(
    path: &Path,
    reports: &Outbox<LibraryReport>,
    trouble: &mut Option<LibraryError>,
) -> Result<(Shown, Option<Watch>), LibraryError> {
    let opened = Door::enter(path).and_then(|door| open_or_recover(path, &door).map(|shown| (shown, door)));
    match opened {
        Ok((shown, door)) => Ok((shown, Some(Watch::start(door, reports.clone())))),
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
