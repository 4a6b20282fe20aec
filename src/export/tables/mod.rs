//! Records as tables with keys between them: the one model that CSV files, workbooks and Parquet files are
//! written from.
//!
//! A [`Table`] says what a row of it is and lists its [`Column`]s; a column says what it is called, what kind of
//! value it holds, what it means, and how it is read from a record. A new column is a line in its table.
//!
//! A contact is known by `record_id` in every table, an article by `article_id`. Codes of parties are text, and
//! places in a text count code points.

mod articles;
mod commitments;
mod edits;
mod evidence;
mod meetings;
mod participants;
mod preview;
mod rows;
mod value;

pub use preview::{Preview, TablePreview};
pub use rows::{Row, Rows};
pub use value::Value;

pub(super) use evidence::{Quotation, Supports};

use self::rows::Part;
use super::contents::{Contents, Needs};
use crate::model::{Commitment, Edit, Participant, Record, counted, number};

/// Every table, in the order of sheets and files: what a table refers to stands before it.
pub const TABLES: &[&Table] = &[
    &articles::TABLE,
    &meetings::TABLE,
    &participants::TABLE,
    &commitments::TABLE,
    &evidence::TABLE,
    &edits::TABLE,
];

/// A table.
#[derive(Debug)]
pub struct Table {
    /// What it is called: the name of its file or sheet.
    pub name: &'static str,
    /// What a row of it is.
    pub about: &'static str,
    /// The columns that no two rows have alike.
    pub key: &'static [&'static str],
    /// The columns by which it refers to another table, where they have the same names.
    pub refers: &'static [(&'static [&'static str], &'static str)],
    /// Its columns.
    pub columns: &'static [Column],
    /// Without what it is left out.
    needs: Needs,
    /// The parts of a record that have a row in it.
    parts: for<'r> fn(&'r Record) -> Vec<Part<'r>>,
}

/// A column of a table.
#[derive(Debug)]
pub struct Column {
    /// What it is called.
    pub name: &'static str,
    /// What kind of value it holds.
    pub kind: Kind,
    /// What it means.
    pub about: &'static str,
    /// Whether every row has a value.
    pub is_required: bool,
    needs: Needs,
    read: Read,
}

/// A kind of value.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Any text; an empty one is none.
    Text,
    /// Text of any length, of several lines perhaps.
    Prose,
    /// One of these words.
    Choice(fn() -> Vec<&'static str>),
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// A day of the calendar.
    Day,
    /// A moment in UTC.
    Moment,
}

/// How a value is read: from the record, or from the part of it that the row is about.
#[derive(Clone, Copy, Debug)]
enum Read {
    Record(for<'r> fn(&'r Record) -> Value<'r>),
    Participant(for<'r> fn(&'r Participant) -> Value<'r>),
    Commitment(for<'r> fn(&'r Commitment) -> Value<'r>),
    Quotation(for<'r> fn(&Quotation<'r>) -> Value<'r>),
    Edit(for<'r> fn(&'r Edit) -> Value<'r>),
    /// Which of the parts of its record the row is about, from 1.
    Place,
}

impl Table {
    /// So many rows of it, as its rows are called: `1 meeting`, `3 meetings`.
    pub fn counted(&self, rows: usize) -> String {
        match self.name.strip_suffix('s') {
            Some(noun) => counted(rows, noun),
            None => format!("{} {}", number(rows), self.name),
        }
    }

    /// The tables that are written.
    pub fn written(contents: Contents) -> impl Iterator<Item = &'static Self> {
        TABLES.iter().copied().filter(move |table| contents.has(table.needs))
    }

    /// The columns that are written.
    pub fn columns(&self, contents: Contents) -> impl Iterator<Item = &'static Column> + use<> {
        self.columns.iter().filter(move |column| contents.has(column.needs))
    }
}

impl Column {
    /// A column of this kind of value.
    const fn new(name: &'static str, kind: Kind, read: Read, about: &'static str) -> Self {
        Self { name, kind, about, is_required: false, needs: Needs::Nothing, read }
    }

    const fn text(name: &'static str, read: Read, about: &'static str) -> Self {
        Self::new(name, Kind::Text, read, about)
    }

    const fn prose(name: &'static str, read: Read, about: &'static str) -> Self {
        Self::new(name, Kind::Prose, read, about)
    }

    /// Every row has a value.
    const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    /// It is left out without this.
    const fn with(mut self, needs: Needs) -> Self {
        self.needs = needs;
        self
    }

    /// Its value in a row.
    pub fn value<'r>(&self, row: &Row<'r>) -> Value<'r> {
        match (self.read, &row.part) {
            (Read::Record(read), _) => read(row.record),
            (Read::Participant(read), Part::Participant(_, of)) => read(of),
            (Read::Commitment(read), Part::Commitment(_, of)) => read(of),
            (Read::Quotation(read), Part::Quotation(of)) => read(of),
            (Read::Edit(read), Part::Edit(_, of)) => read(of),
            (Read::Place, part) => part.place().map_or(Value::None, Value::count),
            _ => Value::None,
        }
    }
}

/// The first column of every table but that of articles.
const RECORD_ID: Column = Column::text(
    "record_id",
    Read::Record(|record| Value::text(record.id.as_str())),
    "The contact that an article reports, by which it is known in all tables: sixteen hexadecimal digits.",
)
.required();

/// By what an article is known.
const ARTICLE_ID: Column = Column::text(
    "article_id",
    Read::Record(|record| {
        Value::from(record.article.record_id(crate::model::ContactNumber::MAIN).to_string())
    }),
    "The article: the first sixteen digits of its SHA-256, which the record of its main contact has too.",
)
.required();

/// What a person has said of a value.
const RULINGS: Kind =
    Kind::Choice(|| crate::model::Ruling::ALL.iter().map(|ruling| ruling.saved()).collect());

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_table_has_its_keys_and_refers_to_keys_of_tables_before_it() {
        for (at, table) in TABLES.iter().enumerate() {
            let names: HashSet<&str> = table.columns.iter().map(|column| column.name).collect();
            assert_eq!(names.len(), table.columns.len(), "{}: no two columns are called alike", table.name);
            for column in table.columns {
                assert!(column.about.ends_with('.'), "{}.{} is explained", table.name, column.name);
            }
            let required = |name: &&str| table.columns.iter().any(|c| c.name == *name && c.is_required);
            assert!(!table.key.is_empty() && table.key.iter().all(required), "{}", table.name);
            for (columns, other) in table.refers {
                let other = TABLES.iter().take(at).find(|table| table.name == *other).unwrap();
                assert_eq!(*columns, other.key, "{}", table.name);
                assert!(columns.iter().all(|column| names.contains(column)));
            }
        }
    }
}
