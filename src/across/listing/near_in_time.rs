//! Articles near in time, of which one may report the same meeting.

use std::cmp::Reverse;

use super::catalog::Catalog;
use crate::model::EntryId;

/// How many articles are offered.
const OFFERED: usize = 8;

/// Articles of meetings so many days apart are near in time.
const NEAR_DAYS: i32 = 3;

impl Catalog {
    /// The articles near an article in time that are not among those known to report its meeting, those with
    /// most parties in common first.
    pub(crate) fn near_in_time(&self, article: EntryId, known: &[EntryId]) -> Vec<EntryId> {
        let Some((row, day)) = self.row(article).and_then(|row| Some((row, row.day?))) else {
            return Vec::new();
        };
        let Some((first, last)) = day.plus_days(-NEAR_DAYS).zip(day.plus_days(NEAR_DAYS)) else {
            return Vec::new();
        };
        let rows = self.rows().iter().filter(|other| {
            let is_near = other.day.is_some_and(|day| (first..=last).contains(&day));
            is_near && !other.is_put_away && other.article != row.article && !known.contains(&other.id)
        });
        let mut near: Vec<_> = rows
            .map(|other| {
                let shared = other.parties.iter().filter(|party| row.parties.contains(party)).count();
                let days = other.day.map_or(NEAR_DAYS, |other| other.days_since(day).abs());
                (Reverse(shared), days, other.id)
            })
            .collect();
        near.sort_unstable();
        near.into_iter().take(OFFERED).map(|(.., id)| id).collect()
    }
}
