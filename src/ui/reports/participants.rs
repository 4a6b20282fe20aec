//! Who took part, by either report: the same person in one row.

use egui::Ui;

use super::rows::{self, Columns, Standing};
use crate::across::{Aligned, ParticipantPair, SideBySide};
use crate::model::{EntryId, Participant, ParticipantId, Record};
use crate::review::Field;
use crate::ui::desk::Desk;
use crate::ui::{fields, theme};

/// The rows of people.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, columns: Columns, compared: &SideBySide) {
    if compared.divergence.participants.is_empty() {
        return;
    }
    rows::heading(ui, "Participants");
    for aligned in &compared.divergence.participants {
        let (here, there, standing) = match aligned {
            Aligned::Both(pair) => (Some(&pair.here), Some(&pair.there), standing(pair)),
            Aligned::OnlyHere(id) => (Some(id), None, Standing::OnlyHere),
            Aligned::OnlyThere(id) => (None, Some(id), Standing::OnlyThere),
        };
        let here = here.and_then(|id| named(&compared.record_here, id));
        let there = there.and_then(|id| named(&compared.record_there, id));
        let sides = [("here", compared.here, here), ("there", compared.there, there)];
        rows::standing_row(desk, ui, columns, Some(("", standing)), sides, person);
        if let Aligned::Both(pair) = aligned {
            pair.differences.iter().for_each(|other| rows::difference(ui, other.label(), &other.values));
        }
    }
}

fn standing(pair: &ParticipantPair) -> Standing {
    match pair.differences.as_slice() {
        [] => Standing::Same,
        differences if differences.iter().any(|other| other.values.differs()) => Standing::Differs,
        _ => Standing::Both,
    }
}

fn named<'r>(record: &'r Record, id: &ParticipantId) -> Option<&'r Participant> {
    record.meeting.participants.iter().find(|person| person.id == *id)
}

fn person(desk: &mut Desk<'_>, ui: &mut Ui, (side, article, person): (&str, EntryId, Option<&Participant>)) {
    let Some(person) = person else { return rows::missing(ui) };
    let field = Field::Participant(person.id.clone());
    let name = format!("Participant {side}: {}", person.name);
    rows::value(desk, ui, article, &field, theme::heading(person.name.as_str()).into(), &name);
    let words = fields::participant(desk.app, person);
    rows::under(ui, words);
}
