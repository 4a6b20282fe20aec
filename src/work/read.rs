//! Opening one file: an article is imported and read, saved records are taken as they are.

use std::any::Any;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use super::importing::Import;
use super::named::ToRead;
use crate::extract::{self, Readings};
use crate::import::{self, ImportError, Remark, TableHead};
use crate::lexicon::Lexicon;
use crate::model::{Article, CancelToken, Record, RecordError, counted};
use crate::store::{
    self, BadRecord, LIBRARY_EXTENSION, LeftOut, RECORD_EXTENSIONS, RECORDS_LIMIT_BYTES, RecordsError,
    StoreError, files_within, is_record_file,
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
    /// Not all of it was read, or something is to be told of what was.
    #[error("{}: {remark}", path.display())]
    Remark {
        /// The file.
        path: PathBuf,
        /// What it is.
        remark: Remark,
    },
    /// It is a table, and waits until it is said which of its columns hold what.
    #[error("{} waits until it is said which of its columns hold what.", .0.path.display())]
    AsksColumns(Box<TableFile>),
    /// It is a table that is read with its columns as they were chosen before.
    #[error("{} is read with its columns as they were chosen before.", .0.path.display())]
    AsBefore(Box<TableFile>),
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
    /// The process that read it ended over it.
    #[error("{} was not opened: reading it took more than {megabytes} MB of memory, or failed. Copy the text of its article into a new .txt file.", path.display())]
    Ended {
        /// The file.
        path: PathBuf,
        /// So much memory it might have had.
        megabytes: u64,
    },
    /// The program failed over it.
    #[error("{} was not opened: Chancery failed over it ({what}). This is a fault of the program: please report it with the file.", path.display())]
    Crashed {
        /// The file.
        path: PathBuf,
        /// The words of the failure.
        what: String,
    },
}

/// A table as it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableFile {
    /// Its file, by its real path.
    pub path: PathBuf,
    /// How it begins.
    pub head: TableHead,
}

/// What to do about a damaged record. One of a newer program is not damaged, and says so itself.
fn mend(bad: &BadRecord) -> &'static str {
    match bad.error {
        RecordError::OtherVersion { .. } => "",
        _ => " Mend that place, or open the article again.",
    }
}

impl OpenError {
    /// Whether there is nothing at the path that was given.
    pub(crate) fn is_missing(&self) -> bool {
        matches!(self, Self::Store(StoreError::Missing(_)))
    }

    /// The file or folder that was not opened.
    pub fn path(&self) -> &Path {
        match self {
            Self::Store(error) => error.path(),
            Self::Import { path, .. }
            | Self::Remark { path, .. }
            | Self::Records { path, .. }
            | Self::BadRecord { path, .. }
            | Self::EmptyFolder(path, _)
            | Self::TooLong(path)
            | Self::Ended { path, .. }
            | Self::Crashed { path, .. } => path,
            Self::AsksColumns(table) | Self::AsBefore(table) => &table.path,
        }
    }

