//! Taking out of a library: one article with its record and history, or a few facts of every one.

use std::path::PathBuf;

use rusqlite::{OptionalExtension, Row, params};
use serde_json::Value;

use super::entry::COLUMNS;
use super::entry::Entry;
use super::error::LibraryError;
use super::history::{StoredHistory, read_history};
use super::packed::unpack;
use super::query::terms;
use super::{Library, Result};
use crate::model::{EntryId, Origin};
use crate::model::{Obligation, Record, RecordId, Ruling, Text};

/// A record with its text, which may be that of another contact of its article.
pub(super) const OF_ONE: &str = "FROM records JOIN origins ON origins.number = records.number \
    JOIN texts ON texts.number = coalesce(origins.text_of, origins.number) WHERE records.number = ?1";

/// An article as it is taken out.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The record as it stands.
    pub record: Record,
    /// Where it came from.
    pub origin: Origin,
    /// Whether its own file holds it as it stands.
    pub is_filed: bool,
    /// The way it came to stand so; none where nothing was changed.
    pub history: Option<StoredHistory>,
}

/// An article of the same file that is in the library already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Namesake {
    /// Its id.
    pub id: EntryId,
    /// Where it came from.
    pub origin: Origin,
    /// Whether its own file holds it as it stands.
    pub is_filed: bool,
    /// How many steps of its history are in effect.
    pub position: usize,
}

/// A record that no file of its own holds as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfiled {
    /// Its article.
    pub id: EntryId,
    /// Its own file, which is older; none where it has none.
    pub saved_to: Option<PathBuf>,
    /// Whether anybody has changed it.
    pub is_edited: bool,
}

/// A commitment in the table of all, by codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The article that reports it.
    pub article: EntryId,
    /// Where it stands among the commitments of its record.
    pub place: usize,
    /// Who is bound: codes with a space between.
    pub parties: String,
    /// To whom: codes with a space between.
    pub toward: String,
    /// How firmly.
    pub obligation: Obligation,
    /// By when, in EDTF.
    pub deadline: Option<String>,
    /// What a person has said of it.
    pub ruling: Ruling,
}

impl Library {
    /// The article of this id, if there is one.
    ///
    /// # Errors
    /// If the library cannot be read, or what it holds is no valid record.
    pub fn take(&self, id: EntryId) -> Result<Option<Taken>> {
        let number = id.number();
        let read =
            |row: &Row<'_>| Ok((halves(row, 0)?, origin(row, 2)?, row.get::<_, bool>(5)?, position(row, 6)?));
        let found = self
            .connection
            .prepare_cached(&format!(
                "SELECT record, text, source, is_article, saved_to, is_filed, position {OF_ONE}"
            ))
            .and_then(|mut statement| statement.query_row([number], read).optional())
            .map_err(|error| self.told(error))?;
        let Some((halves, origin, is_filed, position)) = found else { return Ok(None) };
        let record = self.read(halves)?;
        let history = self.history(number, position).map_err(|error| self.told(error))?;
        Ok(Some(Taken { record, origin, is_filed, history }))
    }

    pub(super) fn history(&self, number: u32, position: usize) -> rusqlite::Result<Option<StoredHistory>> {
        read_history(&self.connection, number, position)
    }

