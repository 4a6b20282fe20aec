//! The library as commands work on it: articles are read on every core and put in by the hundred, so
//! that a pile of any size takes little memory and a break loses little.

use std::path::{Path, PathBuf};

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

/// Reads articles and puts their records into a library. Tells of each file once it is on disk.
///
/// # Errors
/// If the library cannot be written; what was told of before is in it.
pub fn import_files(
    library: &mut Library,
    files: Vec<PathBuf>,
    mut tell: impl FnMut(Imported),
) -> Result<(), LibraryError> {
    let mut batch: Vec<(PathBuf, Record)> = Vec::new();
    for Extracted { path, reading } in extract_files(files) {
        match reading {
            Ok(reading) => batch.push((path, reading.record)),
            Err(error) => tell(Imported { path, put: Err(error) }),
        }
        if batch.len() == BATCH {
            put(library, &mut batch, &mut tell)?;
        }
    }
    put(library, &mut batch, &mut tell)
}

fn put(
    library: &mut Library,
    batch: &mut Vec<(PathBuf, Record)>,
    tell: &mut impl FnMut(Imported),
) -> Result<(), LibraryError> {
    let put = library.put_all(batch.iter().map(|(_, record)| record))?;
    for ((path, _), put) in batch.drain(..).zip(put) {
        tell(Imported { path, put: Ok(put) });
    }
    Ok(())
}
