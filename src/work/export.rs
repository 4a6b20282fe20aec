//! Records of a library on their way into a file or several, taken out one by one, so that many need no more
//! memory than one.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::{thread, time::Duration};

use super::stored::marks;
use crate::across::{ConditionError, Conditions};
use crate::export::{Contents, ExportFormat, Preview, Spool};
use crate::model::{CancelToken, EntryId, Record, ReviewStatus};
use crate::store::{Library, LibraryError, StoreError, unnamed_file, write_file, write_folder, write_zip};

/// How often it is told how far an export has come.
const OFTEN: Duration = Duration::from_millis(100);

/// Which records of a library are exported, and how.
#[derive(Clone, Debug)]
pub struct Export {
    /// Which records, in which order.
    pub ids: Vec<EntryId>,
    /// Those that need not be taken out of the library.
    pub in_memory: BTreeMap<EntryId, Arc<Record>>,
    /// The format.
    pub format: &'static ExportFormat,
    /// What of each record.
    pub contents: Contents,
}

/// How far an export has come, and whether anybody wants it still. Whoever has a copy can cancel it.
#[derive(Clone, Debug, Default)]
pub struct ExportRun {
    done: Arc<AtomicUsize>,
    /// Of how many records.
    pub of: usize,
    cancel: CancelToken,
}

/// Why nothing can be exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A condition was not understood.
    #[error(transparent)]
    Condition(#[from] ConditionError),
    /// The library could not be read.
    #[error(transparent)]
    Library(#[from] LibraryError),
}

impl ExportRun {
    /// A run of so many records.
    pub fn of(export: &Export) -> Self {
        Self { of: export.ids.len(), ..Self::default() }
    }

    /// How many records are done.
    pub fn done(&self) -> usize {
        self.done.load(Ordering::Relaxed)
    }

    /// Tells every little while how many records are done, while something is written.
    pub fn while_told<T>(&self, tell: impl Fn(usize) + Sync, write: impl FnOnce() -> T) -> T {
        thread::scope(|scope| {
            let (over, is_over) = channel::<()>();
            scope.spawn(|| {
                let is_over = is_over;
                while is_over.recv_timeout(OFTEN) == Err(RecvTimeoutError::Timeout) {
                    tell(self.done());
                }
            });
            let written = write();
            drop(over);
            written
        })
    }

    /// Nobody wants it any more.
    pub fn cancel(&self) {
        self.cancel.cancel();
    }

    /// Whether nobody wants it any more.
    pub fn is_cancelled(&self) -> bool {
        self.cancel.is_cancelled()
    }
}

impl Export {
    /// Everything that is reviewed, or everything that there is, as far as it fits the conditions: those of
    /// [`Conditions`]. Where these say how far the review must have come, that counts.
    ///
    /// # Errors
    /// If a condition is not understood, or the library cannot be read.
    pub fn of(
        library: &Library,
        all: bool,
        conditions: &str,
        format: &'static ExportFormat,
        contents: Contents,
    ) -> Result<Self, ExportError> {
        let conditions = Conditions::read(conditions)?;
        let all = all || conditions.name_a_status();
        let found = library.find(&conditions.words)?;
        let mut ids = Vec::new();
        library.entries(|entry| {
            let is_wanted = !entry.is_put_away && (all || entry.status == ReviewStatus::Reviewed);
            if is_wanted && found.as_ref().is_none_or(|found| found.has(entry.id)) && conditions.hold(&entry)
            {
                ids.push(entry.id);
            }
        })?;
        Ok(Self { ids, in_memory: BTreeMap::new(), format, contents })
    }

    /// Writes the records of the library in this file to a file, a folder or a packed bundle.
    ///
    /// # Errors
    /// Says what is the matter and what to do. Nothing is left behind then.
    pub fn write_from(&self, library: &Path, to: &Path, run: &ExportRun) -> Result<(), StoreError> {
        let opened = Library::open_for_reading(library, marks);
        let library = opened.map_err(|error| no_content(to, &error))?;
        self.write_to(&library, to, run)
    }

    /// Writes the records to a file, a folder or a packed bundle.
    ///
    /// # Errors
    /// Says what is the matter and what to do. Nothing is left behind then.
    pub fn write_to(&self, library: &Library, to: &Path, run: &ExportRun) -> Result<(), StoreError> {
        if self.format.most_rows.is_some() {
            // That there is no room is told before anything is written.
            let preview = self.preview(library, &run.cancel).map_err(|error| no_content(to, &error))?;
            if let Some(objection) = self.format.objection(&preview) {
                return Err(no_content(to, &objection));
            }
        }
        match (self.format.is_bundle(), ExportFormat::is_packed(to)) {
            (false, _) => write_file(to, |out| self.write(library, Some(to), out, run)),
            (true, true) => write_zip(to, |begin| self.write_bundle(library, begin, run)),
            (true, false) => write_folder(to, |begin| self.write_bundle(library, begin, run)),
        }
    }

    /// Writes the records as one file. What has to wait is set aside beside this path.
    ///
    /// # Errors
    /// When `out` takes no more, the library cannot be read, or nobody wants it any more.
    pub fn write(
        &self,
        library: &Library,
        beside: Option<&Path>,
        out: &mut (dyn Write + Send),
        run: &ExportRun,
    ) -> io::Result<()> {
        let mut records = self.records(library, run);
        let written = self.format.write(records.by_ref(), self.contents, &mut || set_aside(beside), out);
        records.failed.map_or(written, Err)
    }

    fn write_bundle(
        &self,
        library: &Library,
        begin: &mut dyn FnMut(&str) -> io::Result<Box<dyn Write + Send>>,
        run: &ExportRun,
    ) -> io::Result<()> {
        let mut records = self.records(library, run);
        let written = self.format.write_bundle(records.by_ref(), self.contents, begin);
        records.failed.map_or(written, Err)
    }

    /// What the export would hold: how many rows of each table, and the first of them.
    ///
    /// # Errors
    /// If the library cannot be read, or nobody wants to know any more.
    pub fn preview(&self, library: &Library, cancel: &CancelToken) -> io::Result<Preview> {
        let run = ExportRun { cancel: cancel.clone(), of: self.ids.len(), ..ExportRun::default() };
        let mut records = self.records(library, &run);
        let preview = Preview::of(records.by_ref().map(|record| self.contents.of(record)), self.contents);
        records.failed.map_or(Ok(preview), Err)
    }

    fn records<'r>(&'r self, library: &'r Library, run: &'r ExportRun) -> Records<'r> {
        Records { ids: self.ids.iter(), export: self, library, run, failed: None }
    }
}

