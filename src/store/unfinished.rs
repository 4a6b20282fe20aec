//! Files that are not finished yet: they stand beside the file that they are to become, and vanish unless
//! they get its name. Those of a program that ended in the middle are cleared away when the next file is
//! written there.
//!
//! A file that is being saved is locked as long as its program lives, so that one that nobody holds is known.

use std::collections::BTreeSet;
use std::fs::{self, File, Permissions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tempfile::{Builder, NamedTempFile, TempDir};

/// How all unfinished files are called.
const PREFIX: &str = ".chancery-";
/// How those are called that are locked while they are written.
const SAVING: &str = ".chancery-saving-";
const SUFFIX: &str = ".tmp";

/// After so long nobody is at work on an unfinished file any more, locked or not.
const LEFT_BEHIND: Duration = Duration::from_secs(24 * 60 * 60);

/// So long a file may be there before its program has locked it.
const UNLOCKED: Duration = Duration::from_secs(60);

/// Who may read and write a file.
pub(super) enum Access {
    /// Whoever the user lets at new files.
    Usual,
    /// The user alone.
    Private,
    /// As before.
    As(Permissions),
}

/// A file to be saved in this folder.
pub(super) fn saving_in(folder: &Path, access: Access) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(SAVING).suffix(SUFFIX);
    #[cfg(unix)]
    if matches!(access, Access::Usual) {
        // What the user's umask leaves of this is what any new file gets; the default is tighter.
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    let file = builder.tempfile_in(folder)?;
    if let Access::As(permissions) = access {
        file.as_file().set_permissions(permissions)?;
    }
    // Some disks know no locks; there it is cleared away by its age.
    let _ = file.as_file().try_lock();
    Ok(file)
}

/// A folder of files to be saved in this folder. It is cleared away by its age.
pub(super) fn folder_in(folder: &Path) -> io::Result<TempDir> {
    let mut builder = Builder::new();
    builder.prefix(SAVING).suffix(SUFFIX);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    builder.tempdir_in(folder)
}

/// A file of a library to be filled in this folder. SQLite locks it as it needs.
pub(super) fn library_in(folder: &Path) -> io::Result<NamedTempFile> {
    Builder::new().prefix(PREFIX).suffix(SUFFIX).tempfile_in(folder)
}

/// Clears a folder of what was left behind, the first time that something is written to it.
pub(super) fn clear_once(folder: &Path) {
    static CLEARED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    let is_new = {
        let mut cleared = CLEARED.lock().unwrap_or_else(PoisonError::into_inner);
        // A folder may have a hundred thousand files: it is not gone through for each.
        fs::canonicalize(folder).is_ok_and(|folder| cleared.insert(folder))
    };
    if is_new {
        clear(folder);
    }
}

/// Clears a folder of what a program that ended in the middle has left behind.
pub(super) fn clear(folder: &Path) {
    for file in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = file.file_name();
        let Some(name) = name.to_str().filter(|name| name.starts_with(PREFIX) && name.contains(SUFFIX))
        else {
            continue;
        };
        let written = file.metadata().and_then(|about| about.modified()).ok();
        let Some(age) = written.and_then(|written| written.elapsed().ok()) else { continue };
        if age > LEFT_BEHIND || name.starts_with(SAVING) && age > UNLOCKED && is_free(&file.path()) {
            let is_folder = file.file_type().is_ok_and(|kind| kind.is_dir());
            let _ = if is_folder { fs::remove_dir_all(file.path()) } else { fs::remove_file(file.path()) };
        }
    }
}

/// Whether no program holds a file.
fn is_free(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_file())
        && File::open(path).is_ok_and(|file| file.try_lock().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;

    #[test]
    fn what_nobody_holds_is_cleared_away_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let held = saving_in(folder.path(), Access::Usual).unwrap();
        let left = saving_in(folder.path(), Access::Usual).unwrap().keep().unwrap().1;
        let fresh = saving_in(folder.path(), Access::Private).unwrap().keep().unwrap().1;
        let library = library_in(folder.path()).unwrap().keep().unwrap().1;
        let old_library = library_in(folder.path()).unwrap().keep().unwrap().1;
        let old_folder = folder_in(folder.path()).unwrap().keep();
        fs::write(old_folder.join("half.csv"), "half").unwrap();
        let fresh_folder = folder_in(folder.path()).unwrap().keep();
        let note = folder.path().join(".note.tmp");
        fs::write(&note, "").unwrap();
        let age = |path: &Path, by: Duration| {
            let file = File::options().write(true).open(path).unwrap();
            file.set_modified(SystemTime::now() - by).unwrap();
        };
        for path in [held.path(), &left, &library] {
            age(path, UNLOCKED * 2);
        }
        age(&old_library, LEFT_BEHIND * 2);
        age(&note, LEFT_BEHIND * 2);
        File::open(&old_folder).unwrap().set_modified(SystemTime::now() - LEFT_BEHIND * 2).unwrap();
        clear(folder.path());
        let stays = [held.path(), &left, &fresh, &library, &old_library, &note].map(Path::exists);
        assert_eq!(stays, [true, false, true, true, false, true]);
        assert_eq!([&old_folder, &fresh_folder].map(|folder| folder.exists()), [false, true]);
    }
}
