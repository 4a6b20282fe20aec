//! What a person is shown of a table before it is read: its first rows, and which column seems to hold what.

use serde::{Deserialize, Serialize};

use super::choice::{ColumnRoles, ColumnsError, FirstRow};
use super::columns::{Columns, has_names, key, length, width};
use super::days::Days;
use super::names::{TableKey, called, compared, in_line, numbered};
use super::roles::ColumnRole;

/// So many rows are shown.
const SHOWN: usize = 5;

/// A cell is cut off after so many letters.
const LONGEST_CELL: usize = 120;

/// Of a table with more columns the likely ones and the first are shown.
const MOST_COLUMNS: usize = 100;

/// How a table begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableHead {
    /// What it has in common with tables of the same columns.
    pub key: TableKey,
    /// How its columns get their names.
    pub naming: Naming,
    /// The columns.
    pub columns: Vec<HeadColumn>,
    /// How many columns there are beside them.
    pub further: usize,
}

/// How the columns of a table get their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Naming {
    /// Each value stands under a name.
    ByValue,
    /// By the first row, if it looks like names.
    ByFirstRow {
        /// Whether it does.
        looks_so: bool,
    },
}

/// A column of a table as it begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadColumn {
    /// Its place, from 0.
    pub at: usize,
    /// Its name, or what else stands in the first row; cut off, and empty where nothing does.
    pub name: String,
    /// What it is called where the first row holds names.
    call: String,
    /// The cells of the next rows, cut off.
    pub cells: Vec<String>,
    /// What it seems to hold.
    pub guess: Option<Guess>,
    /// The days in it.
    pub days: Days,
    /// How many characters a cell has on average, and how many of the rows that were looked at have something in it.
    length: (usize, usize),
    /// Whether the same stands in all of them.
    is_same: bool,
    /// In how many rows of the whole table something stands in it, the first row not counted; none where that was not
    /// counted.
    filled: Option<usize>,
}

/// What a column seems to hold, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guess {
    /// What it holds.
    pub role: ColumnRole,
    /// Whether its name says so, and not only what stands in it.
    pub by_name: bool,
}

impl TableHead {
    /// The head of a table that begins with these rows, of which the first may hold names, or must. Tells in how many
    /// rows of the whole table something stands in each column, if they were counted.
    pub(super) fn of(rows: &[Vec<String>], is_named: bool, filled: Option<&[usize]>) -> Self {
        let guess = Columns::guess(rows);
        let looks_so = is_named || has_names(rows, guess.as_ref());
        let naming = if is_named { Naming::ByValue } else { Naming::ByFirstRow { looks_so } };
        let key = key(rows, guess.as_ref(), looks_so);
        let width = width(rows);
        let is_guessed = |at: &usize| guess.as_ref().is_some_and(|guess| guess.role(*at).is_some());
        let mut room = MOST_COLUMNS.saturating_sub((0..width).filter(is_guessed).count());
        let mut is_shown = |at: &usize| {
            let has_room = room > 0 && !is_guessed(at);
            room -= usize::from(has_room);
            has_room || is_guessed(at)
        };
        let column = |at: usize| {
            let guess = guess.as_ref().and_then(|guess| guess.role(at));
            HeadColumn::of(rows, at, guess, filled.map(|filled| filled.get(at).copied().unwrap_or(0)))
        };
        let columns: Vec<HeadColumn> = (0..width).filter(&mut is_shown).map(column).collect();
        let further = width - columns.len();
        Self { key, naming, columns, further }
    }

    /// Whether the first row seems to hold names.
    pub fn has_names(&self) -> bool {
        self.naming != Naming::ByFirstRow { looks_so: false }
    }

    /// Whether the text of its articles was found.
    pub fn has_text(&self) -> bool {
        self.columns.iter().any(|column| column.guess.is_some_and(|guess| guess.role == ColumnRole::Text))
    }

    /// Whether some column may hold texts, be it found or not: a table of years and numbers has none to choose.
    pub fn may_have_text(&self) -> bool {
        const WORDS: usize = 3;
        const LETTERS: usize = 20;
        let says = |cell: &String| {
            cell.split_whitespace().count() >= WORDS
                || cell.chars().filter(|c| c.is_alphabetic()).count() >= LETTERS
        };
        self.has_text() || self.columns.iter().any(|column| column.cells.iter().any(says))
    }

    /// What each of the columns that are shown seems to hold.
    pub fn guessed(&self) -> Vec<Option<ColumnRole>> {
        self.columns.iter().map(|column| column.guess.map(|guess| guess.role)).collect()
    }

