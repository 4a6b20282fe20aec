//! The library as commands work on it: articles are read on every core and put in by the hundred, so
//! that a pile of any size takes little memory and a break loses little.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread;

use super::{Extracted, OpenError, extract_files};
use crate::model::Record;
use crate::store::{LIBRARY_EXTENSION, Library, LibraryError, Put};

/// How many records are put in at a time: what a break in the middle may lose.
const BATCH: usize = 200;

/// What became of one file.
#[derive(Debug)]
pub struct Imported {
    /// The file.
    pub path: PathBuf,
    /// Whether it is in the library now, or why not.
    pub put: Result<Put, OpenError>,
}

/// Whether a file is a library, by its ending.
pub fn is_library(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(LIBRARY_EXTENSION))
}

/// Reads articles and puts their records into the library in this file, which is made for the first of
/// them. Tells of each once it is on disk.
///
/// # Errors
/// If the library cannot be written; what was told of before is in it.
pub fn import_files(
    library: &Path,
    files: Vec<PathBuf>,
    mut tell: impl FnMut(Imported),
) -> Result<(), LibraryError> {
    // While some are written the next are read: neither waits for the other.
    let (batches, to_write) = sync_channel(1);
    let (written, told) = channel();
    thread::scope(|scope| {
        let writer = scope.spawn(move || write(library, to_write, &written));
        let mut batch = Vec::new();
        for Extracted { path, reading } in extract_files(files) {
            match reading {
                Ok(reading) => batch.push((path, reading.record)),
                Err(error) => tell(Imported { path, put: Err(error) }),
            }
            // Nobody takes any more where the library cannot be written.
            if batch.len() == BATCH && batches.send(std::mem::take(&mut batch)).is_err() {
                break;
            }
            told.try_iter().for_each(&mut tell);
        }
        let _ = batches.send(batch);
        drop(batches);
        told.iter().for_each(&mut tell);
        writer.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

type Batch = Vec<(PathBuf, Record)>;

/// Puts batches into the library as they come.
fn write(path: &Path, batches: Receiver<Batch>, written: &Sender<Imported>) -> Result<(), LibraryError> {
    // One that is there and cannot be used is told at once.
    let mut library = path.exists().then(|| Library::open(path)).transpose()?;
    for batch in batches.into_iter().filter(|batch| !batch.is_empty()) {
        let library = match &mut library {
            Some(library) => library,
            none => none.insert(Library::open(path)?),
        };
        let put = library.put_all(batch.iter().map(|(_, record)| record))?;
        for ((path, _), put) in batch.into_iter().zip(put) {
            // Whoever listens no longer need not be told.
            let _ = written.send(Imported { path, put: Ok(put) });
        }
    }
    Ok(())
}
