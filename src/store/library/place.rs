//! Where libraries are, and how large.

use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};

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

/// A file of SQLite beside that of a library: what is written ahead (`wal`), or its index (`shm`).
pub(super) fn beside(library: &Path, what: &str) -> PathBuf {
    let mut name = library.as_os_str().to_owned();
    name.push("-");
    name.push(what);
    name.into()
}
