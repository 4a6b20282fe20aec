//! The search for another article that reports the same meeting: what is typed, and what that finds.

use crate::app::App;
use crate::model::EntryId;

/// So many articles are offered.
const OFFERED: usize = 8;

/// The search for another report of the meeting.
#[derive(Debug)]
pub struct Linking {
    /// The article whose meeting it is.
    pub(super) of: EntryId,
    /// What is typed of the other's title.
    pub(super) typed: String,
    /// What is offered while nothing is typed.
    near: Vec<EntryId>,
    /// It has just come up.
    pub(super) wants_keyboard: bool,
}

impl Linking {
    /// A search for another report of this article's meeting, which offers these first.
    pub fn new(of: EntryId, near: Vec<EntryId>) -> Self {
        Self { of, typed: String::new(), near, wants_keyboard: true }
    }

    /// What is offered; nothing while the titles are still being searched.
    pub(super) fn found(&self, app: &App) -> Option<Vec<EntryId>> {
        let (found_for, titles) = app.titles();
        let found = match self.typed.trim() {
            "" => Some(&*self.near),
            typed => (found_for == typed).then_some(titles),
        };
        found.map(|found| found.iter().copied().filter(|id| *id != self.of).take(OFFERED).collect())
    }

    /// What is said above what is offered.
    pub(super) fn standing(&self, found: Option<&[EntryId]>) -> &'static str {
        match (found, self.typed.trim().is_empty()) {
            (None, _) => "Looking…",
            (Some([]), true) => "No other article is near in time.",
            (Some([]), false) => "No title is like this.",
            (Some(_), true) => "Near in time",
            (Some(_), false) => "Found",
        }
    }
}
