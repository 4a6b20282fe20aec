//! The door of a library: one program at a time may write to it. Another that comes leaves a note of what it
//! wants opened, and the one inside takes the note in. Both are small files beside the library, so that
//! nothing is sent over any network; a program that ends in whatever way is no longer inside.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Result;
use super::error::LibraryError;
use super::place::{beside, is_file_or_nothing};
use super::private::{self, make_folder};
use crate::store::read::read;
use crate::store::write::write_new_private_file;

/// The largest note: a path for each of a hundred thousand files.
const NOTE_LIMIT_BYTES: u64 = 100_000_000;

/// How often it is looked before whoever is inside is given up.
const GLANCES: usize = 40;

/// How often it is looked whether a note was left or taken in.
pub const GLANCE: Duration = Duration::from_millis(200);

/// Being the one who writes to a library, as long as this is held.
#[derive(Debug)]
pub struct Door {
    /// Locked by the system until it is closed.
    _lock: File,
    note: PathBuf,
}

/// What became of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// Nobody is inside.
    NobodyThere,
    /// Whoever is inside has taken it in.
    Taken,
}

impl Door {
    /// Goes in, unless somebody is inside.
    ///
    /// # Errors
    /// If somebody is, or the file of locks cannot be made.
    pub fn enter(library: &Path) -> Result<Self> {
        if let Some(folder) = library.parent() {
            // If this fails, opening says why.
            make_folder(folder);
        }
        let lock = beside(library, "lock");
        // A pipe would be waited for, and a link may lead to a file of somebody.
        is_file_or_nothing(&lock)?;
        let file = private::open(&lock).map_err(|error| match error.kind() {
            std::io::ErrorKind::ReadOnlyFilesystem => LibraryError::ReadOnly(library.to_owned()),
            _ => LibraryError::CannotOpen(library.to_owned()),
        })?;
        match lock_in_a_moment(&file) {
            Ok(()) => Ok(Self { _lock: file, note: beside(library, "note") }),
            Err(TryLockError::WouldBlock) => Err(LibraryError::Busy(library.to_owned())),
            // Some disks know no locks; a lone user of one is not kept out.
            Err(TryLockError::Error(_)) => Ok(Self { _lock: file, note: beside(library, "note") }),
        }
    }

    /// The files on the note that was left, if one was: none on it asks for attention only.
    pub fn take_note(&self) -> Option<Vec<PathBuf>> {
        // Looked for first: this is asked several times a second. What cannot be a note is not read.
        let is_note = std::fs::symlink_metadata(&self.note).is_ok_and(|about| about.is_file());
        let content = is_note.then(|| read(&self.note, NOTE_LIMIT_BYTES).ok())??;
        std::fs::remove_file(&self.note).ok()?;
        serde_json::from_slice(&content).ok()
    }

    /// Where notes are left.
    pub fn note(&self) -> &Path {
        &self.note
    }
}

/// Locks a file, and gives whoever holds it a moment: a program that was just started holds what the one that
/// started it had locked, until it is a program of its own.
fn lock_in_a_moment(file: &File) -> std::result::Result<(), TryLockError> {
    const TRIES: usize = 5;
    const MOMENT: Duration = Duration::from_millis(20);
    for _ in 1..TRIES {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => std::thread::sleep(MOMENT),
            locked => return locked,
        }
    }
    file.try_lock()
}

/// Leaves a note to whoever is inside, to open these files and come to the front; waits until it is taken in.
///
/// # Errors
/// If it is not taken in within seconds, or cannot be written.
pub fn leave_note(library: &Path, files: &[PathBuf]) -> Result<Note> {
    if !library.is_file() {
        return Ok(Note::NobodyThere);
    }
    match Door::enter(library) {
        Err(LibraryError::Busy(_)) => {}
        // Whoever may not lock it finds out what is the matter when opening it.
        Ok(_) | Err(_) => return Ok(Note::NobodyThere),
    }
    let busy = || LibraryError::Busy(library.to_owned());
    // The one inside has another folder under its feet.
    let absolute = |file: &PathBuf| std::path::absolute(file).unwrap_or_else(|_| file.clone());
    let files: Vec<PathBuf> = files.iter().map(absolute).collect();
    let content = serde_json::to_vec(&files).map_err(|_| busy())?;
    let note = beside(library, "note");
    let glance = || std::thread::sleep(GLANCE / 2);
    // A note that lies there already is another's: its turn comes first.
    let is_left = (0..GLANCES).any(|_| {
        write_new_private_file(&note, |out| out.write_all(&content)).is_ok() || {
            glance();
            false
        }
    });
    let is_taken = is_left
        && (0..GLANCES).any(|_| {
            glance();
            std::fs::symlink_metadata(&note).is_err()
        });
    if !is_taken {
        if is_left {
            // Nobody shall find it tomorrow.
            let _ = std::fs::remove_file(&note);
        }
        return Err(busy());
    }
    Ok(Note::Taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_inside_and_takes_the_notes_of_others() {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join("talks.chancery");
        std::fs::write(&library, "").unwrap();
        assert_eq!(leave_note(&library, &[]).unwrap(), Note::NobodyThere);
        let door = Door::enter(&library).unwrap();
        assert!(matches!(Door::enter(&library), Err(LibraryError::Busy(_))));
        let other = {
            let library = library.clone();
            std::thread::spawn(move || leave_note(&library, &[PathBuf::from("/talks/one.txt")]))
        };
        let files = loop {
            if let Some(files) = door.take_note() {
                break files;
            }
            std::thread::sleep(GLANCE);
        };
        assert_eq!(files, [PathBuf::from("/talks/one.txt")]);
        assert_eq!(other.join().unwrap().unwrap(), Note::Taken);
        drop(door);
        assert!(Door::enter(&library).is_ok());
    }
}
