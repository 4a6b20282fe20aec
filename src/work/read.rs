//! Opening one file: an article is imported and read, saved records are taken as they are.

use std::any::Any;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use super::shelf::Arrival;
use crate::extract::{self, Reading, Readings};
use crate::import::{self, ImportError};
use crate::lexicon::Lexicon;
use crate::model::{Article, CancelToken, Origin, Record, RecordError};
use crate::store::{
    self, BadRecord, LeftOut, RECORDS_LIMIT_BYTES, RecordsError, StoreError, files_within, is_record_file,
};

/// Why a file was not opened. Each names the file and says what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// It could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It is no article.
    #[error("{} was not opened. {error}", path.display())]
    Import {
        /// The file.
        path: PathBuf,
        /// What is the matter, and the remedy.
        error: ImportError,
    },
    /// It is no file of records.
    #[error("{} was not opened: {error}. Open a record that Chancery saved, or the article itself.", path.display())]
    Records {
        /// The file.
        path: PathBuf,
        /// What is the matter.
        error: RecordsError,
    },
    /// One of its records is damaged.
    #[error("{}: a record was not opened: {error}.{}", path.display(), mend(error))]
    BadRecord {
        /// The file.
        path: PathBuf,
        /// Which record, and what is the matter.
        error: BadRecord,
    },
    /// A folder with nothing to open, and what is in it instead.
    #[error("The folder {} holds no articles{}. Choose a folder with {} files.", .0.display(), but(.1), endings())]
    EmptyFolder(PathBuf, LeftOut),
    /// It took too long to read.
    #[error("{} was not opened: reading it took too long and was given up. Copy the text of its article into a new .txt file.", .0.display())]
    TooLong(PathBuf),
    /// Another kind of file.
    #[error("{} was not opened: articles are {} files. Save it as one of these.", .0.display(), endings())]
    OtherKind(PathBuf),
    /// The program failed over it.
    #[error("{} was not opened: Chancery failed over it ({what}). This is a fault of the program: please report it with the file.", path.display())]
    Crashed {
        /// The file.
        path: PathBuf,
        /// The words of the failure.
        what: String,
    },
}

/// What to do about a damaged record. One of a newer program is not damaged, and says so itself.
fn mend(bad: &BadRecord) -> &'static str {
    match bad.error {
        RecordError::OtherVersion { .. } => "",
        _ => " Mend that place, or open the article again.",
    }
}

impl OpenError {
    /// The file or folder that was not opened.
    pub fn path(&self) -> &Path {
        match self {
            Self::Store(error) => error.path(),
            Self::Import { path, .. }
            | Self::Records { path, .. }
            | Self::BadRecord { path, .. }
            | Self::EmptyFolder(path, _)
            | Self::TooLong(path)
            | Self::OtherKind(path)
            | Self::Crashed { path, .. } => path,
        }
    }

    /// Writes it to the log, but for what may hold words of an article.
    fn log(&self) {
        let name = self.path().display();
        match self {
            // Logged where it came from.
            Self::Store(_) => {}
            Self::Records { .. } => log::warn!("{name}: no file of records"),
            Self::BadRecord { .. } => log::warn!("{name}: a damaged record"),
            Self::Crashed { .. } => log::error!("{name}: Chancery failed over it"),
            Self::Import { .. } | Self::EmptyFolder(..) | Self::OtherKind(..) | Self::TooLong(_) => {
                log::warn!("{self}")
            }
        }
    }
}

/// The endings of articles' files, for people.
fn endings() -> String {
    import::extensions().map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(" ")
}

/// ", but 2 .docx and 1 hidden"; nothing where there is nothing.
fn but(left_out: &LeftOut) -> String {
    if left_out.count() == 0 { String::new() } else { format!(" (left out: {left_out})") }
}

/// Whether a file can be opened, by its ending.
pub fn can_open(path: &Path) -> bool {
    import::is_article(path) || is_record_file(path)
}

/// What paths stand for.
#[derive(Debug, Default)]
pub struct Chosen {
    /// The files to open, in their order.
    pub files: Vec<PathBuf>,
    /// The folders that could not be read, or hold nothing to open.
    pub failed: Vec<OpenError>,
    /// What else is in the folders.
    pub left_out: Vec<FolderLeftOut>,
}

/// What of a folder is not opened, because it is nothing that could be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderLeftOut {
    /// The folder that was chosen.
    pub folder: PathBuf,
    /// What is in it and below it.
    pub left_out: LeftOut,
}

