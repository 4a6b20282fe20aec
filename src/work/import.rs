//! Import without a window: articles are read on every core and put on the shelf by the hundred, so that a
//! pile of any size, and a file of any size, takes little memory and a break loses little.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread;

use super::arriving::{Wanted, arrive};
use super::found::{Place, Spot, find};
use super::named::{Said, with_named};
use super::read::OpenError;
use super::shelf::{Put, Shelf};
use super::stored::marks;
use super::tables::tables_of_user;
use crate::model::CancelToken;
use crate::store::{Door, LIBRARY_EXTENSION, Library, LibraryError, Shelved};

/// The records of so many articles are put in at a time: what a break in the middle may lose.
const BATCH: usize = 800;

/// What became of one article or saved record of a file.
#[derive(Debug)]
pub struct Imported {
    /// Where it stands.
    pub spot: Spot,
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
    import_files_as(library, files, &Said::default(), tell)
}

/// The same, where somebody says something of the files.
///
/// # Errors
/// The same.
pub fn import_files_as(
    library: &Path,
    files: Vec<PathBuf>,
    said: &Said,
    mut tell: impl FnMut(Imported),
) -> Result<(), LibraryError> {
    let (lexicon, cancel) = (tables_of_user(), CancelToken::default());
    let files = with_named(files, said);
    log::info!("{}: {} files to put in", library.display(), files.len());
    let found = find(files.into_iter().map(Place::File), lexicon.clone(), cancel.clone());
    let read = arrive(found, lexicon, cancel, |_| Wanted::Records);
    // While some are written the next are read: neither waits for the other.
    let (batches, to_write) = sync_channel(1);
    let (written, told) = channel();
    thread::scope(|scope| {
        let writer = scope.spawn(move || write(library, to_write, &written));
        let mut batch = Vec::new();
        for arrived in read {
            let mut good = Vec::new();
            for arrival in arrived.arrivals {
                match arrival {
                    Ok(arrival) => good.push(arrival.shelved),
                    Err(error) => tell(Imported { spot: arrived.spot.clone(), put: Err(error) }),
                }
            }
            batch.push((arrived.spot, good));
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

type Batch = Vec<(Spot, Vec<Shelved>)>;

/// Puts batches on the shelf as they come.
fn write(path: &Path, batches: Receiver<Batch>, written: &Sender<Imported>) -> Result<(), LibraryError> {
    let open = || Ok::<_, LibraryError>((Door::enter(path)?, Shelf::of(Library::open(path, marks)?)?));
    // One that is there and cannot be used is told at once.
    let mut shelf = path.exists().then(open).transpose()?;
    for batch in batches.into_iter().filter(|batch| batch.iter().any(|(_, records)| !records.is_empty())) {
        let (_, shelf) = match &mut shelf {
            Some(shelf) => shelf,
            none => none.insert(open()?),
        };
        let articles: Vec<Vec<&Shelved>> =
            batch.iter().map(|(_, records)| records.iter().collect()).collect();
        let placed = shelf.places(&articles)?;
        let arrivals = articles.into_iter().flatten();
        shelf.put(&placed.iter().copied().zip(arrivals).collect::<Vec<_>>())?;
        log::debug!("{}: {} records of {} articles are in it", path.display(), placed.len(), batch.len());
        let records =
            batch.iter().flat_map(|(spot, records)| records.iter().map(move |record| (spot, record)));
        // The contacts of an article are told of once, with its main one.
        let told = records.zip(&placed).filter(|((_, record), _)| record.is_looked_for());
        for ((spot, _), placed) in told {
            // Whoever listens no longer need not be told.
            let _ = written.send(Imported { spot: spot.clone(), put: Ok(placed.put) });
        }
    }
    Ok(())
}