    /// What each of them holds, as somebody says, and whether the first row holds names.
    pub fn said(&self, roles: &ColumnRoles) -> (Vec<Option<ColumnRole>>, bool) {
        let has_names = match roles.first_row() {
            FirstRow::Names => true,
            FirstRow::Article => false,
            FirstRow::AsItLooks => self.has_names(),
        };
        let of = |column: &HeadColumn| {
            let call = compared(&column.called(has_names));
            let number = numbered(column.at);
            let is_it = |said: &str| compared(said) == call || said == number;
            roles.all().find(|(_, said)| is_it(said)).map(|(role, _)| role)
        };
        (self.columns.iter().map(of).collect(), has_names)
    }

    /// The first of the columns that are said which is not there, or not among those that are shown.
    pub fn missing<'r>(&self, roles: &'r ColumnRoles) -> Option<&'r str> {
        let (of, _) = self.said(roles);
        roles.all().find(|(role, _)| !of.contains(&Some(*role))).map(|(_, column)| column)
    }

    /// What is said where each of them holds this.
    ///
    /// # Errors
    /// Says what cannot be.
    pub fn roles(&self, of: &[Option<ColumnRole>], has_names: bool) -> Result<ColumnRoles, ColumnsError> {
        let first_row = if has_names { FirstRow::Names } else { FirstRow::Article };
        let all = self.columns.iter().zip(of);
        ColumnRoles::new(
            first_row,
            all.filter_map(|(column, role)| Some(((*role)?, column.called(has_names)))),
        )
    }

    /// How many articles come of it, if its rows were counted.
    pub fn articles(&self, of: &[Option<ColumnRole>], has_names: bool) -> Option<usize> {
        let text = self.column(of, ColumnRole::Text)?;
        Some(text.filled? + usize::from(!has_names && !text.name.is_empty()))
    }

    /// What a person should look at, in a sentence each.
    pub fn remarks(&self, of: &[Option<ColumnRole>], has_names: bool) -> Vec<String> {
        let text = self.column(of, ColumnRole::Text);
        let text = text.into_iter().flat_map(|column| column.remarks_on_text(has_names));
        let days = self.column(of, ColumnRole::Published);
        text.chain(days.and_then(|column| column.days.remark(&column.called(has_names)))).collect()
    }

    fn column(&self, of: &[Option<ColumnRole>], role: ColumnRole) -> Option<&HeadColumn> {
        self.columns.iter().zip(of).find(|(_, known)| **known == Some(role)).map(|(column, _)| column)
    }
}

impl HeadColumn {
    fn of(rows: &[Vec<String>], at: usize, role: Option<ColumnRole>, filled: Option<usize>) -> Self {
        let names = rows.first().map(Vec::as_slice).unwrap_or_default();
        let below = rows.get(1..).unwrap_or_default();
        let cell = |row: &Vec<String>| row.get(at).map(|cell| cut(cell)).unwrap_or_default();
        let name = names.get(at).map(String::as_str).unwrap_or_default();
        let guess = role.map(|role| Guess { role, by_name: role.rank(name).is_some() });
        let full = below.iter().filter(|row| row.get(at).is_some_and(|cell| !cell.trim().is_empty()));
        Self {
            at,
            name: cut(name),
            call: called(names, at),
            cells: below.iter().take(SHOWN).map(cell).collect(),
            guess,
            days: Days::of(below.iter().filter_map(|row| row.get(at)).map(String::as_str)),
            length: (length(below, at), below.len() - full.clone().count()),
            is_same: full.clone().count() > 2
                && full.map(|row| row.get(at)).is_sorted_by(|one, other| one == other),
            filled,
        }
    }

    /// What it is called.
    pub fn called(&self, has_names: bool) -> String {
        if has_names { self.call.clone() } else { numbered(self.at) }
    }

    /// What is to be said of it where it is to hold the text.
    fn remarks_on_text(&self, has_names: bool) -> impl Iterator<Item = String> {
        /// Shorter cells are captions or headlines.
        const SHORT: usize = 100;
        let call = self.called(has_names);
        let (length, empty) = self.length;
        let is_short = length > 0 && length < SHORT;
        let none = (self.filled == Some(0) && has_names).then(|| format!("No row has anything in “{call}”."));
        let empty = if none.is_some() { 0 } else { empty };
        let short = is_short.then(|| format!("The cells of “{call}” are short for texts of articles."));
        let empty = (empty > 0).then(|| match empty {
            1 => format!("One of the first rows has no text in “{call}”."),
            _ => format!("{empty} of the first rows have no text in “{call}”."),
        });
        let same =
            self.is_same.then(|| format!("The same stands in every row of “{call}”: is this the text?"));
        none.into_iter().chain(short).chain(empty).chain(same)
    }
}

