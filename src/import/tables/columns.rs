//! Which column of a table holds what: told by the names in its first row, and where these tell nothing by what
//! stands in them.

use super::choice::{ColumnRoles, FirstRow, KnownColumns};
use super::names::{TableKey, called, numbered, of_name, of_number};
use super::roles::ColumnRole;
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
    of: Vec<(ColumnRole, usize)>,
    /// Whether the first row holds names.
    pub has_names: bool,
}

/// A column of texts has so many characters in a cell, on average.
const LONG: usize = 200;

/// Titles have so many.
const TITLES: std::ops::RangeInclusive<usize> = 15..=200;

/// The name of a column has so many at most.
const NAME: usize = 60;

/// So many columns are named where one is missing.
const NAMED: usize = 30;

impl Columns {
    /// The columns of a table that begins with these rows: as somebody says, or else as they look; none if nobody says
    /// it and there are no texts in it.
    ///
    /// # Errors
    /// If it has no such column as somebody says.
    pub fn of(rows: &[Vec<String>], known: Option<&KnownColumns>) -> Result<Option<Self>, ImportError> {
        let guess = Self::guess(rows);
        let has_names = has_names(rows, guess.as_ref());
        let said = known.and_then(|known| known.of(&key(rows, guess.as_ref(), has_names)));
        said.map_or(Ok(guess), |roles| Self::said(rows, roles, has_names).map(Some))
    }

    /// The columns that somebody says.
    fn said(rows: &[Vec<String>], roles: &ColumnRoles, looks_named: bool) -> Result<Self, ImportError> {
        let names = rows.first().map(Vec::as_slice).unwrap_or_default();
        let width = width(rows);
        let (mut of, mut is_named) = (Vec::new(), false);
        for (role, said) in roles.all() {
            let by_name = || of_name(names, said).filter(|_| roles.first_row() != FirstRow::Article);
            let by_number = || of_number(said, width);
            let found = match looks_named {
                true => by_name().map(|at| (at, true)).or_else(|| Some((by_number()?, false))),
                false => by_number().map(|at| (at, false)).or_else(|| Some((by_name()?, true))),
            };
            let (at, by_name) = found.ok_or_else(|| no_column(said, names, width, looks_named))?;
            is_named |= by_name;
            of.push((role, at));
        }
        let has_names = match roles.first_row() {
            FirstRow::Names => true,
            FirstRow::Article => false,
            FirstRow::AsItLooks => is_named || looks_named,
        };
        Ok(Self { of, has_names })
    }

    /// The columns of a table that begins with these rows, if there are texts in it.
    pub fn guess(rows: &[Vec<String>]) -> Option<Self> {
        let names = rows.first()?;
        let below = rows.get(1..).unwrap_or_default();
        let mut of: Vec<(ColumnRole, usize)> = Vec::new();
        for role in ColumnRole::ALL {
            let taken = |column: usize| of.iter().any(|(_, known)| *known == column);
            let ranked = names.iter().enumerate().filter(|(column, _)| !taken(*column));
            let ranked = ranked.filter_map(|(column, name)| Some((role.rank(name)?, column)));
            of.extend(ranked.min().map(|(_, column)| (*role, column)));
        }
        // "content" may hold "video", and another column the texts.
        let longest = longest(below, names.len());
        let by_name = at(&of, ColumnRole::Text);
        let text = match (by_name, longest) {
            (Some(column), Some(other)) if length(below, column) * 4 < length(below, other) => other,
            (Some(column), _) => column,
            (None, Some(column)) if !of.is_empty() => column,
            (None, _) => return Self::by_content(rows),
        };
        of.retain(|(role, column)| *role != ColumnRole::Text && *column != text);
        of.push((ColumnRole::Text, text));
        Some(Self { of, has_names: true })
    }