    /// Writes it to the log, but for what may hold words of an article.
    pub(super) fn log(&self) {
        let name = self.path().display();
        match self {
            // Logged where it came from.
            Self::Store(_) => {}
            Self::AsksColumns(_) => log::debug!("{name}: asks for its columns"),
            Self::AsBefore(_) => log::debug!("{name}: columns as before"),
            Self::Records { .. } => log::warn!("{name}: no file of records"),
            Self::BadRecord { .. } => log::warn!("{name}: a damaged record"),
            // It may name an article by its title.
            Self::Remark { .. } => log::warn!("{name}: something in it was not read"),
            Self::Crashed { .. } => log::error!("{name}: Chancery failed over it"),
            Self::Import { .. } | Self::EmptyFolder(..) | Self::TooLong(_) | Self::Ended { .. } => {
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

/// Whether a file holds records, by its ending and, because programs that collect articles write JSON too, by how
/// it begins.
pub(super) fn holds_records(path: &Path) -> bool {
    let start = || store::read_start(path, import::START_BYTES);
    is_record_file(path) && !start().is_ok_and(|start| import::is_json_of_articles(&start))
}

/// The endings of the names of files that can be opened, each once and without the dot.
pub fn extensions_to_open() -> Vec<&'static str> {
    let all = import::extensions().chain(RECORD_EXTENSIONS.iter().copied()).chain([LIBRARY_EXTENSION]);
    let mut extensions = Vec::new();
    all.for_each(|extension| {
        if !extensions.contains(&extension) {
            extensions.push(extension);
        }
    });
    extensions
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

/// Imports an article and reads it; of a file of several, the first.
///
/// # Errors
/// Names the file, what is the matter with it, and what to do.
pub fn read_article(path: &Path, lexicon: &Lexicon) -> Result<Readings, OpenError> {
    let (cancel, pulse) = (CancelToken::default(), Pulse::default());
    let mut first = None;
    each_article(&ToRead::alone(path.to_owned()), lexicon, &cancel, &pulse, &mut |read| {
        if first.is_none() {
            first = Some(read);
            // No more is wanted.
            cancel.cancel();
        }
    });
    let missing = || OpenError::Import { path: path.to_owned(), error: ImportError::NoArticle };
    let article = Arc::new(first.ok_or_else(missing)??);
    unless_it_crashes(path, || Ok(extract::read(&article, lexicon)))
}

/// Counts the bytes of a file that were read.
pub(super) type Pulse = Arc<AtomicU64>;

/// Imports the articles of a file as long as somebody waits for them, and hands over each before the next is read.
/// Last comes what is to be told of the file.
pub(super) fn each_article(
    file: &ToRead,
    lexicon: &Lexicon,
    cancel: &CancelToken,
    pulse: &Pulse,
    each: &mut dyn FnMut(Result<Article, OpenError>),
) {
    let (since, path) = (Instant::now(), &file.path);
    let mut count = 0_usize;
    let read = unless_it_crashes(path, || {
        Import { file, lexicon, cancel, pulse }.each(&mut |read| {
            count += usize::from(read.is_ok());
            each(read);
        })
    });
    let told: Vec<OpenError> = match read {
        Ok(remarks) => {
            let (took, bytes) = (since.elapsed().as_millis(), pulse.load(Ordering::Relaxed));
            let what = if count == 1 { "an article".to_owned() } else { counted(count, "article") };
            log::debug!("{}: {what} of {bytes} bytes read in {took} ms", path.display());
            remarks.into_iter().map(|remark| OpenError::Remark { path: path.to_owned(), remark }).collect()
        }
        Err(error) => vec![error],
    };
    for error in told {
        error.log();
        each(Err(error));
    }
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

/// Whether a file can be read, without asking the engine for anything.
///
/// # Errors
/// What opening it would say.
pub(super) fn try_file(
    path: &Path,
    lexicon: &Lexicon,
    cancel: &CancelToken,
    pulse: &Pulse,
) -> Result<(), OpenError> {
    if !holds_records(path) {
        // One that says something is still one that can be read, if there is an article in it.
        let mut first = None;
        each_article(&ToRead::alone(path.to_owned()), lexicon, cancel, pulse, &mut |read| {
            first.get_or_insert(read.map(|_| ()));
            if pulse.load(Ordering::Relaxed) > import::BEGINNING_BYTES {
                // So large a file need not be read to its end.
                cancel.cancel();
            }
        });
        return first.unwrap_or(Ok(()));
    }
    let bad = |error| OpenError::BadRecord { path: path.to_owned(), error };
    unless_it_crashes(path, || {
        read_saved(path)?.into_iter().try_for_each(|read| read.map(|_| ()).map_err(bad))
    })
}

/// Keeps a fault of the program over one file from taking everything else with it.
pub(super) fn unless_it_crashes<T>(
    path: &Path,
    work: impl FnOnce() -> Result<T, OpenError>,
) -> Result<T, OpenError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic: Box<dyn Any + Send>| {
        Err(OpenError::Crashed { path: path.to_owned(), what: words_of_panic(&*panic) })
    })
}

/// What a failure of the program says.
pub(super) fn words_of_panic(panic: &(dyn Any + Send)) -> String {
    let words = panic.downcast_ref::<String>().map(String::as_str);
    words.or(panic.downcast_ref::<&str>().copied()).unwrap_or("no reason given").to_owned()
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
