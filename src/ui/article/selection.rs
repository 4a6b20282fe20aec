//! Selected words: by the pointer and by keys, taken to whole words, and kept while the keyboard is elsewhere.
//!
//! The text of the article is a text input that takes no letters, so it has a cursor of its own, with the keys
//! that texts have everywhere. What that cursor selects is learned from it (`follow`) and painted as it is meant.
//! Holding Alt selects to the letter.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::{TextEditOutput, TextEditState};
use egui::{Event, Id, Key, Modifiers, Pos2, Stroke, Ui};

use super::selected::Selection;
use super::shown::id_of_part;
use crate::model::{Span, Text};
use crate::review::{Document, Stretch, Stroke as Way, selected_by, whole_words};
use crate::ui::desk::Desk;
use crate::ui::theme;

/// The keys that go through the text while it has the keyboard; with Shift they select more or less.
const STROKES: &[(Key, Stretch, Way, Way)] = &[
    (Key::J, Stretch::Sentence, Way::Next, Way::More),
    (Key::K, Stretch::Sentence, Way::Previous, Way::Less),
    (Key::W, Stretch::Word, Way::Next, Way::More),
    (Key::B, Stretch::Word, Way::Previous, Way::Less),
];

/// Takes the keys that select from the article while this part of it has the keyboard.
pub fn keys(desk: &mut Desk<'_>, ui: &Ui, document: &Document, (number, first): (usize, usize)) {
    if !ui.memory(|memory| memory.has_focus(id_of_part(document, number))) {
        return;
    }
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    for &(key, stretch, plain, with_shift) in STROKES {
        let way = match (pressed(Modifiers::SHIFT, key), pressed(Modifiers::NONE, key)) {
            (true, _) => with_shift,
            (_, true) => plain,
            _ => continue,
        };
        stroke(desk, ui, document, way, stretch, (number, first));
    }
    for (key, by) in [(Key::ArrowRight, 1), (Key::ArrowLeft, -1)] {
        if pressed(Modifiers::ALT | Modifiers::SHIFT, key) {
            by_a_letter(desk, ui, document, by);
        }
    }
    if pressed(Modifiers::NONE, Key::Escape) {
        clear(desk, ui, document);
    }
    // The text cannot be typed into; without this a letter would only drop the selection.
    ui.input_mut(|input| input.events.retain(|event| !matches!(event, Event::Text(_))));
}

/// Selects the next sentence or word, or one more.
fn stroke(
    desk: &mut Desk<'_>,
    ui: &Ui,
    document: &Document,
    way: Way,
    stretch: Stretch,
    (number, first): (usize, usize),
) {
    let text = &document.record().article.text;
    let state = TextEditState::load(ui.ctx(), id_of_part(document, number));
    let cursor = state.and_then(|state| state.cursor.char_range()).map_or(0, |range| range.primary.index.0);
    let at = text.byte_of_char(first + cursor).unwrap_or_default();
    let now = desk.view.selection.span.map_or(at..at, Span::bytes);
    if let Some(span) = selected_by(way, stretch, now, text, &desk.app.lexicon()) {
        select(desk, ui, document, span);
    }
}

/// Moves the end of what is selected by a letter.
fn by_a_letter(desk: &mut Desk<'_>, ui: &Ui, document: &Document, by: isize) {
    let text = &document.record().article.text;
    let Some(chars) = desk.view.selection.span.map(|span| text.chars_of(span)) else { return };
    let end = chars.end.saturating_add_signed(by);
    if let Some(span) = text.span_of_chars(chars.start..end) {
        select(desk, ui, document, span);
    }
}

/// Learns from a part of the text what is selected in it. Keeps it while the keyboard is elsewhere.
/// `first` is the number of the first character of the part.
pub fn follow(
    desk: &mut Desk<'_>,
    ui: &Ui,
    document: &Document,
    (number, first): (usize, usize),
    output: &TextEditOutput,
) {
    let range = output.cursor_range.filter(|_| output.response.has_focus());
    let Some(range) = range.map(|range| CCursorRange { h_pos: None, ..range }) else { return };
    // What was selected otherwise than by the cursor stays until that moves.
    if desk.view.selection.cursor == Some((number, range)) {
        return;
    }
    let chars = range.as_sorted_char_range();
    let text = &document.record().article.text;
    let exactly = ui.input(|input| input.modifiers.alt);
    let span = text.span_of_chars(first + chars.start.0..first + chars.end.0);
    let span = span.and_then(|span| match exactly {
        true => text.span_of_part(text.slice(span).trim()),
        false => whole_words(text, span),
    });
    desk.view.selection = Selection { span, cursor: Some((number, range)) };
}

