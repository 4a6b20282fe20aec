//! Deleting articles for good. What is deleted leaves every list at once, and can be brought back by undo until the
//! program ends; the library lets go of it when it is opened next.

use super::notice::Notice;
use super::state::App;
use crate::across::{Row, Step};
use crate::model::{EntryId, counted};

impl App {
    /// Which articles a deletion is about: those that are selected, or else the one that is shown.
    pub fn to_delete(&self) -> Vec<EntryId> {
        let mut rows: Vec<EntryId> = self.open.listing.selected_rows().collect();
        if rows.is_empty() {
            rows.extend(self.shown());
        }
        rows
    }

    /// Deletes articles with all of their contacts.
    pub(super) fn delete_articles(&mut self, rows: &[EntryId]) {
        let catalog = &self.open.catalog;
        let contacts = |id: &EntryId| catalog.row(*id).map(|row| catalog.contacts(row)).unwrap_or_default();
        let ids: Vec<EntryId> = rows.iter().flat_map(contacts).map(|row| row.id).collect();
        if ids.is_empty() {
            return;
        }
        self.leave(&ids);
        self.delete(&ids);
        self.open.undo_line.push(Step::Deleted(ids));
        let count = counted(rows.len(), "article");
        let text = format!("{count} deleted. Undo brings back what was deleted until Chancery is closed.");
        self.tell(Notice::info(text));
    }

    /// Takes records out of every list.
    fn delete(&mut self, ids: &[EntryId]) {
        for &id in ids {
            self.open.deleted.extend(self.open.catalog.take(id));
            self.open.cache.remove(id);
            self.open.work.writer().delete(id, true);
        }
        self.meetings_changed();
        self.forget_comparison();
        self.open.listing.refresh(&self.open.catalog);
    }

    /// Deletes again, or brings back, what is not so already. Says whether there was anything.
    pub(super) fn set_deleted(&mut self, ids: &[EntryId], is_deleted: bool) -> bool {
        if is_deleted {
            let there: Vec<EntryId> = ids.iter().copied().filter(|id| self.row(*id).is_some()).collect();
            if !there.is_empty() {
                self.leave(&there);
                self.delete(&there);
            }
            return !there.is_empty();
        }
        let rows: Vec<Row> = ids.iter().filter_map(|id| self.take_deleted(*id)).collect();
        let first = rows.first().map(|row| row.id);
        for row in rows {
            self.open.work.writer().delete(row.id, false);
            self.open.work.writer().put_away(row.id, row.is_put_away);
            self.open.catalog.put_back(row);
        }
        self.meetings_changed();
        self.open.listing.refresh(&self.open.catalog);
        first.into_iter().for_each(|id| self.select(id));
        first.is_some()
    }

    /// What the list knew of a record that was deleted.
    pub(super) fn take_deleted(&mut self, id: EntryId) -> Option<Row> {
        let at = self.open.deleted.iter().position(|row| row.id == id)?;
        Some(self.open.deleted.swap_remove(at))
    }
}
