//! Which files this user's Chancery has saved records to, or opened them from: only these are written again
//! without asking. A library says where its records were saved too, but a library may come from anybody, and
//! would have any file of the user's overwritten.
//!
//! It is kept in the user's own folder for data, a line a file.

use std::collections::HashSet;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use super::library::folder_of_data;
use super::read::read;
use super::records::{RECORDS_LIMIT_BYTES, read_records};
use crate::model::{Record, RecordId};

/// The largest list that is read: of some hundred thousand files.
const LIMIT_BYTES: u64 = 64_000_000;

/// The list, which several threads share.
#[derive(Clone, Debug, Default)]
pub struct SavedFiles(Arc<Mutex<List>>);

#[derive(Debug, Default)]
struct List {
    /// None for one that is forgotten with the program.
    file: Option<PathBuf>,
    known: HashSet<Saved>,
    is_read: bool,
}

/// A file that holds a record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Saved {
    record: RecordId,
    path: PathBuf,
}

impl SavedFiles {
    /// From now on it is kept in the folder of this user, where the system has one. Until then it is
    /// forgotten with the program.
    pub fn keep_for_user(&self) {
        if let Some(folder) = folder_of_data() {
            self.keep_in(&folder);
        }
    }

    /// From now on it is kept in this folder.
    pub fn keep_in(&self, folder: &Path) {
        let mut list = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        list.file = Some(folder.join("saved-files.jsonl"));
        list.is_read = false;
    }

    /// Remembers that a record is in this file. If the list cannot be written, it is asked for again after
    /// the next start.
    pub fn remember(&self, record: &RecordId, path: &Path) {
        self.list().remember(Saved { record: record.clone(), path: real(path) });
    }

    /// Whether a record may be written to this file without asking: it was saved there before, and what is
    /// there now, if anything, is still that record.
    pub fn may_replace(&self, record: &RecordId, path: &Path) -> bool {
        let saved = Saved { record: record.clone(), path: real(path) };
        self.list().known.contains(&saved) && (is_nothing(&saved.path) || holds(&saved))
    }

    fn list(&self) -> MutexGuard<'_, List> {
        let mut list = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        list.read();
        list
    }
}

impl List {
    /// Reads the list at the first time of asking.
    fn read(&mut self) {
        if std::mem::replace(&mut self.is_read, true) {
            return;
        }
        let content = self.file.as_ref().and_then(|file| read(file, LIMIT_BYTES).ok()).unwrap_or_default();
        // A line that a power cut has left half is none.
        let lines = content.split(|byte| *byte == b'\n');
        self.known.extend(lines.filter_map(|line| serde_json::from_slice::<Saved>(line).ok()));
    }

    fn remember(&mut self, saved: Saved) {
        if self.known.contains(&saved) {
            return;
        }
        if let Some(file) = &self.file
            && let Ok(line) = serde_json::to_string(&saved)
        {
            let mut options = OpenOptions::new();
            options.create(true).append(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            // The line break comes first too: the last line may have been cut off.
            let _ = options.open(file).and_then(|mut file| file.write_all(format!("\n{line}\n").as_bytes()));
        }
        self.known.insert(saved);
    }
}

/// The path without links, as far as there is a file.
fn real(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

fn is_nothing(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound)
}

/// Whether a file holds this record and nothing else.
fn holds(saved: &Saved) -> bool {
    let records =
        read(&saved.path, RECORDS_LIMIT_BYTES).ok().and_then(|bytes| read_records(&saved.path, &bytes).ok());
    let is_it = |record: &Record| record.id == saved.record;
    records.is_some_and(|records| matches!(records.as_slice(), [Ok(record)] if is_it(record)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ContactNumber, Sha256Hex};

    #[test]
    fn only_where_this_program_saved_a_record_it_is_written_again() {
        let folder = tempfile::tempdir().unwrap();
        let kept = || {
            let files = SavedFiles::default();
            files.keep_in(folder.path());
            files
        };
        let files = kept();
        let [record, other] =
            [b"one", b"two"].map(|bytes| RecordId::of(&Sha256Hex::of(bytes), ContactNumber::MAIN));
        let path = folder.path().join("one.json");
        assert!(!files.may_replace(&record, &path), "never saved there");
        files.remember(&record, &path);
        for files in [&files, &kept()] {
            assert!(files.may_replace(&record, &path), "nothing is there that could be lost");
            assert!(!files.may_replace(&other, &path), "another record");
            assert!(!files.may_replace(&record, &folder.path().join("two.json")), "another file");
        }
        std::fs::write(&path, "my thesis").unwrap();
        assert!(!files.may_replace(&record, &path), "something else has taken its place");
        assert!(!SavedFiles::default().may_replace(&record, &path));
    }
}
