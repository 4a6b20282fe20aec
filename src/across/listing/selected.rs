//! The rows of the list that are selected together, by their ids: several at least. While there are none, whoever
//! does something does it to the article that is shown.

use crate::model::EntryId;
use crate::store::Found;

/// The rows that are selected together.
#[derive(Debug, Default)]
pub struct SelectedRows {
    rows: Found,
    /// From where Shift selects.
    from: Option<EntryId>,
    /// What was selected last: the keyboard is there.
    last: Option<EntryId>,
}

impl SelectedRows {
    /// Whether a row is among them.
    pub fn has(&self, id: EntryId) -> bool {
        self.rows.has(id)
    }

    /// How many there are: none, or several.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether none are selected together.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row that was selected last.
    pub fn last(&self) -> Option<EntryId> {
        self.last.filter(|_| !self.is_empty())
    }

    /// None are selected together any more.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Takes a row up beside the one that is shown, or leaves it out if it is among them.
    pub fn toggle(&mut self, id: EntryId, shown: Option<EntryId>) {
        if self.is_empty() {
            shown.into_iter().for_each(|shown| self.rows.add(shown));
        }
        match self.rows.has(id) {
            true => self.rows.remove(id),
            false => self.rows.add(id),
        }
        (self.from, self.last) = (Some(id), Some(id));
    }

    /// Selects everything between the row from which Shift selects, by default the one that is shown, and this.
    pub fn reach(&mut self, listed: &[EntryId], to: EntryId, shown: Option<EntryId>) {
        let place = |id: EntryId| listed.iter().position(|listed| *listed == id);
        let from = self.from.or(shown).filter(|from| listed.contains(from)).unwrap_or(to);
        let (Some(one), Some(other)) = (place(from), place(to)) else { return };
        let between = listed.get(one.min(other)..=one.max(other)).unwrap_or_default();
        self.rows = Found::default();
        between.iter().for_each(|id| self.rows.add(*id));
        (self.from, self.last) = (Some(from), Some(to));
    }

    /// Selects every row of the list.
    pub fn all(&mut self, listed: &[EntryId], shown: Option<EntryId>) {
        listed.iter().for_each(|id| self.rows.add(*id));
        (self.from, self.last) = (shown, shown);
        self.settle();
    }

    /// The list is another: what it does not have any more is not selected.
    pub fn follow(&mut self, listed: &[EntryId]) {
        if self.is_empty() {
            return;
        }
        let still = listed.iter().filter(|id| self.rows.has(**id));
        let mut rows = Found::default();
        still.for_each(|id| rows.add(*id));
        self.rows = rows;
        self.settle();
    }

    /// One row of the list has become another, or has left it.
    pub fn replace(&mut self, old: EntryId, new: Option<EntryId>) {
        if self.rows.has(old) {
            self.rows.remove(old);
            new.into_iter().for_each(|new| self.rows.add(new));
            self.settle();
        }
    }

    /// One row alone is no selection of several. Gives the one that is left.
    pub fn settle(&mut self) -> Option<EntryId> {
        if self.rows.len() > 1 {
            return None;
        }
        let left = self.rows.ids().next();
        self.clear();
        left
    }
}
