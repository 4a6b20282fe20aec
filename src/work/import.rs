//! Import without a window: articles are read on every core and put on the shelf by the hundred, so that a
//! pile of any size takes little memory and a break loses little.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread;

use super::in_order::{Pace, in_order};
use super::named::{ToRead, with_named};
use super::read::{OpenError, Wanted, open_file};
use super::shelf::{Put, Shelf};
use super::stored::marks;
use super::tables::tables_of_user;
use crate::import::TextEncoding;
use crate::model::CancelToken;
use crate::store::{Door, LIBRARY_EXTENSION, Library, LibraryError, Shelved};

/// How many files are put in at a time: what a break in the middle may lose.
const BATCH: usize = 800;

/// What became of one article or saved record of a file.
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

/// Reads articles and saved records and puts them into the library in this file, which is made for the first
/// of them. Tells of each once it is on disk.
///
/// # Errors
/// If the library cannot be written; what was told of before is in it.
pub fn import_files(
    library: &Path,
    files: Vec<PathBuf>,
    tell: impl FnMut(Imported),
) -> Result<(), LibraryError> {
    import_files_in(library, files, None, tell)
}

/// The same, where the encoding of articles' text is not to be found out but is this one, as somebody says.
///
/// # Errors
/// The same.
pub fn import_files_in(
    library: &Path,
    files: Vec<PathBuf>,
    encoding: Option<TextEncoding>,
    mut tell: impl FnMut(Imported),
) -> Result<(), LibraryError> {
    let lexicon = tables_of_user();
    let open = move |file: &ToRead, cancel: &CancelToken| {
        let opened = open_file(file, &lexicon, Wanted::Records, cancel).into_iter();
        (opened.map(|read| read.map(|arrival| arrival.shelved)).collect::<Vec<_>>(), file.path.clone())
    };
    let files = with_named(files, encoding);
    log::info!("{}: {} files to put in", library.display(), files.len());
    let given_up = |file: &ToRead| (vec![Err(OpenError::TooLong(file.path.clone()))], file.path.clone());
    let read = in_order(files, CancelToken::default(), Pace::of_files(), open, given_up);
    // While some are written the next are read: neither waits for the other.
    let (batches, to_write) = sync_channel(1);
    let (written, told) = channel();
    thread::scope(|scope| {
        let writer = scope.spawn(move || write(library, to_write, &written));
        let mut batch = Vec::new();
        for (file, path) in read {
            let (good, bad): (Vec<_>, Vec<_>) = file.into_iter().partition(Result::is_ok);
            for error in bad.into_iter().filter_map(Result::err) {
                tell(Imported { path: path.clone(), put: Err(error) });
            }
            batch.push((path, good.into_iter().flatten().collect()));
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

type Batch = Vec<(PathBuf, Vec<Shelved>)>;

/// Puts batches on the shelf as they come.
fn write(path: &Path, batches: Receiver<Batch>, written: &Sender<Imported>) -> Result<(), LibraryError> {
    let open = || Ok::<_, LibraryError>((Door::enter(path)?, Shelf::of(Library::open(path, marks)?)?));
    // One that is there and cannot be used is told at once.
    let mut shelf = path.exists().then(open).transpose()?;
    for batch in batches.into_iter().filter(|batch| batch.iter().any(|(_, file)| !file.is_empty())) {
        let (_, shelf) = match &mut shelf {
            Some(shelf) => shelf,
            none => none.insert(open()?),
        };
        let files: Vec<Vec<&Shelved>> = batch.iter().map(|(_, file)| file.iter().collect()).collect();
        let placed = shelf.places(&files)?;
        let arrivals = files.into_iter().flatten();
        shelf.put(&placed.iter().copied().zip(arrivals).collect::<Vec<_>>())?;
        log::debug!("{}: {} records of {} files are in it", path.display(), placed.len(), batch.len());
        let records = batch.iter().flat_map(|(path, file)| file.iter().map(move |record| (path, record)));
        // The contacts of an article are told of once, with its main one.
        let told = records.zip(&placed).filter(|((_, record), _)| record.is_looked_for());
        for ((path, _), placed) in told {
            // Whoever listens no longer need not be told.
            let _ = written.send(Imported { path: path.clone(), put: Ok(placed.put) });
        }
    }
    Ok(())
}
