//! CSV: a file a table, with a dictionary of their columns and readers for R, Stata and Python.
//!
//! UTF-8, a comma between cells, a line feed after rows. A spreadsheet runs a cell that looks like a formula, and
//! anybody may have written the article that it was taken from: such a cell gets an apostrophe before it, and so
//! does one that would look as if it had got one. The readers take it away again, so that no value is lost.

use std::borrow::Cow;
use std::io::{self, Write};

use super::contents::Contents;
use super::tables::{Rows, Value};
use super::{ExportFormat, NewFile, Records, Shape, package, readers};

pub(super) const FORMAT: ExportFormat = ExportFormat {
    name: "csv",
    label: "CSV tables",
    about: "A file a table, with a data dictionary and readers for R, Stata and Python.",
    extension: "csv",
    most_rows: None,
    shape: Shape::Bundle(write),
};

/// What makes a spreadsheet run a cell that begins with it. The last four are what the first become in East Asian
/// type.
pub(super) const RUN: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

fn write(records: &mut Records<'_>, contents: Contents, new_file: &mut NewFile<'_>) -> io::Result<()> {
    let mut rows = Rows::new(contents);
    let mut files = Vec::new();
    for table in rows.tables() {
        let mut file = csv::Writer::from_writer(new_file(&format!("{}.csv", table.name))?);
        let columns: Vec<_> = table.columns(contents).collect();
        file.write_record(columns.iter().map(|column| column.name))?;
        files.push((columns, file));
    }
    for record in records {
        rows.of(&record, |at, row| {
            let Some((columns, file)) = files.get_mut(at) else { return Ok(()) };
            for column in columns.iter() {
                write_cell(file, &column.value(row))?;
            }
            Ok(file.write_record(None::<&[u8]>)?)
        })?;
    }
    for (_, file) in &mut files {
        file.flush()?;
    }
    package::write(contents, package::Files::Csv, new_file)?;
    readers::write(contents, new_file)
}

/// Writes a cell as it stands in the file.
fn write_cell(file: &mut csv::Writer<impl Write>, value: &Value<'_>) -> csv::Result<()> {
    match value {
        Value::None => file.write_field(""),
        Value::Text(text) => file.write_field(harmless(text).as_bytes()),
        other => file.write_field(other.to_string()),
    }
}

/// The text with an apostrophe before it if a spreadsheet would run it, or if it looks like one with an apostrophe.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    match text.trim_start_matches('\'').starts_with(RUN) {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What the readers do.
    fn read(cell: &str) -> &str {
        cell.strip_prefix('\'').filter(|rest| rest.trim_start_matches('\'').starts_with(RUN)).unwrap_or(cell)
    }

    #[test]
    fn a_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe() {
        assert_eq!(harmless("=HYPERLINK(\"a\")"), "'=HYPERLINK(\"a\")");
        assert_eq!(harmless("-1+2"), "'-1+2");
        assert_eq!(harmless("'=1"), "''=1", "so that the readers know it from the first");
        assert_eq!(harmless("'Ndrangheta"), "'Ndrangheta");
        assert_eq!(harmless("a=b"), "a=b");
    }

    proptest! {
        #[test]
        fn the_readers_get_every_text_back(text in "['=+@\\t\\r\\n-]{0,4}.{0,3}") {
            prop_assert!(!harmless(&text).starts_with(RUN));
            let cell = harmless(&text);
            prop_assert_eq!(read(&cell), text.as_str());
        }
    }
}
