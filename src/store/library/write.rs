//! Changing a library: one transaction, of which all is done or nothing.

use std::cell::Cell;
use std::path::Path;

use rusqlite::{OptionalExtension, Transaction, params};

use super::entry::{stored_parties, stored_tags};
use super::error::LibraryError;
use super::history::StoredStep;
use super::shelved::Marking;
use super::shelved::{Said, Shelved};
use super::take::halves;
use super::{Library, Result};
use crate::model::{ContactNumber, Line, MeetingKind, RecordId};
use crate::model::{EntryId, Origin};

/// From here on no library comes by counting: a file that has such numbers was made by somebody. What has
/// them keeps them, and numbers are given out below.
const FOREIGN_NUMBERS: i64 = 1 << 31;

/// A transaction that is open.
pub struct Writing<'l> {
    transaction: Transaction<'l>,
    library: Told,
    /// Whether articles or records were changed.
    has_changed: Cell<bool>,
}

/// What is needed beside the connection while a transaction has it.
struct Told {
    path: std::path::PathBuf,
    marking: Marking,
}

/// A record after an edit, with what its history has to remember.
#[derive(Clone, Debug)]
pub struct Edited {
    /// The record as it stands.
    pub shelved: Shelved,
    /// Whether its own file holds it as it stands.
    pub is_filed: bool,
    /// The record before its first step, as JSON without the text; none where no step was taken.
    pub base: Option<String>,
    /// How many of the steps that are stored stay.
    pub stay: usize,
    /// The steps after these.
    pub steps: Vec<StoredStep>,
    /// How many of all steps are in effect.
    pub position: usize,
}

impl Library {
    /// Does several changes, all of them or none.
    ///
    /// # Errors
    /// If one of them fails, as with a full disk; then nothing was changed.
    pub fn write<T>(&mut self, change: impl FnOnce(&Writing<'_>) -> Result<T>) -> Result<T> {
        let library = Told { path: self.path.clone(), marking: self.marking };
        let transaction = self
            .connection
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(|error| LibraryError::of(&library.path, error))?;
        let writing = Writing { transaction, library, has_changed: Cell::new(false) };
        let done = change(&writing)?;
        if writing.has_changed.get() {
            writing.told(|| writing.count_change())?;
        }
        let Writing { transaction, library, .. } = writing;
        transaction.commit().map_err(|error| LibraryError::of(&library.path, error))?;
        Ok(done)
    }

    /// The id that no article of the library has had yet.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn next_id(&self) -> Result<EntryId> {
        let last: Option<i64> = self
            .connection
            .query_row("SELECT max(number) FROM origins WHERE number < ?1", [FOREIGN_NUMBERS], |row| {
                row.get(0)
            })
            .map_err(|error| self.told(error))?;
        Ok(last.and_then(EntryId::from_number).map_or(EntryId::FIRST, EntryId::next))
    }
}

