//! Writing files in the background, one after the other in the order asked for, so that of two saves
//! of a record the later one wins.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

use super::background::{Background, Ticket};
use super::export::{Export, ExportRun};
use super::failures::Failures;
use super::inbox::{Inbox, Outbox};
use super::stored::marks;
use super::writer::ToLibrary;
use crate::across::SideBySide;
use crate::charts::{Format, Gallery};
use crate::model::{EntryId, Record};
use crate::store::{Library, LibraryError, SavedFiles, StoreError, Taken, write_file, write_new_file};

/// Something to write.
pub enum Write {
    /// A record as JSON.
    Record {
        /// Whose it is.
        id: EntryId,
        /// The record.
        record: Arc<Record>,
        /// How many steps of its history are in it.
        position: usize,
        /// Where to.
        to: Target,
        /// The library that is told of the file.
        library: ToLibrary,
    },
    /// A record as JSON, as the library has it.
    Kept {
        /// Whose it is.
        id: EntryId,
        /// Where to.
        to: Target,
        /// The library that it is in.
        from: PathBuf,
        /// The same library, which is told of the file.
        library: ToLibrary,
    },
    /// Records in a format of their own.
    Export {
        /// The library that they are in.
        library: PathBuf,
        /// Which, and how.
        export: Export,
        /// The file, or the folder of several.
        to: PathBuf,
        /// How far it has come.
        run: ExportRun,
    },
    /// A picture.
    Picture {
        /// The gallery that it hangs in.
        gallery: Arc<Gallery>,
        /// Its place there.
        number: usize,
        /// As what it is saved.
        format: Format,
        /// The file.
        to: PathBuf,
    },
    /// Two reports side by side, as a page.
    Comparison {
        /// The two.
        compared: Box<SideBySide>,
        /// The file.
        to: PathBuf,
    },
    /// Something of which nothing is told unless it fails.
    Quietly(Box<dyn FnOnce() -> Result<(), StoreError> + Send>),
}

/// Where a record is written to.
pub enum Target {
    /// This file, which may be there already.
    File(PathBuf),
    /// The file that the library says it was saved to: only if it was, and the record is still there.
    Own(PathBuf),
    /// A new file in this folder named after the article, or of a similar name if there is one already.
    NewIn {
        /// The folder.
        folder: PathBuf,
    },
}

/// What became of something that was to be written.
#[derive(Debug)]
pub enum FileReport {
    /// A record is on disk.
    Record { id: EntryId, record: Arc<Record>, path: PathBuf },
    /// A record of the library is on disk, with so many steps of its history.
    Kept { id: EntryId, position: usize, path: PathBuf },
    /// A picture or a page is on disk.
    Saved(PathBuf),
    /// An export is on disk.
    Export { path: PathBuf, count: usize },
    /// An export was stopped, and nothing is left of it.
    Stopped(PathBuf),
    /// Something is on disk of which nothing is told.
    Quiet,
    /// A record was not written to the file that its library names: this program has not saved it there.
    NotItsOwn { id: EntryId, path: PathBuf },
    /// Something was not written.
    Failed(StoreError),
}

/// The thread that writes, as its owner sees it.
#[derive(Debug)]
pub struct FileWriter {
    reports: Outbox<FileReport>,
    inbox: Inbox<FileReport>,
    /// Which files may be written again without asking.
    saved_files: SavedFiles,
    /// Taken away to end the thread.
    queue: Option<Sender<(Write, Ticket)>>,
    /// Started with the first write.
    thread: Option<JoinHandle<()>>,
    batch: Batch,
    /// Exports that were asked for, until all is written.
    exports: Vec<ExportRun>,
}

/// What was written from one moment of rest to the next.
#[derive(Debug, Default)]
pub struct Batch {
    done: usize,
    of: usize,
    /// How many records are on disk.
    pub saved: usize,
    /// The last of them.
    pub last_saved: Option<PathBuf>,
    /// What was not written.
    pub failures: Failures,
}

impl FileWriter {
    /// Nothing is written yet.
    pub fn new(background: &Background, saved_files: SavedFiles) -> Self {
        let (reports, inbox) = Inbox::new(background);
        Self {
            reports,
            inbox,
            saved_files,
            queue: None,
            thread: None,
            batch: Batch::default(),
            exports: Vec::new(),
        }
    }

    /// Writes something, after everything that was asked for before.
    pub fn write(&mut self, write: Write) {
        let Self { reports, saved_files, thread, .. } = self;
        let queue = self.queue.get_or_insert_with(|| {
            let (queue, writes) = channel::<(Write, Ticket)>();
            let (reports, saved_files) = (reports.clone(), saved_files.clone());
            *thread = Some(thread::spawn(move || {
                let mut reading = Reading::default();
                for (write, _ticket) in writes {
                    reports
                        .send(perform(write, &mut reading, &saved_files).unwrap_or_else(FileReport::Failed));
                }
            }));
            queue
        });
        if let Write::Export { run, .. } = &write {
            self.exports.push(run.clone());
        }
        if queue.send((write, self.reports.ticket())).is_ok() {
            self.batch.of += 1;
        }
    }

    /// What became of the next thing.
    pub fn receive(&self) -> Option<FileReport> {
        self.inbox.receive()
    }

    /// What is being written.
    pub fn batch(&mut self) -> &mut Batch {
        &mut self.batch
    }

