//! Who took part.

use std::cell::Cell;

use egui::{Ui, WidgetInfo, vec2};

use super::card::{Card, Place};
use super::form::{Form, row};
use super::{contacts, not_listed};
use crate::app::{Command, Suggest};
use crate::model::{Participant, ReviewStatus, Role, Ruling};
use crate::review::{Document, Field, RecordEdit};
use crate::ui::desk::Desk;
use crate::ui::widgets::{List, Offers, Picked, Picker, flat_button, meaning, option};
use crate::ui::{fields, theme};

/// How many of those who are named besides the participants are offered.
const MOST_NAMED: usize = 6;

/// The section.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let people = &document.record().meeting.participants;
    for (place, person) in people.iter().enumerate() {
        let party = person.party.as_ref().filter(|_| person.ruling != Ruling::RuledOut);
        let side = party.and_then(|party| desk.view.marked.sides.place(&party.code));
        let card = Card {
            field: Field::Participant(person.id.clone()),
            title: if person.name.is_empty() { "Somebody".to_owned() } else { person.name.to_string() },
            number: Some(place + 1),
            detail: fields::participant(desk.app, person),
            side: side.map(|place| theme::palette(ui).party(place)),
            form: Place::Folded,
            preview: None,
        };
        card.show(desk, ui, document, |desk, ui| form(desk, ui, document, person, place));
    }
    if flat_button(ui, "Add a participant").clicked() {
        desk.edit(RecordEdit::AddParticipant { name: String::new(), at: None });
    }
    also_named(desk, ui, document);
}

/// Who else is named in the article: one click makes a participant of them.
fn also_named(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let named: Vec<_> = document.people_to_add().take(MOST_NAMED).collect();
    if named.is_empty() || document.status() == ReviewStatus::Reviewed {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::SMALL, theme::SMALL);
        ui.add_space(theme::GAP);
        ui.label(theme::quiet(ui, "Also named:"));
        for person in named {
            let party = person.party.as_ref().map(|party| party.name.as_str());
            let office =
                [person.title.as_deref(), party].into_iter().flatten().collect::<Vec<_>>().join(", ");
            let chip = option(ui, &person.name);
            let name = format!("Add {} as a participant", person.name);
            chip.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
            let chip = if office.is_empty() { chip } else { chip.on_hover_text(office) };
            if chip.contains_pointer() {
                desk.view.pointed_at.point_at(person.span);
            }
            if chip.clicked() {
                desk.edit(RecordEdit::AddNamed(person.clone()));
            }
        }
    });
}

/// Asks what the other records have, unless that was asked last.
fn look_up(desk: &mut Desk<'_>, what: Suggest) {
    if desk.app.wants_suggestions(&what) {
        desk.send(Command::Suggest(what));
    }
}

fn form(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document, person: &Participant, place: usize) {
    let id = || person.id.clone();
    let form = Form { document, field: Some(Field::Participant(id())) };
    // What other records say is of use once there is a letter to go by.
    let app = desk.app;
    // What the other records have is looked up for what is typed.
    let sought = Cell::new(None);
    let names = &|typed: &str| {
        let named = document.people_to_add().map(|named| named.name.clone());
        let what = Suggest::Names(typed.trim().to_owned());
        let known = app.suggested(&what).to_vec();
        sought.set(Some(what));
        named.chain(known).collect()
    };
    // They come from the library, some time after a letter was typed.
    let names = Offers { of: names, is_at_hand: false };
    form.offered(desk, ui, ("Name", &person.name), names, |name| RecordEdit::ParticipantName(id(), name));
    if let Some(what) = sought.take() {
        look_up(desk, what);
    }
    let title = person.title.as_deref().unwrap_or_default();
    let titles = &|_: &str| {
        let named = document.trace().people().iter().filter_map(|named| named.title.clone());
        let what = Suggest::Titles(person.name.trim().to_owned());
        let known = app.suggested(&what).to_vec();
        sought.set(Some(what));
        named.chain(known).collect()
    };
    let titles = Offers { of: titles, is_at_hand: false };
    form.offered(desk, ui, ("Title", title), titles, |title| RecordEdit::ParticipantTitle(id(), Some(title)));
    if let Some(what) = sought.take() {
        look_up(desk, what);
    }
    let lexicon = app.lexicon();
    let pick = |picked: Picked| {
        let party = match picked {
            Picked::Key(code) => code.parse().ok().map(|code| lexicon.party_of_code(&code)),
            Picked::Nothing => None,
        };
        // What the text calls by a name that no table knows is the same party wherever it stands.
        if let (Some(from), Some(to)) =
            (person.party.as_ref().filter(|party| app.is_not_listed(party)), &party)
        {
            return form.command(RecordEdit::ReplaceParty { from: from.code.clone(), to: to.clone() });
        }
        form.command(RecordEdit::ParticipantParty(id(), party))
    };
    let picker = Picker {
        slot: form.slot("Party"),
        list: List::Parties,
        chosen: person.party.as_ref().map_or("", |party| &party.name),
        hint: "state or organization",
        none: Some("No party"),
        others: true,
        pick: &pick,
    };
    row(ui, "Party", |ui, id| {
        desk.picker(ui, picker, id);
        not_listed::show(&form, desk, ui, &person.party);
    });
    let label = |role: Role| role.label().to_owned();
    if let Some(role) = form.choice(desk, ui, "Role", person.role, Role::ALL, (label, meaning)) {
        desk.edit(RecordEdit::ParticipantRole(id(), role));
    }
    form.quotes(desk, ui);
    let last = document.record().meeting.participants.len().saturating_sub(1);
    if let Some(to) = super::form::order(ui, place, last) {
        desk.edit(RecordEdit::MoveParticipant(id(), to));
    }
    contacts::move_to(&form, desk, ui);
}
