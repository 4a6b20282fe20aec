//! Several rows of the list selected together: how they come to be, and what is done to all of them.

use super::notice::{Notice, Offer};
use super::state::App;
use crate::across::{BulkEdit, Row, Step};
use crate::model::{EntryId, counted};
use crate::review::Document;
use crate::store::Found;
use crate::work::Change;

impl App {
    /// How many articles are selected together: several, or none.
    pub fn several(&self) -> usize {
        self.open.listing.selected.len()
    }

    /// The articles that are selected together, in the order of the list; none while no several are.
    pub fn selected(&self) -> impl Iterator<Item = &Row> {
        self.open.listing.selected_rows().filter_map(|id| self.row(id))
    }

    /// Whether a row of the list is one of several that are selected together.
    pub fn is_selected(&self, id: EntryId) -> bool {
        self.open.listing.selected.has(id)
    }

    /// The row that was selected last of several.
    pub fn last_selected(&self) -> Option<EntryId> {
        self.open.listing.selected.last()
    }

    /// The row of the list where the keyboard is: the one selected last, or that of the article that is shown.
    pub fn row_at_hand(&self) -> Option<EntryId> {
        self.open.listing.selected.last().or_else(|| self.row_of_shown())
    }

    /// The row of the list that the article is of which is shown.
    fn row_of_shown(&self) -> Option<EntryId> {
        self.place_in_list().ok().and_then(|at| self.listed().get(at).copied())
    }

    /// Selects a row beside the others, or leaves it out.
    pub(super) fn select_also(&mut self, id: EntryId) {
        let shown = self.row_of_shown();
        if self.several() == 0 && shown.is_none() {
            return self.select(id);
        }
        self.open.listing.selected.toggle(id, shown);
        self.selection_changed();
    }

    /// Selects all rows up to this one.
    pub(super) fn select_to(&mut self, id: EntryId) {
        let shown = self.row_of_shown();
        let listing = &mut self.open.listing;
        listing.selected.reach(&listing.listed, id, shown);
        self.selection_changed();
    }

    /// Selects all rows up to the one so many rows on.
    pub(super) fn select_to_by(&mut self, steps: isize) {
        let at = self.row_at_hand().and_then(|id| self.listed().iter().position(|listed| *listed == id));
        let to = at.and_then(|at| at.checked_add_signed(steps));
        if let Some(&to) = to.and_then(|to| self.listed().get(to)) {
            self.select_to(to);
        }
    }

    /// Selects all rows of the list.
    pub(super) fn select_all(&mut self) {
        let shown = self.row_of_shown();
        let listing = &mut self.open.listing;
        listing.selected.all(&listing.listed, shown);
        self.bulk_is_of_others();
    }

    /// Of several rows the one that is shown stays selected.
    pub(super) fn select_one(&mut self) {
        if self.several() > 0 {
            self.open.listing.selected.clear();
            self.bulk_is_of_others();
        }
    }

    /// One row that is left alone is shown; where the one that is shown was left out, the first of the others is.
    fn selection_changed(&mut self) {
        let left = self.open.listing.selected.settle();
        let is_shown = |id: EntryId| self.row_of_shown() == Some(id);
        if let Some(left) = left.filter(|left| !is_shown(*left)) {
            self.select(left);
        }
        self.bulk_is_of_others();
    }

    /// What was looked at of a change of many was of other articles.
    pub(super) fn bulk_is_of_others(&mut self) {
        self.open.bulk.preview = None;
        self.open.bulk.looking = None;
    }

    /// The records of what is selected, or else of what is listed.
    pub(super) fn at_hand_as_found(&self) -> Found {
        let mut found = Found::default();
        self.open.listing.records_at_hand(&self.open.catalog).into_iter().for_each(|id| found.add(id));
        found
    }

    /// Makes a change to all that are selected, where nothing has to be asked first.
    pub(super) fn change_selected(&mut self, edit: BulkEdit) {
        let at_hand = self.open.listing.records_at_hand(&self.open.catalog);
        if self.several() > 0
            && let Some(ids) = edit.concerned_in(&self.open.catalog, &at_hand)
        {
            self.begin_bulk(Change::Edit(edit), ids);
        }
    }

    /// The documents in memory of what is selected that have edits nowhere on disk.
    pub fn unsaved_of_selected(&self) -> impl Iterator<Item = &Document> {
        let catalog = &self.open.catalog;
        let is_of_selected = |id: EntryId| {
            let contacts = catalog.row(id).map(|row| catalog.contacts(row)).unwrap_or_default();
            contacts.iter().any(|row| self.is_selected(row.id))
        };
        self.unsaved().filter(move |document| is_of_selected(document.id()))
    }

    /// Puts all that are selected away, with all of their contacts, or brings them back.
    pub(super) fn put_selected_away(&mut self, is_away: bool) {
        let catalog = &self.open.catalog;
        let rows: Vec<EntryId> = self.open.listing.selected_rows().collect();
        let others = |id: &EntryId| {
            let contacts = catalog.row(*id).map(|row| catalog.contacts(row)).unwrap_or_default();
            contacts.into_iter().filter(|row| row.is_put_away != is_away).map(|row| row.id)
        };
        let ids: Vec<EntryId> = rows.iter().flat_map(others).collect();
        if ids.is_empty() {
            return;
        }
        let count = counted(rows.len(), "article");
        if is_away {
            self.leave_and_put_away(&ids);
            let text = format!("{count} are put away. They stay in the library, under Put away.");
            let offer = self.library().is_some().then_some(Offer::TakePutAwayBack);
            self.tell(Notice { offer, ..Notice::info(text) });
        } else {
            self.put_away(&ids, false);
            self.tell(Notice::info(format!("{count} are brought back.")));
        }
        self.open.undo_line.push(Step::PutAway(ids, is_away));
    }
}
