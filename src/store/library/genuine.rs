//! Whether a library is made of what Chancery makes libraries of, and of nothing else: the tables in its
//! schema are compared with those that the steps of `schema` lead to.
//!
//! A file from somebody else may hold a view in the place of a table, or a trigger that acts when something
//! is put in. Nobody makes those by chance, so such a file is refused. A table that is missing, or is
//! another than ours, is damage.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::error::LibraryError;
use super::{Library, Result, connect, schema};

/// What stands in a schema, by its name.
type Objects = BTreeMap<String, Object>;

/// A table or index, as SQLite remembers it.
#[derive(Debug, PartialEq, Eq)]
struct Object {
    kind: String,
    /// With single spaces. None for the indexes that SQLite makes for itself of a primary key.
    sql: Option<String>,
}

impl Library {
    /// Whether everything in the file is as the steps up to its version make it.
    ///
    /// # Errors
    /// [`LibraryError::Foreign`] if there is more in it, [`LibraryError::Damaged`] if there is less.
    pub(super) fn is_as_made(&self) -> Result<()> {
        let version = self.version()?;
        // What a later version makes is not known here; who opens it says that it is one.
        let Some(made) = usize::try_from(version).ok().and_then(schema::steps_to) else { return Ok(()) };
        let expected = connect::in_memory().and_then(|empty| {
            made.iter().try_for_each(|step| empty.execute_batch(step.sql))?;
            objects(&empty)
        });
        let expected = expected.map_err(|error| self.told(error))?;
        let found = objects(&self.connection).map_err(|error| self.told(error))?;
        let acts = |object: &Object| matches!(object.kind.as_str(), "view" | "trigger");
        let is_missing = expected.iter().any(|(name, object)| found.get(name) != Some(object));
        let mut others = found.iter().filter(|(name, object)| expected.get(*name) != Some(object));
        match others.clone().find(|(_, object)| acts(object)).or_else(|| others.next()) {
            Some((name, object)) if acts(object) || !is_missing => Err(LibraryError::Foreign {
                path: self.path.clone(),
                what: format!("the {} \"{name}\"", object.kind),
            }),
            _ if is_missing => Err(LibraryError::Damaged(self.path.clone())),
            _ => Ok(()),
        }
    }
}

/// The tables of statistics that SQLite makes when it is asked to, by whatever program.
const OF_STATISTICS: [(&str, &str); 2] = [
    ("sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"),
    ("sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"),
];

/// Everything in a schema, with the tables that the full-text indexes make for themselves: what stands in a
/// table's definition is worked out whenever a row is written.
fn objects(connection: &Connection) -> rusqlite::Result<Objects> {
    let mut statement = connection.prepare("SELECT name, type, sql FROM sqlite_schema")?;
    let mut rows = statement.query([])?;
    let mut objects = Objects::new();
    while let Some(row) = rows.next()? {
        let (name, kind, sql): (String, String, Option<String>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let is_of_statistics = |(table, made): &(&str, &str)| name == *table && sql.as_deref() == Some(*made);
        if OF_STATISTICS.iter().any(is_of_statistics) {
            continue;
        }
        let sql = sql.map(|sql| sql.split_whitespace().collect::<Vec<_>>().join(" "));
        objects.insert(name, Object { kind, sql });
    }
    Ok(objects)
}
