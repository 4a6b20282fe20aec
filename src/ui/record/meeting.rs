//! The meeting: how, when and where the parties were in contact.

use egui::{Align, Frame, Label, Layout, Margin, Ui, vec2};

use super::card::{Card, Place};
use super::contacts;
use super::form::{Form, remark, row};
use crate::app::{App, Command};
use crate::calendar::read_day;
use crate::model::{ContactNumber, Day, MeetingDate, MeetingKind, Record};
use crate::review::{Document, Field, Part, RecordEdit};
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{Calendar, List, Picked, Picker, TextLine, choice, meaning, option};

/// The section.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    if is_empty(document.record()) {
        let article = &document.record().article;
        let words = match document.record().number {
            ContactNumber::MAIN if article.is_in_another_language() => {
                "Proposals are made for articles in English only. Select words in the text or type what it \
                 reports, or reject it under Review."
            }
            ContactNumber::MAIN => {
                "No meeting was found in this article. Add what it reports, or reject it under Review."
            }
            _ => "Nothing is known of this contact yet. Add what the article reports of it, or remove it.",
        };
        Frame::new().inner_margin(Margin::symmetric(8, 0)).show(ui, |ui| {
            ui.add(Label::new(theme::quiet(ui, words)).wrap());
        });
    }
    plain(Field::Kind, "Kind").show(desk, ui, document, |desk, ui| kind(desk, ui, document));
    let date_card = Card { preview: previewed(desk, document), ..plain(Field::Date, "Date") };
    date_card.show(desk, ui, document, |desk, ui| date(desk, ui, document));
    plain(Field::Location, "Place").show(desk, ui, document, |desk, ui| location(desk, ui, document));
    contacts::add_second(desk, ui, document);
}

/// Whether a record says nothing of any meeting.
fn is_empty(record: &Record) -> bool {
    let meeting = &record.meeting;
    let nothing = meeting.date.is_none() && meeting.location.is_none();
    nothing && meeting.participants.is_empty() && record.commitments.is_empty()
}

fn plain(field: Field, title: &str) -> Card {
    Card {
        field,
        title: title.to_owned(),
        number: None,
        detail: String::new(),
        side: None,
        form: Place::Below,
        preview: None,
    }
}

fn kind(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let chosen = document.record().meeting.kind.as_ref().map(|kind| kind.value);
    let slot = Form { document, field: Some(Field::Kind) }.slot("Kind");
    let label = |kind: Option<MeetingKind>| kind.map_or("Not known", MeetingKind::label).to_owned();
    let means = |kind: Option<MeetingKind>| kind.and_then(meaning);
    let all: Vec<Option<MeetingKind>> = MeetingKind::ALL.iter().copied().map(Some).collect();
    let (response, picked) =
        row(ui, "Contact", |ui, _| choice(ui, slot.id(), "Kind of contact", chosen, &all, label, means));
    if desk.view.keyboard.grants_field(slot.field.as_ref()) {
        response.request_focus();
    }
    desk.attend(ui, &response, slot.field.as_ref());
    if let Some(kind) = picked.flatten() {
        desk.edit(RecordEdit::Kind(kind));
    }
}

fn date(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let form = Form { document, field: Some(Field::Date) };
    let date = document.record().meeting.date.as_ref();
    let (start, end) = (date.map(|date| date.start), date.and_then(|date| date.end));
    // "12-14 March" fills both.
    let first = |days: Option<Typed>| {
        let last = days.and_then(|days| days.last).or(end);
        Ok(RecordEdit::Day { start: days.map(|days| days.first), end: last })
    };
    day(&form, desk, ui, "First day", start, &first);
    let last = |days: Option<Typed>| match (start, days) {
        (None, Some(_)) => Err("Type the first day before the last.".to_owned()),
        _ => Ok(RecordEdit::Day { start, end: days.map(|days| days.last.unwrap_or(days.first)) }),
    };
    day(&form, desk, ui, "Last day", end, &last);
    if let Some(date) = date {
        remark(ui, &told(date));
    }
    let days = document.days_beside().map(|choice| Chip {
        words: in_short(choice.value.start, choice.value.end),
        working: &choice.why.working,
        edit: RecordEdit::DayChoice(choice.clone()),
    });
    chips(&form, desk, ui, days.collect(), document.other_days().next().is_some());
}

/// "Fri 16 Oct 2020", "16 Oct 2020 – 18 Oct 2020".
fn in_short(start: Day, end: Option<Day>) -> String {
    match end {
        Some(end) => format!("{} – {}", start.0.strftime("%-d %b %Y"), end.0.strftime("%-d %b %Y")),
        None => start.0.strftime("%a %-d %b %Y").to_string(),
    }
}

/// Why nothing else is offered of a value on which somebody has ruled.
const RULED_ON: &str = "This is decided. Click the ring beside the field's name to decide it again.";

/// Something else that the engine could have proposed.
struct Chip<'c> {
    words: String,
    /// How it came to it.
    working: &'c str,
    /// Takes it instead of what is there.
    edit: RecordEdit,
}

