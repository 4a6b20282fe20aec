//! Copies of a library: where one is asked for, and one a day in the folder `backups` beside it, of which
//! the newest three stay.
//!
//! Clocks go wrong, so which of two backups is the newer is told by what they hold: every change of a
//! library is counted in it, and in its copies. The day is for the name only.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};

use super::connect::absolute;
use super::error::LibraryError;
use super::error::is_of_damage;
use super::place::LIBRARY_EXTENSION;
use super::place::{backups_of, free_name};
use super::private::make_folder;
use super::shelved::Marking;
use super::{Library, Result};
use crate::model::Day;
use crate::model::EntryId;
use crate::store::error::folder_of;
use crate::store::unfinished;

/// How many backups stay.
const KEPT: usize = 3;

/// A backup that can be read.
pub(super) struct Backup {
    pub library: Library,
    /// The day in its name.
    day: Option<Day>,
    /// How many changes of the library it has seen.
    changes: u64,
}

impl Library {
    /// Copies the library as it stands to another file, which must not be there yet.
    ///
    /// # Errors
    /// If the file is there or cannot be written.
    pub fn back_up(&self, to: &Path) -> Result<()> {
        if to.exists() {
            return Err(LibraryError::Exists(to.to_owned()));
        }
        self.copy(to)
    }

    /// Makes the backup of this day beside the library, if something was changed since the last one, and
    /// takes away the oldest beyond three. Says where it is, if one was made.
    ///
    /// # Errors
    /// [`LibraryError::Damaged`] if the library is: its copy must not push out good ones. Otherwise if the
    /// backup cannot be written; nothing of it is left behind then.
    pub fn back_up_for(&self, today: Day) -> Result<Option<PathBuf>> {
        if !self.is_backup_due(today)? {
            return Ok(None);
        }
        if !self.check()?.is_empty() {
            return Err(LibraryError::Damaged(self.path.clone()));
        }
        let folder = backups_of(&self.path);
        make_folder(&folder);
        for folder in [folder.as_path(), folder_of(&self.path)] {
            unfinished::clear(folder);
        }
        let to = free_name(&folder, &self.path, &today.to_string());
        self.copy(&to)?;
        let backups = Backup::all(&self.path, self.marking).into_iter();
        let old: Vec<PathBuf> = backups.skip(KEPT).map(|backup| backup.library.path().to_owned()).collect();
        for old in old {
            // One that stays too long does no harm.
            let _ = fs::remove_file(old);
        }
        Ok(Some(to))
    }

    /// Whether this day has no backup yet and there is something new to keep.
    fn is_backup_due(&self, today: Day) -> Result<bool> {
        match Backup::all(&self.path, self.marking).first() {
            Some(newest) => Ok(newest.day != Some(today) && self.count_of_changes()? > newest.changes),
            None => Ok(self.next_id()? != EntryId::FIRST),
        }
    }

    /// How often the library was changed.
    pub(super) fn count_of_changes(&self) -> Result<u64> {
        Ok(self.remembered("changes")?.and_then(|count| count.parse().ok()).unwrap_or(0))
    }

    /// Copies the library to a new file, whole or not at all.
    fn copy(&self, to: &Path) -> Result<()> {
        let failed = |error| LibraryError::of_file(to, error);
        let unfinished = unfinished::library_in(folder_of(to)).map_err(failed)?;
        let name = absolute(unfinished.path());
        self.connection.execute("VACUUM INTO ?1", [FileName(&name)]).map_err(|error| {
            // What is damaged is the library.
            let path = if is_of_damage(&error) { &self.path } else { to };
            LibraryError::of(path, error)
        })?;
        if let Ok(about) = fs::metadata(&self.path) {
            let _ = unfinished.as_file().set_permissions(about.permissions());
        }
        unfinished.as_file().sync_all().map_err(failed)?;
        unfinished.persist_noclobber(to).map_err(|error| failed(error.error))?;
        sync_folder(folder_of(to));
        Ok(())
    }
}

impl Backup {
    /// The backups of a library that can be read, the newest first.
    pub fn all(library: &Path, marking: Marking) -> Vec<Self> {
        let stem = library.file_stem().unwrap_or_default().to_string_lossy();
        let files = fs::read_dir(backups_of(library)).into_iter().flatten().flatten();
        let mut backups: Vec<Self> =
            files.filter_map(|file| Self::read(&file.path(), &stem, marking)).collect();
        backups.sort_by_key(|backup| std::cmp::Reverse((backup.changes, backup.day)));
        backups
    }

    fn read(path: &Path, stem: &str, marking: Marking) -> Option<Self> {
        let day = path.file_name()?.to_str()?.strip_prefix(stem)?.strip_prefix('-')?;
        let day = day.get(..10).and_then(|day| day.parse().ok());
        day.filter(|_| path.extension().is_some_and(|ending| ending == LIBRARY_EXTENSION))?;
        let library = Library::open_for_reading(path, marking).ok()?;
        let changes = library.count_of_changes().ok()?;
        Some(Self { library, day, changes })
    }
}

/// The name of a file as SQLite takes it: bytes, which need be no UTF-8 where the system asks for none.
struct FileName<'p>(&'p Path);

impl ToSql for FileName<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Text(self.0.as_os_str().as_encoded_bytes())))
    }
}

/// Forces a folder's list of files to the disk. Some file systems cannot; the file itself is safe.
pub(super) fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}
