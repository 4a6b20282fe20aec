//! Writing one file whole or not at all.
//!
//! The content goes to a temporary file in the same folder, is forced to the disk, and takes the
//! name of the old file in one step. Then the folder is forced to the disk too, so that a file that
//! was reported as saved is still there after a power cut. A link goes on leading to its file, and a file
//! with several names keeps them.
//!
//! What is no file on a disk (a device, a pipe) is not replaced: it is written into. A library is neither: it
//! holds what nobody can write again.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, BufWriter, ErrorKind, Seek, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::error::StoreError;
use super::error::folder_of;
use super::library::is_of_library;
use super::unfinished::{self, Access};

/// How many links are followed to a file.
const MOST_LINKS: usize = 40;

/// Writes a file, in place of one that may be there.
///
/// # Errors
/// Names the file, what is the matter, and what to do. The old file is untouched then.
/// [`StoreError::IsLibrary`] if it is a library or belongs to one.
pub fn write_file(
    path: &Path,
    content: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
) -> Result<(), StoreError> {
    let failed = |error| StoreError::writing(path, error);
    // A link stays a link: what it points to is replaced.
    let target = end_of_links(path);
    if is_of_library(&target) {
        return Err(StoreError::IsLibrary(path.to_owned()));
    }
    if is_stream(path) {
        return write_into(path, content).map_err(failed);
    }
    let old = permissions_to_keep(&target).map_err(failed)?;
    let access = old.map_or(Access::Usual, Access::As);
    let mut temporary = filled(&target, access, content).map_err(failed)?;
    if has_several_names(&target) {
        if let Err(error) = copy_into(temporary.as_file_mut(), &target) {
            // The old content is gone, so the new must not be.
            let kept = temporary.keep().map_err(|error| failed(error.error))?.1;
            let kept = kept.display();
            return Err(failed(io::Error::other(format!(
                "a part only is in it ({error}); all of it is in {kept}"
            ))));
        }
    } else {
        temporary.persist(&target).map_err(|error| failed(error.error))?;
    }
    sync_folder(folder_of(&target));
    log::debug!("{}: written", target.display());
    Ok(())
}

/// A file without a name, for what is read again and then not needed any more: in the folder where something else is
/// written, or where the system keeps such files. Nothing of it is left, however the program ends.
///
/// # Errors
/// When there is no room for it in either place.
pub fn unnamed_file(beside: Option<&Path>) -> io::Result<File> {
    let beside = beside.map(folder_of).and_then(|folder| tempfile::tempfile_in(folder).ok());
    beside.map_or_else(tempfile::tempfile, Ok)
}

/// Writes a file that must not be there yet.
///
/// # Errors
/// [`StoreError::Exists`] if it is; otherwise as [`write_file`].
pub fn write_new_file(
    path: &Path,
    content: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
) -> Result<(), StoreError> {
    write_new(path, Access::Usual, content)
}

/// As [`write_new_file`], a file that is this user's alone.
///
/// # Errors
/// As [`write_new_file`].
pub(super) fn write_new_private_file(
    path: &Path,
    content: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
) -> Result<(), StoreError> {
    write_new(path, Access::Private, content)
}

fn write_new(
    path: &Path,
    access: Access,
    content: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
) -> Result<(), StoreError> {
    let failed = |error| StoreError::writing(path, error);
    let temporary = filled(path, access, content).map_err(failed)?;
    temporary.persist_noclobber(path).map_err(|error| failed(error.error))?;
    sync_folder(folder_of(path));
    log::debug!("{}: written", path.display());
    Ok(())
}

/// Whether what is written to this path goes somewhere else than into a file on a disk: to a device or a
/// pipe, or to a file that the program was started with open, as /dev/stdout may be.
fn is_stream(path: &Path) -> bool {
    let is_open = || links(path).any(|link| is_descriptor(&link));
    fs::metadata(path).is_ok_and(|about| !about.is_dir() && (!about.is_file() || is_open()))
}

/// Whether a link stands among the files that a program has open.
fn is_descriptor(link: &Path) -> bool {
    let is_of_system = |folder: &Path| ["/dev", "/proc"].into_iter().any(|root| folder.starts_with(root));
    folder_of(link).canonicalize().is_ok_and(|folder| is_of_system(&folder) && folder.ends_with("fd"))
}

fn write_into(
    path: &Path,
    content: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
) -> io::Result<()> {
    // What is there already stays, where the name is one for a file that is open.
    let mut buffered = BufWriter::new(OpenOptions::new().append(true).open(path)?);
    content(&mut buffered)?;
    buffered.flush()
}

/// The file that a link leads to in the end, which may be none yet.
fn end_of_links(path: &Path) -> PathBuf {
    links(path).last().unwrap_or_else(|| path.to_owned())
}

/// A path, and where each link leads that it begins.
fn links(path: &Path) -> impl Iterator<Item = PathBuf> {
    let next = |link: &PathBuf| Some(folder_of(link).join(fs::read_link(link).ok()?));
    std::iter::successors(Some(path.to_owned()), next).take(MOST_LINKS + 1)
}

