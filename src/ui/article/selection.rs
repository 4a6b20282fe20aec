//! Selected words: kept while the keyboard is elsewhere, and made a value by one key or a click on
//! the small bar below them.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::{TextEditOutput, TextEditState};
use egui::{Area, Button, Event, Frame, Id, Key, Modifiers, Order, Pos2, Rect, Ui, pos2};

use super::shown::{Shown, id_of_part};
use crate::model::{Span, Text};
use crate::review::{Document, Field, RecordEdit};
use crate::ui::desk::Desk;
use crate::ui::theme;

/// How much of a field's name fits on the bar.
const LONGEST_NAME: usize = 24;

/// Something that selected words can become.
struct Use {
    words: &'static str,
    key: Key,
    /// What it does with the selected words.
    run: fn(&mut Desk<'_>, &Document, Span),
}

/// What selected words can become, in the order of the bar.
const USES: &[Use] = &[
    Use { words: "Participant", key: Key::P, run: participant },
    Use { words: "Day", key: Key::D, run: day },
    Use { words: "Place", key: Key::L, run: place },
    Use { words: "Commitment", key: Key::C, run: commitment },
    Use { words: "Evidence", key: Key::E, run: evidence },
    Use { words: "More evidence", key: Key::M, run: more_evidence },
];

/// Takes the keys of the bar from the article while words in it are selected.
pub fn keys(desk: &mut Desk<'_>, ui: &Ui, document: &Document, article: Id) {
    let Some(span) = desk.view.selection else { return };
    if !ui.memory(|memory| memory.has_focus(article)) {
        return;
    }
    for chosen in USES {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, chosen.key)) {
            use_words(desk, document, chosen, span);
        }
    }
    // The text cannot be typed into; without this a letter would only drop the selection.
    ui.input_mut(|input| input.events.retain(|event| !matches!(event, Event::Text(_))));
}

/// Learns from the text what is selected. Keeps it while the keyboard is elsewhere.
/// `first` is the number of the first character of the part.
pub fn follow(desk: &mut Desk<'_>, document: &Document, first: usize, output: &TextEditOutput) {
    if !output.response.has_focus() {
        return;
    }
    if let Some(range) = output.cursor_range {
        let chars = range.as_sorted_char_range();
        let text = &document.record().article.text;
        desk.view.selection = text
            .span_of_chars(first + chars.start.0..first + chars.end.0)
            .and_then(|span| trimmed(text, span));
    }
}

/// Selects the word at this place of the screen, as a double click does where nothing is marked. It
/// is in the part of this number, whose first character has that number.
pub fn select_word(
    desk: &mut Desk<'_>,
    ui: &Ui,
    document: &Document,
    (part, first): (usize, usize),
    output: &TextEditOutput,
    pointer: Pos2,
) {
    let text = &document.record().article.text;
    let cursor = output.galley.cursor_from_pos(pointer - output.galley_pos);
    let at = text.byte_of_char(first + cursor.index.0).unwrap_or_default();
    let Some((before, after)) = text.split_at_checked(at) else { return };
    let in_word = |c: &char| c.is_alphanumeric();
    let left: usize = before.chars().rev().take_while(in_word).map(char::len_utf8).sum();
    let right: usize = after.chars().take_while(in_word).map(char::len_utf8).sum();
    let Some(span) = text.span(at - left..at + right) else { return };
    let id = id_of_part(document, part);
    let chars = text.chars_of(span);
    let (from, to) = (chars.start.saturating_sub(first), chars.end.saturating_sub(first));
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(from), CCursor::new(to))));
    state.store(ui.ctx(), id);
    ui.memory_mut(|memory| memory.request_focus(id));
    desk.view.selection = Some(span);
}

/// The bar below the selected words.
pub fn bar(desk: &mut Desk<'_>, ui: &Ui, document: &Document, text: &Shown, shown: Rect) {
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        desk.view.selection = None;
    }
    let Some(span) = desk.view.selection else { return };
    let rows = desk.view.page.rects(&document.record().article.text, span);
    let below = rows.last().copied().filter(|rect| shown.intersects(*rect));
    let Some(below) = below.filter(|_| !text.selecting) else { return };
    let place = pos2(below.left(), below.bottom() + theme::SMALL);
    let area =
        Area::new(Id::unique("selection bar")).order(Order::Foreground).fixed_pos(place).constrain(true);
    area.show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).inner_margin(theme::SMALL).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = theme::SMALL;
                for chosen in USES {
                    button(desk, ui, document, chosen, span);
                }
            });
        });
    });
}

fn button(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document, chosen: &Use, span: Span) {
    let (is_evidence, is_more) = (chosen.key == Key::E, chosen.key == Key::M);
    let field = document.focus();
    let has_some = field.is_some_and(|field| !field.evidence(document.record()).is_empty());
    if (is_evidence && field.is_none()) || (is_more && !has_some) {
        return;
    }
    let words = match field {
        Some(field) if is_evidence => {
            let name = field.short(document.record());
            format!("Evidence for {}", name.chars().take(LONGEST_NAME).collect::<String>())
        }
        _ => chosen.words.to_owned(),
    };
    let button =
        Button::new(words).shortcut_text(theme::quiet(ui, chosen.key.name())).frame_when_inactive(false);
    if ui.add(button).clicked() {
        use_words(desk, document, chosen, span);
    }
}

fn use_words(desk: &mut Desk<'_>, document: &Document, chosen: &Use, span: Span) {
    (chosen.run)(desk, document, span);
    desk.view.selection = None;
}

fn words(document: &Document, span: Span) -> String {
    document.record().article.text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn participant(desk: &mut Desk<'_>, document: &Document, span: Span) {
    desk.edit(RecordEdit::AddParticipant { name: words(document, span), at: Some(span) });
    desk.view.cards.unfold_next();
}

fn commitment(desk: &mut Desk<'_>, document: &Document, span: Span) {
    desk.edit(RecordEdit::AddCommitment { text: words(document, span), at: Some(span) });
    desk.view.cards.unfold_next();
}

fn day(desk: &mut Desk<'_>, _: &Document, span: Span) {
    desk.edit(RecordEdit::DayFrom(span));
    go_to(desk, Field::Date);
}

fn place(desk: &mut Desk<'_>, _: &Document, span: Span) {
    desk.edit(RecordEdit::PlaceFrom(span));
    go_to(desk, Field::Location);
}

fn evidence(desk: &mut Desk<'_>, document: &Document, span: Span) {
    if let Some(field) = document.focus() {
        desk.edit(RecordEdit::Evidence(field.clone(), span));
    }
}

fn more_evidence(desk: &mut Desk<'_>, document: &Document, span: Span) {
    if let Some(field) = document.focus() {
        desk.edit(RecordEdit::MoreEvidence(field.clone(), span));
    }
}

fn go_to(desk: &mut Desk<'_>, field: Field) {
    desk.turn_to(&field);
    desk.view.cards.bring(&field);
}

/// The span without the spaces at its ends.
fn trimmed(text: &Text, span: Span) -> Option<Span> {
    text.span_of_part(text.slice(span).trim())
}
