//! Making a change of many records, step by step, and taking it back.

use super::notice::{Notice, Offer};
use super::open::bulk::Preview;
use super::state::App;
use crate::across::{BulkEdit, Step, Undecided, concerned};
use crate::model::{EntryId, counted};
use crate::store::{Entry, LibraryError};
use crate::work::{Asked, Bulk, Change};

impl App {
    /// The records that a change would be made to, once they are known.
    pub fn previewed(&self, edit: &BulkEdit) -> Option<&[EntryId]> {
        let preview = self.open.bulk.preview.as_ref()?;
        (preview.edit == *edit && preview.revision == self.open.listing.revision).then_some(&*preview.ids)
    }

    /// Of how many articles the records are that a change would be made to, once they are known.
    pub fn previewed_articles(&self, edit: &BulkEdit) -> usize {
        let preview = self.open.bulk.preview.as_ref().filter(|_| self.previewed(edit).is_some());
        preview.map_or(0, |preview| preview.articles)
    }

    /// What nobody has decided in the records that a change would be made to, once they are known.
    pub fn undecided(&self, edit: &BulkEdit) -> Undecided {
        let preview = self.open.bulk.preview.as_ref().filter(|_| self.previewed(edit).is_some());
        preview.map(|preview| preview.undecided).unwrap_or_default()
    }

    /// Looks which of the articles a change concerns that are selected, or else listed.
    pub(super) fn preview(&mut self, edit: BulkEdit) {
        if self.previewed(&edit).is_some() {
            return;
        }
        let revision = self.open.listing.revision;
        match edit.concerned_in(&self.open.catalog, &self.open.listing.records_at_hand(&self.open.catalog)) {
            Some(ids) => {
                let articles = self.articles_of(&ids);
                let undecided = Undecided::default();
                self.open.bulk.preview = Some(Preview { edit, revision, ids, articles, undecided });
            }
            None => self.look_whom_it_concerns(edit, revision),
        }
    }

    /// Looks it up in the library, where the catalog does not tell.
    fn look_whom_it_concerns(&mut self, edit: BulkEdit, revision: u64) {
        if self.open.bulk.looking.as_ref().is_some_and(|looking| looking.about == (edit.clone(), revision)) {
            return;
        }
        let (asked, listed) = (edit.clone(), self.at_hand_as_found());
        let task = self.open.work.survey(move |library, _| concerned(library, &asked, &listed));
        self.open.bulk.looking = Some(Asked::new((edit, revision), task));
    }

    /// Receives whom a change concerns.
    pub(super) fn receive_preview(&mut self) -> bool {
        let Some(((edit, revision), found)) = Asked::answer(&mut self.open.bulk.looking) else {
            return false;
        };
        match found {
            Some(Ok((ids, undecided))) => {
                let articles = self.articles_of(&ids);
                self.open.bulk.preview = Some(Preview { edit, revision, ids, articles, undecided });
            }
            Some(Err(error)) => self.tell_trouble(&error),
            None => {}
        }
        true
    }

    /// Makes a change to all whom it concerns, as it was looked at before.
    pub(super) fn bulk(&mut self, edit: BulkEdit) {
        let Some(ids) = self.previewed(&edit).map(<[EntryId]>::to_vec) else { return };
        self.begin_bulk(Change::Edit(edit), ids);
    }

    /// Whether many records are being changed already; the person is told so.
    pub(super) fn is_changing_many(&mut self) -> bool {
        let is_changing = self.open.bulk.under_way.is_some();
        if is_changing {
            let text = "A bulk change is under way. Wait until it is done, or stop it.";
            self.tell(Notice::warning(text));
        }
        is_changing
    }

    pub(super) fn begin_bulk(&mut self, of_all: Change, ids: Vec<EntryId>) {
        if self.is_changing_many() {
            return;
        }
        let mut bulk = Bulk::new(of_all, self.hand(), self.lexicon(), ids.len());
        for id in ids {
            // It may have been deleted since.
            if self.row(id).is_none() {
                continue;
            }
            let Some(document) = self.open.cache.get_mut(id) else {
                bulk.leave(id);
                continue;
            };
            if bulk.change(document) {
                self.document_changed(id);
            }
        }
        self.open.bulk.under_way = Some(bulk);
        self.go_on_with_bulk();
    }

    /// Hands the next records to the writer, or ends.
    fn go_on_with_bulk(&mut self) {
        let Some(bulk) = &mut self.open.bulk.under_way else { return };
        match bulk.next_chunk() {
            Some(chunk) => self.open.work.writer().change_many(chunk),
            None => self.end_bulk(),
        }
    }

    /// The writer has changed some records.
    pub(super) fn receive_many_changed(&mut self, changed: Result<Vec<Entry>, LibraryError>) {
        let Some(bulk) = &mut self.open.bulk.under_way else { return };
        match changed {
            Ok(entries) => {
                bulk.receive(entries.iter().map(|entry| entry.id));
                for entry in entries {
                    // It may have been read just before it was changed.
                    self.changed_elsewhere(entry.id);
                    self.open.catalog.put(entry);
                }
                self.go_on_with_bulk();
                self.go_on_loading();
            }
            Err(error) => {
                self.tell_trouble(&error);
                self.end_bulk();
            }
        }
    }

    /// Changes no further records.
    pub(super) fn stop_bulk(&mut self) {
        if let Some(bulk) = &mut self.open.bulk.under_way {
            bulk.stop();
        }
    }

    fn end_bulk(&mut self) {
        let Some((change, changed)) = self.open.bulk.under_way.take().map(Bulk::end) else { return };
        self.open.listing.refresh(&self.open.catalog);
        if !changed.is_empty() {
            self.forget_comparison();
            self.meetings_changed();
        }
        let count = counted(changed.len(), "record");
        match change {
            Change::Edit(edit) if !changed.is_empty() => {
                let label = edit.label();
                let notice = Notice::info(format!("Changed {count}: {label}."));
                self.open.undo_line.push(Step::Bulk(label, changed));
                self.tell(Notice { offer: Some(Offer::TakeBulkBack), ..notice });
            }
            Change::Edit(_) => self.tell(Notice::info("No record had anything to change.")),
            Change::TakeBack(label) => self.tell(Notice::info(format!("Undone in {count}: {label}."))),
            Change::Again(label) => self.tell(Notice::info(format!("Done again in {count}: {label}."))),
        }
    }
}