    /// The articles that came from the same file as this one, whatever its name was.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn namesakes(&self, record: &RecordId) -> Result<Vec<Namesake>> {
        let read = |row: &Row<'_>| {
            let id = EntryId::from_number(row.get(0)?).unwrap_or(EntryId::FIRST);
            Ok(Namesake { id, origin: origin(row, 1)?, is_filed: row.get(4)?, position: position(row, 5)? })
        };
        let found = || {
            let mut statement = self.connection.prepare_cached(
                "SELECT number, source, is_article, saved_to, is_filed, position \
                 FROM articles JOIN origins USING (number) WHERE record_id = ?1 ORDER BY number",
            )?;
            statement.query_map([record.as_str()], read)?.collect::<rusqlite::Result<_>>()
        };
        found().map_err(|error| self.told(error))
    }

    /// Whether the article of this id has this text.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn has_text(&self, id: EntryId, text: &str) -> Result<bool> {
        let sql = format!("SELECT text = ?2 {OF_ONE}");
        let found = self.connection.prepare_cached(&sql).and_then(|mut statement| {
            statement.query_row(params![id.number(), text], |row| row.get(0)).optional()
        });
        found.map(|same| same.unwrap_or(false)).map_err(|error| self.told(error))
    }

    /// The records that no file of their own holds as they stand, without those that were put away.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn unfiled(&self) -> Result<Vec<Unfiled>> {
        let read = |row: &Row<'_>| {
            let id = EntryId::from_number(row.get(0)?).unwrap_or(EntryId::FIRST);
            let saved_to = row.get::<_, Option<String>>(1)?.map(PathBuf::from);
            Ok(Unfiled { id, saved_to, is_edited: row.get(2)? })
        };
        let found = || {
            let mut statement = self.connection.prepare_cached(
                "SELECT number, saved_to, position > 0 FROM origins \
                 WHERE NOT is_filed AND NOT put_away ORDER BY number",
            )?;
            statement.query_map([], read)?.collect::<rusqlite::Result<_>>()
        };
        found().map_err(|error| self.told(error))
    }

    /// How many articles were not put away.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn count(&self) -> Result<usize> {
        let count: i64 = self
            .connection
            .query_row("SELECT count(*) FROM articles WHERE NOT put_away", [], |row| row.get(0))
            .map_err(|error| self.told(error))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// What lists show of every article, in the order in which they were put in.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn entries(&self, mut each: impl FnMut(Entry)) -> Result<()> {
        self.walk(&format!("SELECT {COLUMNS} FROM articles ORDER BY number"), |row| {
            each(Entry::read(row)?);
            Ok(())
        })
    }

    /// What lists show of one article.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn entry(&self, id: EntryId) -> Result<Option<Entry>> {
        let sql = format!("SELECT {COLUMNS} FROM articles WHERE number = ?1");
        let found = self
            .connection
            .prepare_cached(&sql)
            .and_then(|mut statement| statement.query_row([id.number()], Entry::read).optional());
        found.map_err(|error| self.told(error))
    }

    /// Every commitment that is not ruled out, in the order of articles and of their records.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn promises(&self, mut each: impl FnMut(Promise)) -> Result<()> {
        let sql = "SELECT number, place, parties, toward, obligation, deadline, ruling FROM commitments \
                   ORDER BY number, place";
        self.walk(sql, |row| {
            let Some(article) = EntryId::from_number(row.get(0)?) else { return Ok(()) };
            let Some(obligation) = Obligation::from_saved(row.get_ref(4)?.as_str()?) else { return Ok(()) };
            let Some(ruling) = Ruling::from_saved(row.get_ref(6)?.as_str()?) else { return Ok(()) };
            let place = position(row, 1)?;
            let (parties, toward, deadline) = (row.get(2)?, row.get(3)?, row.get(5)?);
            each(Promise { article, place, parties, toward, obligation, deadline, ruling });
            Ok(())
        })
    }

    /// The record of this id as it stands, without its history.
    ///
    /// # Errors
    /// As [`Library::take`].
    pub fn record(&self, id: EntryId) -> Result<Option<Record>> {
        let found = self
            .connection
            .prepare_cached(&format!("SELECT record, text {OF_ONE}"))
            .and_then(|mut statement| statement.query_row([id.number()], |row| halves(row, 0)).optional());
        let found = found.map_err(|error| self.told(error))?;
        found.map(|halves| self.read(halves)).transpose()
    }

    /// What was remembered from an earlier start of the program.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn remembered(&self, what: &str) -> Result<Option<String>> {
        let found = self
            .connection
            .query_row("SELECT value FROM remembered WHERE what = ?1", params![what], |row| row.get(0))
            .optional();
        found.map_err(|error| self.told(error))
    }

    /// Every search that was saved: its name, and what was saved under it.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn searches(&self) -> Result<Vec<(String, String)>> {
        let read = || -> rusqlite::Result<Vec<(String, String)>> {
            let mut statement = self.connection.prepare("SELECT name, search FROM searches ORDER BY name")?;
            statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
        };
        read().map_err(|error| self.told(error))
    }

    /// The title of every article that was not put away, by its main contact.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn titles(&self) -> Result<Vec<(EntryId, String)>> {
        let read = || -> rusqlite::Result<Vec<(Option<EntryId>, String)>> {
            let mut statement = self
                .connection
                .prepare("SELECT number, title FROM articles WHERE NOT put_away AND contact = 1")?;
            let title = |row: &Row<'_>| Ok((EntryId::from_number(row.get(0)?), row.get(1)?));
            statement.query_map([], title)?.collect()
        };
        let titles = read().map_err(|error| self.told(error))?;
        Ok(titles.into_iter().filter_map(|(id, title)| Some((id?, title))).collect())
    }

    /// A number that changes whenever another connection has changed the library.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn changes(&self) -> Result<i64> {
        self.connection
            .pragma_query_value(None, "data_version", |row| row.get(0))
            .map_err(|error| self.told(error))
    }

    /// The articles in which a party takes part, or is bound, or is addressed.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn with_party(&self, code: &str) -> Result<Vec<EntryId>> {
        // Codes have no letters that mean anything here but the underscore, which none has.
        let (line, word) = (format!("%\n{code} %"), format!("% {code} %"));
        self.numbers(
            "SELECT number FROM articles WHERE char(10) || parties LIKE ?1 \
             UNION SELECT number FROM commitments WHERE ' ' || parties || ' ' || toward || ' ' LIKE ?2",
            params![line, word],
        )
    }

    /// The articles in which a person of this very name takes part.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn with_person(&self, name: &str) -> Result<Vec<EntryId>> {
        // The index knows no capitals; the comparison after it does.
        self.numbers(
            "SELECT DISTINCT number FROM people WHERE name = ?1 COLLATE NOCASE AND name = ?1 ORDER BY number",
            params![name],
        )
    }

    fn numbers(&self, sql: &str, values: impl rusqlite::Params) -> Result<Vec<EntryId>> {
        let read = || -> rusqlite::Result<Vec<Option<EntryId>>> {
            let mut statement = self.connection.prepare_cached(sql)?;
            statement.query_map(values, |row| row.get(0).map(EntryId::from_number))?.collect()
        };
        Ok(read().map_err(|error| self.told(error))?.into_iter().flatten().collect())
    }

    /// The names of people with a word that begins so, the most frequent first of those of the first few
    /// hundred articles; what was typed itself is not among them.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn names_like(&self, typed: &str, most: usize) -> Result<Vec<String>> {
        let Some(terms) = terms(typed) else { return Ok(Vec::new()) };
        let found = || -> rusqlite::Result<Vec<String>> {
            let mut statement = self.connection.prepare_cached(
                "SELECT name FROM (SELECT rowid FROM said WHERE said MATCH ?1 LIMIT 300) \
                 JOIN people ON people.number = rowid \
                 GROUP BY name ORDER BY count(*) DESC, name",
            )?;
            let query = format!("{{people}} : ({})", terms.all());
            statement.query_map([query], |row| row.get(0))?.collect()
        };
        let names = found().map_err(|error| self.told(error))?;
        let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
        let fits = |name: &String| {
            let name = name.to_lowercase();
            let begins = |word: &String| name.split_whitespace().any(|part| part.starts_with(word.as_str()));
            words.iter().all(begins) && name != typed.trim().to_lowercase()
        };
        Ok(names.into_iter().filter(fits).take(most).collect())
    }

    /// The titles of people of this name, the most frequent first.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn titles_of(&self, name: &str, most: usize) -> Result<Vec<String>> {
        let found = || -> rusqlite::Result<Vec<String>> {
            let mut statement = self.connection.prepare_cached(
                "SELECT title FROM people WHERE name = ?1 COLLATE NOCASE AND title IS NOT NULL \
                 GROUP BY title ORDER BY count(*) DESC, title LIMIT ?2",
            )?;
            let most = i64::try_from(most).unwrap_or(i64::MAX);
            statement.query_map(params![name, most], |row| row.get(0))?.collect()
        };
        found().map_err(|error| self.told(error))
    }

    /// A record from its two halves.
    pub(super) fn read(&self, halves: Halves) -> Result<Record> {
        let damaged = |what: String| LibraryError::BadRecord { path: self.path.clone(), what };
        halves.record().map_err(damaged)
    }
}

