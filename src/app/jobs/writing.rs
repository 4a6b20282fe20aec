//! Writing files in the background, one after the other in the order asked for, so that of two saves
//! of a record the later one wins.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

use super::failures::Failures;
use super::{Progress, Report, Reporter, UnderWay};
use crate::app::{EntryId, Export, Format, Gallery, Settings, SettingsFile, StoreError};
use crate::model::Record;
use crate::store::{SavedFiles, write_file, write_new_file};

/// Something to write.
pub(in crate::app) enum Write {
    /// A record as JSON.
    Record {
        /// Whose it is.
        id: EntryId,
        /// The record.
        record: Arc<Record>,
        /// Where to.
        to: Target,
    },
    /// Records in a format of their own.
    Export {
        /// The library that they are in.
        library: PathBuf,
        /// Which, and how.
        export: Export,
        /// The file.
        to: PathBuf,
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
    /// The settings.
    Settings(SettingsFile, Settings),
}

/// Where a record is written to.
pub(in crate::app) enum Target {
    /// This file, which may be there already: a person has chosen it.
    File(PathBuf),
    /// The file that the library says it was saved to: only if it was.
    Own(PathBuf),
    /// A new file of this name in this folder, or of a similar name if there is one already.
    NewIn {
        /// The folder.
        folder: PathBuf,
        /// The file's name without its ending.
        stem: String,
    },
}

/// The thread that writes.
pub(in crate::app) struct Writer {
    /// Taken away to end the thread.
    queue: Option<Sender<Write>>,
    thread: Option<JoinHandle<()>>,
    batch: Batch,
}

/// What was written from one moment of rest to the next.
#[derive(Debug, Default)]
pub(in crate::app) struct Batch {
    done: usize,
    of: usize,
    /// How many records are on disk.
    pub saved: usize,
    /// The last of them.
    pub last_saved: Option<PathBuf>,
    /// What was not written.
    pub failures: Failures,
}

impl Writer {
    pub fn start(reporter: Reporter, saved_files: SavedFiles) -> Self {
        let (queue, writes) = channel();
        let thread = thread::spawn(move || {
            for write in writes {
                reporter.report(perform(write, &saved_files).unwrap_or_else(Report::NotWritten));
            }
        });
        Self { queue: Some(queue), thread: Some(thread), batch: Batch::default() }
    }

    pub fn write(&mut self, write: Write) {
        if self.queue.as_ref().is_some_and(|queue| queue.send(write).is_ok()) {
            self.batch.of += 1;
        }
    }

    /// What is being written.
    pub fn batch(&mut self) -> &mut Batch {
        &mut self.batch
    }

    /// A write was reported. The last one ends the batch.
    pub fn reported(&mut self) -> Option<Batch> {
        self.batch.done += 1;
        (self.batch.done >= self.batch.of).then(|| std::mem::take(&mut self.batch))
    }

    pub fn progress(&self) -> Option<Progress> {
        let Batch { done, of, .. } = self.batch;
        (of > 0).then_some(Progress { what: UnderWay::Saving, done, of, rate: None })
    }
}

impl Drop for Writer {
    /// Nothing that was asked to be saved is left behind.
    fn drop(&mut self) {
        self.queue = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn perform(write: Write, saved_files: &SavedFiles) -> Result<Report, StoreError> {
    match write {
        Write::Record { id, record, to: Target::Own(path) }
            if !saved_files.may_replace(&record.id, &path) =>
        {
            Ok(Report::NotItsOwn { id, path })
        }
        Write::Record { id, record, to } => {
            let path = write_record(&record, to)?;
            saved_files.remember(&record.id, &path);
            Ok(Report::Written { id, record, path: std::fs::canonicalize(&path).unwrap_or(path) })
        }
        Write::Export { library, export, to } => {
            write_file(&to, |out| export.write_from(&library, out))?;
            Ok(Report::Exported { path: to, count: export.ids.len() })
        }
        Write::Picture { gallery, number, format, to } => {
            let hung = gallery.pictures().nth(number);
            let content = || hung.map(|hung| hung.file(format)).transpose().map_err(std::io::Error::other);
            write_file(&to, |out| out.write_all(&content()?.unwrap_or_default()))?;
            Ok(Report::PictureSaved(to))
        }
        Write::Settings(file, settings) => file.write(&settings).map(|()| Report::SettingsKept),
    }
}

/// Writes a record and says where to.
fn write_record(record: &Record, to: Target) -> Result<PathBuf, StoreError> {
    let content = |out: &mut dyn std::io::Write| out.write_all(record.to_json()?.as_bytes());
    let (folder, stem) = match to {
        Target::File(path) | Target::Own(path) => return write_file(&path, content).map(|()| path),
        Target::NewIn { folder, stem } => (folder, stem),
    };
    for path in names(&folder, &stem) {
        match write_new_file(&path, content) {
            Err(StoreError::Exists(_)) => {}
            written => return written.map(|()| path),
        }
    }
    Err(StoreError::Exists(folder.join(stem)))
}

/// `stem.json`, `stem-2.json`, `stem-3.json` …
fn names(folder: &Path, stem: &str) -> impl Iterator<Item = PathBuf> {
    let others = (2..10_000).map(move |number| format!("{stem}-{number}.json"));
    std::iter::once(format!("{stem}.json")).chain(others).map(|name| folder.join(name))
}
