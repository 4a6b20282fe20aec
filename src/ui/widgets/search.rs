//! What the picker that is open has found of what was typed.

use super::drafts::Slot;
use super::names::Name;

/// Which of what is offered is marked.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marked {
    at: Option<usize>,
    /// Whether a person went to it; the first may be marked by itself.
    by_hand: bool,
}

impl Marked {
    /// The first, before anybody went to it.
    pub(super) fn first() -> Self {
        Self { at: Some(0), by_hand: false }
    }

    /// This one, which a person went to.
    pub(super) fn chosen(at: usize) -> Self {
        Self { at: Some(at), by_hand: true }
    }

    /// The one that is marked.
    pub(super) fn at(self) -> Option<usize> {
        self.at
    }

    /// The one that a person went to.
    pub(super) fn by_hand(self) -> Option<usize> {
        self.at.filter(|_| self.by_hand)
    }

    /// Goes to the next of so many.
    pub(super) fn next(&mut self, count: usize) {
        *self = Self::chosen(self.at.map_or(0, |at| (at + 1).min(count.saturating_sub(1))));
    }

    /// Goes to the one before; from the first to none.
    pub(super) fn previous(&mut self) {
        *self = Self { at: self.at.and_then(|at| at.checked_sub(1)), by_hand: true };
    }
}

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
    pub(super) marked: Marked,
}

impl Search {
    /// A search for this input, with nothing typed yet. `find` gives what typed words may mean.
    pub(super) fn new(slot: Slot, find: &dyn Fn(&str) -> Vec<Name>) -> Self {
        Self { slot, typed: String::new(), found: find(""), marked: Marked::default() }
    }

    /// Searches for what is typed now.
    pub(super) fn type_in(&mut self, typed: String, find: &dyn Fn(&str) -> Vec<Name>) {
        self.found = find(&typed);
        let is_any = !self.found.is_empty() && !typed.trim().is_empty();
        self.marked = if is_any { Marked::first() } else { Marked::default() };
        self.typed = typed;
    }

    /// The one whose name or code was typed as it is.
    pub(super) fn whole(&self) -> Option<&Name> {
        let typed = self.typed.trim().to_lowercase();
        self.found.iter().find(|name| name.label.to_lowercase() == typed || name.key.to_lowercase() == typed)
    }

    /// The answer that Enter would take.
    pub(super) fn answer(&self) -> Option<&Name> {
        self.marked.at().and_then(|at| self.found.get(at))
    }

    /// The answer that Tab takes: the one that a person went to, or the only one there is.
    pub(super) fn sure(&self) -> Option<&Name> {
        let only = match &*self.found {
            [only] if !self.typed.trim().is_empty() => Some(only),
            _ => None,
        };
        self.marked.by_hand().and_then(|at| self.found.get(at)).or(only)
    }
}