/// The two halves of a record, of which one may be damaged.
pub(super) struct Halves {
    pub json: Option<String>,
    pub text: String,
}

impl Halves {
    /// The record, or what is wrong with it.
    pub fn record(self) -> std::result::Result<Record, String> {
        let json = self.json.ok_or("it cannot be unpacked")?;
        let value: Value = serde_json::from_str(&json).map_err(|error| error.to_string())?;
        Record::from_parts(value, Text::new(self.text)).map_err(|error| error.to_string())
    }
}

/// Reads the record and, in the column after it, the text.
pub(super) fn halves(row: &Row<'_>, from: usize) -> rusqlite::Result<Halves> {
    let text: String = row.get::<_, Option<String>>(from + 1)?.unwrap_or_default();
    Ok(Halves { json: unpack(row.get_ref(from)?, &text), text })
}

/// Reads source, whether it is the article, and the file it saves to, from this column on.
pub(super) fn origin(row: &Row<'_>, from: usize) -> rusqlite::Result<Origin> {
    Ok(Origin {
        source: row.get::<_, String>(from)?.into(),
        is_article: row.get(from + 1)?,
        saved_to: row.get::<_, Option<String>>(from + 2)?.map(Into::into),
    })
}

pub(super) fn position(row: &Row<'_>, column: usize) -> rusqlite::Result<usize> {
    row.get::<_, i64>(column).map(|position| usize::try_from(position).unwrap_or_default())
}
