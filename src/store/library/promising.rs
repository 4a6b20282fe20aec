//! The words of commitments: taken out for an article, and looked for in all. Only this part of a record is
//! read, which is many times quicker than reading all of it.

use rusqlite::OptionalExtension;
use serde::Deserialize;

use super::find::Found;
use super::sought::Sought;
use super::take::{OF_ONE, halves};
use super::{Library, Result};
use crate::model::EntryId;

/// The part of a record that says what was undertaken.
#[derive(Deserialize)]
struct Undertakings {
    commitments: Vec<Undertaking>,
}

#[derive(Deserialize)]
struct Undertaking {
    text: String,
}

impl Library {
    /// The words of the commitments of an article, in the order of its record, with those that are ruled out.
    /// None where there is no such article, or its record is damaged.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn undertakings(&self, id: EntryId) -> Result<Vec<String>> {
        let found = self
            .connection
            .prepare_cached(&format!("SELECT record, text {OF_ONE}"))
            .and_then(|mut statement| statement.query_row([id.number()], |row| halves(row, 0)).optional());
        let found = found.map_err(|error| self.told(error))?;
        let json = found.and_then(|halves| halves.json).unwrap_or_default();
        let read = serde_json::from_str::<Undertakings>(&json).map(|read| read.commitments);
        Ok(read.unwrap_or_default().into_iter().map(|undertaking| undertaking.text).collect())
    }

    /// The articles in whose commitments all these words occur, be it in several of them.
    ///
    /// # Errors
    /// If the library cannot be read, or the search was cut off.
    pub fn promising(&self, sought: &Sought) -> Result<Found> {
        let look = || {
            let mut found = Found::default();
            let query = format!("commitments : ({})", sought.query());
            let mut statement =
                self.connection.prepare_cached("SELECT rowid FROM said WHERE said MATCH ?1")?;
            let mut rows = statement.query([query])?;
            while let Some(row) = rows.next()? {
                if let Some(id) = EntryId::from_number(row.get(0)?) {
                    found.add(id);
                }
            }
            Ok(found)
        };
        look().map_err(|error| self.told(error))
    }
}
