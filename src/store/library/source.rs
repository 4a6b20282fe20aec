//! What a damaged library is recovered from: the damaged file, as far as SQLite reads it, and its backups.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Seek, Write};
use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::Value;
use tempfile::NamedTempFile;

use super::backup::Backup;
use super::error::LibraryError;
use super::place::MAGIC;
use super::schema::APPLICATION;
use super::shelved::Marking;
use super::take::{origin, position};
use super::{Library, PAGE_BYTES, connect};
use crate::model::Origin;
use crate::store::error::folder_of;
use crate::store::unfinished;

/// Something to read articles from: the damaged library, or a backup.
pub(super) struct Source {
    pub library: Library,
    pub is_backup: bool,
    /// Goes with it: a copy of which the beginning was mended.
    _mended: Option<NamedTempFile>,
}

impl Source {
    pub fn damaged(path: &Path, marking: Marking) -> Option<Self> {
        let source = |connection, mended| Self {
            library: Library { connection, path: path.to_owned(), marking, is_writable: false },
            is_backup: false,
            _mended: mended,
        };
        if let Ok(connection) = open_damaged(path) {
            return Some(source(connection, None));
        }
        let mended = with_new_beginning(path, marking).ok().flatten()?;
        let connection = open_unchanging(mended.path()).ok()?;
        Some(source(connection, Some(mended)))
    }

    pub fn backups(path: &Path, marking: Marking) -> impl Iterator<Item = Self> {
        let backups = Backup::all(path, marking).into_iter();
        backups.map(|backup| Self { library: backup.library, is_backup: true, _mended: None })
    }

    /// The numbers of all articles that it knows of: from both ends, as far as it can be read.
    pub fn numbers(&self) -> BTreeSet<i64> {
        let mut numbers = BTreeSet::new();
        for table in ["origins", "records", "texts", "articles"] {
            for order in ["ASC", "DESC"] {
                let sql = format!("SELECT number FROM {table} ORDER BY number {order}");
                let Ok(mut statement) = self.library.connection.prepare(&sql) else { continue };
                let Ok(mut rows) = statement.query([]) else { continue };
                let is_whole = loop {
                    match rows.next() {
                        Ok(Some(row)) => numbers.extend(row.get::<_, i64>(0).ok()),
                        Ok(None) => break true,
                        Err(_) => break false,
                    }
                };
                if is_whole {
                    break;
                }
            }
        }
        numbers
    }

    pub fn text(&self, number: u32) -> Option<String> {
        let own = self.one("SELECT text FROM texts WHERE number = ?1", number, |row| row.get(0));
        let sql = "SELECT text FROM texts JOIN origins ON texts.number = text_of WHERE origins.number = ?1";
        own.or_else(|| self.one(sql, number, |row| row.get(0)))
    }

    pub fn record(&self, number: u32) -> Option<Value> {
        self.one("SELECT record FROM records WHERE number = ?1", number, |row| row.get(0))
    }

    pub fn origin(&self, number: u32) -> Option<(Origin, bool, usize, bool)> {
        let sql = "SELECT source, is_article, saved_to, is_filed, position, put_away FROM origins WHERE number = ?1";
        self.one(sql, number, |row| Ok((origin(row, 0)?, row.get(3)?, position(row, 4)?, row.get(5)?)))
    }

    fn one<T>(
        &self,
        sql: &str,
        number: u32,
        read: impl FnOnce(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Option<T> {
        self.library.connection.prepare_cached(sql).ok()?.query_row([number], read).ok()
    }
}

/// Opens a file that is damaged somewhere; not if its beginning is.
fn open_damaged(path: &Path) -> rusqlite::Result<Connection> {
    readable(connect::damaged(path, false)?).or_else(|_| open_unchanging(path))
}

/// The same for a file that nobody writes to meanwhile: nothing is written beside it.
fn open_unchanging(path: &Path) -> rusqlite::Result<Connection> {
    readable(connect::damaged(path, true)?)
}

/// The connection, if articles can be asked for.
fn readable(connection: Connection) -> rusqlite::Result<Connection> {
    for table in ["texts", "records"] {
        connection.prepare(&format!("SELECT number FROM {table}"))?;
    }
    Ok(connection)
}

/// A copy with the first page of a new library, where the tables of all libraries of this version begin. None
/// for a file that is no library by its size, or begins as another kind of SQLite file.
fn with_new_beginning(path: &Path, marking: Marking) -> std::io::Result<Option<NamedTempFile>> {
    let page = usize::try_from(PAGE_BYTES).unwrap_or_default();
    let size = fs::metadata(path)?.len();
    let mut start = [0; 16];
    fs::File::open(path)?.read_exact(&mut start)?;
    if (start == *MAGIC && !is_marked(path)) || size == 0 || size % PAGE_BYTES as u64 != 0 {
        return Ok(None);
    }
    let new = unfinished::library_in(folder_of(path))?;
    drop(Library::open(new.path(), marking).map_err(std::io::Error::other)?);
    let mut first = vec![0; page];
    fs::File::open(new.path())?.read_exact(&mut first)?;
    // By the file format: how many pages there are, and that none of them is free.
    let pages = u32::try_from(size / PAGE_BYTES as u64).unwrap_or(u32::MAX);
    for (place, byte) in (28..).zip(pages.to_be_bytes()).chain((32..40).map(|place| (place, 0))) {
        if let Some(there) = first.get_mut(place) {
            *there = byte;
        }
    }
    let mut copy = unfinished::library_in(folder_of(path))?;
    std::io::copy(&mut fs::File::open(path)?, &mut copy)?;
    copy.rewind()?;
    copy.write_all(&first)?;
    Ok(Some(copy))
}

/// A file that SQLite does not know may all the same be a library, whose beginning is damaged.
pub(super) fn what_it_is(error: LibraryError, marking: Marking) -> LibraryError {
    match error {
        LibraryError::NotALibrary(path) if is_ours(&path, marking) => LibraryError::Damaged(path),
        error => error,
    }
}

fn is_ours(path: &Path, marking: Marking) -> bool {
    is_marked(path)
        || !Backup::all(path, marking).is_empty()
        || Source::damaged(path, marking).is_some_and(|source| !source.numbers().is_empty())
}

/// Whether a file begins as a library does, for the most part at least.
pub(super) fn is_marked(path: &Path) -> bool {
    let mut start = [0; 72];
    let is_read = fs::File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok();
    let alike = start.iter().zip(MAGIC).filter(|(one, other)| one == other).count();
    is_read && alike >= MAGIC.len() / 2 && start.ends_with(&APPLICATION.to_be_bytes())
}
