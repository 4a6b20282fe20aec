//! The days in a column: how many of them can be read, and whether day or month comes first.

use serde::{Deserialize, Serialize};

use crate::calendar::Told;
use crate::import::issued::stated_day;

/// A longer cell holds more than a day.
const LONGEST: usize = 100;

/// What the days of a column are like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    /// How many cells have something in them.
    pub cells: usize,
    /// How many of these can be read as days.
    pub read: usize,
    /// The first that is one day with the day first and another with the month first, if no other tells which is so.
    either: Option<String>,
}

impl Days {
    /// Those of these cells.
    pub(super) fn of<'c>(cells: impl Iterator<Item = &'c str>) -> Self {
        let mut days = Self::default();
        let mut is_told = false;
        for cell in cells.map(str::trim).filter(|cell| !cell.is_empty()) {
            days.cells += 1;
            let Some(told) = Some(cell).filter(|cell| cell.len() <= LONGEST).and_then(stated_day) else {
                continue;
            };
            days.read += 1;
            if let Told::Numbers { numbers, .. } = told {
                match (numbers.day_first(), numbers.month_first()) {
                    (Some(one), Some(other)) if one != other => {
                        days.either.get_or_insert_with(|| cell.to_owned());
                    }
                    (Some(_), Some(_)) => {}
                    _ => is_told = true,
                }
            }
        }
        days.either.take_if(|_| is_told);
        days
    }

    /// What is to be said of them, where the column is called so.
    pub(super) fn remark(&self, call: &str) -> Option<String> {
        let Self { cells, read, either } = self;
        match either {
            _ if *read == 0 && *cells > 0 => Some(format!(
                "No day in “{call}” can be read: days are looked for in the articles themselves."
            )),
            _ if read < cells => Some(format!(
                "{read} of {cells} days in “{call}” can be read; the others are looked for in the articles themselves."
            )),
            Some(day) => Some(format!(
                "Nothing in “{call}” tells whether {day} has the day or the month first: each article and its publisher do."
            )),
            None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remark(cells: &[&str]) -> Option<String> {
        Days::of(cells.iter().copied()).remark("Date")
    }

    #[test]
    fn days_that_cannot_be_read_are_counted_and_those_that_may_be_two_are_told() {
        assert_eq!(remark(&["2031-04-22", "22 April 2031", "", "20310422"]), None);
        let some = remark(&["2031-04-22", "last week", "?"]).unwrap();
        assert!(some.starts_with("1 of 3 days in “Date” can be read"), "{some}");
        assert!(remark(&["soon"]).unwrap().starts_with("No day in “Date” can be read"));
        let either = remark(&["03/04/2031", "04/04/2031"]).unwrap();
        assert!(either.contains("whether 03/04/2031 has the day or the month first"), "{either}");
        assert_eq!(remark(&["03/04/2031", "13/04/2031"]), None, "another day tells");
    }
}
