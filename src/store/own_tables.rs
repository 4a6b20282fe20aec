//! A user's own tables, in the folder of the settings: parties, titles and publishers on top of ours.

use std::path::{Path, PathBuf};

use super::error::StoreError;
use super::read::read;
use super::settings::SettingsFile;
use super::write::write_file;

/// A table has a line a word; anything larger is some other file.
const LIMIT_BYTES: u64 = 20_000_000;

/// The file of this name in this user's folder; none where the system has no such folder.
pub fn own_table_file(name: &str) -> Option<PathBuf> {
    Some(SettingsFile::of_user()?.path().with_file_name(name))
}

/// What stands in a user's own table of this name, and where it is. None where there is no such file.
pub fn read_own_table(name: &str) -> Option<(PathBuf, Result<String, StoreError>)> {
    let path = own_table_file(name)?;
    let content = read_table(&path).transpose()?;
    Some((path, content))
}

/// What stands in a table; none where there is no such file.
fn read_table(path: &Path) -> Result<Option<String>, StoreError> {
    match read(path, LIMIT_BYTES) {
        Err(StoreError::Missing(_)) => Ok(None),
        read => Ok(Some(String::from_utf8_lossy(&read?).into_owned())),
    }
}

/// Writes a table again as `change` makes it of what it holds, which is nothing where it is not there yet.
///
/// # Errors
/// If it cannot be read or written; then it is as it was.
pub fn change_table(path: &Path, change: impl FnOnce(&str) -> String) -> Result<(), StoreError> {
    let content = change(&read_table(path)?.unwrap_or_default());
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| StoreError::writing(path, error))?;
    }
    write_file(path, |file| file.write_all(content.as_bytes()))
}
