//! Rows of the ledger as text that spreadsheets take: cells with tabs between, a line each.
//!
//! A spreadsheet takes a cell that begins with certain signs for a formula, and runs it. Titles and names come
//! from anybody, so such a cell begins with an apostrophe instead, which spreadsheets do not show.

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
    "Date of the article",
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
    cells.into_iter().map(|text| cell(text.as_ref())).collect::<Vec<_>>().join("\t")
}

/// Text as a cell of one line that is no formula.
fn cell(text: &str) -> String {
    let readable: String =
        text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let text = readable.split_whitespace().collect::<Vec<_>>().join(" ");
    let first = text.chars().find(|letter| !is_invisible(*letter));
    if first.is_some_and(|first| BEGIN_FORMULAS.contains(&first)) { format!("'{text}") } else { text }
}

/// What a formula may begin with, in narrow and in wide letters. A quotation mark hides what comes after it.
const BEGIN_FORMULAS: [char; 9] = ['=', '+', '-', '@', '"', '＝', '＋', '－', '＠'];

/// What a spreadsheet may pass over at the beginning of a cell.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (text, expected) in [
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            (" \t=1+1", "'=1+1"),
            ("\"=1+1\"", "'\"=1+1\""),
            ("\u{feff}@SUM(A1)", "'\u{feff}@SUM(A1)"),
            ("＝1", "'＝1"),
            ("\0-2", "'-2"),
            ("Malta will\nreopen the line", "Malta will reopen the line"),
        ] {
            assert_eq!(cell(text), expected);
        }
    }

    proptest! {
        #[test]
        fn rows_keep_their_cells_whatever_is_in_them(texts in prop::collection::vec(any::<String>(), 1..5)) {
            let line = line(&texts);
            prop_assert_eq!(line.split('\t').count(), texts.len());
            prop_assert!(!line.contains(['\n', '\r']));
            for cell in line.split('\t') {
                prop_assert!(!cell.starts_with(BEGIN_FORMULAS), "{}", cell);
            }
        }
    }
}