    /// A write was received. The last one ends the batch.
    pub fn received(&mut self) -> Option<Batch> {
        self.batch.done += 1;
        let is_over = self.batch.done >= self.batch.of;
        if is_over {
            self.exports.clear();
        }
        is_over.then(|| std::mem::take(&mut self.batch))
    }

    /// How many records are exported, and of how many, while any are.
    pub fn exporting(&self) -> Option<(usize, usize)> {
        let steps = self.exports.iter().map(|run| (run.done().min(run.of), run.of));
        steps.reduce(|(done, of), (more, of_more)| (done + more, of + of_more))
    }

    /// Stops every export. Nothing is left of those that are under way.
    pub fn stop_exports(&self) {
        self.exports.iter().for_each(ExportRun::cancel);
    }

    /// How many are written, and of how many, while anything is.
    pub fn progress(&self) -> Option<(usize, usize)> {
        let Batch { done, of, .. } = self.batch;
        (of > 0).then_some((done, of))
    }

    /// Nothing more will be written; what was asked for is, by and by.
    pub fn finish(&mut self) {
        self.queue = None;
    }
}

impl Drop for FileWriter {
    /// Nothing that was asked to be saved is left behind.
    fn drop(&mut self) {
        self.queue = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl fmt::Debug for Write {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Record { .. } => "Record",
            Self::Kept { .. } => "Kept",
            Self::Export { .. } => "Export",
            Self::Picture { .. } => "Picture",
            Self::Comparison { .. } => "Comparison",
            Self::Quietly(_) => "Quietly",
        })
    }
}

/// The library that records were taken out of last: for many it is opened once.
#[derive(Default)]
struct Reading(Option<Library>);

impl Reading {
    fn of(&mut self, path: &Path) -> Result<&Library, LibraryError> {
        self.0.take_if(|library| library.path() != path);
        match &mut self.0 {
            Some(library) => Ok(library),
            none => Ok(none.insert(Library::open_for_reading(path, marks)?)),
        }
    }
}

fn perform(write: Write, reading: &mut Reading, saved_files: &SavedFiles) -> Result<FileReport, StoreError> {
    match write {
        Write::Record { id, record, to: Target::Own(path), .. }
            if !saved_files.may_replace(&record.id, &path) =>
        {
            Ok(FileReport::NotItsOwn { id, path })
        }
        Write::Record { id, record, position, to, library } => {
            let path = real(write_record(&record, to)?);
            saved_files.remember(&record.id, &path);
            library.filed(id, position, path.clone());
            Ok(FileReport::Record { id, record, path })
        }
        Write::Kept { id, to, from, library } => {
            let unreadable = |error: LibraryError| StoreError::Unwritable {
                path: to.path().to_owned(),
                source: std::io::Error::other(error),
            };
            let taken = reading.of(&from).and_then(|library| library.take(id)).map_err(unreadable)?;
            let gone = || unreadable(LibraryError::Damaged(from.clone()));
            let Taken { record, history, .. } = taken.ok_or_else(gone)?;
            if let Target::Own(path) = &to
                && !saved_files.may_replace(&record.id, path)
            {
                return Ok(FileReport::NotItsOwn { id, path: path.clone() });
            }
            let position = history.map_or(0, |history| history.position);
            let path = real(write_record(&record, to)?);
            saved_files.remember(&record.id, &path);
            library.filed(id, position, path.clone());
            Ok(FileReport::Kept { id, position, path })
        }
        Write::Export { library, export, to, run } => match export.write_from(&library, &to, &run) {
            Ok(()) => Ok(FileReport::Export { path: to, count: export.ids.len() }),
            Err(_) if run.is_cancelled() => Ok(FileReport::Stopped(to)),
            Err(error) => Err(error),
        },
        Write::Picture { gallery, number, format, to } => {
            let hung = gallery.pictures().nth(number);
            let content = || hung.map(|hung| hung.file(format)).transpose().map_err(std::io::Error::other);
            write_file(&to, |out| out.write_all(&content()?.unwrap_or_default()))?;
            Ok(FileReport::Saved(to))
        }
        Write::Comparison { compared, to } => {
            write_file(&to, |out| compared.write_page(out))?;
            Ok(FileReport::Saved(to))
        }
        Write::Quietly(write) => write().map(|()| FileReport::Quiet),
    }
}

/// Writes a record and says where to.
fn write_record(record: &Record, to: Target) -> Result<PathBuf, StoreError> {
    let content = |out: &mut (dyn std::io::Write + Send)| out.write_all(record.to_json()?.as_bytes());
    let folder = match to {
        Target::File(path) | Target::Own(path) => return write_file(&path, content).map(|()| path),
        Target::NewIn { folder } => folder,
    };
    let stem = record.file_stem();
    for path in names(&folder, &stem) {
        match write_new_file(&path, content) {
            Err(StoreError::Exists(_)) => {}
            written => return written.map(|()| path),
        }
    }
    Err(StoreError::Exists(folder.join(stem)))
}

/// A file by its own path, without links.
fn real(path: PathBuf) -> PathBuf {
    std::fs::canonicalize(&path).unwrap_or(path)
}

impl Target {
    /// The file or the folder.
    fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::Own(path) | Self::NewIn { folder: path } => path,
        }
    }
}

/// `stem.json`, `stem-2.json`, `stem-3.json` …
fn names(folder: &Path, stem: &str) -> impl Iterator<Item = PathBuf> {
    let others = (2..10_000).map(move |number| format!("{stem}-{number}.json"));
    std::iter::once(format!("{stem}.json")).chain(others).map(|name| folder.join(name))
}
