//! Writing one file whole or not at all.
//!
//! The content goes to a temporary file in the same folder, is forced to the disk, and takes the
//! name of the old file in one step. Then the folder is forced to the disk too, so that a file that
//! was reported as saved is still there after a power cut.

use std::fs::{self, File, Permissions};
use std::io::{Error, ErrorKind, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

use super::StoreError;
use super::error::folder_of;

/// Writes a file, in place of one that may be there.
///
/// # Errors
/// Names the file, what is the matter, and what to do. The old file is untouched then.
pub fn write_file(
    path: &Path,
    content: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<(), StoreError> {
    let failed = |error| StoreError::writing(path, error);
    // A link stays a link: what it points to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let old = permissions_to_keep(&target).map_err(failed)?;
    let temporary = filled(&target, old, content).map_err(failed)?;
    temporary.persist(&target).map_err(|error| failed(error.error))?;
    sync_folder(folder_of(&target));
    log::debug!("{}: written", target.display());
    Ok(())
}

/// Writes a file that must not be there yet.
///
/// # Errors
/// [`StoreError::Exists`] if it is; otherwise as [`write_file`].
pub fn write_new_file(
    path: &Path,
    content: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<(), StoreError> {
    let failed = |error| StoreError::writing(path, error);
    let temporary = filled(path, None, content).map_err(failed)?;
    temporary.persist_noclobber(path).map_err(|error| failed(error.error))?;
    sync_folder(folder_of(path));
    log::debug!("{}: written", path.display());
    Ok(())
}

/// The permissions of the file that is to be replaced, if there is one and it may be.
fn permissions_to_keep(path: &Path) -> std::io::Result<Option<Permissions>> {
    match fs::metadata(path) {
        Ok(about) if about.is_dir() => Err(ErrorKind::IsADirectory.into()),
        // Replacing it would go around its owner's wish.
        Ok(about) if about.permissions().readonly() => Err(ErrorKind::PermissionDenied.into()),
        Ok(about) => Ok(Some(about.permissions())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// A temporary file beside `path` with this content, safe on the disk. It vanishes unless it is kept.
fn filled(
    path: &Path,
    permissions: Option<Permissions>,
    content: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<NamedTempFile, Error> {
    let mut builder = Builder::new();
    builder.prefix(".chancery-").suffix(".tmp");
    #[cfg(unix)]
    let builder = {
        use std::os::unix::fs::PermissionsExt;
        // What the user's umask leaves of this is what any new file gets; the default is tighter.
        builder.permissions(Permissions::from_mode(0o666))
    };
    let mut temporary = builder.tempfile_in(folder_of(path))?;
    {
        let mut buffered = std::io::BufWriter::new(temporary.as_file_mut());
        content(&mut buffered)?;
        buffered.flush()?;
    }
    if let Some(permissions) = permissions {
        temporary.as_file().set_permissions(permissions)?;
    }
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

/// Forces a folder's list of files to the disk. Some file systems cannot; the file itself is safe.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hello(out: &mut dyn Write) -> std::io::Result<()> {
        out.write_all(b"hello")
    }

    #[test]
    fn a_failed_write_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("record.json");
        write_file(&path, hello).unwrap();
        let result = write_file(&path, |out| {
            out.write_all(b"half of")?;
            Err(ErrorKind::StorageFull.into())
        });
        assert!(matches!(result, Err(StoreError::DiskFull { .. })));
        assert_eq!(fs::read(&path).unwrap(), b"hello");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file stays");
    }

    #[test]
    fn a_new_file_never_replaces_another() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("record.json");
        write_new_file(&path, hello).unwrap();
        assert!(matches!(write_new_file(&path, hello), Err(StoreError::Exists(_))));
        let nowhere = folder.path().join("no/such/record.json");
        assert!(matches!(write_file(&nowhere, hello), Err(StoreError::NoFolder { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay_as_they_were_and_links_stay_links() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("record.json");
        let link = folder.path().join("link.json");
        write_file(&path, hello).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        write_file(&link, |out| out.write_all(b"again")).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"again");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        fs::set_permissions(&path, Permissions::from_mode(0o444)).unwrap();
        assert!(matches!(write_file(&path, hello), Err(StoreError::ReadOnly { .. })));
    }
}