    /// The columns of a table whose names say nothing, or that has none.
    fn by_content(rows: &[Vec<String>]) -> Option<Self> {
        let width = width(rows);
        let (has_names, rows) = match rows.split_first() {
            Some((names, below)) if !below.is_empty() && look_like_names(names) => (true, below),
            _ => (false, rows),
        };
        let text = longest(rows, width)?;
        let mut of = vec![(ColumnRole::Text, text)];
        let days = |column: usize| {
            let is_day = |row: &&Vec<String>| row.get(column).is_some_and(|cell| is_day(cell));
            rows.iter().filter(is_day).count() * 2 > rows.len()
        };
        let day = (0..width).find(|column| *column != text && days(*column));
        of.extend(day.map(|column| (ColumnRole::Published, column)));
        let title = (0..width).find(|column| {
            *column != text
                && Some(*column) != day
                && TITLES.contains(&length(rows, *column))
                && has_words(rows, *column)
        });
        of.extend(title.map(|column| (ColumnRole::Title, column)));
        Some(Self { of, has_names })
    }

    /// What the column at this place holds.
    pub fn role(&self, at: usize) -> Option<ColumnRole> {
        self.of.iter().find(|(_, column)| *column == at).map(|(role, _)| *role)
    }

    /// Whether more is told than the text.
    pub fn are_several(&self) -> bool {
        self.of.len() > 1
    }

    fn cell<'r>(&self, row: &'r [String], role: ColumnRole) -> Option<&'r str> {
        row.get(at(&self.of, role)?).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }

    /// The article of a row; nothing if there is no text in it.
    pub fn draft(&self, row: &[String], budget: &Budget) -> Result<Option<Draft>, ImportError> {
        let Some(text) = self.cell(row, ColumnRole::Text) else { return Ok(None) };
        draft(text, |role| self.cell(row, role).map(str::to_owned), budget)
    }
}