/// What else the engine could have proposed, each a chip to click. Once somebody has ruled on the value nothing is
/// `offered`, but the row stays, so that what is below it does not move.
fn chips(form: &Form<'_>, desk: &mut Desk<'_>, ui: &mut Ui, chips: Vec<Chip<'_>>, offered: bool) {
    if chips.is_empty() {
        return;
    }
    row(ui, "Or", |ui, _| {
        if !offered {
            ui.disable();
        }
        ui.horizontal_wrapped(|ui| {
            for chip in chips {
                let button = option(ui, &chip.words).on_hover_text(chip.working);
                let button = button.on_disabled_hover_text(RULED_ON);
                desk.attend(ui, &button, form.field.as_ref());
                if button.clicked() {
                    desk.edit(chip.edit);
                }
            }
        });
    });
}

/// The day or days of a record in words, and how they were found.
fn told(date: &MeetingDate) -> String {
    format!("{}, {}", in_words(date.start, date.end), date.told())
}

fn in_words(start: Day, end: Option<Day>) -> String {
    let last = end.map(|end| format!(" to {}", end.in_words())).unwrap_or_default();
    format!("{}{last}", start.in_words())
}

/// The day that is being typed, as it is read; nothing while none is, or while it cannot be read.
fn previewed(desk: &Desk<'_>, document: &Document) -> Option<String> {
    let form = Form { document, field: Some(Field::Date) };
    let typed =
        ["First day", "Last day"].into_iter().find_map(|label| desk.view.drafts.entering(&form.slot(label)));
    match typed? {
        Command::EditOf(_, RecordEdit::Day { start: Some(start), end }) => {
            Some(format!("{}. Enter sets it, Escape leaves it as it was.", in_words(*start, *end)))
        }
        _ => None,
    }
}

/// What is typed or picked for a day: it, and the last of several.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    pub first: Day,
    pub last: Option<Day>,
}

/// A day to type, or several, or to pick from a calendar. `edit` gives the edit that sets it, or says why it
/// cannot be.
pub(super) fn day(
    form: &Form<'_>,
    desk: &mut Desk<'_>,
    ui: &mut Ui,
    label: &'static str,
    value: Option<Day>,
    edit: &dyn Fn(Option<Typed>) -> Result<RecordEdit, String>,
) {
    let near = form.document.record().article.day();
    let read = |typed: &str| {
        let days = match typed {
            "" => None,
            typed => {
                let days = read_day(typed, near)?;
                Some(Typed { first: days.start, last: days.end })
            }
        };
        edit(days).map(|edit| form.command(edit))
    };
    let shown = value.map(|day| day.to_string()).unwrap_or_default();
    let year = year_near(desk.app, form.document.record());
    let of_a_day = format!("such as 16 Oct {year}");
    row(ui, label, |ui, id| {
        let hint = match label {
            "First day" => "such as 16 Oct, 12-14 Oct or last Fri",
            "Last day" => "if it went on for several",
            _ => &of_a_day,
        };
        let line = TextLine { hint, ..TextLine::new(form.slot(label), &shown, &read) };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::SMALL;
            let size = vec2(ui.available_width() - theme::CONTROL, theme::CONTROL);
            ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
                ui.set_width(size.x);
                desk.text_line(ui, line, id);
            });
            if let Some(Ok(edit)) =
                calendar(form, desk, ui, label, value).map(|first| edit(Some(Typed { first, last: None })))
            {
                desk.view.drafts.drop(&form.slot(label));
                desk.send(form.command(edit));
            }
        });
    });
}

/// The year that an example of a day is of: the article's own.
pub(super) fn year_near(app: &App, record: &Record) -> i16 {
    record.article.day().unwrap_or_else(|| app.today()).0.year()
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
    form.part(desk, ui, Part::PLACE);
    let country = location.and_then(|location| location.country.as_ref());
    let names = desk.view.names(desk.app);
    let chosen = country.map(|code| names.label(List::Countries, code.as_str())).unwrap_or_default();
    let pick = |picked: Picked| {
        let country = match picked {
            Picked::Key(code) => code.parse().ok(),
            Picked::Nothing => None,
        };
        form.command(RecordEdit::Country(country))
    };
    let picker = Picker {
        slot: form.slot("Country"),
        list: List::Countries,
        chosen,
        hint: "type a name or code",
        none: Some("No country"),
        others: false,
        pick: &pick,
    };
    row(ui, "Country", |ui, id| desk.picker(ui, picker, id));
    form.part(desk, ui, Part::VENUE);
    let places = document.places_beside().map(|choice| {
        let (place, country) = (choice.value.place.clone(), choice.value.country.as_ref());
        let country = country.map(|code| names.label(List::Countries, code.as_str()).to_string());
        Chip {
            words: [place, country].into_iter().flatten().collect::<Vec<_>>().join(", "),
            working: &choice.why.working,
            edit: RecordEdit::PlaceChoice(choice.clone()),
        }
    });
    chips(&form, desk, ui, places.collect(), document.other_places().next().is_some());
}