/// "talks: left out 2 .docx, 1 .pdf, 3 hidden. Articles are .html … files."
impl fmt::Display for FolderLeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (folder, left_out) = (self.folder.display(), &self.left_out);
        write!(f, "{folder}: left out {left_out}. Articles are {} files.", endings())
    }
}

/// The files that these paths stand for: a folder stands for all files below it that are `wanted`.
pub fn files_to_open(paths: &[PathBuf], wanted: impl Fn(&Path) -> bool, cancel: &CancelToken) -> Chosen {
    let mut chosen = Chosen::default();
    for path in paths {
        if !path.is_dir() {
            chosen.files.push(path.clone());
            continue;
        }
        match files_within(path, &wanted, cancel) {
            Ok(found) => {
                let is_empty = found.files.is_empty() && found.unreadable.is_empty();
                chosen.files.extend(found.files);
                chosen.failed.extend(found.unreadable.into_iter().map(OpenError::from));
                if is_empty {
                    chosen.failed.push(OpenError::EmptyFolder(path.clone(), found.left_out));
                } else if found.left_out.count() > 0 {
                    chosen.left_out.push(FolderLeftOut { folder: path.clone(), left_out: found.left_out });
                }
            }
            Err(error) => chosen.failed.push(error.into()),
        }
    }
    chosen
}

/// Imports an article and reads it.
///
/// # Errors
/// Names the file, what is the matter with it, and what to do.
pub fn read_article(path: &Path, lexicon: &Lexicon) -> Result<Readings, OpenError> {
    read_unless_cancelled(path, lexicon, &CancelToken::default())
}

/// Imports an article and reads it, as long as somebody waits for it.
pub(super) fn read_unless_cancelled(
    path: &Path,
    lexicon: &Lexicon,
    cancel: &CancelToken,
) -> Result<Readings, OpenError> {
    of_article(path, lexicon, cancel, |article| extract::read(&Arc::new(article), lexicon))
}

/// Imports an article and makes something of it.
fn of_article<T>(
    path: &Path,
    lexicon: &Lexicon,
    cancel: &CancelToken,
    make: impl FnOnce(Article) -> T,
) -> Result<T, OpenError> {
    // What is not there is said to be missing, whatever its ending.
    if !import::is_article(path) && path.is_file() {
        let start = store::read_start(path, import::START_BYTES)?;
        return Err(match import::why_no_article(path, &start) {
            Some(error) => OpenError::Import { path: path.to_owned(), error },
            None => OpenError::OtherKind(path.to_owned()),
        });
    }
    let since = Instant::now();
    let opened = unless_it_crashes(path, || {
        let bytes = store::read(path, import::LIMIT_BYTES)?;
        let made = import_bytes(path, &bytes, lexicon, cancel).map(make)?;
        let (count, took) = (bytes.len(), since.elapsed().as_millis());
        log::debug!("{}: an article of {count} bytes read in {took} ms", path.display());
        Ok(made)
    });
    opened.inspect_err(OpenError::log)
}

fn import_bytes(
    path: &Path,
    bytes: &[u8],
    lexicon: &Lexicon,
    cancel: &CancelToken,
) -> Result<Article, OpenError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    import::import_unless_cancelled(&name, bytes, lexicon, cancel)
        .map_err(|error| OpenError::Import { path: path.to_owned(), error })
}

/// The records of a saved or exported file, good and bad.
///
/// # Errors
/// If the file as a whole cannot be read.
pub fn read_saved(path: &Path) -> Result<Vec<Result<Record, BadRecord>>, OpenError> {
    let bytes = store::read(path, RECORDS_LIMIT_BYTES)?;
    let read = store::read_records(path, &bytes)
        .map_err(|error| OpenError::Records { path: path.to_owned(), error })
        .inspect_err(OpenError::log)?;
    let bad = read.iter().filter(|record| record.is_err()).count();
    log::debug!("{}: {} records, {bad} of them damaged", path.display(), read.len());
    Ok(read)
}

/// The record that a file holds of the same contact of the same article as this one, if it has one.
pub fn read_record_of(path: &Path, record: &Record) -> Option<Record> {
    let is_it = |other: &Record| other.id == record.id && other.article.text == record.article.text;
    read_saved(path).ok()?.into_iter().flatten().find(is_it)
}

/// What of a file is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Its documents, to be looked at: with the working of each value, and what else could be proposed.
    Documents,
    /// What goes into the library.
    Records,
}

