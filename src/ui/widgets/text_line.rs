//! A text input over a value of the record: every change is an edit at once, and what the record
//! cannot take stays in sight with the reason below it.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Id, Key, Label, Modifiers, Response, RichText, Stroke, StrokeKind, TextEdit, TextStyle, Ui};

use super::drafts::Slot;
use super::shapes::{Picture, picture};
use super::told::announce;
use crate::app::Command;
use crate::review::Field;
use crate::ui::desk::Desk;
use crate::ui::theme;

/// What was typed, if the record can take it; otherwise why not.
pub type Reading = Result<(), String>;

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
    /// Whether what was typed can be taken.
    pub read: &'a dyn Fn(&str) -> Reading,
    /// Whether what was typed means the value.
    pub means: &'a dyn Fn(&str) -> bool,
}

impl<'a> TextLine<'a> {
    /// An input for any words.
    pub fn new(slot: Slot, value: &'a str) -> Self {
        Self { slot, value, hint: "", lines: Lines::One, read: &|_| Ok(()), means: &|_| false }
    }

    /// Shows the input, labelled by `label`. Gives what was typed when it has changed and can be taken.
    pub fn show(self, desk: &mut Desk<'_>, ui: &mut Ui, label: Id) -> Option<String> {
        let value = self.value;
        let same = |typed: &str| typed.trim() == value.trim() || (self.means)(typed);
        let mut draft = desk.view.drafts.over(&self.slot, value, same);
        if desk.view.takes_keyboard(self.slot.field.as_ref()) {
            let all = draft.text.chars().count();
            take_keyboard(ui, self.slot.id(), all);
        }
        let enter = self.lines != Lines::Many && entered(ui, &self.slot);
        let edit = match self.lines {
            Lines::One => TextEdit::singleline(&mut draft.text),
            Lines::Wrapped => TextEdit::multiline(&mut draft.text).desired_rows(1).return_key(None),
            Lines::Many => TextEdit::multiline(&mut draft.text).desired_rows(3),
        };
        let edit = edit.id(self.slot.id()).hint_text(hint(self.hint)).desired_width(f32::INFINITY);
        let response = ui.add(edit).labelled_by(label);
        let mut taken = None;
        if response.changed() {
            let reading = (self.read)(&draft.text);
            draft.problem = reading.err();
            taken = draft.problem.is_none().then(|| draft.text.clone());
        }
        desk.attend(ui, &response, self.slot.field.as_ref());
        if let Some(problem) = &draft.problem {
            outline(ui, &response);
            say(ui, problem);
        }
        if response.lost_focus() || enter {
            desk.send(Command::EndEdit);
        }
        if enter && draft.problem.is_none() {
            accept(desk, self.slot.field.as_ref());
        }
        if response.has_focus() || draft.problem.is_some() || taken.is_some() {
            desk.view.drafts.keep(self.slot, draft);
        } else {
            desk.view.drafts.drop(&self.slot);
        }
        taken
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

/// Whether Enter was pressed in this input: it confirms the field and goes on.
fn entered(ui: &Ui, slot: &Slot) -> bool {
    let focused = ui.memory(|memory| memory.has_focus(slot.id()));
    focused && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
}

fn accept(desk: &mut Desk<'_>, field: Option<&Field>) {
    if let Some(field) = field {
        desk.send(Command::Focus(Some(field.clone())));
        desk.send(Command::Accept);
    }
}

/// Something is wrong with what stands in this input.
fn outline(ui: &Ui, response: &Response) {
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