impl Writing<'_> {
    /// Puts an article in under this id, in place of what had it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn put(&self, id: EntryId, shelved: &Shelved) -> Result<()> {
        let number = id.number();
        let Origin { source, is_article, saved_to } = &shelved.origin;
        let is_there = self.holds(id)?;
        self.told(|| {
            if is_there {
                self.run("DELETE FROM histories WHERE number = ?1", params![number])?;
                self.run("DELETE FROM steps WHERE number = ?1", params![number])?;
                self.run("DELETE FROM words WHERE rowid = ?1", params![number])?;
                self.forget_index(number)?;
            }
            let text_of = self.other_with_text(number, shelved)?;
            self.run(
                "INSERT OR REPLACE INTO origins VALUES (?1, ?2, ?3, ?4, ?5, 0, 0, ?6)",
                params![
                    number,
                    source.to_string_lossy(),
                    is_article,
                    saved_to.as_ref().map(|path| path.to_string_lossy()),
                    saved_to.is_some(),
                    text_of,
                ],
            )?;
            if text_of.is_none() {
                let text = shelved.text.as_str();
                self.run("INSERT OR REPLACE INTO texts VALUES (?1, ?2)", params![number, text])?;
                self.run("INSERT INTO words (rowid, text) VALUES (?1, ?2)", params![number, text])?;
            }
            self.record(number, shelved)?;
            self.has_changed.set(true);
            Ok(())
        })
    }

    /// The record of another contact of the same article that has its text; none for a main contact, which has
    /// one of its own.
    fn other_with_text(&self, number: u32, shelved: &Shelved) -> rusqlite::Result<Option<u32>> {
        if shelved.entry.contact == ContactNumber::MAIN {
            return Ok(None);
        }
        let sql = "SELECT origins.number FROM articles JOIN origins ON origins.number = articles.number \
                   JOIN texts ON texts.number = origins.number \
                   WHERE article = ?1 AND origins.number <> ?2 AND text_of IS NULL AND text = ?3 LIMIT 1";
        let values = params![shelved.entry.article.to_bits().cast_signed(), number, shelved.text.as_str()];
        self.transaction.prepare_cached(sql)?.query_row(values, |row| row.get(0)).optional()
    }

    /// Keeps a record as an edit left it. An article that was lost with a damaged library is put in again.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn keep(&self, id: EntryId, edited: &Edited) -> Result<()> {
        let number = id.number();
        let Edited { shelved, is_filed, base, stay, steps, position } = edited;
        if !self.holds(id)? {
            self.put(id, shelved)?;
        }
        self.told(|| {
            if let Some(base) = base {
                self.run("INSERT OR REPLACE INTO histories VALUES (?1, ?2)", params![number, base])?;
            }
            let stay = stored(*stay);
            self.run("DELETE FROM steps WHERE number = ?1 AND place >= ?2", params![number, stay])?;
            for (place, step) in (stay..).zip(steps) {
                self.step(number, place, step)?;
            }
            let saved_to = shelved.origin.saved_to.as_ref().map(|path| path.to_string_lossy());
            self.run(
                "UPDATE origins SET saved_to = ?2, is_filed = ?3, position = ?4 WHERE number = ?1",
                params![number, saved_to, is_filed, stored(*position)],
            )?;
            self.follow_text(number, shelved)?;
            self.forget_index(number)?;
            self.record(number, shelved)?;
            self.has_changed.set(true);
            Ok(())
        })
    }

    /// The text of a record's article may be another than before: its file was read anew. Contacts that had the old
    /// one from this record get it themselves, whatever becomes of them next.
    fn follow_text(&self, number: u32, shelved: &Shelved) -> rusqlite::Result<()> {
        let text = shelved.text.as_str();
        let is_same: Option<bool> = self
            .transaction
            .prepare_cached(
                "SELECT text = ?2 FROM origins JOIN texts ON texts.number = coalesce(text_of, origins.number) \
                 WHERE origins.number = ?1",
            )?
            .query_row(params![number, text], |row| row.get(0))
            .optional()?;
        if is_same == Some(true) {
            return Ok(());
        }
        self.hand_text_on(number)?;
        let text_of = self.other_with_text(number, shelved)?;
        self.run("DELETE FROM words WHERE rowid = ?1", params![number])?;
        self.run("DELETE FROM texts WHERE number = ?1", params![number])?;
        if text_of.is_none() {
            self.run("INSERT INTO texts VALUES (?1, ?2)", params![number, text])?;
            self.run("INSERT INTO words (rowid, text) VALUES (?1, ?2)", params![number, text])?;
        }
        self.run("UPDATE origins SET text_of = ?2 WHERE number = ?1", params![number, text_of])
    }

    /// The text of a record goes to the first of those that have it from there, and they have it from that one.
    fn hand_text_on(&self, number: u32) -> rusqlite::Result<()> {
        let sql = "SELECT min(number) FROM origins WHERE text_of = ?1";
        let heir: Option<u32> =
            self.transaction.prepare_cached(sql)?.query_row([number], |row| row.get(0))?;
        let Some(heir) = heir else { return Ok(()) };
        let heirs = params![number, heir];
        self.run("INSERT INTO texts SELECT ?2, text FROM texts WHERE number = ?1", heirs)?;
        self.run("INSERT INTO words (rowid, text) SELECT ?2, text FROM texts WHERE number = ?1", heirs)?;
        self.run("UPDATE origins SET text_of = NULL WHERE number = ?2 AND text_of = ?1", heirs)?;
        self.run("UPDATE origins SET text_of = ?2 WHERE text_of = ?1", heirs)
    }

    /// Puts an article away, or takes it back into lists.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn put_away(&self, id: EntryId, is_away: bool) -> Result<()> {
        let number = id.number();
        self.told(|| {
            self.run("UPDATE origins SET put_away = ?2 WHERE number = ?1", params![number, is_away])?;
            self.run("UPDATE articles SET put_away = ?2 WHERE number = ?1", params![number, is_away])?;
            self.has_changed.set(true);
            Ok(())
        })
    }

    /// This file holds a record as it stood after so many steps. If it has more or fewer by now, the file is
    /// its file, and older than it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn filed(&self, id: EntryId, position: usize, path: &Path) -> Result<()> {
        let (number, path) = (id.number(), path.to_string_lossy());
        self.told(|| {
            let sql = "UPDATE origins SET saved_to = ?2, is_filed = position = ?3 WHERE number = ?1";
            self.run(sql, params![number, path, stored(position)])?;
            self.has_changed.set(true);
            Ok(())
        })
    }

    /// Remembers something from one start of the program to the next.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn remember(&self, what: &str, value: &str) -> Result<()> {
        self.told(|| self.run("INSERT OR REPLACE INTO remembered VALUES (?1, ?2)", params![what, value]))
    }

    /// Counts a change, so that of two copies of a library the newer one is known.
    pub(super) fn count_change(&self) -> rusqlite::Result<()> {
        let sql = "INSERT INTO remembered VALUES ('changes', '1') \
                   ON CONFLICT (what) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)";
        self.run(sql, [])
    }

    /// Saves a search under a name, or forgets the one of this name.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn save_search(&self, name: &str, search: Option<&str>) -> Result<()> {
        self.told(|| match search {
            Some(search) => {
                self.run("INSERT OR REPLACE INTO searches VALUES (?1, ?2)", params![name, search])
            }
            None => self.run("DELETE FROM searches WHERE name = ?1", params![name]),
        })
    }

    /// Whether lists show names that are no single line, or ids that are none.
    ///
    /// # Errors
    /// If they cannot be read.
    pub(super) fn has_strange_lists(&self) -> Result<bool> {
        let is_id = |id: &str| RecordId::try_from(id.to_owned()).is_ok();
        let any = |sql: &str, is_strange: &dyn Fn(usize, &str) -> bool| -> rusqlite::Result<bool> {
            let mut statement = self.transaction.prepare(sql)?;
            let columns = statement.column_count();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                for column in 0..columns {
                    if row.get_ref(column)?.as_str_or_null()?.is_some_and(|text| is_strange(column, text)) {
                        return Ok(true);
                    }
                }
            }
            Ok(false)
        };
        self.told(|| {
            Ok(any(
                "SELECT record_id, title, publisher, reviewer, parties FROM articles",
                &|column, text| {
                    match column {
                        0 => !is_id(text),
                        // One a line.
                        4 => !text.split('\n').all(Line::is_one),
                        _ => !Line::is_one(text),
                    }
                },
            )? || any("SELECT name, title FROM people", &|_, text| !Line::is_one(text))?)
        })
    }

    /// Makes all tables again that repeat texts and records.
    ///
    /// # Errors
    /// If a record is damaged or they cannot be written.
    pub(super) fn index_anew(&self) -> Result<()> {
        self.told(|| {
            for table in ["articles", "people", "commitments", "said", "words"] {
                self.run(&format!("DELETE FROM {table}"), [])?;
            }
            Ok(())
        })?;
        let read = || {
            let mut statement = self.transaction.prepare(
                "SELECT origins.number, record, text, source, is_article, saved_to, text_of \
                 FROM origins JOIN records USING (number) \
                 JOIN texts ON texts.number = coalesce(text_of, origins.number)",
            )?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let number: u32 = row.get(0)?;
                // What is damaged stays where it is and is told by the check.
                let Ok(record) = halves(row, 1)?.record() else { continue };
                let origin = Origin {
                    source: row.get::<_, String>(3)?.into(),
                    is_article: row.get(4)?,
                    saved_to: row.get::<_, Option<String>>(5)?.map(Into::into),
                };
                let shelved = Shelved::of(&record, origin, (self.library.marking)(&record));
                if row.get::<_, Option<u32>>(6)?.is_none() {
                    let text = shelved.text.as_str();
                    self.run("INSERT INTO words (rowid, text) VALUES (?1, ?2)", params![number, text])?;
                }
                self.record(number, &shelved)?;
            }
            Ok(())
        };
        self.told(read)
    }

    /// Writes the record and everything that repeats it.
    fn record(&self, number: u32, shelved: &Shelved) -> rusqlite::Result<()> {
        let (entry, met) = (&shelved.entry, &shelved.met);
        self.run("INSERT OR REPLACE INTO records VALUES (?1, ?2)", params![number, shelved.record])?;
        // Not "INSERT OR REPLACE", which makes SQLite set a mark to go back to, at which the full-text index
        // writes down all that it has gathered: for every single article of an import.
        self.run(
            "INSERT INTO articles \
             VALUES (?1, ?2, ?18, ?19, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, \
                     (SELECT put_away FROM origins WHERE number = ?1), ?14, ?15, ?16, ?17, ?20)",
            params![
                number,
                entry.record_id.as_str(),
                entry.title,
                entry.publisher,
                entry.day.map(|day| day.to_string()),
                stored_parties(&entry.parties),
                entry.kind.map(MeetingKind::saved),
                entry.status.saved(),
                entry.reviewer,
                entry.is_flagged,
                entry.problems,
                entry.commitments,
                entry.fingerprint.cast_signed(),
                met.published.map(|day| day.to_string()),
                met.days.map(|(first, _)| first.to_string()),
                met.days.map(|(_, last)| last.to_string()),
                met.country,
                entry.article.to_bits().cast_signed(),
                entry.contact.get(),
                stored_tags(&entry.tags),
            ],
        )?;
        self.people_and_commitments(number, shelved)?;
        self.said(number, &shelved.said)
    }

    /// Takes away what repeats a record, before it is written again.
    fn forget_index(&self, number: u32) -> rusqlite::Result<()> {
        self.run("DELETE FROM articles WHERE number = ?1", params![number])?;
        self.run("DELETE FROM people WHERE number = ?1", params![number])?;
        self.run("DELETE FROM commitments WHERE number = ?1", params![number])?;
        self.run("DELETE FROM said WHERE rowid = ?1", params![number])
    }

    fn people_and_commitments(&self, number: u32, shelved: &Shelved) -> rusqlite::Result<()> {
        for person in &shelved.people {
            self.run(
                "INSERT INTO people VALUES (?1, ?2, ?3, ?4)",
                params![number, person.name, person.title, person.party],
            )?;
        }
        for promise in &shelved.promises {
            self.run(
                "INSERT INTO commitments VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![
                    number,
                    stored(promise.place),
                    promise.parties,
                    promise.toward,
                    promise.obligation,
                    promise.deadline,
                    promise.ruling,
                ],
            )?;
        }
        Ok(())
    }

    fn said(&self, number: u32, said: &Said) -> rusqlite::Result<()> {
        self.run(
            "INSERT INTO said (rowid, about, people, parties, places, commitments) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![number, said.about, said.people, said.parties, said.places, said.commitments],
        )
    }

    /// Whether an article has this id.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn holds(&self, id: EntryId) -> Result<bool> {
        let found = self
            .transaction
            .query_row("SELECT 1 FROM origins WHERE number = ?1", [id.number()], |_| Ok(()))
            .optional();
        found.map(|found| found.is_some()).map_err(|error| LibraryError::of(&self.library.path, error))
    }

    pub(super) fn change_tables(&self, sql: &str) -> Result<()> {
        self.told(|| self.transaction.execute_batch(sql))
    }

    pub(super) fn set_version(&self, application: i32, version: i32) -> Result<()> {
        self.told(|| {
            self.transaction.pragma_update(None, "application_id", application)?;
            self.transaction.pragma_update(None, "user_version", version)
        })
    }

    /// The transaction, to read in.
    pub(super) fn transaction(&self) -> &Transaction<'_> {
        &self.transaction
    }

    pub(super) fn run(&self, sql: &str, values: impl rusqlite::Params) -> rusqlite::Result<()> {
        self.transaction.prepare_cached(sql)?.execute(values).map(|_| ())
    }

    pub(super) fn told<T>(&self, work: impl FnOnce() -> rusqlite::Result<T>) -> Result<T> {
        work().map_err(|error| LibraryError::of(&self.library.path, error))
    }
}

/// A count as SQLite has it.
pub(super) fn stored(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
