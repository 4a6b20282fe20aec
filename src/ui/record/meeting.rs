//! The meeting: how, when and where the parties were in contact.

use egui::{Align, Frame, Label, Layout, Margin, Ui, vec2};

use super::card::{Card, Place};
use super::form::{Form, remark, row};
use crate::app::{Choice, Document, Field, RecordEdit, Spot};
use crate::calendar::read_day;
use crate::model::{Day, MeetingKind, Record};
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{Calendar, List, Picked, Picker, TextLine, choice, option};

/// The section.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    if is_empty(document.record()) {
        let words = "No meeting was found in this article. Add what it reports, or reject it under Review.";
        Frame::new().inner_margin(Margin::symmetric(8, 0)).show(ui, |ui| {
            ui.add(Label::new(theme::quiet(ui, words)).wrap());
        });
    }
    let kind_card = Card { form: Place::Beside, ..plain(Field::Kind, "Kind") };
    kind_card.show(desk, ui, document, |desk, ui| kind(desk, ui, document));
    plain(Field::Date, "Day").show(desk, ui, document, |desk, ui| date(desk, ui, document));
    plain(Field::Location, "Place").show(desk, ui, document, |desk, ui| location(desk, ui, document));
}

/// Whether a record says nothing of any meeting.
fn is_empty(record: &Record) -> bool {
    let meeting = &record.meeting;
    let nothing = meeting.date.is_none() && meeting.location.is_none();
    nothing && meeting.participants.is_empty() && record.commitments.is_empty()
}

fn plain(field: Field, title: &str) -> Card {
    Card { field, title: title.to_owned(), detail: String::new(), side: None, form: Place::Below }
}

fn kind(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let kind = document.record().meeting.kind;
    let slot = Form { document, field: Some(Field::Kind) }.slot("Kind");
    let label = |kind: MeetingKind| kind.label().to_owned();
    let (response, picked) = choice(ui, slot.id(), "Kind of contact", kind, MeetingKind::ALL, label);
    if desk.view.takes_keyboard(slot.field.as_ref()) {
        response.request_focus();
    }
    desk.attend(ui, &response, slot.field.as_ref());
    if let Some(kind) = picked {
        desk.edit(RecordEdit::Kind(kind));
    }
}

fn date(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let form = Form { document, field: Some(Field::Date) };
    let date = document.record().meeting.date.as_ref();
    let (start, end) = (date.map(|date| date.start), date.and_then(|date| date.end));
    if let Some(days) = day(&form, desk, ui, "First day", start) {
        // "12-14 March" fills both.
        let last = days.and_then(|days| days.last).or(end);
        desk.edit(RecordEdit::Day { start: days.map(|days| days.first), end: last });
    }
    if let Some(days) = day(&form, desk, ui, "Last day", end) {
        let end = days.map(|days| days.last.unwrap_or(days.first));
        desk.edit(RecordEdit::Day { start, end });
    }
    if let Some(date) = date {
        let last = date.end.map(|end| format!(" to {}", end.in_words())).unwrap_or_default();
        remark(ui, &format!("{}{last}, {}", date.start.in_words(), date.basis.label()));
    }
    let days = document.other_days();
    if let Some(choice) = choices(&form, desk, ui, days, |days| in_short(days.start, days.end)) {
        desk.edit(RecordEdit::DayChoice(choice));
    }
}

/// "Fri 16 Oct 2020", "16 Oct 2020 – 18 Oct 2020".
fn in_short(start: Day, end: Option<Day>) -> String {
    match end {
        Some(end) => format!("{} – {}", start.0.strftime("%-d %b %Y"), end.0.strftime("%-d %b %Y")),
        None => start.0.strftime("%a %-d %b %Y").to_string(),
    }
}

/// What else the engine could have proposed, each a chip to click. Gives the one that was.
fn choices<'c, V: Clone + 'c>(
    form: &Form<'_>,
    desk: &mut Desk<'_>,
    ui: &mut Ui,
    choices: impl Iterator<Item = &'c Choice<V>>,
    words: impl Fn(&V) -> String,
) -> Option<Choice<V>> {
    let choices: Vec<&Choice<V>> = choices.collect();
    if choices.is_empty() {
        return None;
    }
    row(ui, "Or", |ui, _| {
        ui.horizontal_wrapped(|ui| {
            let mut picked = None;
            for choice in choices {
                let button = option(ui, &words(&choice.value)).on_hover_text(&choice.why.working);
                desk.attend(ui, &button, form.field.as_ref());
                if button.clicked() {
                    picked = Some(choice.clone());
                }
            }
            picked
        })
        .inner
    })
}

