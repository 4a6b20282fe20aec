//! Articles that were deleted. They are marked first, so that a deletion can be taken back as long as the program runs,
//! and go out of the file when the library is opened next.

use rusqlite::params;

use super::write::Writing;
use super::{Library, Result};
use crate::model::EntryId;

/// How a deleted article is marked, where one that was put away has a 1: every list leaves out both.
const DELETED: i64 = 2;

/// What is removed of deleted articles, the marks last.
const REMOVALS: &[&str] = &[
    "DELETE FROM texts WHERE number IN (SELECT number FROM origins WHERE put_away = 2)",
    "DELETE FROM records WHERE number IN (SELECT number FROM origins WHERE put_away = 2)",
    "DELETE FROM histories WHERE number IN (SELECT number FROM origins WHERE put_away = 2)",
    "DELETE FROM steps WHERE number IN (SELECT number FROM origins WHERE put_away = 2)",
    "DELETE FROM articles WHERE number IN (SELECT number FROM origins WHERE put_away = 2)",
    "DELETE FROM people WHERE number IN (SELECT number FROM origins WHERE put_away = 2)",
    "DELETE FROM commitments WHERE number IN (SELECT number FROM origins WHERE put_away = 2)",
    "DELETE FROM words WHERE rowid IN (SELECT number FROM origins WHERE put_away = 2)",
    "DELETE FROM said WHERE rowid IN (SELECT number FROM origins WHERE put_away = 2)",
    "DELETE FROM links WHERE one IN (SELECT number FROM origins WHERE put_away = 2) \
     OR other IN (SELECT number FROM origins WHERE put_away = 2)",
    "DELETE FROM origins WHERE put_away = 2",
];

impl Library {
    /// Removes for good what was marked as deleted.
    pub(super) fn remove_deleted(&mut self) -> Result<()> {
        let count = "SELECT count(*) FROM origins WHERE put_away = 2";
        let deleted: i64 =
            self.connection.query_row(count, [], |row| row.get(0)).map_err(|error| self.told(error))?;
        if deleted == 0 {
            return Ok(());
        }
        log::info!("{}: {deleted} deleted records go", self.path().display());
        self.write(|writing| writing.told(|| REMOVALS.iter().try_for_each(|sql| writing.run(sql, []))))
    }
}

impl Writing<'_> {
    /// Marks an article as deleted, or as put away again.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn delete(&self, id: EntryId, is_deleted: bool) -> Result<()> {
        let mark = if is_deleted { DELETED } else { 1 };
        self.told(|| {
            for table in ["origins", "articles"] {
                let sql = format!("UPDATE {table} SET put_away = ?2 WHERE number = ?1");
                self.run(&sql, params![id.number(), mark])?;
            }
            self.count_change()
        })
    }
}
