//! The library: articles and records of any number in one SQLite file.
//!
//! A [`Library`] is opened, or made where there is none, brought to the present [`schema`](migrate), and
//! then asked: put a record in, take one out, search, count, check, back up. What a call has said is
//! done is on disk: the file is written ahead (WAL) and synced fully at each commit, so that a power cut
//! costs nothing that was acknowledged. An article is known by the digest of its file, so the same file
//! is in the library once, under whatever name it comes.
//!
//! The text of an article stands in the library once; its record is kept beside it as the JSON that is
//! saved and exported, without the text. The words of both are indexed for search.

mod error;
mod query;
mod schema;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use etcetera::{BaseStrategy, choose_base_strategy};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;

pub use error::LibraryError;

use crate::model::{Article, Record, RecordId, Ruling, Sha256Hex, Text};
use query::query;
use schema::migrate;

/// The ending of a library's file.
pub const LIBRARY_EXTENSION: &str = "chancery";

/// Names a folder to keep the library in, in place of the system's: for tests and for portable setups.
const FOLDER_VARIABLE: &str = "CHANCERY_DATA_DIR";

/// Where the library of this user is; none where the system has no folder for data.
pub fn library_of_user() -> Option<PathBuf> {
    let folder = match std::env::var_os(FOLDER_VARIABLE) {
        Some(folder) => PathBuf::from(folder),
        None => choose_base_strategy().ok()?.data_dir().join("chancery"),
    };
    Some(folder.join("library").with_extension(LIBRARY_EXTENSION))
}

/// How many bytes a library takes on disk, with what is written ahead of it.
pub fn size_of(path: &Path) -> u64 {
    let ahead = path.with_extension(format!("{LIBRARY_EXTENSION}-wal"));
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |found| found.len());
    size(path) + size(&ahead)
}

/// A library that is open.
#[derive(Debug)]
pub struct Library {
    connection: Connection,
    /// For messages.
    path: PathBuf,
}

/// What became of a record that was put into the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// It is new.
    Added,
    /// The same file is in the library already, and stays as it is.
    Known,
}

/// An article of the library, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// By which it is taken out.
    pub id: RecordId,
    /// Its headline, or else the name of its file.
    pub title: String,
    /// The day of the meeting, or else that of publication, in ISO 8601.
    pub day: Option<String>,
    /// The parties that took part, with commas between.
    pub parties: String,
    /// How far its review has come, as it is saved.
    pub status: String,
}

/// How much there is in a library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Articles by the status of their review, as it is saved.
    pub by_status: Vec<(String, u64)>,
    /// Articles by the kind of contact, as it is saved.
    pub by_kind: Vec<(String, u64)>,
    /// Commitments that are not ruled out.
    pub commitments: u64,
    /// Bytes of text.
    pub text_bytes: u64,
}

type Result<T> = std::result::Result<T, LibraryError>;

impl Library {
    /// Opens the library in this file, and makes one if there is no file.
    ///
    /// # Errors
    /// Says whether the file is no library, a newer one, damaged, locked, or cannot be made.
    pub fn open(path: &Path) -> Result<Self> {
        if let Some(folder) = path.parent() {
            // If this fails, opening says why.
            let _ = std::fs::create_dir_all(folder);
        }
        let told = |error| LibraryError::of(path, error);
        let mut connection = Connection::open(path).map_err(told)?;
        // Another program may be writing: it is waited for, not forever.
        connection.busy_timeout(std::time::Duration::from_secs(5)).map_err(told)?;
        connection.pragma_update(None, "journal_mode", "WAL").map_err(told)?;
        connection.pragma_update(None, "synchronous", "FULL").map_err(told)?;
        connection.pragma_update(None, "foreign_keys", true).map_err(told)?;
        migrate(&mut connection, path)?;
        Ok(Self { connection, path: path.to_owned() })
    }

    /// Opens a library that must be there already.
    ///
    /// # Errors
    /// As [`Library::open`]; and if there is no file.
    pub fn open_existing(path: &Path) -> Result<Self> {
        if !path.is_file() {
            return Err(LibraryError::Missing(path.to_owned()));
        }
        Self::open(path)
    }

