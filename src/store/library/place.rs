//! Where libraries are, and how large.

use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};

use super::Result;
use super::error::LibraryError;
use crate::store::error::folder_of;

/// The ending of a library's file.
pub const LIBRARY_EXTENSION: &str = "chancery";

/// Names a folder to keep the library in, in place of the system's: for tests and for portable setups.
const FOLDER_VARIABLE: &str = "CHANCERY_DATA_DIR";

/// Where the library of this user is; none where the system has no folder for data.
pub fn library_of_user() -> Option<PathBuf> {
    Some(folder_of_data()?.join("library").with_extension(LIBRARY_EXTENSION))
}

/// The folder of this user for data of the program; none where the system has none.
pub(in crate::store) fn folder_of_data() -> Option<PathBuf> {
    match std::env::var_os(FOLDER_VARIABLE) {
        Some(folder) => Some(PathBuf::from(folder)),
        None => Some(choose_base_strategy().ok()?.data_dir().join("chancery")),
    }
}

/// How many bytes a library takes on disk, with what is written ahead of it.
pub fn size_of(path: &Path) -> u64 {
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |found| found.len());
    size(path) + size(&beside(path, "wal"))
}

/// The folder of a library's backups.
pub(super) fn backups_of(library: &Path) -> PathBuf {
    folder_of(library).join("backups")
}

/// A file in this folder named after a library and something else, that is not there yet:
/// `library-2026-11-26.chancery`, or with a number after it.
pub(super) fn free_name(folder: &Path, library: &Path, what: &str) -> PathBuf {
    let stem = library.file_stem().unwrap_or_default().to_string_lossy();
    let numbers = std::iter::once(String::new()).chain((2..).map(|number: u32| format!("-{number}")));
    let mut names = numbers.map(|number| folder.join(format!("{stem}-{what}{number}.{LIBRARY_EXTENSION}")));
    let is_free = |path: &PathBuf| std::fs::symlink_metadata(path).is_err();
    names.find(is_free).unwrap_or_else(|| folder.join(stem.as_ref()))
}

/// How every SQLite file begins.
pub(super) const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// What SQLite keeps beside a library while it works.
pub(super) const OF_SQLITE: [&str; 3] = ["journal", "wal", "shm"];

/// What Chancery keeps beside it.
const OF_OURS: [&str; 2] = ["lock", "note"];

/// Whether what stands beside a library is what is kept there: files. A pipe would be waited for, and a link
/// may lead to a file of somebody.
///
/// # Errors
/// [`LibraryError::InTheWay`] if it is something else.
pub(super) fn nothing_in_the_way(library: &Path) -> Result<()> {
    // SQLite keeps its files beside the one that a link leads to.
    let real = library.canonicalize().unwrap_or_else(|_| library.to_owned());
    OF_SQLITE.iter().try_for_each(|what| is_file_or_nothing(&beside(&real, what)))
}

/// Whether nothing is here, or a file.
///
/// # Errors
/// [`LibraryError::InTheWay`] if it is something else.
pub(super) fn is_file_or_nothing(path: &Path) -> Result<()> {
    match std::fs::symlink_metadata(path) {
        Ok(about) if !about.is_file() => Err(LibraryError::InTheWay(path.to_owned())),
        _ => Ok(()),
    }
}

/// Whether there is a library to be opened.
///
/// # Errors
/// [`LibraryError::Missing`] if nothing is there, [`LibraryError::NotALibrary`] if it is no file.
pub(super) fn is_there(library: &Path) -> Result<()> {
    match std::fs::metadata(library) {
        Ok(about) if about.is_file() => Ok(()),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Err(LibraryError::Missing(library.to_owned()))
        }
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            Err(LibraryError::CannotOpen(library.to_owned()))
        }
        // A folder, a pipe, a link that leads to itself.
        _ => Err(LibraryError::NotALibrary(library.to_owned())),
    }
}

/// Whether a file is a library, or one beside it that belongs to it. Any SQLite file is taken for one, and
/// what is named like one: its beginning may be damaged.
pub(in crate::store) fn is_of_library(file: &Path) -> bool {
    let belongs_to = |what: &&str| {
        let name = file.file_name()?.to_str()?.strip_suffix(what)?.strip_suffix('-')?;
        Some(file.with_file_name(name))
    };
    let beside = OF_SQLITE.iter().chain(&OF_OURS).find_map(belongs_to);
    is_library(file) || beside.is_some_and(|library| is_library(&library))
}

fn is_library(file: &Path) -> bool {
    let begins_so = || {
        let mut start = [0; MAGIC.len()];
        std::fs::File::open(file).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == *MAGIC
    };
    let is_named_so = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(LIBRARY_EXTENSION));
    // Opening a pipe waits for somebody.
    file.is_file() && (is_named_so || begins_so())
}

/// A file of SQLite beside that of a library: what is written ahead (`wal`), or its index (`shm`).
pub(super) fn beside(library: &Path, what: &str) -> PathBuf {
    let mut name = library.as_os_str().to_owned();
    name.push("-");
    name.push(what);
    name.into()
}
