//! Drafts: what is being typed into an input, before the record has it.
//!
//! Typing is a preview. What stands in an input is entered when the input is left, by Enter, Tab or a
//! click elsewhere, and with it whatever the person does next. Escape lets it be. Text that cannot be
//! read stays where it was typed and says why, and the record keeps what it had; it goes when the
//! article is left.

use std::collections::{HashMap, HashSet};

use egui::{Context, Id, Response};

use crate::app::Command;
use crate::model::EntryId;
use crate::review::Field;

/// An input of the window: of which document and field, and which part of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Slot {
    /// The document; none for what belongs to no article.
    pub document: Option<EntryId>,
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

/// What typed text means: the change that entering it makes, or why it cannot be read.
pub type Reading = Result<Command, String>;

/// What stands in one input instead of the value.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// What was typed.
    pub text: String,
    /// What entering it does, nothing where it is the value in other words; or why it cannot be read.
    pub reading: Result<Option<Command>, String>,
    /// Whether it is no problem yet that it cannot be read, while the input has the keyboard.
    pub is_looking: bool,
    /// The value when it was typed. If that has changed since, the draft is of no account.
    pub value: String,
}

impl Draft {
    /// Why it cannot be entered, in words.
    pub fn problem(&self) -> Option<&str> {
        self.reading.as_ref().err().map(String::as_str)
    }
}

/// What became of an input in a frame.
pub struct Entered {
    /// The input's widget.
    pub response: Response,
    /// What was entered in it.
    pub commands: Vec<Command>,
    /// Whether the keyboard is to leave it.
    pub is_done: bool,
}

/// Every draft of the window.
#[derive(Debug, Default)]
pub struct Drafts {
    drafts: HashMap<Slot, Draft>,
    /// Inputs that are not left yet although they have lost the keyboard: something that is offered for them
    /// is pointed at.
    held: HashSet<Slot>,
}

impl Drafts {
    /// What is typed in an input over this value; none while that is the value itself.
    pub fn get(&self, slot: &Slot, value: &str) -> Option<&Draft> {
        self.drafts.get(slot).filter(|draft| draft.value == value)
    }

    /// What stands in an input over this value: what is typed, or else the value.
    pub fn text<'d>(&'d self, slot: &Slot, value: &'d str) -> &'d str {
        self.get(slot, value).map_or(value, |draft| &draft.text)
    }

    /// What entering what is typed in an input would do, if it can be read.
    pub fn entering(&self, slot: &Slot) -> Option<&Command> {
        self.drafts.get(slot)?.reading.as_ref().ok()?.as_ref()
    }

    /// Keeps a draft.
    pub fn keep(&mut self, slot: Slot, draft: Draft) {
        self.drafts.insert(slot, draft);
    }

    /// Drops a draft: the input shows the value again.
    pub fn drop(&mut self, slot: &Slot) -> Option<Draft> {
        self.drafts.remove(slot)
    }

    /// Something that is offered for this input is pointed at: the input is not left in this frame.
    pub fn hold(&mut self, slot: &Slot) {
        self.held.insert(slot.clone());
    }

    /// Why what is typed in an input of this field cannot be read.
    pub fn problem_of(
        &self,
        document: EntryId,
        field: &Field,
        has_keyboard: impl Fn(&Slot) -> bool,
    ) -> Option<&str> {
        let is_of = |slot: &Slot| slot.document == Some(document) && slot.field.as_ref() == Some(field);
        let told = |(slot, draft): &(&Slot, &Draft)| is_of(slot) && !(draft.is_looking && has_keyboard(slot));
        self.drafts.iter().filter(told).find_map(|(_, draft)| draft.problem())
    }

    /// Drops what is typed in this input if it cannot be read. Says whether there was such text.
    pub fn drop_unreadable(&mut self, id: Id) -> bool {
        let is_it = |(slot, draft): &(&Slot, &Draft)| draft.reading.is_err() && slot.id() == id;
        let slot = self.drafts.iter().find(is_it).map(|(slot, _)| slot.clone());
        slot.is_some_and(|slot| self.drop(&slot).is_some())
    }

    /// Text that stands in an input and cannot be read.
    pub fn unreadable(&self) -> Option<&str> {
        self.drafts.values().find(|draft| draft.reading.is_err()).map(|draft| draft.text.as_str())
    }

    /// What the inputs that the keyboard has left enter. To be asked at the end of a frame.
    pub fn left(&mut self, ctx: &Context) -> Vec<Command> {
        let held = std::mem::take(&mut self.held);
        let has_keyboard = |slot: &Slot| ctx.memory(|memory| memory.has_focus(slot.id()));
        self.enter(|slot| !held.contains(slot) && !has_keyboard(slot))
    }

    /// What all inputs enter, because the person does something else now.
    pub fn enter_all(&mut self) -> Vec<Command> {
        self.enter(|_| true)
    }

    /// What the inputs of other articles than this one enter. Nothing else of them is kept.
    pub fn leave_for(&mut self, shown: Option<EntryId>) -> Vec<Command> {
        let is_others = |slot: &Slot| slot.document.is_some() && slot.document != shown;
        let entered = self.enter(is_others);
        self.drafts.retain(|slot, _| !is_others(slot));
        entered
    }

    fn enter(&mut self, is_left: impl Fn(&Slot) -> bool) -> Vec<Command> {
        let left = self.drafts.extract_if(|slot, draft| draft.reading.is_ok() && is_left(slot));
        left.filter_map(|(_, draft)| draft.reading.ok().flatten()).collect()
    }
}
