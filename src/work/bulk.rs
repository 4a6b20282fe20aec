//! Many records that are changed by the thread that writes to the library, some at a time.

use std::collections::VecDeque;
use std::sync::Arc;

use super::progress::{Progress, UnderWay};
use super::stored::{edited, entry, opened};
use crate::across::BulkEdit;
use crate::lexicon::Lexicon;
use crate::model::EntryId;
use crate::review::{Document, Durability, Hand, Made, edits_between};
use crate::store::{Edited, Entry, Library, LibraryError};

/// What is done to each record.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// An edit.
    Edit(BulkEdit),
    /// Taking the edit of this label back, where nothing was changed since.
    TakeBack(String),
    /// Making the edit of this label again, where it was taken back and nothing was changed since.
    Again(String),
}

/// Some records to be changed.
#[derive(Debug)]
pub struct Chunk {
    /// Whose.
    pub ids: Vec<EntryId>,
    /// What is done to them.
    pub change: Change,
    /// Who does it.
    pub hand: Hand,
    /// What is known of the world.
    pub lexicon: Arc<Lexicon>,
}

/// How many records are changed at a time.
const AT_A_TIME: usize = 100;

/// A change of many records that is under way: those in memory are changed where they are, the others by the
/// thread that writes to the library, a [`Chunk`] at a time.
#[derive(Debug)]
pub struct Bulk {
    change: Change,
    hand: Hand,
    lexicon: Arc<Lexicon>,
    left: VecDeque<EntryId>,
    /// What the writer has in hand at the moment.
    in_hand: Vec<EntryId>,
    of: usize,
    changed: Vec<EntryId>,
}

impl Bulk {
    /// A change of so many records, none of which was gone through yet.
    pub fn new(change: Change, hand: Hand, lexicon: Arc<Lexicon>, of: usize) -> Self {
        let (left, in_hand, changed) = (VecDeque::new(), Vec::new(), Vec::new());
        Self { change, hand, lexicon, left, in_hand, of, changed }
    }

    /// Changes one that is in memory. Says whether anything was changed.
    pub fn change(&mut self, document: &mut Document) -> bool {
        let is_changed = change(document, &self.change, &self.lexicon, &self.hand);
        if is_changed {
            self.changed.push(document.id());
        }
        is_changed
    }

    /// Leaves one to the writer.
    pub fn leave(&mut self, id: EntryId) {
        self.left.push_back(id);
    }

    /// What the writer is to change next; none at the end.
    pub fn next_chunk(&mut self) -> Option<Chunk> {
        let next = self.left.len().min(AT_A_TIME);
        self.in_hand = self.left.drain(..next).collect();
        let Self { in_hand, change, hand, lexicon, .. } = self;
        let chunk = || Chunk {
            ids: in_hand.clone(),
            change: change.clone(),
            hand: hand.clone(),
            lexicon: lexicon.clone(),
        };
        (!in_hand.is_empty()).then(chunk)
    }

    /// The writer is done with what it had in hand, and has changed these.
    pub fn receive(&mut self, changed: impl Iterator<Item = EntryId>) {
        self.in_hand.clear();
        self.changed.extend(changed);
    }

    /// Whether the writer has this record in hand, so that it is about to be another.
    pub fn has_in_hand(&self, id: EntryId) -> bool {
        self.in_hand.contains(&id)
    }

    /// Nothing further is handed to the writer.
    pub fn stop(&mut self) {
        self.left.clear();
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        let done = self.of - self.left.len() - self.in_hand.len();
        Progress::of(UnderWay::Changing, (done, self.of))
    }

    /// What was done, and to which records.
    pub fn end(self) -> (Change, Vec<EntryId>) {
        (self.change, self.changed)
    }
}

/// Changes a document. Says whether anything was changed.
pub fn change(document: &mut Document, change: &Change, lexicon: &Lexicon, hand: &Hand) -> bool {
    match change {
        Change::Edit(edit) => {
            document.edit(Made { label: edit.label(), at: Some(hand.at) }, None, |before, after| {
                edit.apply(after, lexicon, hand);
                if after != before && edit.is_by_hand() {
                    after.provenance.edits.extend(edits_between(before, after, hand));
                }
            })
        }
        Change::TakeBack(label) => document.can_undo() == Some(label) && document.undo(),
        Change::Again(label) => document.can_redo() == Some(label) && document.redo(),
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
            let mut document = Document::new(id, opened(taken), Durability::Kept);
            if change(&mut document, &self.change, &self.lexicon, &self.hand) {
                changed.push((entry(&document, known.is_put_away), edited(&document.take_unkept())));
            }
        }
        Ok(changed)
    }
}
