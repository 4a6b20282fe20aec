//! How long somebody worked at which article on which day, and how many values were decided: what the page on
//! progress is counted from.

use rusqlite::{Row, params};

use super::write::Writing;
use super::{Library, Result};
use crate::model::{Day, EntryId};

/// Work at one article on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worked {
    /// The article.
    pub id: EntryId,
    /// The day.
    pub day: Day,
    /// For how long.
    pub seconds: i64,
    /// How many values were decided, without those of which that was undone.
    pub decided: i64,
}

impl Writing<'_> {
    /// Adds work to what was done at the article on that day.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn worked(&self, worked: &Worked) -> Result<()> {
        let Worked { id, day, seconds, decided } = worked;
        let sql = "INSERT INTO worked VALUES (?1, ?2, ?3, ?4) ON CONFLICT (number, day) \
                   DO UPDATE SET seconds = seconds + ?3, decided = decided + ?4";
        self.told(|| self.run(sql, params![id.number(), day.to_string(), seconds, decided]))
    }
}

impl Library {
    /// All work, by days.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn worked(&self) -> Result<Vec<Worked>> {
        let read = |row: &Row<'_>| {
            let (id, day) = (EntryId::from_number(row.get(0)?), row.get_ref(1)?.as_str()?.parse().ok());
            let (seconds, decided) = (row.get(2)?, row.get(3)?);
            Ok(id.zip(day).map(|(id, day)| Worked { id, day, seconds, decided }))
        };
        let found = || -> rusqlite::Result<Vec<Option<Worked>>> {
            let mut statement = self.connection.prepare("SELECT * FROM worked ORDER BY day, number")?;
            statement.query_map([], read)?.collect()
        };
        Ok(found().map_err(|error| self.told(error))?.into_iter().flatten().collect())
    }
}
