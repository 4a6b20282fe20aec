//! Writing several files together, whole or not at all: as a folder, or packed into one `.zip` file.
//!
//! They are written to a hidden folder beside the place where they belong, and forced to the disk. A folder then
//! takes its name in one step; one that is there already is replaced only if there is nothing in it but what the
//! new one has too, since nobody can write again what else people keep.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Write};
use std::path::Path;

use tempfile::{Builder, TempDir};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::error::{StoreError, folder_of};
use super::unfinished;
use super::write::{sync_folder, write_file};

/// Begins a file of the bundle.
pub type BeginFile<'a> = dyn FnMut(&str) -> io::Result<Box<dyn Write + Send>> + 'a;

/// Writes a folder with these files, in place of one with the same that may be there.
///
/// # Errors
/// Names the folder, what is the matter, and what to do. Nothing is left behind then, and what was there is untouched.
pub fn write_folder(
    path: &Path,
    content: impl FnOnce(&mut BeginFile<'_>) -> io::Result<()>,
) -> Result<(), StoreError> {
    let failed = |error| StoreError::writing(path, error);
    if path.symlink_metadata().is_ok_and(|about| !about.is_dir()) {
        return Err(StoreError::Exists(path.to_owned()));
    }
    let (filled, names) = filled(path, content).map_err(failed)?;
    if !is_replaceable(path, &names).map_err(failed)? {
        return Err(StoreError::FolderTaken(path.to_owned()));
    }
    let parent = folder_of(path);
    let old = Builder::new().prefix(".chancery-replaced-").tempdir_in(parent).map_err(failed)?;
    let aside = old.path().join("old");
    let was_there = path.exists();
    if was_there {
        fs::rename(path, &aside).map_err(failed)?;
    }
    if let Err(error) = fs::rename(filled.path(), path) {
        if was_there {
            fs::rename(&aside, path).map_err(failed)?;
        }
        return Err(failed(error));
    }
    // The folder has another name now: nothing is to be cleared away.
    let _ = filled.keep();
    sync_folder(parent);
    log::debug!("{}: written", path.display());
    Ok(())
}

/// Writes these files into one `.zip` file, in place of one that may be there.
///
/// # Errors
/// As [`write_file`].
pub fn write_zip(
    path: &Path,
    content: impl FnOnce(&mut BeginFile<'_>) -> io::Result<()>,
) -> Result<(), StoreError> {
    let (filled, names) = filled(path, content).map_err(|error| StoreError::writing(path, error))?;
    write_file(path, |out| pack(filled.path(), &names, out))
}

/// A hidden folder beside `path` with these files, safe on the disk, and their names. It vanishes unless it is kept.
fn filled(
    path: &Path,
    content: impl FnOnce(&mut BeginFile<'_>) -> io::Result<()>,
) -> io::Result<(TempDir, Vec<OsString>)> {
    let parent = folder_of(path);
    unfinished::clear_once(parent);
    let folder = unfinished::folder_in(parent)?;
    let mut names: Vec<OsString> = Vec::new();
    content(&mut |name| {
        names.push(name.into());
        let file = OpenOptions::new().write(true).create_new(true).open(folder.path().join(name))?;
        Ok(Box::new(BufWriter::with_capacity(1 << 16, file)))
    })?;
    for name in &names {
        OpenOptions::new().write(true).open(folder.path().join(name))?.sync_all()?;
    }
    sync_folder(folder.path());
    Ok((folder, names))
}

/// Whether nothing is there, or a folder with nothing in it but files of these names.
fn is_replaceable(path: &Path, names: &[OsString]) -> io::Result<bool> {
    if !path.exists() {
        return Ok(true);
    }
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        if !entry.file_type()?.is_file() || !names.contains(&entry.file_name()) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn pack(folder: &Path, names: &[OsString], out: &mut (dyn Write + Send)) -> io::Result<()> {
    const LARGE: u64 = 1 << 32;
    let mut zip = ZipWriter::new_stream(out);
    for name in names {
        let file = File::open(folder.join(name))?;
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .large_file(file.metadata()?.len() >= LARGE / 2);
        zip.start_file(name.to_string_lossy(), options)?;
        io::copy(&mut BufReader::with_capacity(1 << 16, file), &mut zip)?;
    }
    zip.finish()?.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn two(begin: &mut BeginFile<'_>) -> io::Result<()> {
        for name in ["a.csv", "b.csv"] {
            let mut file = begin(name)?;
            file.write_all(name.as_bytes())?;
            file.flush()?;
        }
        Ok(())
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_folder_appears_whole_or_not_at_all() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("talks");
        let half = |begin: &mut BeginFile<'_>| {
            begin("a.csv")?.write_all(b"half")?;
            Err(io::Error::other("nobody wants it any more"))
        };
        let failed = write_folder(&path, half).unwrap_err().to_string();
        assert!(failed.ends_with("talks was not saved: nobody wants it any more"), "{failed}");
        assert!(names(place.path()).is_empty());
        assert!(write_zip(&place.path().join("talks.zip"), half).is_err());
        assert!(names(place.path()).is_empty());
        write_folder(&path, two).unwrap();
        assert_eq!(names(&path), ["a.csv", "b.csv"]);
        assert!(write_folder(&path, half).is_err());
        assert_eq!(names(&path), ["a.csv", "b.csv"], "what was there stays");
        assert_eq!(names(place.path()), ["talks"]);
    }

    #[test]
    fn a_folder_replaces_its_like_and_nothing_else() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("talks");
        fs::create_dir(&path).unwrap();
        write_folder(&path, two).unwrap();
        fs::write(path.join("a.csv"), "old").unwrap();
        write_folder(&path, two).unwrap();
        assert_eq!(fs::read(path.join("a.csv")).unwrap(), b"a.csv");
        fs::write(path.join("notes.txt"), "mine").unwrap();
        assert!(matches!(write_folder(&path, two), Err(StoreError::FolderTaken(_))));
        assert_eq!(names(&path), ["a.csv", "b.csv", "notes.txt"]);
        let file = path.join("notes.txt");
        assert!(matches!(write_folder(&file, two), Err(StoreError::Exists(_))));
        assert_eq!(fs::read(&file).unwrap(), b"mine");
        assert_eq!(names(place.path()), ["talks"]);
    }

    #[test]
    fn a_packed_bundle_holds_its_files() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("talks.zip");
        write_zip(&path, two).unwrap();
        let mut zip = zip::ZipArchive::new(File::open(&path).unwrap()).unwrap();
        let mut text = String::new();
        zip.by_name("b.csv").unwrap().read_to_string(&mut text).unwrap();
        assert_eq!((zip.len(), text.as_str()), (2, "b.csv"));
        assert_eq!(names(place.path()), ["talks.zip"]);
    }
}
