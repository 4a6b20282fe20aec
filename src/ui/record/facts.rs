//! What the article says of itself: headline, publisher, days, author, address. Each can be typed, or taken from words that
//! are selected in the text, and leads to the words that say it.

use egui::{
    Align, Button, Frame, Label, Layout, Margin, Rect, RichText, Role, Stroke, TextStyle, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::form::{Form, remark, row};
use super::meeting::{Typed, day};
use crate::app::{Command, ENCODINGS, NamedEncoding, Notice, TextEncoding};
use crate::model::ContactNumber;
use crate::review::{Document, Part, PartValue, RecordEdit};
use crate::ui::desk::Desk;
use crate::ui::keyboard::Wish;
use crate::ui::theme;
use crate::ui::widgets::{Lines, Picture, Slot, TextLine, Told, choice_of, picture_button};

/// What the input is called for the encoding of the article's file.
const ENCODING: &str = "Encoding";

/// The section.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    if std::mem::take(&mut desk.view.shows_facts) {
        ui.scroll_to_cursor(Some(Align::Min));
    }
    // As far in as the cards and the review.
    Frame::new().inner_margin(Margin::symmetric(8, 0)).show(ui, |ui| {
        for part in Part::FACTS {
            let has_dateline = document.record().article.dateline.is_some();
            if *part != Part::DATELINE_DAY || has_dateline {
                fact(desk, ui, document, part);
            }
        }
        encoding(desk, ui, document);
    });
    if document.record().number != ContactNumber::MAIN || desk.app.contacts(document.id()).len() > 1 {
        remark(ui, "What is changed here is changed for all contacts of the article.");
    }
}

/// The place of the input for the day of publication, on which all weekdays hang.
pub fn slot_of_published(document: &Document) -> Slot {
    Form { document, field: None }.slot(Part::PUBLISHED.name)
}

/// A fact: its input, and the way to its words.
fn fact(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document, part: &'static Part) {
    let value = part.get(document.record(), None);
    ui.horizontal_top(|ui| {
        let between = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, theme::SMALL);
        let width = ui.available_width() - theme::CONTROL;
        ui.allocate_ui_with_layout(vec2(width, theme::CONTROL), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.x = between;
            input(desk, ui, document, part, value.clone());
        });
        let is_said = value.and_then(|value| value.in_words()).is_some();
        if is_said
            && picture_button(ui, Picture::Quote, &format!("Show the words for {}", part.word)).clicked()
        {
            match part.words_in(document.record()) {
                Some(span) => desk.view.show_words = Some((span, true)),
                None => {
                    let text = format!("No words of the text say the {}.", part.word);
                    desk.send(Command::Tell(Notice::info(text)));
                }
            }
        }
    });
    take_selected(desk, ui, document, part);
}

/// In which encoding the file was read, and the choice of another.
fn encoding(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let chosen = document.record().article.encoding_name();
    if let Err(why_not) = desk.app.may_choose_encoding(document) {
        row(ui, ENCODING, |ui, _| ui.add(Label::new(theme::quiet(ui, why_not)).wrap()));
        return;
    }
    let is_reading = desk.app.reads_again(document.id());
    let shown = match is_reading {
        Some(encoding) => format!("Reading in {}…", encoding.name()),
        None => called(chosen),
    };
    let id = Form { document, field: None }.slot(ENCODING).id();
    let (response, picked) = row(ui, ENCODING, |ui, _| {
        choice_of(ui, id, (ENCODING, &shown), ENCODINGS.iter(), |named| Told {
            words: named.to_string(),
            is_chosen: named.name == chosen,
            means: None,
        })
    });
    if desk.view.keyboard.grants(&Wish::Encoding) {
        response.request_focus();
    }
    if let Some(encoding) = picked.and_then(|named| TextEncoding::named(named.name)) {
        desk.send(Command::ChooseEncoding(document.id(), encoding));
    }
    if let Some(why) = desk.app.not_read_again(document.id()) {
        remark(ui, why);
    }
}

/// An encoding by its name, with what it is for where that is known.
fn called(name: &str) -> String {
    ENCODINGS
        .iter()
        .find(|named| named.name == name)
        .map_or_else(|| name.to_owned(), NamedEncoding::to_string)
}

fn input(
    desk: &mut Desk<'_>,
    ui: &mut Ui,
    document: &Document,
    part: &'static Part,
    value: Option<PartValue>,
) {
    let form = Form { document, field: None };
    if let Some(PartValue::Days(now, _)) = value {
        let edit = |days: Option<Typed>| {
            let value = PartValue::Days(days.map(|days| days.last.unwrap_or(days.first)), None);
            Ok(RecordEdit::Set { part, of: None, value })
        };
        return day(&form, desk, ui, part.name, now, &edit);
    }
    let words = value.and_then(|value| value.in_words()).unwrap_or_default();
    let edit = |typed: &str| {
        let value = PartValue::Words(Some(typed.to_owned()));
        Ok(form.command(RecordEdit::Set { part, of: None, value }))
    };
    row(ui, part.name, |ui, id| {
        let lines = if part == Part::TITLE { Lines::Wrapped } else { Lines::One };
        let line = TextLine { lines, ..TextLine::new(form.slot(part.name), &words, &edit) };
        desk.text_line(ui, line, id);
    });
}

/// The words that are selected in the text, to be taken for it: a button over the end of the input, so that nothing
/// moves when words are selected.
fn take_selected(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document, part: &'static Part) {
    let slot = Form { document, field: None }.slot(part.name);
    let input =
        ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get(slot.id()).map(|input| input.rect));
    let Some((span, input)) = desk.view.selection.words().zip(input) else {
        // What is below is known by its number in the form: it stays the same without this button.
        ui.skip_ahead_auto_ids(1);
        return;
    };
    let palette = theme::palette(ui);
    let over = Rect::from_min_max(
        pos2(input.left(), input.top()),
        pos2(input.right(), input.top() + theme::CONTROL),
    );
    let place = UiBuilder::new().max_rect(over.shrink(2.0)).layout(Layout::right_to_left(Align::Center));
    let words = RichText::new("Use selection").text_style(TextStyle::Small).color(palette.accent);
    let button = Button::new(words).fill(palette.wash).stroke(Stroke::NONE);
    let button = ui.new_child(place).add(button.min_size(vec2(0.0, over.height() - 4.0)));
    let name = format!("Use the selected words as {}", part.word);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if button.on_hover_text(&name).clicked() {
        desk.send(Command::EditOf(document.id(), RecordEdit::FactFrom(part, span)));
    }
}
