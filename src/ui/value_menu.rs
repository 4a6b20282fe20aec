//! The menu of a value and of selected words: what a right click on them opens.

use egui::{Button, Pos2, Response, Ui};

use super::desk::Desk;
use super::keyboard::Wish;
use super::menu;
use super::theme;
use crate::across::Row;
use crate::app::Command;
use crate::model::Ruling;
use crate::review::{Document, Field, RecordEdit};

/// How many letters of what is searched for are shown.
const LETTERS: usize = 32;

/// The menu of a value, on its card or on its words.
pub fn of_field(desk: &mut Desk<'_>, response: &Response, document: &Document, field: &Field) {
    menu::of(desk, response, response.rect.left_bottom(), |desk, ui| {
        let record = document.record();
        let words = match field.in_words(record) {
            words if words.is_empty() => field.short(record),
            words => words,
        };
        begin(ui);
        copy(ui, &words);
        let evidence = field.evidence(record).iter().find_map(|quoted| quoted.span(&record.article.text));
        if let Some(span) = evidence
            && item(ui, "Show its words")
        {
            desk.turn_to(field);
            desk.view.show_words = Some((span, true));
        }
        if is_named(field) {
            search(desk, ui, &field.short(record));
        }
        let Some(ruling) = field.ruling(record) else { return };
        ui.separator();
        let rulings: &[(&str, Ruling)] = match ruling {
            Ruling::Proposed => &[("Confirm", Ruling::Confirmed), ("Reject value", Ruling::RuledOut)],
            Ruling::Confirmed | Ruling::Corrected => &[("Reject value", Ruling::RuledOut)],
            Ruling::RuledOut => &[("Bring back", Ruling::Proposed)],
        };
        for (words, ruling) in rulings {
            if item(ui, words) {
                desk.edit(RecordEdit::Rule(field.clone(), *ruling));
            }
        }
        let others: Vec<&Row> =
            desk.app.contacts(document.id()).filter(|row| row.id != document.id()).collect();
        for other in others.into_iter().filter(|other| desk.app.can_move(other.id, document, field)) {
            let who = desk.app.catalog().who_and_when(other);
            if item(ui, format!("Move to contact {}  {who}", other.contact.get()).trim_end()) {
                desk.send(Command::MoveTo(other.id, field.clone()));
            }
        }
        if item(ui, "Edit value") {
            desk.turn_to(field);
            desk.view.keyboard.wish_for(Wish::Field(field.clone()));
            desk.view.cards.unfold(document.id(), field);
        }
    });
}

/// The menu of the words that are selected in the article; a key opens it below this place.
pub fn of_words(desk: &mut Desk<'_>, response: &Response, document: &Document, below: Pos2) {
    let Some(span) = desk.view.selection.words() else { return };
    menu::of(desk, response, below, |desk, ui| {
        let words =
            document.record().article.text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
        begin(ui);
        copy(ui, &words);
        search(desk, ui, &words);
    });
}

/// Whether a field is called something that other articles may have too.
fn is_named(field: &Field) -> bool {
    matches!(field, Field::Participant(_) | Field::Location)
}

fn begin(ui: &mut Ui) {
    ui.set_min_width(45.0 * theme::UNIT);
    ui.spacing_mut().item_spacing.y = 0.0;
}

fn item(ui: &mut Ui, words: &str) -> bool {
    let is_clicked = ui.add(Button::new(words)).clicked();
    if is_clicked {
        ui.close();
    }
    is_clicked
}

fn copy(ui: &mut Ui, words: &str) {
    if !words.is_empty() && item(ui, "Copy") {
        ui.ctx().copy_text(words.to_owned());
    }
}

/// Searches all articles for these words, one after the other.
fn search(desk: &mut Desk<'_>, ui: &mut Ui, words: &str) {
    let shown: String = words.chars().take(LETTERS).collect();
    let more = if shown.len() < words.len() { "…" } else { "" };
    if !words.is_empty() && item(ui, &format!("Search articles for “{}{more}”", shown.trim_end())) {
        desk.send(Command::Search(format!("\"{}\"", words.replace('"', " "))));
    }
}
