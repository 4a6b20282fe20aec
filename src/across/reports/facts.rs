//! What is kept of a report to compare it with others, and how much speaks for two being of one meeting.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::name::Name;
use crate::model::MeetingKind;

/// How much speaks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Somebody should look.
    Likely,
    /// The same kind of contact of the same people for the same parties on the same day.
    Certain,
}

/// Each code, with how many reports have it as a party.
pub(super) type Codes = IndexMap<Box<str>, usize, FxBuildHasher>;
/// Each name as printed, and as it is compared.
pub(super) type People = IndexMap<Box<str>, Name, FxBuildHasher>;

/// What is known of one report.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    pub kind: Option<MeetingKind>,
    /// The first and the last day, counted from one that is the same for all: calendars are slow.
    pub days: Option<(i32, i32)>,
    /// The country of the place, by number.
    pub country: Option<u32>,
    pub parties: Stretch,
    pub people: Stretch,
}

/// A part of a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    first: u32,
    count: u32,
}

impl Stretch {
    /// From a place to the end of a list.
    pub fn from(first: usize, list: &[u32]) -> Self {
        Self { first: as_number(first), count: as_number(list.len() - first) }
    }

    /// Its part of that list.
    pub fn of(self, list: &[u32]) -> &[u32] {
        let first = self.first as usize;
        list.get(first..first + self.count as usize).unwrap_or_default()
    }
}

/// No library has more reports than fit.
pub(super) fn as_number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