/// The records of an export, until one cannot be read or nobody wants them any more.
struct Records<'r> {
    ids: std::slice::Iter<'r, EntryId>,
    export: &'r Export,
    library: &'r Library,
    run: &'r ExportRun,
    /// Why there are no more.
    failed: Option<io::Error>,
}

impl<'r> Iterator for Records<'r> {
    type Item = Cow<'r, Record>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let id = self.ids.next()?;
            if self.run.is_cancelled() {
                self.failed = Some(io::Error::other("the export was stopped"));
                return None;
            }
            self.run.done.fetch_add(1, Ordering::Relaxed);
            if let Some(record) = self.export.in_memory.get(id) {
                return Some(Cow::Borrowed(record));
            }
            match self.library.record(*id) {
                // It may have been deleted since.
                Ok(None) => {}
                Ok(Some(record)) => return Some(Cow::Owned(record)),
                Err(error) => {
                    self.failed = Some(io::Error::other(error));
                    return None;
                }
            }
        }
    }
}

/// A place for what waits to be written, which goes as soon as nobody has it open.
pub fn set_aside(beside: Option<&Path>) -> io::Result<Box<dyn Spool>> {
    Ok(Box::new(unnamed_file(beside)?))
}

/// What was to be written could not be had.
fn no_content(to: &Path, what: &impl ToString) -> StoreError {
    StoreError::NoContent { path: to.to_owned(), what: what.to_string() }
}
