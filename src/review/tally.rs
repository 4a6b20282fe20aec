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
    pub(crate) fn of(record: &Record) -> Self {
        Self::with(record, &Added::of(record))
    }

    /// Counts the values of a record, of which reviewers added these.
    pub(super) fn with(record: &Record, added: &Added<'_>) -> Self {
        let mut tally = Self::default();
        for (field, ruled) in Field::ruled(record) {
            let count = match ruled.ruling {
                Ruling::Proposed => &mut tally.proposed,
                Ruling::RuledOut => &mut tally.ruled_out,
                _ if added.contains(&field) => &mut tally.added,
                Ruling::Confirmed => &mut tally.confirmed,
                Ruling::Corrected => &mut tally.corrected,
            };
            *count += 1;
        }
        tally
    }
}

/// "5 confirmed, 2 corrected, 1 added": what there is of each; empty while there is nothing.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.confirmed, "confirmed"),
            (self.corrected, "corrected"),
            (self.added, "added"),
            (self.ruled_out, "ruled out"),
        ];
        let there = counts.into_iter().filter(|(count, _)| *count > 0);
        let words: Vec<String> = there.map(|(count, what)| format!("{count} {what}")).collect();
        f.write_str(&words.join(", "))
    }
}
