//! A text input over a value of the record: what is typed is entered when the input is left, and what
//! cannot be read stays in sight with the reason below it.

use std::sync::Arc;

use egui::text::{CCursor, CCursorRange, LayoutJob};
use egui::text_edit::TextEditState;
use egui::{
    EventFilter, Galley, Id, Key, Label, Modifiers, Response, RichText, Stroke, StrokeKind, TextBuffer,
    TextEdit, TextStyle, Ui,
};

use super::drafts::{Draft, Drafts, Entered, Reading, Slot};
use super::shapes::{Picture, picture};
use super::told::announce;
use crate::app::Command;
use crate::review::Field;
use crate::ui::right_to_left::{is_right_to_left, mended};
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

    /// Shows the input, labelled by `label`. With `wants_keyboard` it is given the keyboard.
    pub fn show(self, ui: &mut Ui, label: Id, drafts: &mut Drafts, wants_keyboard: bool) -> Entered {
        let mut text = drafts.text(&self.slot, self.value).to_owned();
        if wants_keyboard {
            take_keyboard(ui, self.slot.id(), &text);
        }
        if self.is_left_alone(drafts, ui) {
            self.value.clone_into(&mut text);
        }
        let enter = self.lines != Lines::Many && pressed(ui, &self.slot, Key::Enter);
        let mut ordered = in_order(self.lines);
        let has_right_to_left = text.chars().any(is_right_to_left);
        let input = self.input(&mut text);
        let input = if has_right_to_left { input.layouter(&mut ordered) } else { input };
        let response = ui.add(input).labelled_by(label);
        if text == self.value {
            drafts.drop(&self.slot);
        } else {
            let draft = self.draft(text);
            if let Some(problem) = draft.problem() {
                outline(ui, &response);
                // Of a field it is said below the field, where there is room.
                if self.slot.field.is_none() {
                    say(ui, problem);
                }
            }
            drafts.keep(self.slot.clone(), draft);
        }
        let commands = if enter { self.enter(drafts) } else { None };
        Entered {
            is_done: commands.is_some() && self.slot.field.is_none(),
            commands: commands.unwrap_or_default(),
            response,
        }
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
    fn is_left_alone(&self, drafts: &mut Drafts, ui: &Ui) -> bool {
        let id = self.slot.id();
        let focused = ui.memory(|memory| memory.has_focus(id));
        if !focused || !ui.input(|input| input.key_pressed(Key::Escape)) {
            return false;
        }
        ui.memory_mut(|memory| memory.surrender_focus(id));
        let is_typed = drafts.drop(&self.slot).is_some();
        // Where nothing is typed the key is for whatever lies around the input.
        is_typed && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
    }

    fn draft(&self, text: String) -> Draft {
        let is_value = self.meant(&text) == self.meant(self.value);
        let reading = if is_value { Ok(None) } else { (self.read)(self.meant(&text)).map(Some) };
        Draft { text, reading, is_looking: false, value: self.value.to_owned() }
    }

    /// What is meant by text: spaces around one line are not.
    fn meant<'t>(&self, text: &'t str) -> &'t str {
        if self.lines == Lines::Many { text } else { text.trim() }
    }

    /// What entering does: it takes what is typed, confirms the field and goes on; nothing where what is typed
    /// cannot be read.
    fn enter(&self, drafts: &mut Drafts) -> Option<Vec<Command>> {
        if drafts.get(&self.slot, self.value).is_some_and(|draft| draft.reading.is_err()) {
            return None;
        }
        let typed = drafts.drop(&self.slot).and_then(|draft| draft.reading.ok().flatten());
        let accept = self.slot.field.as_ref().map(accept);
        Some(typed.into_iter().chain(accept.into_iter().flatten()).collect())
    }
}

/// Lays words out of which some are written from right to left: one glyph for each letter, so that the cursor is at
/// the letter that the next key changes.
fn in_order(lines: Lines) -> impl FnMut(&Ui, &dyn TextBuffer, f32) -> Arc<Galley> {
    move |ui, text, width| {
        let font = TextStyle::Body.resolve(ui.style());
        let color = ui.visuals().widgets.inactive.text_color();
        let text = text.as_str().to_owned();
        let job = match lines {
            Lines::One => LayoutJob::simple_singleline(text, font, color),
            Lines::Wrapped | Lines::Many => LayoutJob::simple(text, font, color, width),
        };
        mended(&ui.fonts_mut(|fonts| fonts.layout_job(job)))
    }
}

/// Gives an input the keyboard, with all that stands in it selected, so that typing replaces it.
pub fn take_keyboard(ui: &Ui, id: Id, typed: &str) {
    let letters = typed.chars().count();
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
pub(super) fn accept(field: &Field) -> [Command; 2] {
    [Command::Focus(Some(field.clone())), Command::Accept]
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
