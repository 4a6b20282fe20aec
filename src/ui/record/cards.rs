//! What the window keeps of the cards of the form: which are unfolded, how high they are, and which is to be
//! brought into sight.

use std::collections::{HashMap, HashSet};

use crate::model::EntryId;
use crate::review::Field;
use crate::ui::sight::Heights;

/// What was said below a card since its article is shown, at most: the card keeps the room for it, so that nothing
/// below moves when it has been mended.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// How many sentences, and ways to mend them.
    pub said: usize,
    /// How high that was.
    pub height: f32,
}

/// The cards of the form.
#[derive(Debug, Default)]
pub struct Cards {
    /// Fields whose form is unfolded.
    unfolded: HashSet<(EntryId, Field)>,
    /// The field that is added next is shown unfolded.
    unfolds_next: bool,
    /// How high they are.
    pub(super) heights: Heights,
    /// The room below each card for what is the matter with it, with its form and without.
    rooms: HashMap<(Field, bool), Room>,
    /// A field to bring into sight, and to give the keyboard.
    pub(super) bring: Option<Field>,
    /// A field whose card is to be brought into sight with its inputs.
    pub(super) show: Option<Field>,
}

impl Cards {
    /// Whether a field's form is shown.
    pub fn is_unfolded(&self, document: EntryId, field: &Field) -> bool {
        self.unfolded.contains(&(document, field.clone()))
    }

    /// Folds a field's form away, or unfolds it.
    pub fn fold(&mut self, document: EntryId, field: &Field) {
        // Whoever changes how high it is looks on while the others move.
        self.rooms.retain(|(of, _), _| of != field);
        let known = (document, field.clone());
        if !self.unfolded.remove(&known) {
            self.unfolded.insert(known);
        }
    }

    /// Shows a field's form.
    pub fn unfold(&mut self, document: EntryId, field: &Field) {
        self.unfolded.insert((document, field.clone()));
    }

    /// Shows the field that is added next unfolded.
    pub fn unfold_next(&mut self) {
        self.unfolds_next = true;
    }

    /// The person has turned to this field, which is unfolded if that was to be done with the next.
    pub fn turn_to(&mut self, document: EntryId, field: &Field) {
        if std::mem::take(&mut self.unfolds_next) {
            self.unfold(document, field);
        }
    }

    /// Brings a field into sight and gives it the keyboard.
    pub fn bring(&mut self, field: &Field) {
        self.bring = Some(field.clone());
    }

    /// Brings a field into sight with its inputs.
    pub fn show(&mut self, field: &Field) {
        self.show = Some(field.clone());
    }

    /// An input of the field that was to be brought has the keyboard already.
    pub fn leave_keyboard(&mut self) {
        self.bring = None;
    }

    /// Another document is shown, whose cards are of other heights.
    pub fn turn_to_document(&mut self) {
        self.heights.clear();
        self.rooms.clear();
    }

    /// The room below a card for what is the matter with it; none before it was drawn.
    pub(super) fn room(&self, field: &Field, is_open: bool) -> Option<Room> {
        self.rooms.get(&(field.clone(), is_open)).copied()
    }

    /// Keeps the room for what is said below a card.
    pub(super) fn keep_room(&mut self, field: &Field, is_open: bool, said: Room) {
        let room = self.rooms.entry((field.clone(), is_open)).or_insert(said);
        *room = Room { said: room.said.max(said.said), height: room.height.max(said.height) };
    }
}
