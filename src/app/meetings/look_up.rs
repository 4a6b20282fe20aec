//! Looking up articles that may report the same meeting: those near in time, or found by their words.

use std::cmp::Reverse;
use std::path::Path;

use crate::app::library::marks;
use crate::app::{App, EntryId, LibraryError, Notice};
use crate::store::Library;

/// How many articles are offered.
const OFFERED: usize = 8;

/// Articles of meetings so many days apart are near in time.
const NEAR_DAYS: i32 = 3;

/// The articles in which all these words occur, the best first.
///
/// # Errors
/// If the library cannot be read.
pub(in crate::app) fn look_up(library: &Path, typed: &str) -> Result<Vec<EntryId>, LibraryError> {
    Library::open_for_reading(library, marks)?.best(typed, 4 * OFFERED)
}

impl App {
    /// The articles near an article in time that are not known to report its meeting, those with most
    /// parties in common first. Goes through the whole list: to be asked once, not with every frame.
    pub fn near_in_time(&self, article: EntryId) -> Vec<EntryId> {
        let Some((row, day)) = self.row(article).and_then(|row| Some((row, row.day?))) else {
            return Vec::new();
        };
        let Some((first, last)) = day.plus_days(-NEAR_DAYS).zip(day.plus_days(NEAR_DAYS)) else {
            return Vec::new();
        };
        let known = self.others_of_meeting(article);
        let rows = self.catalog.rows().iter().filter(|other| {
            let is_near = other.day.is_some_and(|day| (first..=last).contains(&day));
            is_near && !other.is_put_away && other.id != article && !known.contains(&other.id)
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

    /// The articles that were found by these words, those that have them in the title first; none while
    /// they are looked for.
    pub fn looked_up(&self, typed: &str) -> Option<&[EntryId]> {
        let (words, found) = self.meetings.looked_up.as_ref()?;
        (words == typed).then_some(found)
    }

    /// Looks for articles by their words, in the background.
    pub(in crate::app) fn look_up(&mut self, typed: String) {
        if let Some(library) = self.any_library() {
            self.jobs.look_up(library, typed);
        }
    }

    pub(in crate::app) fn take_looked_up(
        &mut self,
        typed: String,
        found: Result<Vec<EntryId>, LibraryError>,
    ) {
        match found {
            Ok(mut found) => {
                let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
                let has = |title: &str| words.iter().all(|word| title.to_lowercase().contains(word));
                found.retain(|id| self.row(*id).is_some_and(|row| !row.is_put_away));
                found.sort_by_key(|id| !self.row(*id).is_some_and(|row| has(&row.title)));
                found.truncate(OFFERED);
                self.meetings.looked_up = Some((typed, found));
            }
            Err(error) => self.tell(Notice::error(&error).about(error.path())),
        }
    }
}
