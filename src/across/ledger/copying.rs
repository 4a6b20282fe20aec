//! Rows of the ledger as text that spreadsheets take: cells with tabs between, a line each.

use super::LedgerRow;
use crate::across::listing::Catalog;
use crate::model::EntryId;
use crate::store::{Library, LibraryError};

/// How many rows are copied at most.
pub const MOST_COPIED: usize = 10_000;

/// The names of the columns.
const HEAD: [&str; 9] = [
    "Who is bound",
    "To whom",
    "Commitment",
    "By when",
    "How firmly",
    "Ruling",
    "Day of the article",
    "Article",
    "Publisher",
];

/// A row to be copied: what stands before its words and after them, and the words if they are at hand.
#[derive(Debug)]
pub struct Cells {
    article: EntryId,
    place: usize,
    before: String,
    words: Option<String>,
    after: String,
}

/// What was copied.
#[derive(Debug)]
pub struct Copied {
    pub text: String,
    pub rows: usize,
    /// Of how many.
    pub of: usize,
}

impl Cells {
    pub fn of(row: LedgerRow<'_>, catalog: &Catalog, words: Option<&str>) -> Self {
        let article = catalog.row(row.article);
        let publisher = article.and_then(|row| catalog.publishers.name(row.publisher?));
        let text = |text: Option<String>| text.unwrap_or_default();
        Self {
            article: row.article,
            place: row.place,
            before: line([&row.by.label, &row.toward.label]),
            words: words.map(str::to_owned),
            after: line([
                text(row.deadline.map(|deadline| deadline.to_string())).as_str(),
                row.obligation.saved(),
                row.ruling.label(),
                &text(row.day.map(|day| day.to_string())),
                article.map_or("", |row| &row.title),
                publisher.map_or("", String::as_str),
            ]),
        }
    }
}

/// The text of rows, with a heading.
///
/// # Errors
/// If the library cannot be read.
pub fn copied(library: &Library, rows: Vec<Cells>, of: usize) -> Result<Copied, LibraryError> {
    let mut text = line(HEAD);
    let mut read: Option<(EntryId, Vec<String>)> = None;
    let count = rows.len();
    for Cells { article, place, before, words, after } in rows {
        let words = match words {
            Some(words) => words,
            None => {
                // Rows of one article often follow one another.
                let known = read.take().filter(|(known, _)| *known == article);
                let known = known.map_or_else(|| library.undertakings(article), |(_, words)| Ok(words))?;
                let words = known.get(place).cloned().unwrap_or_default();
                read = Some((article, known));
                words
            }
        };
        text.push('\n');
        text += &[before, line([words]), after].join("\t");
    }
    text.push('\n');
    Ok(Copied { text, rows: count, of })
}

/// Cells with tabs between, and none within.
fn line<T: AsRef<str>>(cells: impl IntoIterator<Item = T>) -> String {
    let cell = |cell: T| cell.as_ref().split_whitespace().collect::<Vec<_>>().join(" ");
    cells.into_iter().map(cell).collect::<Vec<_>>().join("\t")
}
