//! Making a change of many records, step by step, and taking it back.

use std::collections::VecDeque;

use super::notice::{Notice, Offer};
use super::progress::{Progress, UnderWay};
use super::state::App;
use super::undo::Step;
use crate::across::{BulkEdit, Concerned, Row, Undecided, concerned};
use crate::model::{EntryId, counted};
use crate::review::Hand;
use crate::store::{Entry, LibraryError};
use crate::work::{Asked, Change, Chunk, change};

/// How many records are changed at a time.
const AT_A_TIME: usize = 100;

/// What is under way of changes of many records, and what was done last.
#[derive(Debug, Default)]
pub(super) struct BulkState {
    /// What a change would come to, as it was looked at last.
    preview: Option<Preview>,
    /// Whom a change concerns is being looked up.
    looking: Option<Asked<(BulkEdit, u64), Result<Concerned, LibraryError>>>,
    /// The change that is under way.
    pub under_way: Option<Bulk>,
}

/// A change of many records that is under way.
#[derive(Debug)]
pub(super) struct Bulk {
    change: Change,
    hand: Hand,
    left: VecDeque<EntryId>,
    /// What the writer has in hand at the moment.
    in_hand: Vec<EntryId>,
    of: usize,
    changed: Vec<EntryId>,
}

/// What a change of many records would come to.
#[derive(Clone, Debug, PartialEq)]
struct Preview {
    edit: BulkEdit,
    /// The list that it is of.
    revision: u64,
    ids: Vec<EntryId>,
    undecided: Undecided,
}

impl BulkState {
    /// Whether the writer has this record in hand, so that it is about to be another.
    pub fn is_changing(&self, id: EntryId) -> bool {
        self.under_way.as_ref().is_some_and(|bulk| bulk.in_hand.contains(&id))
    }
}

impl App {
    /// The articles that a change would be made to, once they are known.
    pub fn previewed(&self, edit: &BulkEdit) -> Option<&[EntryId]> {
        let preview = self.open.bulk.preview.as_ref()?;
        (preview.edit == *edit && preview.revision == self.open.listing.revision).then_some(&*preview.ids)
    }

    /// What nobody has decided in the records that a change would be made to, once they are known.
    pub fn undecided(&self, edit: &BulkEdit) -> Undecided {
        let preview = self.open.bulk.preview.as_ref().filter(|_| self.previewed(edit).is_some());
        preview.map(|preview| preview.undecided).unwrap_or_default()
    }

    /// Looks which of the listed articles a change concerns.
    pub(super) fn preview(&mut self, edit: BulkEdit) {
        if self.previewed(&edit).is_some() {
            return;
        }
        let reviewer = |row: &Row| {
            row.reviewer.and_then(|key| self.open.catalog.reviewers.name(key)).map(String::as_str)
        };
        let rows = self.open.listing.listed.iter().filter_map(|id| self.open.catalog.row(*id));
        let told: Option<Vec<EntryId>> = rows
            .map(|row| Some((row.id, edit.concerns(row, reviewer(row))?)))
            .filter(|told| told.is_none_or(|(_, concerns)| concerns))
            .map(|told| told.map(|(id, _)| id))
            .collect();
        let revision = self.open.listing.revision;
        match told {
            Some(ids) => {
                let undecided = Undecided::default();
                self.open.bulk.preview = Some(Preview { edit, revision, ids, undecided });
            }
            None => self.look_whom_it_concerns(edit, revision),
        }
    }

    /// Looks it up in the library, where the catalog does not tell.
    fn look_whom_it_concerns(&mut self, edit: BulkEdit, revision: u64) {
        if self.open.bulk.looking.as_ref().is_some_and(|looking| looking.about == (edit.clone(), revision)) {
            return;
        }
        let (asked, listed) = (edit.clone(), self.listed_as_found());
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
                self.open.bulk.preview = Some(Preview { edit, revision, ids, undecided });
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
            let text = "A change of many records is under way. Wait for its end, or stop it.";
            self.tell(Notice::warning(text));
        }
        is_changing
    }

    pub(super) fn begin_bulk(&mut self, of_all: Change, ids: Vec<EntryId>) {
        if self.is_changing_many() {
            return;
        }
        let hand = self.hand();
        let mut bulk = Bulk {
            change: of_all,
            hand,
            of: ids.len(),
            left: VecDeque::new(),
            in_hand: Vec::new(),
            changed: Vec::new(),
        };
        let lexicon = self.lexicon();
        for id in ids {
            let Some(document) = self.open.cache.get_mut(id) else {
                bulk.left.push_back(id);
                continue;
            };
            if change(document, &bulk.change, &lexicon, &bulk.hand) {
                bulk.changed.push(id);
                self.document_changed(id);
            }
        }
        self.open.bulk.under_way = Some(bulk);
        self.go_on_with_bulk();
    }

    /// Hands the next records to the writer, or ends.
    fn go_on_with_bulk(&mut self) {
        let lexicon = self.lexicon();
        let Some(bulk) = &mut self.open.bulk.under_way else { return };
        let next = bulk.left.len().min(AT_A_TIME);
        bulk.in_hand = bulk.left.drain(..next).collect();
        if bulk.in_hand.is_empty() {
            return self.end_bulk();
        }
        let (ids, change, hand) = (bulk.in_hand.clone(), bulk.change.clone(), bulk.hand.clone());
        self.open.work.writer().change_many(Chunk { ids, change, hand, lexicon });
    }

    /// The writer has changed some records.
    pub(super) fn receive_many_changed(&mut self, changed: Result<Vec<Entry>, LibraryError>) {
        let Some(bulk) = &mut self.open.bulk.under_way else { return };
        bulk.in_hand.clear();
        match changed {
            Ok(entries) => {
                bulk.changed.extend(entries.iter().map(|entry| entry.id));
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
            bulk.left.clear();
        }
    }

    fn end_bulk(&mut self) {
        let Some(Bulk { change, changed, .. }) = self.open.bulk.under_way.take() else { return };
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
            Change::TakeBack(label) => self.tell(Notice::info(format!("Taken back in {count}: {label}."))),
            Change::Again(label) => self.tell(Notice::info(format!("Done again in {count}: {label}."))),
        }
    }

    /// How far a change of many records has come.
    pub(super) fn bulk_progress(&self) -> Option<Progress> {
        let bulk = self.open.bulk.under_way.as_ref()?;
        let done = bulk.of - bulk.left.len() - bulk.in_hand.len();
        Some(Progress { what: UnderWay::Changing, done, of: bulk.of, rate: None })
    }
}