/// The records of a file, and what of it could not be opened, as long as somebody waits for them.
pub fn open_file(
    path: &Path,
    lexicon: &Lexicon,
    wanted: Wanted,
    cancel: &CancelToken,
) -> Vec<Result<Arrival, OpenError>> {
    // The real path, so that a file is known again however it is reached.
    let source = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if is_record_file(path) {
        return match unless_it_crashes(path, || Ok(open_records(&source, read_saved(path)?, lexicon, wanted)))
        {
            Ok(opened) => opened,
            Err(error) => vec![Err(error)],
        };
    }
    let origin = Origin::article(source);
    let shelve = |records: Vec<Record>| {
        records.iter().map(|record| Arrival::to_shelve(record, origin.clone())).collect::<Vec<_>>()
    };
    let arrivals = match wanted {
        Wanted::Documents => {
            read_unless_cancelled(path, lexicon, cancel).map(|readings| proposals(&origin, readings))
        }
        Wanted::Records => {
            of_article(path, lexicon, cancel, |article| extract::records(&Arc::new(article), lexicon))
                .map(shelve)
        }
    };
    match arrivals {
        Ok(arrivals) => arrivals.into_iter().map(Ok).collect(),
        Err(error) => vec![Err(error)],
    }
}

/// Whether a file can be read, without asking the engine for anything.
///
/// # Errors
/// What opening it would say.
pub(super) fn try_file(path: &Path, lexicon: &Lexicon, cancel: &CancelToken) -> Result<(), OpenError> {
    if !is_record_file(path) {
        return of_article(path, lexicon, cancel, |_| ());
    }
    let bad = |error| OpenError::BadRecord { path: path.to_owned(), error };
    unless_it_crashes(path, || {
        read_saved(path)?.into_iter().try_for_each(|read| read.map(|_| ()).map_err(bad))
    })
}

/// The records of an article that is in no file: it comes with the program, or was pasted.
pub fn open_words(
    name: PathBuf,
    words: &str,
    lexicon: &Lexicon,
    cancel: &CancelToken,
) -> Result<Vec<Arrival>, OpenError> {
    let article = import_bytes(&name, words.as_bytes(), lexicon, cancel)?;
    Ok(proposals(&Origin::article(name), extract::read(&Arc::new(article), lexicon)))
}

fn proposals(origin: &Origin, readings: Readings) -> Vec<Arrival> {
    let arrival = |Reading { record, trace }| Arrival::new(Arc::new(record), trace, origin.clone());
    readings.into_iter().map(arrival).collect()
}

fn open_records(
    source: &Path,
    records: Vec<Result<Record, BadRecord>>,
    lexicon: &Lexicon,
    wanted: Wanted,
) -> Vec<Result<Arrival, OpenError>> {
    // A record among others has no file of its own: saving it there would destroy the others.
    let saved_to = match records.as_slice() {
        [_] if source.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) => {
            Some(source.to_owned())
        }
        _ => None,
    };
    let origin = Origin { source: source.to_owned(), is_article: false, saved_to };
    let open = |record: Record| {
        if wanted == Wanted::Records {
            return Arrival::to_shelve(&record, origin.clone());
        }
        // The engine is asked for its working only. What it would propose today changes nothing.
        let trace = extract::read(&record.article, lexicon).into_trace_of(record.number);
        Arrival::new(Arc::new(record), trace, origin.clone())
    };
    let bad = |error| OpenError::BadRecord { path: source.to_owned(), error };
    records.into_iter().map(|read| read.map(open).map_err(bad)).collect()
}

/// Keeps a fault of the program over one file from taking everything else with it.
fn unless_it_crashes<T>(path: &Path, work: impl FnOnce() -> Result<T, OpenError>) -> Result<T, OpenError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic: Box<dyn Any + Send>| {
        let what = panic.downcast_ref::<String>().map(String::as_str);
        let what = what.or(panic.downcast_ref::<&str>().copied()).unwrap_or("no reason given").to_owned();
        Err(OpenError::Crashed { path: path.to_owned(), what })
    })
}

/// Whether a file holds valid records: how many, or every fault with its place in the file.
///
/// # Errors
/// If the file cannot be read or holds no records.
pub fn check_file(path: &Path) -> Result<Result<usize, Vec<String>>, OpenError> {
    let records = read_saved(path)?;
    let bad = records.iter().filter_map(|read| read.as_ref().err());
    let faults: Vec<String> = bad.flat_map(BadRecord::faults).collect();
    Ok(if faults.is_empty() { Ok(records.len()) } else { Err(faults) })
}
