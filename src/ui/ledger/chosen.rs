//! Which rows of the ledger are chosen: one, or several that follow one another.

use std::ops::RangeInclusive;

use crate::across::Ledger;
use crate::model::EntryId;

/// The rows that are chosen.
#[derive(Debug, Default)]
pub struct Chosen {
    /// The row that the arrows move from, and the one at the other end.
    ends: Option<(usize, usize)>,
    /// The commitment of the first, by which it is found again when rows change places.
    commitment: Option<(EntryId, usize)>,
    /// The arrangement of the ledger in which all this is so.
    arrangement: u64,
    /// It is to be brought into sight and to have the keyboard.
    pub is_wanted: bool,
}

impl Chosen {
    /// Finds the row again if rows have changed places.
    pub fn follow(&mut self, ledger: &Ledger) {
        if self.arrangement != ledger.arrangement() {
            self.arrangement = ledger.arrangement();
            let at = self.commitment.and_then(|(article, place)| ledger.position(article, place));
            self.ends = at.map(|at| (at, at));
        }
    }

    /// The row that the arrows move from.
    pub fn at(&self) -> Option<usize> {
        self.ends.map(|(at, _)| at)
    }

    /// All rows that are chosen.
    pub fn rows(&self) -> Option<RangeInclusive<usize>> {
        self.ends.map(|(at, other)| at.min(other)..=at.max(other))
    }

    /// Whether a row is chosen.
    pub fn has(&self, row: usize) -> bool {
        self.rows().is_some_and(|rows| rows.contains(&row))
    }

    /// Chooses a row; with `extend` all from the first that was chosen to this one.
    pub fn choose(&mut self, ledger: &Ledger, row: usize, extend: bool) {
        let other = self.ends.map(|(_, other)| other).filter(|_| extend);
        self.ends = Some((row, other.unwrap_or(row)));
        self.commitment = ledger.row(row).map(|row| (row.article, row.place));
    }
}