/// Selects these words and gives the text the keyboard there.
pub fn select(desk: &mut Desk<'_>, ui: &Ui, document: &Document, span: Span) {
    let text = &document.record().article.text;
    let chars = text.chars_of(span);
    put_cursor(desk, ui, document, span.start(), chars.start..chars.end);
    desk.view.selection.span = Some(span);
    desk.view.show_words = Some((span, false));
}

/// Gives the text the keyboard, with its cursor at this byte.
pub fn go_to(desk: &mut Desk<'_>, ui: &Ui, document: &Document, byte: usize) {
    let at = document.record().article.text.char_of_byte(byte);
    put_cursor(desk, ui, document, byte, at..at);
}

/// Has the cursor of the part that holds this byte select these characters of the text.
fn put_cursor(desk: &mut Desk<'_>, ui: &Ui, document: &Document, byte: usize, chars: std::ops::Range<usize>) {
    let Some((number, first)) = desk.view.page.part_of(byte) else { return };
    let of_part = |char: usize| CCursor::new(char.saturating_sub(first));
    let range = CCursorRange::two(of_part(chars.start), of_part(chars.end));
    let id = id_of_part(document, number);
    set_range(ui, id, range);
    ui.memory_mut(|memory| memory.request_focus(id));
    desk.view.selection = Selection { span: None, cursor: Some((number, range)) };
}

/// Nothing is selected any more; the cursor stays where it was.
pub fn clear(desk: &mut Desk<'_>, ui: &Ui, document: &Document) {
    let selection = &mut desk.view.selection;
    selection.span = None;
    if let Some((number, range)) = &mut selection.cursor {
        *range = CCursorRange::one(range.primary);
        set_range(ui, id_of_part(document, *number), *range);
    }
}

/// Selects the word at this place of the screen, as a double click does where nothing is marked. It
/// is in the part of this number, whose first character has that number.
pub fn select_word(
    desk: &mut Desk<'_>,
    ui: &Ui,
    document: &Document,
    first: usize,
    output: &TextEditOutput,
    pointer: Pos2,
) {
    let text = &document.record().article.text;
    let cursor = output.galley.cursor_from_pos(pointer - output.galley_pos);
    let letter = text.span_of_chars(first + cursor.index.0..first + cursor.index.0 + 1);
    if let Some(word) = letter.and_then(|letter| whole_words(text, letter)) {
        select(desk, ui, document, word);
    }
}

fn set_range(ui: &Ui, input: Id, range: CCursorRange) {
    let mut state = TextEditState::load(ui.ctx(), input).unwrap_or_default();
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), input);
}

/// Below the end of what is selected, in the part of the text whose first character has that number.
pub fn below(desk: &Desk<'_>, document: &Document, first: usize, output: &TextEditOutput) -> Pos2 {
    let text = &document.record().article.text;
    let end = desk.view.selection.span.map_or(first, |span| text.chars_of(span).end);
    let place = output.galley.pos_from_cursor(CCursor::new(end.saturating_sub(first)));
    place.translate(output.galley_pos.to_vec2()).left_bottom()
}

/// Paints the cursor of a part of the text that has the keyboard.
pub fn cursor(ui: &Ui, output: &TextEditOutput) {
    let Some(range) = output.cursor_range.filter(|_| output.response.has_focus()) else { return };
    let place = output.galley.pos_from_cursor(range.primary).translate(output.galley_pos.to_vec2());
    let stroke = Stroke::new(2.0, theme::palette(ui).accent);
    ui.painter().vline(place.left(), place.y_range(), stroke);
}

/// The cursor follows to where the words are that a person looks at, so that the keys go on from there.
pub fn starts_at(desk: &Desk<'_>, document: &Document, text: &Text, in_sight: usize) -> usize {
    let selected = desk.view.selection.span;
    let evidence = document.focus().map(|field| field.evidence(document.record())).unwrap_or_default();
    let words = selected.or_else(|| evidence.iter().find_map(|quoted| quoted.span(text)));
    words.map_or(in_sight, Span::start)
}