/// Whether a file has other names besides this one, which would go on naming the old content.
fn has_several_names(path: &Path) -> bool {
    #[cfg(unix)]
    return fs::metadata(path).is_ok_and(|about| std::os::unix::fs::MetadataExt::nlink(&about) > 1);
    #[cfg(not(unix))]
    return false;
}

/// Writes what is on the disk already under another name into a file that is there.
fn copy_into(from: &mut File, path: &Path) -> io::Result<()> {
    from.rewind()?;
    let mut file = OpenOptions::new().write(true).truncate(true).open(path)?;
    io::copy(from, &mut file)?;
    file.sync_all()
}

/// The permissions of the file that is to be replaced, if there is one and it may be.
fn permissions_to_keep(path: &Path) -> io::Result<Option<Permissions>> {
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
    access: Access,
    content: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
) -> io::Result<NamedTempFile> {
    let folder = folder_of(path);
    unfinished::clear_once(folder);
    let mut temporary = unfinished::saving_in(folder, access)?;
    {
        let mut buffered = BufWriter::new(temporary.as_file_mut());
        content(&mut buffered)?;
        buffered.flush()?;
    }
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

/// Forces a folder's list of files to the disk. Some file systems cannot; the file itself is safe.
pub(super) fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hello(out: &mut (dyn Write + Send)) -> io::Result<()> {
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

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_on_a_disk_is_written_into() {
        use std::os::unix::fs::FileTypeExt;
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        let reader = {
            let pipe = pipe.clone();
            std::thread::spawn(move || fs::read(pipe))
        };
        write_file(&pipe, hello).unwrap();
        assert_eq!(reader.join().unwrap().unwrap(), b"hello");
        assert!(fs::symlink_metadata(&pipe).unwrap().file_type().is_fifo());
        let before = fs::metadata("/dev/null").unwrap().file_type();
        write_file(Path::new("/dev/null"), hello).unwrap();
        assert_eq!(fs::metadata("/dev/null").unwrap().file_type(), before);
        // A file that is open, by its name in the system.
        use std::os::fd::AsRawFd;
        let path = folder.path().join("open");
        fs::write(&path, "first ").unwrap();
        let open = OpenOptions::new().append(true).open(&path).unwrap();
        write_file(&Path::new("/dev/fd").join(open.as_raw_fd().to_string()), hello).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"first hello");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    /// On Linux a disk in memory stands among the devices.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_is_replaced_wherever_it_stands() {
        let Ok(folder) = tempfile::tempdir_in("/dev/shm") else { return };
        let path = folder.path().join("records.json");
        fs::write(&path, "what was there before").unwrap();
        write_file(&path, hello).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"hello");
    }

    #[cfg(unix)]
    #[test]
    fn no_library_is_replaced_nor_what_belongs_to_one() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let header = b"SQLite format 3\0 and more".as_slice();
        fs::write(at("talks"), header).unwrap();
        fs::write(at("damaged.chancery"), "no such beginning").unwrap();
        fs::hard_link(at("talks"), at("other name.json")).unwrap();
        std::os::unix::fs::symlink("talks", at("link.json")).unwrap();
        fs::write(at("talks-wal"), "written ahead").unwrap();
        let taken = ["talks", "damaged.chancery", "other name.json", "link.json", "talks-wal"];
        for name in taken.into_iter().chain(["talks-journal", "talks-shm", "damaged.chancery-lock"]) {
            let before = fs::read(at(name)).ok();
            let refused = write_file(&at(name), hello).unwrap_err();
            assert!(
                matches!(&refused, StoreError::IsLibrary(path) if *path == at(name)),
                "{name}: {refused}"
            );
            assert_eq!(fs::read(at(name)).ok(), before, "{name}");
        }
        write_file(&at("talks.json"), hello).unwrap();
        write_file(&at("other-wal"), hello).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_file_keeps_its_other_names_and_a_link_that_leads_nowhere_leads_to_the_new_file() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other, link, end] = ["one", "other", "link", "end"].map(|name| folder.path().join(name));
        write_file(&one, hello).unwrap();
        fs::hard_link(&one, &other).unwrap();
        write_file(&one, |out| out.write_all(b"new")).unwrap();
        assert_eq!((fs::read(&one).unwrap(), fs::read(&other).unwrap()), (b"new".to_vec(), b"new".to_vec()));
        let failed = write_file(&one, |_| Err(ErrorKind::StorageFull.into()));
        assert!(failed.is_err() && fs::read(&other).unwrap() == b"new");
        std::os::unix::fs::symlink("end", &link).unwrap();
        write_file(&link, hello).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&end).unwrap(), b"hello");
        assert!(matches!(write_new_file(&link, hello), Err(StoreError::Exists(_))));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
    }

    #[test]
    fn what_cannot_be_had_is_told_in_its_own_words() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("all.json");
        let failed = write_file(&path, |_| Err(io::Error::other("the library is damaged"))).unwrap_err();
        let told = failed.to_string();
        assert!(told.ends_with("all.json was not saved: the library is damaged"), "{told}");
    }
}
