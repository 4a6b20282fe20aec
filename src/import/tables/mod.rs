//! Tables of articles, a row each: what people keep their corpora in, and what programs that collect pages write.

mod choice;
mod columns;
mod days;
mod head;
mod json;
mod json_sample;
mod json_values;
mod line;
mod names;
mod roles;
mod separated;
mod within;
mod workbook;

use std::path::Path;

use super::error::ImportError;
use super::file::{File, has_extension};
use super::findings::{Findings, Opened, Taker};
use super::read_as::ReadAs;
use super::{Format, format_of};
use crate::lexicon::Lexicon;
use crate::model::CancelToken;

pub use choice::{ColumnRoles, ColumnsError, FirstRow, KnownColumns};
pub use head::{Guess, HeadColumn, Naming, TableHead};
pub(super) use json::{JSON, is_of_articles};
pub use line::{LineError, import_line};
pub use names::TableKey;
pub use roles::ColumnRole;
pub(super) use separated::SEPARATED;
pub(super) use workbook::WORKBOOK;

/// What gives the head of a table of a format, within the limits of reading it.
type Head = fn(&File<'_>, &mut Findings<'_, '_>) -> Result<Option<TableHead>, ImportError>;

/// The formats of tables.
const TABLES: &[(&Format, Head)] =
    &[(&SEPARATED, separated::head), (&WORKBOOK, workbook::head), (&JSON, json::head)];

/// How a table begins that has these bytes, or begins with them; none where the file is no table. One that does not
/// look like a table of articles is one all the same if its name says so: a person knows which column has the texts.
///
/// # Errors
/// Says why it cannot be read.
pub fn table_head(
    file_name: &str,
    bytes: &[u8],
    how: ReadAs<'_>,
    lexicon: &Lexicon,
    cancel: &CancelToken,
) -> Result<Option<TableHead>, ImportError> {
    let file = File::new(file_name, bytes).read_as(how);
    let of = |format: &Format| TABLES.iter().find(|(table, _)| table.name == format.name);
    let by_content = format_of(&file).ok().and_then(of);
    let by_name = || of(&SEPARATED).filter(|_| file.is_named(SEPARATED.extensions));
    let Some((format, head)) = by_content.or_else(by_name) else { return Ok(None) };
    let no_article = &mut |_| {};
    let mut opened = Opened::new(lexicon, cancel, how, Taker::Articles(no_article));
    head(&file, &mut Findings::new(&file, format, &mut opened))
}

/// Whether a file of this name is a table, as far as the name tells.
pub fn is_table(path: &Path) -> bool {
    let mut extensions = TABLES.iter().flat_map(|(table, _)| table.extensions);
    extensions.any(|known| has_extension(path, known))
}
