//! Who took part.

use egui::Ui;

use super::card::{Card, Place};
use super::form::{Form, row};
use crate::app::{Document, Field, RecordEdit};
use crate::model::{Participant, Role, Ruling};
use crate::ui::desk::Desk;
use crate::ui::widgets::{List, Picked, Picker, flat_button};
use crate::ui::{fields, theme};

/// The section.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let people = &document.record().meeting.participants;
    for (place, person) in people.iter().enumerate() {
        let party = person.party.as_ref().filter(|_| person.ruling != Ruling::RuledOut);
        let side = party.and_then(|party| desk.view.marked.sides.place(&party.code));
        let card = Card {
            field: Field::Participant(person.id.clone()),
            title: if person.name.is_empty() { "Somebody".to_owned() } else { person.name.clone() },
            detail: fields::participant(person),
            side: side.map(|place| theme::palette(ui).party(place)),
            form: Place::Folded,
        };
        card.show(desk, ui, document, |desk, ui| form(desk, ui, document, person, place));
    }
    if flat_button(ui, "Add a participant").clicked() {
        desk.edit(RecordEdit::AddParticipant { name: String::new(), at: None });
    }
}

fn form(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document, person: &Participant, place: usize) {
    let id = || person.id.clone();
    let form = Form { document, field: Some(Field::Participant(id())) };
    if let Some(name) = form.words(desk, ui, "Name", &person.name) {
        desk.edit(RecordEdit::ParticipantName(id(), name));
    }
    if let Some(title) = form.optional(desk, ui, "Title", person.title.as_deref()) {
        desk.edit(RecordEdit::ParticipantTitle(id(), title));
    }
    let picker = Picker {
        slot: form.slot("Party"),
        list: List::Parties,
        chosen: person.party.as_ref().map_or("", |party| &party.name),
        hint: "state or organisation",
        none: Some("No party"),
        others: true,
    };
    match row(ui, "Party", |ui, id| picker.show(desk, ui, id)) {
        Some(Picked::Key(code)) => {
            let party = code.parse().ok().map(|code| desk.app.lexicon().party_of_code(&code));
            desk.edit(RecordEdit::ParticipantParty(id(), party));
        }
        Some(Picked::Nothing) => desk.edit(RecordEdit::ParticipantParty(id(), None)),
        None => {}
    }
    if let Some(role) = form.choice(desk, ui, "Role", person.role, Role::ALL, |role| role.label().to_owned())
    {
        desk.edit(RecordEdit::ParticipantRole(id(), role));
    }
    let last = document.record().meeting.participants.len().saturating_sub(1);
    if let Some(to) = super::form::order(ui, place, last) {
        desk.edit(RecordEdit::MoveParticipant(id(), to));
    }
}
