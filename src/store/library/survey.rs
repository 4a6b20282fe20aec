//! What there is in a library, and whether it is sound.

use super::entry::Entry;
use super::shelved::Marks;
use super::take::halves;
use super::{Library, Result};
use crate::model::EntryId;
use crate::model::Record;

/// How much there is in a library; what was put away is not counted.
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

impl Library {
    /// How much there is.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn stats(&self) -> Result<Stats> {
        let counts = |column: &str| {
            let sql = format!(
                "SELECT {column}, count(*) FROM articles WHERE NOT put_away GROUP BY 1 ORDER BY 2 DESC, 1"
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
            .prepare("SELECT number, record, text FROM records LEFT JOIN texts USING (number)")
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
        for table in ["texts", "records", "articles"] {
            let sql = format!(
                "SELECT count(*) FROM origins LEFT JOIN {table} USING (number) WHERE {table}.number IS NULL"
            );
            let missing: i64 = self.connection.query_row(&sql, [], |row| row.get(0)).map_err(told)?;
            if missing > 0 {
                wrong.push(format!("{missing} articles are missing in the table {table}"));
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
        Ok(listed == Entry { id, is_put_away, ..Entry::of(record, marks) })
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
