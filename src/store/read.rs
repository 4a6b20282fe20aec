//! Reading one file, up to a limit that is checked before anything is read.

use std::fs::{File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::error::StoreError;

/// The bytes of a file of at most `limit` bytes.
///
/// # Errors
/// Names the file, what is the matter with it, and what to do.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, StoreError> {
    let failed = |error| StoreError::reading(path, error);
    let about = about_file(path)?;
    let too_large = |size| StoreError::TooLarge { path: path.to_owned(), size, limit };
    if about.len() > limit {
        return Err(too_large(about.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
    // A file can grow while it is read, and some of the system's files state no size at all.
    let file = File::open(path).map_err(failed)?;
    let read = file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(failed)?;
    match u64::try_from(read) {
        Ok(size) if size > limit => Err(too_large(size)),
        _ => Ok(bytes),
    }
}

/// The first bytes of a file of any size, at most so many: enough to tell what it is.
///
/// # Errors
/// Names the file, what is the matter with it, and what to do.
pub fn read_start(path: &Path, most: u64) -> Result<Vec<u8>, StoreError> {
    let failed = |error| StoreError::reading(path, error);
    about_file(path)?;
    let mut bytes = Vec::new();
    File::open(path).map_err(failed)?.take(most).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// A file of any size that is being read.
#[derive(Debug)]
pub struct Reading {
    path: PathBuf,
    file: File,
    /// How many bytes it has.
    pub size: u64,
}

impl Reading {
    /// Begins with its first byte.
    ///
    /// # Errors
    /// Names the file, what is the matter with it, and what to do.
    pub fn begin(path: &Path) -> Result<Self, StoreError> {
        let size = about_file(path)?.len();
        let file = File::open(path).map_err(|error| StoreError::reading(path, error))?;
        Ok(Self { path: path.to_owned(), file, size })
    }

    /// Takes what comes next, until there are so many bytes in all or no more of them.
    ///
    /// # Errors
    /// Names the file, what is the matter with it, and what to do.
    pub fn hold(&mut self, bytes: &mut Vec<u8>, most: u64) -> Result<(), StoreError> {
        let left = most.saturating_sub(bytes.len() as u64);
        // Some of the system's files state no size at all.
        bytes.reserve(usize::try_from(self.size.min(left).saturating_add(1)).unwrap_or_default());
        let read = (&self.file).take(left).read_to_end(bytes);
        read.map(|_| ()).map_err(|error| StoreError::reading(&self.path, error))
    }
}

impl Read for Reading {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.file.read(into)
    }
}

impl Seek for Reading {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// What the system says of a file. Asked before opening, because opening a pipe waits for somebody to write
/// into it.
fn about_file(path: &Path) -> Result<Metadata, StoreError> {
    let about = std::fs::metadata(path).map_err(|error| StoreError::reading(path, error))?;
    if about.is_file() { Ok(about) } else { Err(StoreError::NotAFile(path.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_its_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("note.txt");
        std::fs::write(&path, "12345").unwrap();
        assert_eq!(read(&path, 5).unwrap(), b"12345");
        assert!(matches!(read(&path, 4), Err(StoreError::TooLarge { size: 5, limit: 4, .. })));
        assert!(matches!(read(folder.path(), 5), Err(StoreError::NotAFile(_))));
        assert!(matches!(read(&folder.path().join("other.txt"), 5), Err(StoreError::Missing(_))));
        assert_eq!(read_start(&path, 3).unwrap(), b"123");
        assert!(matches!(read_start(folder.path(), 5), Err(StoreError::NotAFile(_))));
    }
}
