//! What the picker that is open has found of what was typed.

use super::drafts::Slot;
use super::names::Name;

/// What the picker that is open has found. There is one at most.
#[derive(Clone, Debug)]
pub struct Search {
    /// Whose.
    pub(super) slot: Slot,
    /// What it was found by.
    pub(super) typed: String,
    /// What was found.
    pub(super) found: Vec<Name>,
    /// Which answer Enter would take.
    pub(super) at: Option<usize>,
}

impl Search {
    /// A search for this input, with nothing typed yet. `find` gives what typed words may mean.
    pub(super) fn new(slot: Slot, find: &dyn Fn(&str) -> Vec<Name>) -> Self {
        Self { slot, typed: String::new(), found: find(""), at: None }
    }

    /// Searches for what is typed now.
    pub(super) fn type_in(&mut self, typed: String, find: &dyn Fn(&str) -> Vec<Name>) {
        self.found = find(&typed);
        self.at = (!self.found.is_empty() && !typed.trim().is_empty()).then_some(0);
        self.typed = typed;
    }

    /// The one whose name or code was typed as it is.
    pub(super) fn whole(&self) -> Option<&Name> {
        let typed = self.typed.trim().to_lowercase();
        self.found.iter().find(|name| name.label.to_lowercase() == typed || name.key.to_lowercase() == typed)
    }

    /// Goes to the next answer.
    pub(super) fn next(&mut self) {
        let last = self.found.len().saturating_sub(1);
        self.at = Some(self.at.map_or(0, |at| (at + 1).min(last)));
    }

    /// Goes to the answer before; from the first to none.
    pub(super) fn previous(&mut self) {
        self.at = self.at.and_then(|at| at.checked_sub(1));
    }

    /// The answer that Enter would take.
    pub(super) fn answer(&self) -> Option<&Name> {
        self.at.and_then(|at| self.found.get(at))
    }
}