/// The article that has this text, and whatever else is told of it.
pub(super) fn draft(
    text: &str,
    value: impl Fn(ColumnRole) -> Option<String>,
    budget: &Budget,
) -> Result<Option<Draft>, ImportError> {
    let text = match blocks::is_marked_up(text) {
        true => tidy(&blocks::text_of_html(text, budget)?),
        false => tidy(text),
    };
    let line = |role: ColumnRole| {
        value(role).map(|value| tidy(&value).split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let stated = Stated {
        title: line(ColumnRole::Title).filter(|title| !title.is_empty()),
        publisher: line(ColumnRole::Publisher).filter(|name| !name.is_empty()),
        byline: line(ColumnRole::Byline).filter(|names| !names.is_empty() && names.len() < 300),
        published: value(ColumnRole::Published).as_deref().and_then(stated_day),
        url: value(ColumnRole::Url).filter(|url| url.contains("://")),
        language: value(ColumnRole::Language),
    };
    let paragraphs = paragraphs(&text);
    Ok((!paragraphs.is_empty()).then_some(Draft { paragraphs, stated }))
}

/// The place of the column that holds this.
fn at(of: &[(ColumnRole, usize)], role: ColumnRole) -> Option<usize> {
    of.iter().find(|(known, _)| *known == role).map(|(_, at)| *at)
}

/// How many columns a table has that begins with these rows.
pub(super) fn width(rows: &[Vec<String>]) -> usize {
    rows.iter().map(Vec::len).max().unwrap_or(0)
}

/// Whether the first row holds names, as far as one can tell without any text.
pub(super) fn has_names(rows: &[Vec<String>], guess: Option<&Columns>) -> bool {
    let look = || rows.first().is_some_and(|names| look_like_names(names));
    guess.map_or_else(look, |guess| guess.has_names)
}

/// What a table has in common with those that have the same columns.
pub(super) fn key(rows: &[Vec<String>], guess: Option<&Columns>, has_names: bool) -> TableKey {
    match rows.first() {
        Some(names) if has_names => TableKey::of_names(names.iter().map(String::as_str)),
        _ => {
            let of = guess.map(|guess| guess.of.as_slice()).unwrap_or_default();
            TableKey::of_look(width(rows), of.iter().map(|(role, at)| format!("{role} {at}")))
        }
    }
}

/// Whether these cells may be the names of columns: short words, and none of them a day, a number or an address.
fn look_like_names(cells: &[String]) -> bool {
    let is_name = |cell: &String| {
        let cell = cell.trim();
        cell.chars().count() <= NAME && cell.parse::<f64>().is_err() && !cell.contains("://") && !is_day(cell)
    };
    cells.iter().all(is_name) && cells.iter().any(|cell| cell.contains(char::is_alphabetic))
}

/// Whether a cell holds a day, and little else.
fn is_day(cell: &str) -> bool {
    cell.len() < 40 && stated_day(cell).is_some()
}

/// What is told where a table has no such column as somebody says.
fn no_column(said: &str, names: &[String], width: usize, has_names: bool) -> ImportError {
    let call = |at| if has_names { called(names, at) } else { numbered(at) };
    names_of_columns(said, (0..width).map(call))
}

/// The same, where columns are called so.
pub(super) fn names_of_columns(said: &str, calls: impl ExactSizeIterator<Item = String>) -> ImportError {
    let more = calls.len().saturating_sub(NAMED);
    let mut columns = calls.take(NAMED).collect::<Vec<_>>().join(", ");
    if more > 0 {
        columns.push_str(&format!(" and {more} more"));
    }
    ImportError::NoColumn { said: said.to_owned(), columns }
}

/// How many characters stand in a cell of a column, on average.
pub(super) fn length(rows: &[Vec<String>], column: usize) -> usize {
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
        assert_eq!(cell(ColumnRole::Text), Some("They met."));
        assert_eq!(
            (cell(ColumnRole::Title), cell(ColumnRole::Published)),
            (Some("Talks"), Some("2031-04-22"))
        );
        assert_eq!(cell(ColumnRole::Publisher), Some("x.example"));
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
        assert_eq!(columns.cell(&rows[1], ColumnRole::Title), Some("They part as friends"));
        assert_eq!(columns.cell(&rows[1], ColumnRole::Published), Some("2031-04-23"));
    }

    #[test]
    fn a_table_of_numbers_has_no_texts() {
        assert_eq!(Columns::guess(&rows(&[&["year", "population"], &["2031", "400,000"]])), None);
    }
    #[test]
    fn names_that_nobody_knows_are_names_all_the_same() {
        let text = "The ministers met in the old customs house on Friday. ".repeat(6);
        let rows = rows(&[
            &["wann", "kop", "corpus"],
            &["2031-04-22", "Ministers meet in Valletta", &text],
            &["2031-04-23", "They part as friends", &text],
        ]);
        let columns = Columns::guess(&rows).unwrap();
        assert!(columns.has_names);
        assert_eq!(columns.cell(&rows[1], ColumnRole::Published), Some("2031-04-22"));
        assert_eq!(columns.cell(&rows[1], ColumnRole::Title), Some("Ministers meet in Valletta"));
    }

    #[test]
    fn what_somebody_says_of_columns_is_so_by_name_and_by_number() {
        use ColumnRole::{Published, Text, Title};
        let table = rows(&[&["Titel", "Tekst", "Tekst"], &["Talks", "They met.", "Sie trafen sich."]]);
        let said = |first_row, all: &[(ColumnRole, &str)]| {
            let all = all.iter().map(|(role, column)| (*role, (*column).to_owned()));
            let known = KnownColumns::of_all(ColumnRoles::new(first_row, all).unwrap());
            Columns::of(&table, Some(&known)).map(Option::unwrap)
        };
        let by_name = said(FirstRow::AsItLooks, &[(Text, " tekst"), (Title, "Titel")]).unwrap();
        assert_eq!((by_name.has_names, by_name.cell(&table[1], Text)), (true, Some("They met.")));
        let by_number = said(FirstRow::AsItLooks, &[(Text, "#3")]).unwrap();
        assert_eq!((by_number.has_names, by_number.cell(&table[1], Text)), (true, Some("Sie trafen sich.")));
        let without = said(FirstRow::Article, &[(Text, "#3")]).unwrap();
        assert_eq!((without.has_names, without.cell(&table[0], Text)), (false, Some("Tekst")));
        let missing = said(FirstRow::Names, &[(Text, "Tekst"), (Published, "Datum")]).unwrap_err();
        let told = missing.to_string();
        assert!(told.contains("“Datum”") && told.contains("Titel, Tekst, #3"), "{told}");
    }
}
