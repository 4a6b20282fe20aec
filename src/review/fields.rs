//! The table of fields: what a value that people rule on is called, where it stands in a saved record, its
//! evidence and ruling, what it says, and how the engine came by it. Forms, labels, marks, checks, origin and
//! "why?" read a field from its row.

use super::field::{Field, commitment, participant};
use super::part::Part;
use crate::extract::{Days, Spot, Trace, Why};
use crate::model::{Commitment, Evidence, Participant, PartyCode, Record, Ruling};

/// A row of the table.
pub struct FieldRow {
    /// The field in a word or a few, within sentences.
    pub word: fn(&Record, &Field) -> String,
    /// Its full name, for lists, links and screen readers.
    pub name: fn(&Record, &Field) -> String,
    /// Where it stands in a saved record, as a JSON pointer (RFC 6901) in which `*` is a place in a list.
    pub path: &'static str,
    /// What it says.
    pub in_words: fn(&Record, &Field) -> String,
    /// Its evidence and ruling.
    pub values: Values,
    /// How the engine reads the value that the record has, of all that it could have proposed.
    pub readings: for<'t> fn(&Record, &'t Trace) -> Vec<&'t Why>,
}

/// The evidence and ruling of a field.
#[derive(Clone, Copy, Debug)]
pub struct Ruled<'r> {
    /// The words that support it.
    pub evidence: &'r [Evidence],
    /// What a person has said of it.
    pub ruling: Ruling,
    /// The party in whose color its words are marked.
    pub party: Option<&'r PartyCode>,
}

/// The same, to change.
type RuledMut<'r> = Option<(&'r mut Vec<Evidence>, &'r mut Ruling)>;

/// Where evidence and rulings of a row's fields are found.
pub enum Values {
    /// A field without either.
    Bare(Field),
    /// The one field of its row.
    One {
        field: Field,
        get: for<'r> fn(&'r Record) -> Option<Ruled<'r>>,
        get_mut: for<'r> fn(&'r mut Record) -> RuledMut<'r>,
    },
    /// A list of fields.
    Many {
        every: for<'r> fn(&'r Record) -> Vec<(Field, Ruled<'r>)>,
        get: for<'r> fn(&'r Record, &Field) -> Option<Ruled<'r>>,
        get_mut: for<'r> fn(&'r mut Record, &Field) -> RuledMut<'r>,
    },
}

/// Every row, in the order of the form.
pub static ROWS: &[&FieldRow] = &[&KIND, &DATE, &LOCATION, &PARTICIPANT, &COMMITMENT];

/// How the parties were in contact.
pub static KIND: FieldRow = FieldRow {
    word: |_, _| "kind".to_owned(),
    name: |_, _| "Kind of contact".to_owned(),
    path: "/meeting/kind",
    in_words: |record, _| record.meeting.kind.label().to_owned(),
    values: Values::Bare(Field::Kind),
    readings: |_, trace| trace.kind().into_iter().collect(),
};

/// The day of the meeting.
pub static DATE: FieldRow = FieldRow {
    word: |_, _| "day".to_owned(),
    name: |_, _| "Day of the meeting".to_owned(),
    path: "/meeting/date",
    in_words: |record, _| joined(record, &[Part::DAY]),
    values: Values::One {
        field: Field::Date,
        get: |record| record.meeting.date.as_ref().map(|d| ruled(&d.evidence, d.ruling)),
        get_mut: |record| record.meeting.date.as_mut().map(|d| (&mut d.evidence, &mut d.ruling)),
    },
    readings: |record, trace| {
        let now = record.meeting.date.as_ref().map(Days::from);
        trace.days().iter().filter(|choice| Some(choice.value) == now).map(|choice| &choice.why).collect()
    },
};

/// The place of the meeting.
pub static LOCATION: FieldRow = FieldRow {
    word: |_, _| "place".to_owned(),
    name: |_, _| "Place of the meeting".to_owned(),
    path: "/meeting/location",
    in_words: |record, _| joined(record, &[Part::VENUE, Part::PLACE, Part::COUNTRY]),
    values: Values::One {
        field: Field::Location,
        get: |record| record.meeting.location.as_ref().map(|l| ruled(&l.evidence, l.ruling)),
        get_mut: |record| record.meeting.location.as_mut().map(|l| (&mut l.evidence, &mut l.ruling)),
    },
    readings: |record, trace| {
        let now = record.meeting.location.as_ref().map(Spot::from);
        let places = trace.places().iter();
        places.filter(|choice| Some(&choice.value) == now.as_ref()).map(|choice| &choice.why).collect()
    },
};

/// A participant.
pub static PARTICIPANT: FieldRow = FieldRow {
    word: |record, field| match field {
        Field::Participant(id) => {
            participant(record, id).map_or_else(|| id.to_string(), |p| p.name.to_string())
        }
        _ => String::new(),
    },
    name: |record, field| format!("Participant {}", field.short(record)),
    path: "/meeting/participants/*",
    in_words: |_, _| String::new(),
    values: Values::Many {
        every: |record| {
            let people = record.meeting.participants.iter();
            people.map(|p| (Field::Participant(p.id.clone()), of_participant(p))).collect()
        },
        get: |record, field| match field {
            Field::Participant(id) => participant(record, id).map(of_participant),
            _ => None,
        },
        get_mut: |record, field| {
            let Field::Participant(id) = field else { return None };
            let found = record.meeting.participants.iter_mut().find(|p| p.id == *id);
            found.map(|p| (&mut p.evidence, &mut p.ruling))
        },
    },
    readings: |_, _| Vec::new(),
};

/// A commitment.
pub static COMMITMENT: FieldRow = FieldRow {
    word: |record, field| match field {
        Field::Commitment(id) => {
            let place = record.commitments.iter().position(|commitment| commitment.id == *id);
            place.map_or_else(|| id.to_string(), |place| format!("commitment {}", place + 1))
        }
        _ => String::new(),
    },
    name: |record, field| field.short(record).replacen('c', "C", 1),
    path: "/commitments/*",
    in_words: |record, field| match field {
        Field::Commitment(id) => commitment(record, id).map_or_else(String::new, |found| found.text.clone()),
        _ => String::new(),
    },
    values: Values::Many {
        every: |record| {
            let commitments = record.commitments.iter();
            commitments.map(|c| (Field::Commitment(c.id.clone()), of_commitment(c))).collect()
        },
        get: |record, field| match field {
            Field::Commitment(id) => commitment(record, id).map(of_commitment),
            _ => None,
        },
        get_mut: |record, field| {
            let Field::Commitment(id) = field else { return None };
            let found = record.commitments.iter_mut().find(|c| c.id == *id);
            found.map(|c| (&mut c.evidence, &mut c.ruling))
        },
    },
    readings: |_, _| Vec::new(),
};

fn ruled(evidence: &[Evidence], ruling: Ruling) -> Ruled<'_> {
    Ruled { evidence, ruling, party: None }
}

fn of_participant(person: &Participant) -> Ruled<'_> {
    let party = person.party.as_ref().map(|party| &party.code);
    Ruled { party, ..ruled(&person.evidence, person.ruling) }
}

fn of_commitment(commitment: &Commitment) -> Ruled<'_> {
    let party = commitment.parties.first().map(|party| &party.code);
    Ruled { party, ..ruled(&commitment.evidence, commitment.ruling) }
}

/// What there is of these parts, with commas between.
fn joined(record: &Record, parts: &[&Part]) -> String {
    let words = parts.iter().filter_map(|part| part.get(record, None)?.in_words());
    words.collect::<Vec<_>>().join(", ")
}
