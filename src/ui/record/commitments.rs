//! What the parties undertook.

use egui::Ui;

use super::card::{Card, Place};
use super::form::{Form, order, row};
use super::meeting::year_near;
use super::{contacts, several};
use crate::calendar::read_deadline;
use crate::model::{Commitment, Obligation, PartialDate, ParticipantId, Precision, Ruling};
use crate::review::{Document, Field, Part, RecordEdit};
use crate::ui::desk::Desk;
use crate::ui::widgets::{Lines, List, TextLine, flat_button, meaning, plain};
use crate::ui::{fields, theme};

/// The section.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    for (place, commitment) in document.record().commitments.iter().enumerate() {
        let party = commitment.parties.first().filter(|_| commitment.ruling != Ruling::RuledOut);
        let side = party.and_then(|party| desk.view.marked.sides.place(&party.code));
        let card = Card {
            field: Field::Commitment(commitment.id.clone()),
            title: if commitment.text.is_empty() {
                "An undertaking".to_owned()
            } else {
                commitment.text.clone()
            },
            number: Some(place + 1),
            detail: fields::commitment(commitment),
            side: side.map(|place| theme::palette(ui).party(place)),
            form: Place::Folded,
            preview: None,
        };
        card.show(desk, ui, document, |desk, ui| {
            let form = Form { document, field: Some(Field::Commitment(commitment.id.clone())) };
            words(&form, desk, ui, commitment);
            who(&form, desk, ui, commitment);
            how(&form, desk, ui, commitment);
            when(&form, desk, ui, commitment);
            topics(&form, desk, ui, commitment);
            form.quotes(desk, ui);
            let last = document.record().commitments.len().saturating_sub(1);
            if let Some(to) = order(ui, place, last) {
                desk.edit(RecordEdit::MoveCommitment(commitment.id.clone(), to));
            }
            contacts::move_to(&form, desk, ui);
        });
    }
    if flat_button(ui, "Add a commitment").clicked() {
        desk.edit(RecordEdit::AddCommitment { text: String::new(), at: None });
    }
}

fn words(form: &Form<'_>, desk: &mut Desk<'_>, ui: &mut Ui, commitment: &Commitment) {
    form.line(desk, ui, ("Undertaking", &commitment.text), Lines::Wrapped, "", |text| {
        RecordEdit::CommitmentText(commitment.id.clone(), text)
    });
}

/// Who is bound, who said it, toward whom.
fn who(form: &Form<'_>, desk: &mut Desk<'_>, ui: &mut Ui, commitment: &Commitment) {
    let id = || commitment.id.clone();
    several::parties(form, desk, ui, "Parties", &commitment.parties, |parties| {
        RecordEdit::CommitmentParties(id(), parties)
    });
    several::parties(form, desk, ui, "Toward", &commitment.toward, |parties| {
        RecordEdit::CommitmentToward(id(), parties)
    });
    let people = &form.document.record().meeting.participants;
    let there =
        people.iter().filter(|person| person.ruling != Ruling::RuledOut).map(|person| Some(&person.id));
    let speakers: Vec<Option<&ParticipantId>> = [None].into_iter().chain(there).collect();
    let name = |speaker: Option<&ParticipantId>| {
        let person = people.iter().find(|person| Some(&person.id) == speaker);
        person.map_or_else(|| "Nobody named".to_owned(), |person| person.name.to_string())
    };
    let chosen = commitment.speaker.as_ref();
    if let Some(speaker) = form.choice(desk, ui, "Speaker", chosen, &speakers, (name, plain)) {
        desk.edit(RecordEdit::CommitmentSpeaker(id(), speaker.cloned()));
    }
}

/// How firmly and how precisely.
fn how(form: &Form<'_>, desk: &mut Desk<'_>, ui: &mut Ui, commitment: &Commitment) {
    let id = || commitment.id.clone();
    let label = |obligation: Obligation| obligation.label().to_owned();
    if let Some(chosen) =
        form.choice(desk, ui, "Obligation", commitment.obligation, Obligation::ALL, (label, meaning))
    {
        desk.edit(RecordEdit::CommitmentObligation(id(), chosen));
    }
    let label = |precision: Precision| precision.label().to_owned();
    if let Some(chosen) =
        form.choice(desk, ui, "Precision", commitment.precision, &Precision::ALL, (label, meaning))
    {
        desk.edit(RecordEdit::CommitmentPrecision(id(), chosen));
    }
}

/// By when, and on what condition.
fn when(form: &Form<'_>, desk: &mut Desk<'_>, ui: &mut Ui, commitment: &Commitment) {
    let id = || commitment.id.clone();
    let near = form.document.record().article.day();
    let year = year_near(desk.app, form.document.record());
    let read = |typed: &str| {
        let deadline = match typed {
            "" => None,
            typed => Some(read_deadline(typed, near)?),
        };
        Ok(form.command(RecordEdit::CommitmentDeadline(id(), deadline)))
    };
    let shown = commitment.deadline.map(PartialDate::in_words).unwrap_or_default();
    row(ui, "Deadline", |ui, label| {
        let hint = format!("such as June {year}");
        let line = TextLine::new(form.slot("Deadline"), &shown, &read);
        desk.text_line(ui, TextLine { hint: &hint, ..line }, label);
    });
    form.part(desk, ui, Part::CONDITION);
}

fn topics(form: &Form<'_>, desk: &mut Desk<'_>, ui: &mut Ui, commitment: &Commitment) {
    let names = desk.view.names(desk.app);
    let chosen: Vec<(String, String)> = commitment
        .topics
        .iter()
        .map(|key| (key.clone(), names.label(List::Topics, key).to_owned()))
        .collect();
    several::keys(form, desk, ui, ("Topics", List::Topics), &chosen, |topics| {
        RecordEdit::CommitmentTopics(commitment.id.clone(), topics)
    });
}
