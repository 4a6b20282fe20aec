//! What the file of a library holds, as steps from each version to the next. A step is never changed
//! once it was released: a later one mends what it did.

use super::error::LibraryError;
use super::{Library, Result};

/// What tells a library from other SQLite files: "Chan" in ASCII.
pub(super) const APPLICATION: i32 = 0x43_68_61_6e;

/// A step from one version to the next.
pub(super) struct Step {
    /// What it does to the tables.
    pub sql: &'static str,
    /// Which libraries need the tables that repeat texts and records made again after it, and with them the
    /// records as the present version has them.
    indexes_anew: Anew,
    /// Whether the records before it are of an earlier version of the format, and so is what steps of their
    /// histories changed.
    renews_histories: bool,
}

/// When the tables that repeat texts and records are made again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Anew {
    Never,
    Always,
    /// Where lists show what no record of today would have them show.
    IfListsAreStrange,
}

/// The steps. A library that has taken the first `n` of them is of version `n`.
const STEPS: &[Step] = &[
    Step {
        sql: "
    CREATE TABLE articles (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        sha256 TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        publisher TEXT,
        day TEXT,
        parties TEXT NOT NULL,
        kind TEXT NOT NULL,
        status TEXT NOT NULL,
        commitments INTEGER NOT NULL,
        text TEXT NOT NULL,
        record TEXT NOT NULL
    ) STRICT;
    CREATE INDEX articles_by_status ON articles (status);
    CREATE VIRTUAL TABLE words USING fts5 (
        text, people, parties, commitments,
        content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
    );",
        indexes_anew: Anew::Never,
        renews_histories: false,
    },
    // Lists read many small rows, so the long ones have tables of their own. Two records of one article,
    // such as those of two reviewers, stand side by side.
    Step {
        sql: "
    ALTER TABLE articles RENAME TO articles_1;
    DROP INDEX articles_by_status;
    DROP TABLE words;

    CREATE TABLE texts (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    -- Records as JSON without the text of the article, packed.
    CREATE TABLE records (number INTEGER PRIMARY KEY, record ANY NOT NULL) STRICT;
    -- Where each came from and how it stands: what texts and records do not say.
    CREATE TABLE origins (
        number INTEGER PRIMARY KEY,
        source TEXT NOT NULL,
        is_article INTEGER NOT NULL,
        -- The file that holds this record alone, and whether that holds it as it stands here.
        saved_to TEXT,
        is_filed INTEGER NOT NULL,
        -- How many of its steps are in effect.
        position INTEGER NOT NULL,
        put_away INTEGER NOT NULL
    ) STRICT;
    -- The record before its first step, and what each step changed (RFC 6902).
    CREATE TABLE histories (number INTEGER PRIMARY KEY, base TEXT NOT NULL) STRICT;
    CREATE TABLE steps (
        number INTEGER NOT NULL,
        place INTEGER NOT NULL,
        label TEXT NOT NULL,
        patch TEXT NOT NULL,
        PRIMARY KEY (number, place)
    ) STRICT, WITHOUT ROWID;

    -- All below repeats texts and records, for lists and searches.
    CREATE TABLE articles (
        number INTEGER PRIMARY KEY,
        -- From the digest of the article's file: the same file has the same.
        record_id TEXT NOT NULL,
        title TEXT NOT NULL,
        publisher TEXT,
        -- The day of the meeting, or else of publication.
        day TEXT,
        -- One a line: the code, a space, the name.
        parties TEXT NOT NULL,
        kind TEXT NOT NULL,
        status TEXT NOT NULL,
        reviewer TEXT,
        flagged INTEGER NOT NULL,
        problems INTEGER NOT NULL,
        commitments INTEGER NOT NULL,
        fingerprint INTEGER NOT NULL,
        put_away INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX articles_by_record ON articles (record_id);
    CREATE TABLE people (number INTEGER NOT NULL, name TEXT NOT NULL, title TEXT, party TEXT) STRICT;
    CREATE INDEX people_by_number ON people (number);
    CREATE INDEX people_by_name ON people (name COLLATE NOCASE);
    CREATE TABLE commitments (
        number INTEGER NOT NULL,
        place INTEGER NOT NULL,
        -- Codes with a space between.
        parties TEXT NOT NULL,
        toward TEXT NOT NULL,
        obligation TEXT NOT NULL,
        deadline TEXT,
        ruling TEXT NOT NULL,
        PRIMARY KEY (number, place)
    ) STRICT, WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5 (
        text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE VIRTUAL TABLE said USING fts5 (
        about, people, parties, places, commitments,
        content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
    );

    -- What people decided about two articles: that they report one meeting, or that they do not.
    CREATE TABLE links (
        one INTEGER NOT NULL, other INTEGER NOT NULL, same_meeting INTEGER NOT NULL,
        PRIMARY KEY (one, other), CHECK (one < other)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE searches (name TEXT PRIMARY KEY, search TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE remembered (what TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    INSERT INTO texts SELECT number, text FROM articles_1;
    INSERT INTO records SELECT number, record FROM articles_1;
    INSERT INTO origins
        SELECT number, json_extract(record, '$.article.file_name'), 1, NULL, 0, 0, 0 FROM articles_1;
    DROP TABLE articles_1;",
        indexes_anew: Anew::Always,
        renews_histories: false,
    },
    // What reports of one meeting are known by, beside the parties and the people.
    Step {
        sql: "
    ALTER TABLE articles ADD COLUMN published TEXT;
    -- The first and the last day of the meeting, and the country of its place.
    ALTER TABLE articles ADD COLUMN met_on TEXT;
    ALTER TABLE articles ADD COLUMN met_until TEXT;
    ALTER TABLE articles ADD COLUMN country TEXT;",
        indexes_anew: Anew::Always,
        renews_histories: false,
    },
    // Names were taken in as they came, with line breaks too, and ids of records likewise.
    Step { sql: "", indexes_anew: Anew::IfListsAreStrange, renews_histories: false },
    // Records become those of version 2 of the format, in which the kind of contact may be none.
    Step {
        sql: "
    DROP TABLE articles;
    CREATE TABLE articles (
        number INTEGER PRIMARY KEY,
        -- From the digest of the article's file: the same contact of the same file has the same.
        record_id TEXT NOT NULL,
        -- What the contacts of an article share, and which of them it is.
        article INTEGER NOT NULL,
        contact INTEGER NOT NULL,
        title TEXT NOT NULL,
        publisher TEXT,
        -- The day of the meeting, or else of publication.
        day TEXT,
        -- One a line: the code, a space, the name.
        parties TEXT NOT NULL,
        kind TEXT,
        status TEXT NOT NULL,
        reviewer TEXT,
        flagged INTEGER NOT NULL,
        problems INTEGER NOT NULL,
        commitments INTEGER NOT NULL,
        fingerprint INTEGER NOT NULL,
        put_away INTEGER NOT NULL,
        published TEXT,
        -- The first and the last day of the meeting, and the country of its place.
        met_on TEXT,
        met_until TEXT,
        country TEXT
    ) STRICT;
    CREATE INDEX articles_by_record ON articles (record_id);",
        indexes_anew: Anew::Always,
        renews_histories: true,
    },
    // The contacts of an article share its text: a record has that of this other one, or one of its own.
    Step {
        sql: "
    ALTER TABLE origins ADD COLUMN text_of INTEGER;
    CREATE INDEX origins_by_text ON origins (text_of) WHERE text_of IS NOT NULL;
    CREATE INDEX articles_by_article ON articles (article);",
        indexes_anew: Anew::Never,
        renews_histories: false,
    },
    // A history says when each step was made, and it is kept how long was worked at which article on which day.
    Step {
        sql: "
    ALTER TABLE steps ADD COLUMN made_at TEXT;
    CREATE TABLE worked (
        number INTEGER NOT NULL, day TEXT NOT NULL, seconds INTEGER NOT NULL,
        -- How many values a person decided.
        decided INTEGER NOT NULL,
        PRIMARY KEY (number, day)
    ) STRICT, WITHOUT ROWID;",
        indexes_anew: Anew::Never,
        renews_histories: false,
    },
    // Under which names records are filed, one a line; no record from before has any.
    Step {
        sql: "ALTER TABLE articles ADD COLUMN tags TEXT NOT NULL DEFAULT '';",
        indexes_anew: Anew::Never,
        renews_histories: false,
    },
];

/// The steps that lead to a version; none where it is not known.
pub(super) fn steps_to(version: usize) -> Option<&'static [Step]> {
    STEPS.get(..version)
}

impl Library {
    /// Brings the file to the present version, whole or not at all. What repeats texts and records is made
    /// again after the last step, because it is always made as the present version has it.
    pub(super) fn migrate(&mut self) -> Result<()> {
        let version = self.version()?;
        let done = usize::try_from(version).unwrap_or(usize::MAX);
        let Some(missing) = STEPS.get(done..) else {
            return Err(LibraryError::Newer { path: self.path.clone(), version });
        };
        if missing.is_empty() {
            return Ok(());
        }
        self.write(|writing| {
            missing.iter().try_for_each(|step| writing.change_tables(step.sql))?;
            let is_needed = |step: &Step| match step.indexes_anew {
                Anew::Never => Ok(false),
                Anew::Always => Ok(true),
                Anew::IfListsAreStrange => writing.has_strange_lists(),
            };
            if missing.iter().map(is_needed).collect::<Result<Vec<_>>>()?.contains(&true) {
                writing.index_anew()?;
            }
            if missing.iter().any(|step| step.renews_histories) {
                writing.renew_histories()?;
            }
            writing.set_version(APPLICATION, i32::try_from(STEPS.len()).unwrap_or(i32::MAX))
        })
    }

    /// Whether the file is of the present version, for a library that cannot be changed.
    pub(super) fn is_present(&self) -> Result<()> {
        let version = self.version()?;
        if version == 0 {
            // An empty file becomes a library by being written to.
            return Err(LibraryError::NotALibrary(self.path.clone()));
        }
        match usize::try_from(version).is_ok_and(|version| version == STEPS.len()) {
            true => Ok(()),
            false if usize::try_from(version).is_ok_and(|version| version < STEPS.len()) => {
                Err(LibraryError::Older(self.path.clone()))
            }
            false => Err(LibraryError::Newer { path: self.path.clone(), version }),
        }
    }

    /// How many steps the file has taken; none for an empty one.
    pub(super) fn version(&self) -> Result<i32> {
        let told = |error| self.told(error);
        let number = |pragma: &str| {
            self.connection.pragma_query_value(None, pragma, |row| row.get::<_, i32>(0)).map_err(told)
        };
        let tables: i64 = self
            .connection
            .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
            .map_err(told)?;
        if tables > 0 && number("application_id")? != APPLICATION {
            return Err(LibraryError::NotALibrary(self.path.clone()));
        }
        let version = number("user_version")?;
        // No step leads to less than nothing, and each makes tables.
        if version < 0 || version == 0 && tables > 0 {
            return Err(LibraryError::Damaged(self.path.clone()));
        }
        Ok(version)
    }
}
