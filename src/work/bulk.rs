//! Many records that are changed by the thread that writes to the library, some at a time.

use std::sync::Arc;

use super::stored::{edited, entry, opened};
use crate::across::BulkEdit;
use crate::lexicon::Lexicon;
use crate::model::EntryId;
use crate::review::{Document, Durability, Hand, edits_between};
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

/// Changes a document. Says whether anything was changed.
pub fn change(document: &mut Document, change: &Change, lexicon: &Lexicon, hand: &Hand) -> bool {
    match change {
        Change::Edit(edit) => document.edit(edit.label(), None, |before, after| {
            edit.apply(after, lexicon, hand);
            if after != before && edit.is_by_hand() {
                after.provenance.edits.extend(edits_between(before, after, hand));
            }
        }),
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
