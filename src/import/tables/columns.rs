//! Which column of a table holds what: told by the names in its first row, and where these tell nothing by what
//! stands in them.

use super::roles::{ROLES, Role};
use crate::import::blocks;
use crate::import::characters::tidy;
use crate::import::draft::{Draft, Stated};
use crate::import::error::ImportError;
use crate::import::issued::stated_day;
use crate::import::paragraphs::paragraphs;
use crate::model::Budget;

/// The columns of a table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Columns {
    of: Vec<(Role, usize)>,
    /// Whether the first row holds names.
    pub has_names: bool,
}

/// A column of texts has so many characters in a cell, on average.
const LONG: usize = 200;

/// Titles have so many.
const TITLES: std::ops::RangeInclusive<usize> = 15..=200;

impl Columns {
    /// The columns of a table that begins with these rows, if there are texts in it.
    pub fn guess(rows: &[Vec<String>]) -> Option<Self> {
        let names = rows.first()?;
        let below = rows.get(1..).unwrap_or_default();
        let mut of: Vec<(Role, usize)> = Vec::new();
        for role in ROLES {
            let taken = |column: usize| of.iter().any(|(_, known)| *known == column);
            let ranked = names.iter().enumerate().filter(|(column, _)| !taken(*column));
            let ranked = ranked.filter_map(|(column, name)| Some((role.rank(name)?, column)));
            of.extend(ranked.min().map(|(_, column)| (*role, column)));
        }
        let named =
            |of: &[(Role, usize)], role: Role| of.iter().find(|(known, _)| *known == role).map(|(_, at)| *at);
        // "content" may hold "video", and another column the texts.
        let longest = longest(below, names.len());
        let by_name = named(&of, Role::Text);
        let text = match (by_name, longest) {
            (Some(column), Some(other)) if length(below, column) * 4 < length(below, other) => other,
            (Some(column), _) => column,
            (None, Some(column)) if !of.is_empty() => column,
            (None, _) => return Self::by_content(rows),
        };
        of.retain(|(role, column)| *role != Role::Text && *column != text);
        of.push((Role::Text, text));
        Some(Self { of, has_names: true })
    }

    /// The columns of a table without names.
    fn by_content(rows: &[Vec<String>]) -> Option<Self> {
        let width = rows.iter().map(Vec::len).max()?;
        let text = longest(rows, width)?;
        let mut of = vec![(Role::Text, text)];
        let days = |column: usize| {
            let is_day = |row: &&Vec<String>| {
                row.get(column).is_some_and(|cell| cell.len() < 40 && stated_day(cell).is_some())
            };
            rows.iter().filter(is_day).count() * 2 > rows.len()
        };
        let day = (0..width).find(|column| *column != text && days(*column));
        of.extend(day.map(|column| (Role::Published, column)));
        let title = (0..width).find(|column| {
            *column != text
                && Some(*column) != day
                && TITLES.contains(&length(rows, *column))
                && has_words(rows, *column)
        });
        of.extend(title.map(|column| (Role::Title, column)));
        Some(Self { of, has_names: false })
    }

    /// Whether more is told than the text.
    pub fn are_several(&self) -> bool {
        self.of.len() > 1
    }

    fn cell<'r>(&self, row: &'r [String], role: Role) -> Option<&'r str> {
        let (_, column) = self.of.iter().find(|(known, _)| *known == role)?;
        row.get(*column).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }

    /// The article of a row; nothing if there is no text in it.
    pub fn draft(&self, row: &[String], budget: &Budget) -> Result<Option<Draft>, ImportError> {
        let Some(text) = self.cell(row, Role::Text) else { return Ok(None) };
        draft(text, |role| self.cell(row, role).map(str::to_owned), budget)
    }
}

/// The article that has this text, and whatever else is told of it.
pub(super) fn draft(
    text: &str,
    value: impl Fn(Role) -> Option<String>,
    budget: &Budget,
) -> Result<Option<Draft>, ImportError> {
    let text = match blocks::is_marked_up(text) {
        true => tidy(&blocks::text_of_html(text, budget)?),
        false => tidy(text),
    };
    let line =
        |role: Role| value(role).map(|value| tidy(&value).split_whitespace().collect::<Vec<_>>().join(" "));
    let stated = Stated {
        title: line(Role::Title).filter(|title| !title.is_empty()),
        publisher: line(Role::Publisher).filter(|name| !name.is_empty()),
        byline: line(Role::Byline).filter(|names| !names.is_empty() && names.len() < 300),
        published: value(Role::Published).as_deref().and_then(stated_day),
        url: value(Role::Url).filter(|url| url.contains("://")),
        language: value(Role::Language),
    };
    let paragraphs = paragraphs(&text);
    Ok((!paragraphs.is_empty()).then_some(Draft { paragraphs, stated }))
}

/// How many characters stand in a cell of a column, on average.
fn length(rows: &[Vec<String>], column: usize) -> usize {
    let sum: usize = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).sum();
    sum / rows.len().max(1)
}

/// The column with the longest cells, if they are as long as texts.
fn longest(rows: &[Vec<String>], width: usize) -> Option<usize> {
    let column = (0..width).max_by_key(|column| length(rows, *column))?;
    (length(rows, column) >= LONG && has_words(rows, column)).then_some(column)
}

/// Whether words stand in most cells of a column: several, and not all of them one address.
fn has_words(rows: &[Vec<String>], column: usize) -> bool {
    let is_words = |row: &&Vec<String>| {
        row.get(column).is_some_and(|cell| cell.split_whitespace().count() > 2 && !cell.starts_with("http"))
            || row.get(column).is_some_and(|cell| !cell.is_ascii())
    };
    rows.iter().filter(is_words).count() * 2 > rows.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn names_tell_the_columns() {
        let rows = rows(&[
            &["id", "Headline", "maintext", "date_publish", "source_domain"],
            &["1", "Talks", "They met.", "2031-04-22", "x.example"],
        ]);
        let columns = Columns::guess(&rows).unwrap();
        assert!(columns.has_names);
        let cell = |role| columns.cell(&rows[1], role);
        assert_eq!(cell(Role::Text), Some("They met."));
        assert_eq!((cell(Role::Title), cell(Role::Published)), (Some("Talks"), Some("2031-04-22")));
        assert_eq!(cell(Role::Publisher), Some("x.example"));
    }

    #[test]
    fn without_names_what_stands_in_them_tells() {
        let text = "The ministers met in the old customs house on Friday. ".repeat(6);
        let rows = rows(&[
            &["1", "Ministers meet in Valletta", "2031-04-22", &text],
            &["2", "They part as friends", "2031-04-23", &text],
        ]);
        let columns = Columns::guess(&rows).unwrap();
        assert!(!columns.has_names);
        assert_eq!(columns.cell(&rows[1], Role::Title), Some("They part as friends"));
        assert_eq!(columns.cell(&rows[1], Role::Published), Some("2031-04-23"));
    }

    #[test]
    fn a_table_of_numbers_has_no_texts() {
        assert_eq!(Columns::guess(&rows(&[&["year", "population"], &["2031", "400,000"]])), None);
    }
}
