//! Making a change of many records, step by step, and taking it back.

use std::collections::VecDeque;
use std::sync::Arc;

use super::BulkEdit;
use super::edit::among;
use crate::app::document::{Document, Opened};
use crate::app::edit::Hand;
use crate::app::library::{Standing, marks};
use crate::app::undo::Step;
use crate::app::{
    App, Entry, EntryId, Found, Library, LibraryError, Notice, Offer, Progress, Tally, UnderWay, counted,
    provenance,
};
use crate::lexicon::Lexicon;
use crate::model::ReviewStatus;
use crate::store::Edited;

/// How many records are changed at a time.
const AT_A_TIME: usize = 100;

/// What is done to each record.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) enum Work {
    /// A change.
    Edit(BulkEdit),
    /// Taking the change of this label back, where nothing was changed since.
    TakeBack(String),
    /// Making the change of this label again, where it was taken back and nothing was changed since.
    Again(String),
}

/// Some records to be changed by the keeper of the library.
#[derive(Debug)]
pub(in crate::app) struct Chunk {
    pub ids: Vec<EntryId>,
    pub work: Work,
    pub hand: Hand,
    pub lexicon: Arc<Lexicon>,
}

/// A change of many records that is under way.
#[derive(Debug)]
pub(in crate::app) struct Bulk {
    work: Work,
    hand: Hand,
    left: VecDeque<EntryId>,
    /// What the keeper has in hand at the moment.
    under_way: Vec<EntryId>,
    of: usize,
    changed: Vec<EntryId>,
}

/// What a change of many records would come to.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) struct Preview {
    pub edit: BulkEdit,
    /// The list that it is of.
    pub revision: u64,
    pub ids: Vec<EntryId>,
    pub undecided: Undecided,
}

/// What nobody has decided in the records that a change of many concerns, and that it decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Undecided {
    /// In how many records there is any.
    pub records: usize,
    /// How many values there are.
    pub values: usize,
}

/// Changes a document. Says whether anything was changed.
pub(in crate::app) fn change(document: &mut Document, work: &Work, lexicon: &Lexicon, hand: &Hand) -> bool {
    match work {
        Work::Edit(edit) => document.edit(edit.label(), None, |before, after| {
            edit.apply(after, lexicon, hand);
            if after != before && edit.is_by_hand() {
                after.provenance.edits.extend(provenance::edits(before, after, hand));
            }
        }),
        Work::TakeBack(label) => document.can_undo() == Some(label) && document.undo(),
        Work::Again(label) => document.can_redo() == Some(label) && document.redo(),
    }
}

impl Chunk {
    /// What its records come to: of each that changes what lists show and what is written.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn changed(&self, library: &Library) -> Result<Vec<(Entry, Edited)>, LibraryError> {
        let mut changed = Vec::new();
        for &id in &self.ids {
            let (Some(taken), Some(known)) = (library.take(id)?, library.entry(id)?) else { continue };
            let mut document = Document::new(id, Opened::from(taken), Standing::Kept);
            if change(&mut document, &self.work, &self.lexicon, &self.hand) {
                changed.push((document.entry(known.is_put_away), document.change().edited()));
            }
        }
        Ok(changed)
    }
}

/// The articles among those listed that a change concerns, where the catalog alone cannot tell, and what in
/// their records it decides.
///
/// # Errors
/// If the library cannot be read.
pub(in crate::app) fn concerned(
    library: &std::path::Path,
    edit: &BulkEdit,
    listed: &Found,
) -> Result<(Vec<EntryId>, Undecided), LibraryError> {
    let library = Library::open_for_reading(library, marks)?;
    let ids = among(edit.concerned(&library)?, listed);
    let mut undecided = Undecided::default();
    if *edit == BulkEdit::Status(ReviewStatus::Reviewed) {
        for &id in &ids {
            let Some(record) = library.record(id)? else { continue };
            let values = Tally::of(&record).proposed;
            undecided.values += values;
            undecided.records += usize::from(values > 0);
        }
    }
    Ok((ids, undecided))
}

impl App {
    /// The articles that a change would be made to, once they are known.
    pub fn previewed(&self, edit: &BulkEdit) -> Option<&[EntryId]> {
        let preview = self.preview.as_ref()?;
        (preview.edit == *edit && preview.revision == self.listing.revision).then_some(&*preview.ids)
    }

    /// What nobody has decided in the records that a change would be made to, once they are known.
    pub fn undecided(&self, edit: &BulkEdit) -> Undecided {
        let preview = self.preview.as_ref().filter(|_| self.previewed(edit).is_some());
        preview.map(|preview| preview.undecided).unwrap_or_default()
    }

