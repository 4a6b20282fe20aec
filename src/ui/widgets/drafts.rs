//! Drafts: what stands in an input before the record has it.
//!
//! The record takes every letter at once where it can. A draft keeps what it cannot take: a space
//! still to be followed by a word, half a date. An unfinished draft outlives its focus, so nothing
//! that was typed is lost, and it is dropped when the value changes from elsewhere, as by undo.

use egui::Id;
use std::collections::HashMap;

use crate::model::EntryId;
use crate::review::Field;

/// An input of the window: of which document and field, and which part of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Slot {
    /// The document.
    pub document: EntryId,
    /// The field, or none for what belongs to the record as a whole.
    pub field: Option<Field>,
    /// Which of its inputs.
    pub part: &'static str,
}

impl Slot {
    /// The id of the input's widget.
    pub fn id(&self) -> Id {
        Id::unique(("slot", self))
    }
}

/// What stands in one input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What was typed.
    pub text: String,
    /// Why the record cannot take it, in words.
    pub problem: Option<String>,
    /// The record's value when the draft was last in step with it.
    value: String,
}

/// Every draft of the window.
#[derive(Debug, Default)]
pub struct Drafts(HashMap<Slot, Draft>);

impl Drafts {
    /// What stands in an input over this value. `means` says whether typed words mean the value: if
    /// they do not and the value is another than before, it was changed elsewhere and wins.
    pub fn over(&self, slot: &Slot, value: &str, means: impl Fn(&str) -> bool) -> Draft {
        let fresh = || Draft { text: value.to_owned(), problem: None, value: value.to_owned() };
        match self.0.get(slot) {
            Some(draft) if draft.value == value => draft.clone(),
            Some(draft) if means(&draft.text) => {
                Draft { value: value.to_owned(), problem: None, ..draft.clone() }
            }
            _ => fresh(),
        }
    }

    /// Keeps a draft.
    pub fn keep(&mut self, slot: Slot, draft: Draft) {
        self.0.insert(slot, draft);
    }

    /// Drops a draft: the input shows the record's value again.
    pub fn drop(&mut self, slot: &Slot) -> Option<Draft> {
        self.0.remove(slot)
    }

    /// Drops every draft of a document, as when it is closed.
    pub fn forget(&mut self, document: EntryId) {
        self.0.retain(|slot, _| slot.document != document);
    }

    /// The documents with a draft that the record cannot take.
    pub fn unfinished(&self) -> impl Iterator<Item = EntryId> {
        self.0.iter().filter(|(_, draft)| draft.problem.is_some()).map(|(slot, _)| slot.document)
    }

    /// Drops what is unfinished in this input, and says whether there was anything.
    pub fn take_back(&mut self, id: Id) -> bool {
        let slot = self.0.iter().find(|(slot, draft)| draft.problem.is_some() && slot.id() == id);
        let slot = slot.map(|(slot, _)| slot.clone());
        slot.is_some_and(|slot| self.drop(&slot).is_some())
    }
}
