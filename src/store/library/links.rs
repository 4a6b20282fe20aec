//! Links: what people decided of two articles, that they report one meeting or that they do not.

use rusqlite::params;

use super::write::Writing;
use super::{Library, Result};
use crate::model::EntryId;

/// Two articles of which a person decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The one that was put in first.
    pub one: EntryId,
    /// The one that was put in later.
    pub other: EntryId,
    /// Whether both report one meeting.
    pub same_meeting: bool,
}

impl Library {
    /// What was decided.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn links(&self) -> Result<Vec<Link>> {
        let read = || {
            let mut statement = self.connection.prepare("SELECT one, other, same_meeting FROM links")?;
            let mut rows = statement.query([])?;
            let mut links = Vec::new();
            while let Some(row) = rows.next()? {
                let ends = EntryId::from_number(row.get(0)?).zip(EntryId::from_number(row.get(1)?));
                let same_meeting = row.get(2)?;
                links.extend(ends.map(|(one, other)| Link { one, other, same_meeting }));
            }
            Ok(links)
        };
        read().map_err(|error| self.told(error))
    }
}

impl Writing<'_> {
    /// Keeps what was decided of two articles, of which the first has the smaller id; none where nothing
    /// is decided any more.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn link(&self, one: EntryId, other: EntryId, same_meeting: Option<bool>) -> Result<()> {
        let (one, other) = (one.number(), other.number());
        self.told(|| match same_meeting {
            Some(same) => {
                self.run("INSERT OR REPLACE INTO links VALUES (?1, ?2, ?3)", params![one, other, same])
            }
            None => self.run("DELETE FROM links WHERE one = ?1 AND other = ?2", params![one, other]),
        })
    }
}
