//! The names of columns: as they are compared, and as one is called. Names come from files of any kind, and may be
//! empty, endless, alike, or broken into lines.

use serde::{Deserialize, Serialize};

use crate::import::characters::tidy;
use crate::model::{Digest, Sha256Hex};

/// A longer name is no name to call a column by.
pub(super) const LONGEST: usize = 80;

/// What tables with the same columns have in common, wherever they lie and whatever the order of the columns: the
/// digest of their names.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TableKey(Sha256Hex);

impl TableKey {
    /// That of tables whose columns have these names.
    pub(super) fn of_names<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let mut names: Vec<String> = names.map(compared).collect();
        names.sort_unstable();
        names.dedup();
        Self::of_parts(names.iter().map(String::as_str))
    }

    /// That of tables without names that have so many columns, of which these look like this or that.
    pub(super) fn of_look(width: usize, looks: impl Iterator<Item = String>) -> Self {
        let parts: Vec<String> = std::iter::once(format!("#{width}")).chain(looks).collect();
        Self::of_parts(parts.iter().map(String::as_str))
    }

    fn of_parts<'p>(parts: impl Iterator<Item = &'p str>) -> Self {
        let mut digest = Digest::default();
        for part in parts {
            digest.update(part.as_bytes());
            digest.update(b"\n");
        }
        Self(digest.finish())
    }
}

/// A name in one line, without anything that is not seen.
pub(super) fn in_line(name: &str) -> String {
    tidy(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name as it is compared with others.
pub(super) fn compared(name: &str) -> String {
    in_line(name).to_lowercase()
}

/// What a column is called, at this place from 0 among these names: its name where that is one and no other column has
/// it, else its number.
pub(super) fn called(names: &[String], at: usize) -> String {
    let name = names.get(at).map(|name| in_line(name)).unwrap_or_default();
    let is_name = !name.is_empty() && name.chars().count() <= LONGEST;
    if is_name && of_name(names, &name) == Some(at) { name } else { numbered(at) }
}

/// What a column without a name is called: "#3".
pub(super) fn numbered(at: usize) -> String {
    format!("#{}", at + 1)
}

/// The place of the first column of this name.
pub(super) fn of_name(names: &[String], said: &str) -> Option<usize> {
    let as_written = names.iter().position(|name| name == said);
    let wanted = compared(said);
    as_written.or_else(|| names.iter().position(|name| !wanted.is_empty() && compared(name) == wanted))
}

/// The place that a number says, from "#1" or "1" on, in a table of so many columns.
pub(super) fn of_number(said: &str, width: usize) -> Option<usize> {
    let number = said.trim();
    let number: usize = number.strip_prefix('#').unwrap_or(number).parse().ok()?;
    number.checked_sub(1).filter(|at| *at < width)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_column_is_called_so_that_it_is_found_again() {
        let long = "long ".repeat(1000);
        let names = names(&[
            "Date",
            "Date",
            "",
            &long,
            "Full\n \u{202e}text",
            "  Author ",
            "\u{feff}title",
            "#2",
            "9",
        ]);
        let calls: Vec<String> = (0..names.len()).map(|at| called(&names, at)).collect();
        assert_eq!(calls, ["Date", "#2", "#3", "#4", "Full text", "Author", "title", "#2", "9"]);
        for at in [0, 2, 3, 4, 5, 6, 8] {
            let call = &calls[at];
            assert_eq!(of_name(&names, call).or_else(|| of_number(call, names.len())), Some(at), "{call}");
        }
        assert_eq!((of_number("0", 3), of_number("4", 3), of_number("#3", 3)), (None, None, Some(2)));
    }

    #[test]
    fn tables_with_the_same_names_in_any_order_are_of_one_kind() {
        let key = |names: &[&str]| TableKey::of_names(names.iter().copied());
        assert_eq!(key(&["Title", "full  text"]), key(&["\u{feff}Full Text", "title "]));
        assert_ne!(key(&["title", "text"]), key(&["title", "text", "date"]));
        assert_ne!(key(&["a", "b"]), TableKey::of_look(2, std::iter::empty()));
    }
}
