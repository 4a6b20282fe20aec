//! A user's own tables, in the folder of the settings: parties, titles and publishers on top of ours.

use std::path::PathBuf;

use super::error::StoreError;
use super::read::read;
use super::settings::SettingsFile;

/// A table has a line a word; anything larger is some other file.
const LIMIT_BYTES: u64 = 20_000_000;

/// The file of this name in this user's folder; none where the system has no such folder.
pub fn own_table_file(name: &str) -> Option<PathBuf> {
    Some(SettingsFile::of_user()?.path().with_file_name(name))
}

/// What stands in a user's own table of this name, and where it is. None where there is no such file.
pub fn read_own_table(name: &str) -> Option<(PathBuf, Result<String, StoreError>)> {
    let path = own_table_file(name)?;
    let content = match read(&path, LIMIT_BYTES) {
        Err(StoreError::Missing(_)) => return None,
        read => read.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
    };
    Some((path, content))
}