    /// Looks which of the listed articles a change concerns.
    pub(in crate::app) fn preview(&mut self, edit: BulkEdit) {
        if self.previewed(&edit).is_some() {
            return;
        }
        let reviewer = |row: &crate::app::Row| {
            row.reviewer.and_then(|key| self.catalog.reviewers.name(key)).map(String::as_str)
        };
        let rows = self.listing.listed.iter().filter_map(|id| self.catalog.row(*id));
        let told: Option<Vec<EntryId>> = rows
            .map(|row| Some((row.id, edit.concerns(row, reviewer(row))?)))
            .filter(|told| told.is_none_or(|(_, concerns)| concerns))
            .map(|told| told.map(|(id, _)| id))
            .collect();
        let revision = self.listing.revision;
        match told {
            Some(ids) => {
                self.preview = Some(Preview { edit, revision, ids, undecided: Undecided::default() });
            }
            None => self.look_whom_it_concerns(edit),
        }
    }

    /// Makes a change to all whom it concerns, as it was looked at before.
    pub(in crate::app) fn bulk(&mut self, edit: BulkEdit) {
        let Some(ids) = self.previewed(&edit).map(<[EntryId]>::to_vec) else { return };
        self.begin_bulk(Work::Edit(edit), ids);
    }

    /// Whether many records are being changed already; the person is told so.
    pub(in crate::app) fn is_changing_many(&mut self) -> bool {
        if self.bulk.is_some() {
            let text = "A change of many records is under way. Wait for its end, or stop it.";
            self.tell(Notice::warning(text));
        }
        self.bulk.is_some()
    }

    pub(in crate::app) fn begin_bulk(&mut self, work: Work, ids: Vec<EntryId>) {
        if self.is_changing_many() {
            return;
        }
        let hand = self.hand();
        let mut bulk = Bulk {
            work,
            hand,
            of: ids.len(),
            left: VecDeque::new(),
            under_way: Vec::new(),
            changed: Vec::new(),
        };
        let lexicon = self.lexicon();
        for id in ids {
            let Some(document) = self.at_hand.get_mut(id) else {
                bulk.left.push_back(id);
                continue;
            };
            if change(document, &bulk.work, &lexicon, &bulk.hand) {
                bulk.changed.push(id);
                self.document_changed(id);
            }
        }
        self.bulk = Some(bulk);
        self.go_on_with_bulk();
    }

    /// Hands the next records to the keeper, or ends.
    fn go_on_with_bulk(&mut self) {
        let lexicon = self.lexicon();
        let Some(bulk) = &mut self.bulk else { return };
        let next = bulk.left.len().min(AT_A_TIME);
        bulk.under_way = bulk.left.drain(..next).collect();
        if bulk.under_way.is_empty() {
            return self.end_bulk();
        }
        let chunk =
            Chunk { ids: bulk.under_way.clone(), work: bulk.work.clone(), hand: bulk.hand.clone(), lexicon };
        if !self.jobs.change_many(chunk) {
            self.end_bulk();
        }
    }

    /// The keeper has changed some records.
    pub(in crate::app) fn take_bulk(&mut self, changed: Result<Vec<Entry>, LibraryError>) {
        let Some(bulk) = &mut self.bulk else { return };
        bulk.under_way.clear();
        match changed {
            Ok(entries) => {
                bulk.changed.extend(entries.iter().map(|entry| entry.id));
                entries.into_iter().for_each(|entry| self.catalog.put(entry));
                self.go_on_with_bulk();
            }
            Err(error) => {
                self.tell_trouble(&error);
                self.end_bulk();
            }
        }
    }

    /// Changes no further records.
    pub(in crate::app) fn stop_bulk(&mut self) {
        if let Some(bulk) = &mut self.bulk {
            bulk.left.clear();
        }
    }

    fn end_bulk(&mut self) {
        let Some(Bulk { work, changed, .. }) = self.bulk.take() else { return };
        self.listing.refresh(&self.catalog);
        if !changed.is_empty() {
            self.forget_comparison();
            self.meetings_changed();
        }
        let count = counted(changed.len(), "record");
        match work {
            Work::Edit(edit) if !changed.is_empty() => {
                let label = edit.label();
                let notice = Notice::info(format!("Changed {count}: {label}."));
                self.undo_line.push(Step::Bulk(label, changed));
                self.tell(Notice { offer: Some(Offer::TakeBulkBack), ..notice });
            }
            Work::Edit(_) => self.tell(Notice::info("No record had anything to change.")),
            Work::TakeBack(label) => self.tell(Notice::info(format!("Taken back in {count}: {label}."))),
            Work::Again(label) => self.tell(Notice::info(format!("Done again in {count}: {label}."))),
        }
    }

    /// How far a change of many records has come.
    pub(in crate::app) fn bulk_progress(&self) -> Option<Progress> {
        let bulk = self.bulk.as_ref()?;
        let done = bulk.of - bulk.left.len() - bulk.under_way.len();
        Some(Progress { what: UnderWay::Changing, done, of: bulk.of, rate: None })
    }

    /// Whether the keeper has this record in hand, so that it is about to be another.
    pub(in crate::app) fn is_being_changed(&self, id: EntryId) -> bool {
        self.bulk.as_ref().is_some_and(|bulk| bulk.under_way.contains(&id))
    }
}
