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
use super::names::fitting;
use super::offers::{self, keys};
use super::shapes::{Picture, picture};
use super::told::announce;
use crate::app::Command;
use crate::review::Field;
use crate::ui::right_to_left::{is_right_to_left, mended};
use crate::ui::theme;

/// How many words are offered.
const MOST_OFFERS: usize = 8;

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
    /// What is offered for what is typed, if anything is.
    pub offers: Option<Offers<'a>>,
}

/// What is offered for an input.
pub struct Offers<'a> {
    /// The words for what is typed, the likeliest first.
    pub of: &'a dyn Fn(&str) -> Vec<String>,
    /// Whether they are all there as soon as something is typed, so that Tab may take the only one.
    pub is_at_hand: bool,
}

impl Offers<'_> {
    /// What is offered for this; nothing once it is one of them.
    fn fitting(&self, typed: &str) -> Vec<String> {
        let offers = (self.of)(typed.trim());
        if offers.iter().any(|offer| offer == typed.trim()) {
            return Vec::new();
        }
        let words = offers.iter().map(String::as_str);
        fitting(typed, words, MOST_OFFERS).into_iter().map(str::to_owned).collect()
    }
}

impl<'a> TextLine<'a> {
    /// An input for one line.
    pub fn new(slot: Slot, value: &'a str, read: &'a dyn Fn(&str) -> Reading) -> Self {
        Self { slot, value, hint: "", lines: Lines::One, read, offers: None }
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
        let is_at_hand = self.offers.as_ref().is_some_and(|offers| offers.is_at_hand);
        let mut taken = keys(ui, self.slot.id(), &text, is_at_hand);
        if taken.is_some() {
            self.value.clone_into(&mut text);
        }
        let enter = self.lines != Lines::Many && pressed(ui, &self.slot, Key::Enter);
        let mut ordered = in_order(self.lines);
        let has_right_to_left = text.chars().any(is_right_to_left);
        let input = self.input(&mut text);
        let input = if has_right_to_left { input.layouter(&mut ordered) } else { input };
        let response = told_from_left(ui.add(input).labelled_by(label), has_right_to_left);
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
        if let Some(offers) = &self.offers
            && taken.is_none()
        {
            let typed = drafts.text(&self.slot, self.value).to_owned();
            let offered = offers::show(ui, &response, || offers.fitting(&typed));
            if offered.is_pointed_at {
                drafts.hold(&self.slot);
            }
            taken = offered.taken;
        }
        if let Some(taken) = taken {
            drafts.drop(&self.slot);
            return Entered { response, commands: (self.read)(&taken).into_iter().collect(), is_done: true };
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

/// What is said of an input with words that are written from right to left.
const FROM_LEFT: &str =
    "Words are shown from left to right, each in its own order. What is saved is as you typed it.";

/// An input for one line of text that is no value of a record, such as what is searched for.
pub fn single_line(
    ui: &mut Ui,
    typed: &mut String,
    dress: impl FnOnce(TextEdit<'_>) -> TextEdit<'_>,
) -> Response {
    let has_right_to_left = typed.chars().any(is_right_to_left);
    let mut ordered = in_order(Lines::One);
    let edit = dress(TextEdit::singleline(typed));
    let edit = if has_right_to_left { edit.layouter(&mut ordered) } else { edit };
    told_from_left(ui.add(edit), has_right_to_left)
}

/// Says of an input what it cannot show as it is written.
fn told_from_left(input: Response, has_right_to_left: bool) -> Response {
    if has_right_to_left { input.on_hover_text(FROM_LEFT) } else { input }
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

/// Puts the cursor of an input behind what stands in it, and gives it the keyboard.
pub fn put_cursor_last(ui: &Ui, id: Id, typed: &str) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(typed.chars().count()))));
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