    /// Puts records in, all of them or none. Says of each what became of it.
    ///
    /// # Errors
    /// If the disk is full or cannot be written; then nothing was put in.
    pub fn put_all<'r>(&mut self, records: impl IntoIterator<Item = &'r Record>) -> Result<Vec<Put>> {
        let path = self.path.clone();
        let told = |error| LibraryError::of(&path, error);
        let transaction = self.connection.transaction().map_err(told)?;
        let mut put = Vec::new();
        for record in records {
            put.push(insert(&transaction, record).map_err(told)?);
        }
        transaction.commit().map_err(told)?;
        Ok(put)
    }

    /// The record of this id.
    ///
    /// # Errors
    /// If the library cannot be read, or what it holds is no valid record.
    pub fn record(&self, id: &RecordId) -> Result<Option<Record>> {
        let found = self
            .connection
            .query_row("SELECT record, text FROM articles WHERE id = ?1", [id.as_str()], whole)
            .optional()
            .map_err(|error| self.told(error))?;
        found.map(|(json, text)| self.read(&json, text)).transpose()
    }

    /// Every record, in the order in which they were put in, one by one.
    ///
    /// # Errors
    /// As [`Library::record`]; what `each` says ends the walk.
    pub fn for_each<E: From<LibraryError>>(
        &self,
        mut each: impl FnMut(Record) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let told = |error| self.told(error);
        let mut statement =
            self.connection.prepare("SELECT record, text FROM articles ORDER BY number").map_err(told)?;
        let mut rows = statement.query([]).map_err(told)?;
        while let Some(row) = rows.next().map_err(told)? {
            let (json, text) = whole(row).map_err(told)?;
            each(self.read(&json, text)?)?;
        }
        Ok(())
    }

    /// The articles in which all these words occur, in the text, the names or the commitments, the best
    /// first; those that begin with the last word too. Nothing typed gives the newest.
    ///
    /// # Errors
    /// If the library cannot be read. Whatever is typed is searched for; nothing is an error.
    pub fn search(&self, typed: &str, most: usize) -> Result<Vec<Entry>> {
        const COLUMNS: &str = "articles.id, articles.title, articles.day, articles.parties, articles.status";
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let found = match query(typed) {
            Some(words) => self.entries(
                &format!(
                    "SELECT {COLUMNS} FROM words JOIN articles ON articles.number = words.rowid \
                     WHERE words MATCH ?1 ORDER BY rank LIMIT ?2"
                ),
                params![words, most],
            ),
            None => self.entries(
                &format!("SELECT {COLUMNS} FROM articles ORDER BY number DESC LIMIT ?1"),
                params![most],
            ),
        };
        found.map_err(|error| self.told(error))
    }

    fn entries(&self, sql: &str, values: impl rusqlite::Params) -> rusqlite::Result<Vec<Entry>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let entry = |row: &Row<'_>| {
            let (title, day, parties, status) = (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
            Ok(Entry { id: id_of(row)?, title, day, parties, status })
        };
        statement.query_map(values, entry)?.collect()
    }

    /// How much there is.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn stats(&self) -> Result<Stats> {
        let counts = |column: &str| {
            let sql = format!("SELECT {column}, count(*) FROM articles GROUP BY 1 ORDER BY 2 DESC, 1");
            let mut statement = self.connection.prepare(&sql)?;
            let rows =
                statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs())))?;
            rows.collect::<rusqlite::Result<Vec<_>>>()
        };
        let sum = |expression: &str| {
            let sql = format!("SELECT coalesce(sum({expression}), 0) FROM articles");
            self.connection.query_row(&sql, [], |row| Ok(row.get::<_, i64>(0)?.unsigned_abs()))
        };
        let stats = || {
            Ok(Stats {
                by_status: counts("status")?,
                by_kind: counts("kind")?,
                commitments: sum("commitments")?,
                text_bytes: sum("length(CAST(text AS BLOB))")?,
            })
        };
        stats().map_err(|error| self.told(error))
    }

    /// What is wrong with the file, by SQLite's own check and ours of each record; nothing if all is well.
    ///
    /// # Errors
    /// If the check itself cannot be made.
    pub fn check(&self) -> Result<Vec<String>> {
        let mut wrong = Vec::new();
        let told = |error| self.told(error);
        let mut statement = self.connection.prepare("PRAGMA integrity_check").map_err(told)?;
        let said = statement.query_map([], |row| row.get::<_, String>(0)).map_err(told)?;
        for line in said {
            wrong.push(line.map_err(told)?);
        }
        wrong.retain(|line| line != "ok");
        let mut records = self.connection.prepare("SELECT id, record, text FROM articles").map_err(told)?;
        let mut rows = records.query([]).map_err(told)?;
        while let Some(row) = rows.next().map_err(told)? {
            let id: String = row.get(0).map_err(told)?;
            let (json, text) = (row.get::<_, String>(1).map_err(told)?, row.get(2).map_err(told)?);
            if let Err(error) = self.read(&json, text) {
                wrong.push(format!("{id}: {error}"));
            }
        }
        Ok(wrong)
    }

    /// Copies the library as it stands to another file, which must not be there yet.
    ///
    /// # Errors
    /// If the file is there or cannot be written.
    pub fn back_up(&self, to: &Path) -> Result<()> {
        if to.exists() {
            return Err(LibraryError::Exists(to.to_owned()));
        }
        let name = to.to_string_lossy();
        let done = self.connection.execute("VACUUM INTO ?1", [name.as_ref()]);
        done.map(|_| ()).map_err(|error| LibraryError::of(to, error))
    }

    fn told(&self, error: rusqlite::Error) -> LibraryError {
        LibraryError::of(&self.path, error)
    }

    /// A record as it was put in, from its two halves.
    fn read(&self, json: &str, text: String) -> Result<Record> {
        let damaged = |what: String| LibraryError::BadRecord { path: self.path.clone(), what };
        let mut value: Value = serde_json::from_str(json).map_err(|error| damaged(error.to_string()))?;
        if let Some(article) = value.get_mut("article").and_then(Value::as_object_mut) {
            article.insert("text".to_owned(), Value::String(text));
        }
        Record::from_value(value).map_err(|error| damaged(error.to_string()))
    }
}