/// A cell in one line, and no longer than anybody looks at.
fn cut(cell: &str) -> String {
    let start = cell.get(..cell.floor_char_boundary(8 * LONGEST_CELL)).unwrap_or_default();
    let line = in_line(start);
    match line.char_indices().nth(LONGEST_CELL) {
        Some((end, _)) => line.get(..end).map(|line| format!("{line}…")).unwrap_or_default(),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ColumnRole::{Published, Text, Title};

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    const MET: &str = "The ministers of Malta and Tunisia met in the old customs house on Friday, and spoke of the harbor \
                       line, of fish and of the treaty of 1999.";

    #[test]
    fn the_guess_is_shown_with_what_it_rests_on_and_comes_back_as_it_is_said() {
        let rows = rows(&[
            &["Datum", "Kop", "maintext", "Kop"],
            &["22 April 2031", "Talks", MET, "x"],
            &["soon", "More talks", "", "y"],
        ]);
        let head = TableHead::of(&rows, false, Some(&[2, 2, 1, 2]));
        assert!(head.has_names() && head.has_text());
        let guessed = head.guessed();
        assert_eq!(guessed, [Some(Published), None, Some(Text), None]);
        assert!(head.columns[2].guess.unwrap().by_name);
        assert_eq!(head.columns[2].cells, [cut(MET), String::new()]);
        let said = [Some(Published), Some(Title), Some(Text), None];
        let roles = head.roles(&said, true).unwrap();
        assert_eq!((roles.column(Title), roles.column(Text)), (Some("Kop"), Some("maintext")));
        assert_eq!(head.said(&roles), (said.to_vec(), true));
        let second = head.roles(&[None, None, Some(Text), Some(Title)], true).unwrap();
        assert_eq!(second.column(Title), Some("#4"));
        assert_eq!((head.articles(&said, true), head.articles(&said, false)), (Some(1), Some(2)));
        let remarks = head.remarks(&said, true);
        assert_eq!(
            remarks,
            [
                "The cells of “maintext” are short for texts of articles.",
                "One of the first rows has no text in “maintext”.",
                "1 of 2 days in “Datum” can be read; the others are looked for in the articles themselves."
            ]
        );
        assert_eq!(head.roles(&[Some(Published), None, None, None], true), Err(ColumnsError::NoText));
        let back: TableHead = serde_json::from_str(&serde_json::to_string(&head).unwrap()).unwrap();
        assert_eq!(back, head);
    }

    #[test]
    fn of_a_table_of_any_width_a_bounded_part_is_shown_with_the_likely_columns_in_it() {
        let mut names: Vec<String> =
            (0..5000).map(|at| format!("v{at}\n\u{202e}{}", "x".repeat(500))).collect();
        names[4321] = "maintext".into();
        let head = TableHead::of(&[names.clone(), names], false, None);
        assert_eq!((head.columns.len(), head.further), (MOST_COLUMNS, 5000 - MOST_COLUMNS));
        assert!(head.has_text());
        let shown = serde_json::to_string(&head).unwrap();
        assert!(shown.len() < 200_000 && !shown.contains('\u{202e}'), "{}", shown.len());
        assert!(head.columns.iter().all(|column| !column.name.contains('\n')));
    }

    #[test]
    fn a_text_that_is_the_same_in_every_row_is_told() {
        let text = MET.repeat(2);
        let same = rows(&[&["n", "text"], &["1", &text], &["2", &text], &["3", &text], &["4", ""]]);
        let head = TableHead::of(&same, false, None);
        let remarks = head.remarks(&head.guessed(), true);
        assert_eq!(remarks.last().unwrap(), "The same stands in every row of “text”: is this the text?");
    }

    #[test]
    fn a_table_without_rows_has_a_head() {
        let head = TableHead::of(&rows(&[&["title", "text"]]), false, Some(&[0, 0]));
        assert_eq!(head.guessed(), [Some(Title), Some(Text)]);
        assert_eq!(head.articles(&head.guessed(), true), Some(0));
        assert_eq!(head.remarks(&head.guessed(), true), ["No row has anything in “text”."]);
        let empty = TableHead::of(&[], false, None);
        assert!(empty.columns.is_empty() && !empty.has_text());
    }
}
