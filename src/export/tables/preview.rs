//! What an export would hold: how many rows, and the first of them.

use std::borrow::Cow;
use std::io;

use super::Table;
use super::rows::Rows;
use crate::export::contents::Contents;
use crate::model::Record;

/// How many rows of a table are shown.
const SHOWN: usize = 5;

/// What an export would hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// How many records.
    pub records: usize,
    /// Its tables.
    pub tables: Vec<TablePreview>,
}

/// A table as it would be.
#[derive(Clone, Debug)]
pub struct TablePreview {
    /// Which.
    pub table: &'static Table,
    /// The names of its columns.
    pub columns: Vec<&'static str>,
    /// How many rows it would have.
    pub count: usize,
    /// The first of them, cell by cell.
    pub first: Vec<Vec<String>>,
}

impl PartialEq for TablePreview {
    fn eq(&self, other: &Self) -> bool {
        (self.table.name, self.count, &self.first) == (other.table.name, other.count, &other.first)
    }
}

impl Preview {
    /// Looks what these records come to.
    pub fn of<'r>(records: impl Iterator<Item = Cow<'r, Record>>, contents: Contents) -> Self {
        let mut rows = Rows::new(contents);
        let empty = |table: &&'static Table| TablePreview {
            table,
            columns: table.columns(contents).map(|column| column.name).collect(),
            count: 0,
            first: Vec::new(),
        };
        let mut preview = Self { records: 0, tables: rows.tables().iter().map(empty).collect() };
        for record in records {
            preview.records += 1;
            // Taking in cannot fail.
            let _: io::Result<()> = rows.of(&record, |at, row| {
                if let Some(table) = preview.tables.get_mut(at) {
                    table.count += 1;
                    if table.first.len() < SHOWN {
                        let cells = table.table.columns(contents).map(|column| column.value(row).to_string());
                        table.first.push(cells.collect());
                    }
                }
                Ok(())
            });
        }
        preview
    }
}