/// What is typed or picked for a day: it, and the last of several.
#[derive(Clone, Copy)]
struct Typed {
    first: Day,
    last: Option<Day>,
}

/// A day to type, or several. Gives them, or none for an emptied input, when they have changed and can be
/// read.
fn day(
    form: &Form<'_>,
    desk: &mut Desk<'_>,
    ui: &mut Ui,
    label: &'static str,
    value: Option<Day>,
) -> Option<Option<Typed>> {
    let near = form.document.record().article.day();
    let is_first = label == "First day";
    let read = |typed: &str| match typed.trim() {
        "" => Ok(None),
        typed => read_day(typed, near).map(|days| Some(Typed { first: days.start, last: days.end })),
    };
    let shown = value.map(|day| day.to_string()).unwrap_or_default();
    row(ui, label, |ui, id| {
        let line = TextLine {
            hint: if is_first {
                "such as 16 Oct, 12-14 Oct or last Fri"
            } else {
                "if it went on for several"
            },
            read: &|typed| read(typed).map(|_| ()),
            means: &|typed| {
                // Of several days that were typed as the first, the last stands in the other input.
                let own = |days: Typed| if is_first { days.first } else { days.last.unwrap_or(days.first) };
                read(typed).is_ok_and(|days| days.map(own) == value)
            },
            ..TextLine::new(form.slot(label), &shown)
        };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::SMALL;
            let size = vec2(ui.available_width() - theme::CONTROL, theme::CONTROL);
            let typed = ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
                ui.set_width(size.x);
                line.show(desk, ui, id)
            });
            let picked =
                calendar(form, desk, ui, label, value).map(|first| Some(Typed { first, last: None }));
            picked.or(typed.inner.and_then(|typed| read(&typed).ok()))
        })
        .inner
    })
}

/// A small calendar beside the input.
fn calendar(form: &Form<'_>, desk: &Desk<'_>, ui: &mut Ui, label: &str, chosen: Option<Day>) -> Option<Day> {
    let article = &form.document.record().article;
    let near = match (article.published, article.day()) {
        (Some(published), _) => (published, "the day of publication"),
        (None, Some(day)) => (day, "the day of the dateline"),
        (None, None) => (desk.app.today(), "today"),
    };
    Calendar { of: label, chosen, near }.show(ui)
}

fn location(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let form = Form { document, field: Some(Field::Location) };
    let location = document.record().meeting.location.as_ref();
    let place = location.and_then(|location| location.place.as_deref());
    if let Some(place) = form.optional(desk, ui, "City or place", place) {
        desk.edit(RecordEdit::Place(place));
    }
    let country = location.and_then(|location| location.country.as_ref());
    let names = desk.view.names(desk.app);
    let chosen = country.map(|code| names.label(List::Countries, code.as_str())).unwrap_or_default();
    let picker = Picker {
        slot: form.slot("Country"),
        list: List::Countries,
        chosen,
        hint: "type a name or code",
        none: Some("No country"),
        others: false,
    };
    match row(ui, "Country", |ui, id| picker.show(desk, ui, id)) {
        Some(Picked::Key(code)) => desk.edit(RecordEdit::Country(code.parse().ok())),
        Some(Picked::Nothing) => desk.edit(RecordEdit::Country(None)),
        None => {}
    }
    let venue = location.and_then(|location| location.venue.as_deref());
    if let Some(venue) = form.optional(desk, ui, "Venue", venue) {
        desk.edit(RecordEdit::Venue(venue));
    }
    let said = |spot: &Spot| {
        let country =
            spot.country.as_ref().map(|code| names.label(List::Countries, code.as_str()).to_string());
        [spot.place.clone(), country].into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    if let Some(choice) = choices(&form, desk, ui, document.other_places(), said) {
        desk.edit(RecordEdit::PlaceChoice(choice));
    }
}
