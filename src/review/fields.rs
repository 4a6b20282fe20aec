//! The table of fields: what a value that people rule on is called, where it stands in a saved record, its
//! evidence and ruling, what it says, and how the engine came by it. Forms, labels, marks, checks, origin and
//! "why?" read a field from its row.

use super::field::{Field, commitment, participant};
use super::value::PartValue;
use crate::extract::{Days, Spot, Trace, Why};
use crate::model::{Commitment, Evidence, Participant, PartyCode, Record, Ruling};

/// A row of the table.
pub struct FieldRow {
    /// What its fields are called together.
    pub group: &'static str,
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
    group: "Kind of contact",
    word: |_, _| "kind".to_owned(),
    name: |_, _| "Kind of contact".to_owned(),
    path: "/meeting/kind",
    in_words: |record, _| {
        let kind = record.meeting.kind.as_ref();
        kind.map_or_else(String::new, |kind| kind.value.label().to_owned())
    },
    values: Values::One {
        field: Field::Kind,
        get: |record| record.meeting.kind.as_ref().map(|k| ruled(&k.evidence, k.ruling)),
        get_mut: |record| record.meeting.kind.as_mut().map(|k| (&mut k.evidence, &mut k.ruling)),
    },
    readings: |_, _| Vec::new(),
};

/// The day of the meeting.
pub static DATE: FieldRow = FieldRow {
    group: "Date",
    word: |_, _| "date".to_owned(),
    name: |_, _| "Date of the meeting".to_owned(),
    path: "/meeting/date",
    in_words: |record, _| {
        let date = record.meeting.date.as_ref();
        let days = date.map(|date| PartValue::Days(Some(date.start), date.end));
        days.and_then(|days| days.in_words()).unwrap_or_default()
    },
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
    group: "Place",
    word: |_, _| "place".to_owned(),
    name: |_, _| "Place of the meeting".to_owned(),
    path: "/meeting/location",
    in_words: |record, _| {
        let Some(at) = &record.meeting.location else { return String::new() };
        let country = at.country.as_ref().map(|country| country.as_str());
        let parts = [at.venue.as_deref(), at.place.as_deref(), country];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    },
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
    group: "Participants",
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
    group: "Commitments",
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

impl Field {
    /// Its row in the table of fields.
    pub(super) fn row(&self) -> &'static FieldRow {
        match self {
            Self::Kind => &KIND,
            Self::Date => &DATE,
            Self::Location => &LOCATION,
            Self::Participant(_) => &PARTICIPANT,
            Self::Commitment(_) => &COMMITMENT,
        }
    }

    /// What the fields of each row are called together, in the order of the form.
    pub fn groups() -> impl Iterator<Item = &'static str> {
        ROWS.iter().map(|row| row.group)
    }

    /// The place of its row among these.
    pub(super) fn group(&self) -> usize {
        ROWS.iter().position(|row| row.path == self.row().path).unwrap_or_default()
    }

    /// The fields of a record in the order of its form.
    pub fn all(record: &Record) -> impl Iterator<Item = Field> {
        ROWS.iter().flat_map(|row| match &row.values {
            Values::One { field, .. } => vec![field.clone()],
            Values::Many { every, .. } => every(record).into_iter().map(|(field, _)| field).collect(),
        })
    }

    /// The next field after this one that nobody has ruled on, starting over at the end.
    pub fn next_proposal(record: &Record, after: Option<&Field>) -> Option<Field> {
        let fields: Vec<Field> = Field::all(record).collect();
        let at = after.and_then(|field| fields.iter().position(|other| other == field));
        let proposed = |field: &&Field| field.ruling(record) == Some(Ruling::Proposed);
        let (before, rest) = fields.split_at_checked(at.map_or(0, |at| at + 1))?;
        rest.iter().chain(before).find(proposed).cloned()
    }

    /// The field in a word or a few.
    pub fn short(&self, record: &Record) -> String {
        (self.row().word)(record, self)
    }

    /// The full name of the field, for lists, links and screen readers.
    pub fn name(&self, record: &Record) -> String {
        (self.row().name)(record, self)
    }

    /// What the field says, in words; nothing for one whose name says it.
    pub fn in_words(&self, record: &Record) -> String {
        (self.row().in_words)(record, self)
    }

    /// What a person has said of this field; none for a value that is not there.
    pub fn ruling(&self, record: &Record) -> Option<Ruling> {
        self.ruled_in(record).map(|ruled| ruled.ruling)
    }

    /// The words that support this field.
    pub fn evidence<'r>(&self, record: &'r Record) -> &'r [Evidence] {
        self.ruled_in(record).map_or(&[], |ruled| ruled.evidence)
    }

    /// Every field that is there and has a ruling, in one go: a record from elsewhere may have thousands.
    pub fn ruled(record: &Record) -> impl Iterator<Item = (Self, Ruled<'_>)> {
        ROWS.iter().flat_map(|row| match &row.values {
            Values::One { field, get, .. } => {
                get(record).map(|ruled| (field.clone(), ruled)).into_iter().collect()
            }
            Values::Many { every, .. } => every(record),
        })
    }

    fn ruled_in<'r>(&self, record: &'r Record) -> Option<Ruled<'r>> {
        match &self.row().values {
            Values::One { get, .. } => get(record),
            Values::Many { get, .. } => get(record, self),
        }
    }

    /// The field's evidence and ruling, to change.
    pub fn parts_mut<'r>(&self, record: &'r mut Record) -> Option<(&'r mut Vec<Evidence>, &'r mut Ruling)> {
        match &self.row().values {
            Values::One { get_mut, .. } => get_mut(record),
            Values::Many { get_mut, .. } => get_mut(record, self),
        }
    }
}
