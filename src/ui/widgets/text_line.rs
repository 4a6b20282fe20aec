//! A text input over a value of the record: what is typed is entered when the input is left, and what
//! cannot be read stays in sight with the reason below it.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{
    EventFilter, Id, Key, Label, Modifiers, Response, RichText, Stroke, StrokeKind, TextEdit, TextStyle, Ui,
};

use super::drafts::{Draft, Reading, Slot};
use super::shapes::{Picture, picture};
use super::told::announce;
use crate::app::Command;
use crate::review::Field;
use crate::ui::desk::Desk;
use crate::ui::theme;

/// How an input takes lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// One line, however long.
    One,
    /// One line in meaning, shown on as many as it needs.
    Wrapped,
    /// As many as are typed.
    Many,
}

/// A text input.
pub struct TextLine<'a> {
    /// Which input.
    pub slot: Slot,
    /// The record's value as text.
    pub value: &'a str,
    /// What may be typed, shown while nothing is.
    pub hint: &'a str,
    /// How it takes lines.
    pub lines: Lines,
    /// What typed text means: the change to make, or why it cannot be read.
    pub read: &'a dyn Fn(&str) -> Reading,
}

impl<'a> TextLine<'a> {
    /// An input for one line.
    pub fn new(slot: Slot, value: &'a str, read: &'a dyn Fn(&str) -> Reading) -> Self {
        Self { slot, value, hint: "", lines: Lines::One, read }
    }

    /// Shows the input, labelled by `label`.
    pub fn show(self, desk: &mut Desk<'_>, ui: &mut Ui, label: Id) -> Response {
        let mut text = desk.view.drafts.text(&self.slot, self.value).to_owned();
        if desk.view.takes_keyboard(self.slot.field.as_ref()) {
            take_keyboard(ui, self.slot.id(), text.chars().count());
        }
        if self.is_left_alone(desk, ui) {
            self.value.clone_into(&mut text);
        }
        let enter = self.lines != Lines::Many && pressed(ui, &self.slot, Key::Enter);
        let response = ui.add(self.input(&mut text)).labelled_by(label);
        desk.attend(ui, &response, self.slot.field.as_ref());
        if text == self.value {
            desk.view.drafts.drop(&self.slot);
        } else {
            let draft = self.draft(text);
            if let Some(problem) = draft.problem() {
                outline(ui, &response);
                say(ui, problem);
            }
            desk.view.drafts.keep(self.slot.clone(), draft);
        }
        if enter {
            self.enter(desk, ui);
        }
        response
    }

    fn input<'t>(&self, text: &'t mut String) -> TextEdit<'t> {
        let edit = match self.lines {
            Lines::One => TextEdit::singleline(text),
            Lines::Wrapped => TextEdit::multiline(text).desired_rows(1).return_key(None),
            Lines::Many => TextEdit::multiline(text).desired_rows(3),
        };
        // Escape is the input's own: it brings the value back.
        let keys = EventFilter { escape: true, horizontal_arrows: true, vertical_arrows: true, tab: false };
        edit.id(self.slot.id()).hint_text(hint(self.hint)).desired_width(f32::INFINITY).event_filter(keys)
    }

    /// Whether Escape was pressed: the value stands in the input again, and the keyboard leaves it.
    fn is_left_alone(&self, desk: &mut Desk<'_>, ui: &Ui) -> bool {
        let id = self.slot.id();
        let focused = ui.memory(|memory| memory.has_focus(id));
        if !focused || !ui.input(|input| input.key_pressed(Key::Escape)) {
            return false;
        }
        ui.memory_mut(|memory| memory.surrender_focus(id));
        let is_typed = desk.view.drafts.drop(&self.slot).is_some();
        // Where nothing is typed the key is for whatever lies around the input.
        is_typed && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
    }

    fn draft(&self, text: String) -> Draft {
        let is_value = self.meant(&text) == self.meant(self.value);
        let reading = if is_value { Ok(None) } else { (self.read)(self.meant(&text)).map(Some) };
        Draft { text, reading, value: self.value.to_owned() }
    }

    /// What is meant by text: spaces around one line are not.
    fn meant<'t>(&self, text: &'t str) -> &'t str {
        if self.lines == Lines::Many { text } else { text.trim() }
    }

    /// Enters what is typed, confirms the field and goes on; where there is no field, leaves the input.
    fn enter(&self, desk: &mut Desk<'_>, ui: &Ui) {
        match desk.view.drafts.drop(&self.slot) {
            Some(draft) if draft.reading.is_err() => {
                return desk.view.drafts.keep(self.slot.clone(), draft);
            }
            Some(draft) => draft.reading.into_iter().flatten().for_each(|command| desk.send(command)),
            None => {}
        }
        match &self.slot.field {
            Some(field) => accept(desk, field),
            None => ui.memory_mut(|memory| memory.surrender_focus(self.slot.id())),
        }
    }
}

/// Gives an input the keyboard, with all that stands in it selected, so that typing replaces it.
fn take_keyboard(ui: &Ui, id: Id, letters: usize) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), CCursor::new(letters))));
    state.store(ui.ctx(), id);
    ui.memory_mut(|memory| memory.request_focus(id));
}

/// What may be typed, slanted so that it is not taken for a value.
pub fn hint(words: &str) -> RichText {
    RichText::new(words).italics()
}

/// Whether a key was pressed in this input.
fn pressed(ui: &Ui, slot: &Slot, key: Key) -> bool {
    let focused = ui.memory(|memory| memory.has_focus(slot.id()));
    focused && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}

/// Confirms a field and goes on.
fn accept(desk: &mut Desk<'_>, field: &Field) {
    desk.send(Command::Focus(Some(field.clone())));
    desk.send(Command::Accept);
}

/// Something is wrong with what stands in this input.
pub(super) fn outline(ui: &Ui, response: &Response) {
    let stroke = Stroke::new(1.5, theme::palette(ui).bad);
    ui.painter().rect_stroke(response.rect, theme::CORNER, stroke, StrokeKind::Inside);
}

/// A problem in plain words, beside what it is about.
pub fn say(ui: &mut Ui, problem: &str) {
    let palette = theme::palette(ui);
    ui.horizontal_top(|ui| {
        picture(ui, Picture::Warning);
        ui.spacing_mut().item_spacing.x = theme::SMALL;
        let words = RichText::new(problem).text_style(TextStyle::Small).color(palette.warn);
        announce(&ui.add(Label::new(words).wrap()));
    });
}
