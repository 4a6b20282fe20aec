//! How fields of a record are called and summed up in words.

use crate::model::{Commitment, Participant, Party, Record, Role, Ruling};
use crate::review::{Document, Field};

/// The full name of a field, for lists, links and screen readers.
pub fn name(record: &Record, field: &Field) -> String {
    match field {
        Field::Kind => "Kind of contact".to_owned(),
        Field::Date => "Day of the meeting".to_owned(),
        Field::Location => "Place of the meeting".to_owned(),
        Field::Participant(_) => format!("Participant {}", field.short(record)),
        Field::Commitment(_) => field.short(record).replacen('c', "C", 1),
    }
}

/// What a field says, in words.
pub fn value(record: &Record, field: &Field) -> String {
    let meeting = &record.meeting;
    match field {
        Field::Kind => meeting.kind.label().to_owned(),
        Field::Date => meeting.date.as_ref().map_or_else(String::new, |date| {
            let last = date.end.map(|end| format!(" to {}", end.in_words())).unwrap_or_default();
            format!("{}{last}", date.start.in_words())
        }),
        Field::Location => meeting.location.as_ref().map_or_else(String::new, |at| {
            let country = at.country.as_ref().map(|country| country.as_str());
            let parts = [at.venue.as_deref(), at.place.as_deref(), country];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }),
        Field::Participant(_) => String::new(),
        Field::Commitment(id) => {
            let found = record.commitments.iter().find(|commitment| commitment.id == *id);
            found.map_or_else(String::new, |commitment| commitment.text.clone())
        }
    }
}

/// What a person has said of a field, as one small word.
pub fn ruling(document: &Document, field: &Field, ruling: Ruling) -> String {
    let bare = field.evidence(document.record()).is_empty();
    match ruling {
        Ruling::Confirmed if bare => "inferred".to_owned(),
        Ruling::Corrected | Ruling::Confirmed if document.is_added(field) => "added".to_owned(),
        ruling => ruling.label().to_lowercase(),
    }
}

/// What is known of a participant besides the name.
pub fn participant(person: &Participant) -> String {
    let party = person.party.as_ref().map(|party| party.name.as_str());
    // Most people in a record are principals; what is so of most need not be said.
    let role = (person.role != Role::Principal).then(|| person.role.saved());
    listed([person.title.as_deref(), party, role])
}

/// What is known of a commitment besides its words.
pub fn commitment(commitment: &Commitment) -> String {
    let toward = (!commitment.toward.is_empty()).then(|| format!("toward {}", parties(&commitment.toward)));
    let deadline = commitment.deadline.map(|date| format!("by {date}"));
    let precision = format!("precision {}", commitment.precision.get());
    let bound = parties(&commitment.parties);
    listed([
        (!bound.is_empty()).then_some(bound.as_str()),
        toward.as_deref(),
        Some(commitment.obligation.saved()),
        Some(&precision),
        deadline.as_deref(),
        commitment.condition.as_deref(),
    ])
}

/// Parties by name.
pub fn parties(parties: &[Party]) -> String {
    parties.iter().map(|party| party.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// What there is of these, with dots between.
fn listed<'a>(parts: impl IntoIterator<Item = Option<&'a str>>) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
