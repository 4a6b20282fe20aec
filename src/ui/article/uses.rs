//! What selected words can become: a value by one key, or by a click on the small bar beside them, which goes away
//! when that is done.

use egui::{Align2, Area, Button, Frame, Id, Key, Modifiers, Order, Rect, Ui, pos2, vec2};

use super::selection;
use super::shown::Shown;
use crate::app::Command;
use crate::model::Span;
use crate::review::{Addable, Document, Field, RecordEdit};
use crate::ui::desk::Desk;
use crate::ui::{notices, theme};

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
    Use { words: "Date", key: Key::D, run: day },
    Use { words: "Place", key: Key::L, run: place },
    Use { words: "Commitment", key: Key::C, run: commitment },
    Use { words: "Evidence", key: Key::E, run: evidence },
    Use { words: "More evidence", key: Key::M, run: more_evidence },
];

/// Takes the keys of the bar from a part of the article that has the keyboard while words in it are selected.
pub fn keys(desk: &mut Desk<'_>, ui: &Ui, document: &Document, part: Id) {
    let Some(span) = desk.view.selection.words() else { return };
    if !ui.memory(|memory| memory.has_focus(part)) {
        return;
    }
    for chosen in USES {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, chosen.key)) {
            use_words(desk, ui, document, chosen, span);
        }
    }
}

/// The bar beside the selected words, within the article, which is `shown` there.
pub fn bar(desk: &mut Desk<'_>, ui: &Ui, document: &Document, text: &Shown, shown: Rect) {
    if desk.view.sheet.is_some() {
        return;
    }
    // A menu that the key has opened takes Escape for itself.
    if desk.view.menu_by_key.is_none() && ui.input(|input| input.key_pressed(Key::Escape)) {
        selection::clear(desk, ui, document);
    }
    let Some(span) = desk.view.selection.words() else { return };
    let rows = desk.view.page.rects(&document.record().article.text, span);
    let mut rows = rows.into_iter().filter(|row| shown.intersects(*row));
    let Some((first, last)) = rows.next().map(|first| (first, rows.next_back().unwrap_or(first))) else {
        return;
    };
    if text.selecting {
        return;
    }
    let id = Id::unique("selection bar");
    let height = ui.ctx().memory(|memory| memory.area_rect(id)).map_or(theme::CONTROL, |rect| rect.height());
    // Not under what is told.
    let bottom = notices::top(desk.app, ui.ctx()).map_or(shown.bottom(), |top| top.min(shown.bottom()));
    let shown = shown.with_max_y(bottom.max(shown.top() + height));
    let fits_below = last.bottom() + height + theme::GAP < shown.bottom();
    let (pivot, place) = match fits_below {
        true => (Align2::LEFT_TOP, pos2(last.left(), last.bottom() + theme::SMALL)),
        false => (Align2::LEFT_BOTTOM, pos2(first.left(), first.top() - theme::SMALL)),
    };
    let area = Area::new(id).order(Order::Foreground).pivot(pivot).fixed_pos(place);
    area.constrain_to(shown.shrink(theme::SMALL)).show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).inner_margin(theme::SMALL).show(ui, |ui| {
            ui.set_max_width(shown.width() - 4.0 * theme::GAP);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(theme::SMALL, theme::SMALL);
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
    let name = field.filter(|_| is_evidence).map(|field| field.short(document.record()));
    let words = match &name {
        Some(name) => format!("Evidence for {}", shortened(name)),
        None => chosen.words.to_owned(),
    };
    let button =
        Button::new(words).shortcut_text(theme::quiet(ui, chosen.key.name())).frame_when_inactive(false);
    let mut response = ui.add(button);
    if let Some(name) = name.filter(|name| shortened(name) != *name) {
        response = response.on_hover_text(name);
    }
    if response.clicked() {
        use_words(desk, ui, document, chosen, span);
    }
}

/// The beginning of a long name, up to a word.
fn shortened(name: &str) -> String {
    if name.chars().count() <= LONGEST_NAME {
        return name.to_owned();
    }
    let beginning: String = name.chars().take(LONGEST_NAME).collect();
    let words = beginning.rsplit_once(' ').map_or(&*beginning, |(words, _)| words);
    format!("{words}…")
}

/// The work is done: nothing is selected any more, and the bar goes away.
fn use_words(desk: &mut Desk<'_>, ui: &Ui, document: &Document, chosen: &Use, span: Span) {
    (chosen.run)(desk, document, span);
    selection::clear(desk, ui, document);
}

fn participant(desk: &mut Desk<'_>, _: &Document, span: Span) {
    desk.send(Command::AddSelected(Addable::Participant, span));
    desk.view.cards.unfold_next();
}

fn commitment(desk: &mut Desk<'_>, _: &Document, span: Span) {
    desk.send(Command::AddSelected(Addable::Commitment, span));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_shortened_at_a_word() {
        assert_eq!(shortened("Maria Zerafa"), "Maria Zerafa");
        assert_eq!(shortened("Malta's Minister for Foreign Affairs"), "Malta's Minister for…");
    }
}
