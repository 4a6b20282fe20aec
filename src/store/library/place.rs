//! Where libraries are, and how large.

use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};

/// The ending of a library's file.
pub const LIBRARY_EXTENSION: &str = "chancery";

/// Names a folder to keep the library in, in place of the system's: for tests and for portable setups.
const FOLDER_VARIABLE: &str = "CHANCERY_DATA_DIR";

/// Where the library of this user is; none where the system has no folder for data.
pub fn library_of_user() -> Option<PathBuf> {
    let folder = match std::env::var_os(FOLDER_VARIABLE) {
        Some(folder) => PathBuf::from(folder),
        None => choose_base_strategy().ok()?.data_dir().join("chancery"),
    };
    Some(folder.join("library").with_extension(LIBRARY_EXTENSION))
}

/// How many bytes a library takes on disk, with what is written ahead of it.
pub fn size_of(path: &Path) -> u64 {
    let ahead = path.with_extension(format!("{LIBRARY_EXTENSION}-wal"));
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |found| found.len());
    size(path) + size(&ahead)
}

/// A path as it stands in a URI (RFC 3986): every byte escaped that may mean something there.
pub(super) fn escaped(path: &Path) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~:\\".contains(&byte);
    path.to_string_lossy()
        .bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
