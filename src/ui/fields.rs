//! How fields of a record are called and summed up in words.

use crate::app::App;
use crate::model::{Commitment, Participant, Party, Role, Ruling};
use crate::review::{Document, Field};

/// Every word that [`ruling`] gives.
pub fn rulings() -> impl Iterator<Item = String> {
    let others = [INFERRED, ADDED].map(str::to_owned);
    Ruling::ALL.iter().map(|ruling| ruling.label().to_lowercase()).chain(others)
}

const INFERRED: &str = "inferred";
const ADDED: &str = "added";

/// What a person has said of a field, as one small word.
pub fn ruling(document: &Document, field: &Field, ruling: Ruling) -> String {
    let bare = field.evidence(document.record()).is_empty();
    match ruling {
        Ruling::Confirmed if bare => INFERRED.to_owned(),
        Ruling::Corrected | Ruling::Confirmed if document.is_added(field) => ADDED.to_owned(),
        ruling => ruling.label().to_lowercase(),
    }
}

/// What is known of a participant besides the name.
pub fn participant(app: &App, person: &Participant) -> String {
    let party = person.party.as_ref().map(|party| match app.is_not_listed(party) {
        true => format!("{} (not in the list)", party.name),
        false => party.name.to_string(),
    });
    // Most people in a record are principals; what is so of most need not be said.
    let role = (person.role != Role::Principal).then(|| person.role.saved());
    listed([person.title.as_deref(), party.as_deref(), role])
}

/// What is known of a commitment besides its words.
pub fn commitment(commitment: &Commitment) -> String {
    let toward = (!commitment.toward.is_empty()).then(|| format!("toward {}", parties(&commitment.toward)));
    let deadline = commitment.deadline.map(|date| format!("by {}", date.in_words()));
    let precision = in_a_word(commitment.precision.label());
    let bound = parties(&commitment.parties);
    listed([
        (!bound.is_empty()).then_some(bound.as_str()),
        toward.as_deref(),
        Some(commitment.obligation.saved()),
        Some(precision),
        deadline.as_deref(),
        commitment.condition.as_deref(),
    ])
}

/// What a number stands for, without the number: that is for the form, where it is explained.
fn in_a_word(label: &str) -> &str {
    label.split_once(" · ").map_or(label, |(_, words)| words)
}

/// Parties by name.
pub fn parties(parties: &[Party]) -> String {
    parties.iter().map(|party| party.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// What there is of these, with dots between.
fn listed<'a>(parts: impl IntoIterator<Item = Option<&'a str>>) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
