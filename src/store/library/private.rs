//! What belongs to a library is its user's alone: articles may be confidential, and a machine may have many
//! users. SQLite gives what it writes beside a file the permissions of that file.

use std::fs::{DirBuilder, File, OpenOptions};
use std::path::Path;

/// Makes the folder of a library where it is not there yet, and an empty file for it to be made in, so that
/// nobody else may read either. If this fails, opening the library says why.
pub(super) fn make_private(library: &Path) {
    if let Some(folder) = library.parent() {
        make_folder(folder);
    }
    let _ = file(OpenOptions::new().write(true).create_new(true)).open(library);
}

/// Makes a folder, and those above it, for this user alone. One that is there stays as it is.
pub(super) fn make_folder(folder: &Path) {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    let _ = builder.create(folder);
}

/// Opens a file to write, and makes it for this user alone if it is not there.
pub(super) fn open(path: &Path) -> std::io::Result<File> {
    file(OpenOptions::new().create(true).truncate(false).write(true)).open(path)
}

fn file(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}
