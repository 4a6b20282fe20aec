//! The tally of a review: how many values were confirmed, corrected, added and ruled out.

use std::fmt;

use super::field::Field;
use super::origin::Added;
use crate::model::{Record, Ruling};

/// How many values of a record stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Nobody has ruled on these.
    pub proposed: usize,
    /// The engine's, and right.
    pub confirmed: usize,
    /// The engine's, and changed.
    pub corrected: usize,
    /// A reviewer's own.
    pub added: usize,
    /// The engine's, and wrong.
    pub ruled_out: usize,
}

impl Tally {
    /// Counts the values of a record.
    pub fn of(record: &Record) -> Self {
        Self::with(record, &Added::of(record))
    }

    /// Counts the values of a record, of which reviewers added these.
    pub(super) fn with(record: &Record, added: &Added<'_>) -> Self {
        let mut tally = Self::default();
        Field::ruled(record).for_each(|(field, ruled)| tally.count(ruled.ruling, added.contains(&field)));
        tally
    }

    /// Counts the values of a record by what they are called together: days, places, participants. `tallies` are
    /// those of [`Field::groups`], in that order.
    pub fn count_by_group(record: &Record, tallies: &mut [Self]) {
        let added = Added::of(record);
        for (field, ruled) in Field::ruled(record) {
            if let Some(tally) = tallies.get_mut(field.group()) {
                tally.count(ruled.ruling, added.contains(&field));
            }
        }
    }

    fn count(&mut self, ruling: Ruling, is_added: bool) {
        let count = match ruling {
            Ruling::Proposed => &mut self.proposed,
            Ruling::RuledOut => &mut self.ruled_out,
            _ if is_added => &mut self.added,
            Ruling::Confirmed => &mut self.confirmed,
            Ruling::Corrected => &mut self.corrected,
        };
        *count += 1;
    }

    /// How many values somebody has decided.
    pub fn decided(&self) -> usize {
        self.confirmed + self.corrected + self.added + self.ruled_out
    }

    /// How many values of the engine somebody has decided.
    pub fn judged(&self) -> usize {
        self.confirmed + self.corrected + self.ruled_out
    }
}

/// "5 confirmed, 2 corrected, 1 added": what there is of each; empty while there is nothing.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.confirmed, "confirmed"),
            (self.corrected, "corrected"),
            (self.added, "added"),
            (self.ruled_out, "rejected"),
        ];
        let there = counts.into_iter().filter(|(count, _)| *count > 0);
        let words: Vec<String> = there.map(|(count, what)| format!("{count} {what}")).collect();
        f.write_str(&words.join(", "))
    }
}
