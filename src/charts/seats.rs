//! The rows of a picture by party: the most active have one of their own, all others share the last.

use std::cmp::Reverse;
use std::sync::Arc;

use super::facts::PartyKey;
use super::selection::Who;
use crate::model::Party;

/// How many rows there are at most.
pub const MOST: usize = 20;

/// Who has which row.
pub struct Seats {
    /// The row of each party that is named.
    of_party: Vec<Option<u32>>,
    /// A row each.
    pub rows: Vec<Seat>,
}

/// A row.
#[derive(Clone)]
pub struct Seat {
    /// Whose it is.
    pub who: Who,
    /// What stands where there is little room.
    pub code: String,
    /// The name in full.
    pub name: String,
}

/// The rows that the parties of one fact have.
#[derive(Clone, Copy, Default)]
pub struct Taken {
    bits: u32,
    share_last: bool,
}

/// The cells of a table of parties by parties that the pairs of one fact have.
#[derive(Clone, Copy, Default)]
pub struct TakenPairs {
    /// The columns of each row, a bit each.
    columns: [u32; MOST],
}

impl Seats {
    /// Seats the parties by how often they are named.
    pub fn of<'a>(parties: &[Party], named: impl Iterator<Item = &'a [PartyKey]>) -> Self {
        let mut counts: Vec<(u32, usize)> = (0..parties.len()).map(|place| (0, place)).collect();
        for party in named.flatten() {
            if let Some((count, _)) = counts.get_mut(usize::from(party.0)) {
                *count += 1;
            }
        }
        counts.retain(|(count, _)| *count > 0);
        counts.sort_by_key(|(count, place)| (Reverse(*count), parties.get(*place).map(|party| &party.code)));
        let own = if counts.len() > MOST { MOST - 1 } else { counts.len() };
        let others = counts.len() - own;
        let mut of_party = vec![None; parties.len()];
        let mut rows = Vec::new();
        for (row, (_, place)) in counts.iter().enumerate() {
            let (Some(seat), Some(party)) = (of_party.get_mut(*place), parties.get(*place)) else { continue };
            *seat = Some(row.min(own) as u32);
            if row < own {
                let who = Who::Party(PartyKey(*place as u16));
                rows.push(Seat { who, code: party.code.to_string(), name: party.name.to_string() });
            }
        }
        if others > 0 {
            let seated = counts.iter().take(own).map(|(_, place)| PartyKey(*place as u16));
            let who = Who::Others(Arc::from_iter(seated));
            rows.push(Seat { who, code: "others".into(), name: format!("{others} others") });
        }
        Self { of_party, rows }
    }

    /// The rows of these parties.
    pub fn taken(&self, parties: &[PartyKey]) -> Taken {
        let mut taken = Taken::default();
        let mut last_taken_by: Option<PartyKey> = None;
        for &party in parties {
            let Some(Some(row)) = self.of_party.get(usize::from(party.0)) else { continue };
            taken.bits |= 1 << row;
            if *row as usize + 1 == MOST {
                taken.share_last |= last_taken_by.is_some_and(|first| first != party);
                last_taken_by = Some(party);
            }
        }
        taken
    }
}

impl Seats {
    /// The rows and columns that pairs of parties have, where columns are rows again.
    pub fn taken_by_pairs(&self, pairs: impl Iterator<Item = (PartyKey, PartyKey)>) -> TakenPairs {
        let mut taken = TakenPairs::default();
        let row = |party: PartyKey| self.of_party.get(usize::from(party.0)).copied().flatten();
        for (one, other) in pairs {
            if let (Some(row), Some(column)) = (row(one), row(other))
                && let Some(columns) = taken.columns.get_mut(row as usize)
            {
                *columns |= 1 << column;
            }
        }
        taken
    }
}

impl TakenPairs {
    /// Each row and column that go together, once.
    pub fn cells(self) -> impl Iterator<Item = (usize, usize)> {
        let rows = self.columns.into_iter().enumerate();
        rows.flat_map(|(row, bits)| Taken { bits, share_last: false }.rows().map(move |column| (row, column)))
    }

    /// Each column once.
    pub fn columns(self) -> impl Iterator<Item = usize> {
        let bits = self.columns.into_iter().fold(0, |all, columns| all | columns);
        Taken { bits, share_last: false }.rows()
    }
}

impl Seat {
    /// Whether it is that of one party.
    pub fn is_party(&self) -> bool {
        matches!(self.who, Who::Party(_))
    }
}

impl Taken {
    /// Each row once.
    pub fn rows(self) -> impl Iterator<Item = usize> {
        let mut left = self.bits;
        std::iter::from_fn(move || {
            let row = (left != 0).then(|| left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(row)
        })
    }

    /// Whether two or more of the parties are in this row.
    pub fn shares(self, row: usize) -> bool {
        self.share_last && row + 1 == MOST
    }
}

/// Counts in rows and columns.
pub struct Counts {
    columns: usize,
    counts: Vec<u32>,
}

impl Counts {
    /// A table of this many rows and columns.
    pub fn new(rows: usize, columns: usize) -> Self {
        Self { columns, counts: vec![0; rows * columns] }
    }

    /// One more.
    pub fn add(&mut self, row: usize, column: usize) {
        if let Some(count) = self.counts.get_mut(row * self.columns + column) {
            *count += 1;
        }
    }

    /// How many.
    pub fn get(&self, row: usize, column: usize) -> u32 {
        self.counts.get(row * self.columns + column).copied().unwrap_or(0)
    }

    /// The most in one place.
    pub fn most(&self) -> u32 {
        self.counts.iter().copied().max().unwrap_or(0)
    }
}
