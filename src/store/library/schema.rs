//! What the file of a library holds, as steps from each version to the next. A step is never changed
//! once it was released: a later one mends what it did.

use std::path::Path;

use rusqlite::Connection;

use super::LibraryError;

/// What tells a library from other SQLite files: "Chan" in ASCII.
const APPLICATION: i32 = 0x43_68_61_6e;

/// The steps. A library that has taken the first `n` of them is of version `n`.
const STEPS: &[&str] = &["
    CREATE TABLE articles (
        number INTEGER PRIMARY KEY,
        -- The id of the record, which comes from the digest.
        id TEXT NOT NULL UNIQUE,
        -- The digest of the article's file: the same file is here once.
        sha256 TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        publisher TEXT,
        -- The day of the meeting, or else of publication.
        day TEXT,
        parties TEXT NOT NULL,
        kind TEXT NOT NULL,
        status TEXT NOT NULL,
        commitments INTEGER NOT NULL,
        text TEXT NOT NULL,
        -- The record as JSON, without the text.
        record TEXT NOT NULL
    ) STRICT;
    CREATE INDEX articles_by_status ON articles (status);
    CREATE VIRTUAL TABLE words USING fts5 (
        text, people, parties, commitments,
        content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
    );
"];

/// Brings a file to the present version, step by step, each whole or not at all.
pub(super) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), LibraryError> {
    let told = |error| LibraryError::of(path, error);
    let number = |connection: &Connection, pragma: &str| {
        connection.pragma_query_value(None, pragma, |row| row.get::<_, i32>(0)).map_err(told)
    };
    let version = number(connection, "user_version")?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).map_err(told)?;
    if tables > 0 && number(connection, "application_id")? != APPLICATION {
        return Err(LibraryError::NotALibrary(path.to_owned()));
    }
    let done = usize::try_from(version).unwrap_or(usize::MAX);
    let Some(missing) = STEPS.get(done..) else {
        return Err(LibraryError::Newer { path: path.to_owned(), version });
    };
    for (step, number) in missing.iter().zip(version + 1..) {
        let transaction = connection.transaction().map_err(told)?;
        transaction.execute_batch(step).map_err(told)?;
        transaction.pragma_update(None, "application_id", APPLICATION).map_err(told)?;
        transaction.pragma_update(None, "user_version", number).map_err(told)?;
        transaction.commit().map_err(told)?;
    }
    Ok(())
}