fn whole(row: &Row<'_>) -> rusqlite::Result<(String, String)> {
    Ok((row.get(0)?, row.get(1)?))
}

/// The id in the first column. Ids are written by this program only.
fn id_of(row: &Row<'_>) -> rusqlite::Result<RecordId> {
    let value = Value::String(row.get(0)?);
    serde_json::from_value(value).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, error.into())
    })
}

fn insert(connection: &Connection, record: &Record) -> rusqlite::Result<Put> {
    let digest: &Sha256Hex = &record.article.sha256;
    let known =
        connection.prepare_cached("SELECT 1 FROM articles WHERE sha256 = ?1")?.exists([digest.as_str()])?;
    if known {
        return Ok(Put::Known);
    }
    let (article, meeting) = (&record.article, &record.meeting);
    let day = meeting.date.as_ref().map(|date| date.start).or(article.published).map(|day| day.to_string());
    let people = meeting.participants.iter().filter(|person| person.ruling != Ruling::RuledOut);
    let names: Vec<&str> = people.map(|person| person.name.as_str()).collect();
    let parties: Vec<&str> = meeting.parties().iter().map(|party| party.name.as_str()).collect();
    let commitments = record.commitments.iter().filter(|commitment| commitment.ruling != Ruling::RuledOut);
    let commitments: Vec<&str> = commitments.map(|commitment| commitment.text.as_str()).collect();
    connection
        .prepare_cached(
            "INSERT INTO articles \
             (id, sha256, title, publisher, day, parties, kind, status, commitments, text, record) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            record.id.as_str(),
            digest.as_str(),
            article.name(),
            article.publisher,
            day,
            parties.join(", "),
            meeting.kind.saved(),
            record.review.status.saved(),
            commitments.len() as i64,
            article.text.as_str(),
            without_text(record),
        ])?;
    connection
        .prepare_cached(
            "INSERT INTO words (rowid, text, people, parties, commitments) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            connection.last_insert_rowid(),
            article.text.as_str(),
            names.join("\n"),
            parties.join("\n"),
            commitments.join("\n"),
        ])?;
    Ok(Put::Added)
}

/// The record as JSON, without the text of its article.
fn without_text(record: &Record) -> String {
    let article = Article { text: Text::new(""), ..Article::clone(&record.article) };
    // A record has no keys that are no strings, so it is JSON.
    serde_json::to_string(&Record { article: Arc::new(article), ..record.clone() }).unwrap_or_default()
}
