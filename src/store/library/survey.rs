//! What there is in a library, and whether it is sound.

use rusqlite::Row;

use super::entry::Entry;
use super::shelved::{Marks, Person, StoredPromise};
use super::take::halves;
use super::{Library, Result};
use crate::model::{EntryId, Record, counted};

/// How much there is in a library; what was put away is not counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Articles, each once.
    pub articles: u64,
    /// Records by the status of their review, as it is saved: one for each contact of an article.
    pub by_status: Vec<(String, u64)>,
    /// Records by the kind of contact, as it is saved; "unknown" where nothing is claimed.
    pub by_kind: Vec<(String, u64)>,
    /// Commitments that are not ruled out.
    pub commitments: u64,
    /// Bytes of text.
    pub text_bytes: u64,
}

impl Library {
    /// How much there is.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn stats(&self) -> Result<Stats> {
        let counts = |column: &str| {
            let sql = format!(
                "SELECT coalesce({column}, 'unknown'), count(*) FROM articles WHERE NOT put_away \
                 GROUP BY 1 ORDER BY 2 DESC, 1"
            );
            let mut statement = self.connection.prepare(&sql)?;
            let rows =
                statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs())))?;
            rows.collect::<rusqlite::Result<Vec<_>>>()
        };
        let sum =
            |sql: &str| self.connection.query_row(sql, [], |row| Ok(row.get::<_, i64>(0)?.unsigned_abs()));
        let stats = || {
            Ok(Stats {
                articles: sum("SELECT count(DISTINCT article) FROM articles WHERE NOT put_away")?,
                by_status: counts("status")?,
                by_kind: counts("kind")?,
                commitments: sum("SELECT coalesce(sum(commitments), 0) FROM articles WHERE NOT put_away")?,
                text_bytes: sum("SELECT coalesce(sum(octet_length(text)), 0) FROM texts")?,
            })
        };
        stats().map_err(|error| self.told(error))
    }

    /// What is wrong with the file, by SQLite's own check and ours of each record; nothing if all is well.
    ///
    /// # Errors
    /// If the check itself cannot be made.
    pub fn check(&self) -> Result<Vec<String>> {
        let mut wrong = self.damage()?;
        let told = |error| self.told(error);
        let mut records = self
            .connection
            .prepare(
                "SELECT records.number, record, text FROM records \
                 LEFT JOIN origins ON origins.number = records.number \
                 LEFT JOIN texts ON texts.number = coalesce(text_of, records.number)",
            )
            .map_err(told)?;
        let mut rows = records.query([]).map_err(told)?;
        while let Some(row) = rows.next().map_err(told)? {
            let number: i64 = row.get(0).map_err(told)?;
            match halves(row, 1).map_err(told)?.record() {
                Ok(record) if !self.is_listed_so(number, &record)? => {
                    wrong.push(format!("article {number}: the list shows something else than its record"));
                }
                Ok(_) => {}
                Err(error) => wrong.push(format!("article {number}: {error}")),
            }
        }
        // A full-text index notes in this table of its own how long each text is that it has.
        let (own, shared) = ("origins.number", "coalesce(text_of, origins.number)");
        let tables = [
            ("texts", "number", shared),
            ("records", "number", own),
            ("articles", "number", own),
            ("words_docsize", "id", shared),
            ("said_docsize", "id", own),
        ];
        for (table, number, of) in tables {
            let sql = format!(
                "SELECT count(*) FROM origins LEFT JOIN {table} ON {of} = {table}.{number} \
                 WHERE {table}.{number} IS NULL"
            );
            let missing: i64 = self.connection.query_row(&sql, [], |row| row.get(0)).map_err(told)?;
            if missing > 0 {
                let missing = counted(missing.unsigned_abs() as usize, "article");
                wrong.push(format!("missing in the table {table}: {missing}"));
            }
        }
        Ok(wrong)
    }

    /// Whether a list shows of an article what stands in its record. What is worked out beyond that may be
    /// otherwise in the next version of the program.
    fn is_listed_so(&self, number: i64, record: &Record) -> Result<bool> {
        let Some(id) = EntryId::from_number(number) else { return Ok(false) };
        // One that is missing in the list is told of all at once.
        let Some(listed) = self.entry(id)? else { return Ok(true) };
        let marks = Marks { problems: listed.problems, fingerprint: listed.fingerprint };
        let is_put_away = listed.is_put_away;
        Ok(listed == Entry { id, is_put_away, ..Entry::of(record, marks) }
            && self.people_of(number)? == Person::all_of(record)
            && self.promises_of(number)? == StoredPromise::all_of(record))
    }

    /// The participants by whom an article is found.
    fn people_of(&self, number: i64) -> Result<Vec<Person>> {
        let sql = "SELECT name, title, party FROM people WHERE number = ?1 ORDER BY rowid";
        self.rows_of(number, sql, Person::of_row)
    }

    /// The commitments by which an article is found.
    fn promises_of(&self, number: i64) -> Result<Vec<StoredPromise>> {
        let sql = "SELECT place, parties, toward, obligation, deadline, ruling \
                   FROM commitments WHERE number = ?1 ORDER BY place";
        self.rows_of(number, sql, StoredPromise::of_row)
    }

    fn rows_of<T>(
        &self,
        number: i64,
        sql: &str,
        read: fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let rows = || {
            let mut statement = self.connection.prepare_cached(sql)?;
            statement.query_map([number], read)?.collect::<rusqlite::Result<Vec<T>>>()
        };
        rows().map_err(|error| self.told(error))
    }

    /// What is wrong with the file by SQLite's own check.
    ///
    /// # Errors
    /// If the check itself cannot be made.
    pub fn damage(&self) -> Result<Vec<String>> {
        let told = |error| self.told(error);
        let mut statement = self.connection.prepare("PRAGMA integrity_check").map_err(told)?;
        let said = statement.query_map([], |row| row.get::<_, String>(0)).map_err(told)?;
        let mut wrong = said.collect::<rusqlite::Result<Vec<_>>>().map_err(told)?;
        wrong.retain(|line| line != "ok");
        Ok(wrong)
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{EntryId, Origin};
    use crate::store::{Library, Marks, Shelved};
    use crate::{extract, import, lexicon::Lexicon};

    #[test]
    fn the_check_tells_of_every_table_in_which_an_article_cannot_be_found_any_more() {
        let lexicon = Lexicon::built_in();
        let text = b"VALLETTA, 4 March 2021\n\nForeign Minister Maria Example of Malta met her Tunisian counterpart, \
            Sami Sample, in Valletta on Thursday. Malta will reopen the harbour line by June, Example said.\n";
        let article = import::import("talks.txt", text, &lexicon).unwrap();
        let record = extract::extract(&article, &lexicon);
        let prepared = Shelved::of(&record, Origin::article("talks.txt".into()), Marks::default());
        assert!(!prepared.people.is_empty() && !prepared.promises.is_empty());
        let damages = [
            "DELETE FROM texts",
            "DELETE FROM records",
            "DELETE FROM articles",
            "UPDATE articles SET title = 'Another'",
            "DELETE FROM people WHERE rowid = 1",
            "UPDATE people SET name = 'Another' WHERE rowid = 1",
            "INSERT INTO people VALUES (1, 'Another', NULL, NULL)",
            "DELETE FROM commitments",
            "UPDATE commitments SET deadline = '1999'",
            "DELETE FROM words",
            "DELETE FROM said",
            "DELETE FROM said_docsize",
            "UPDATE said_data SET block = x'00' WHERE id > 1",
        ];
        for damage in std::iter::once("SELECT 1").chain(damages) {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("library");
            let mut library = Library::open(&path, |_| Marks::default()).unwrap();
            library.write(|writing| writing.put(EntryId::FIRST, &prepared)).unwrap();
            assert_eq!(library.check().unwrap(), <[&str; 0]>::default(), "before {damage}");
            // Our own connection lets nobody at the insides of an index.
            let done = rusqlite::Connection::open(&path).and_then(|other| other.execute_batch(damage));
            done.unwrap_or_else(|error| panic!("{damage}: {error}"));
            let wrong = library.check().unwrap();
            assert_eq!(wrong.is_empty(), damage == "SELECT 1", "{damage}: {wrong:?}");
        }
    }
}
