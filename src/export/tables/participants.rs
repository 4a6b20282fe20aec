//! A row a person who took part in a contact.

use super::rows::Part;
use super::value::Value;
use super::{Column, Kind, RECORD_ID, RULINGS, Read, Table};
use crate::export::contents::Needs;
use crate::model::Role;

pub(super) const TABLE: Table = Table {
    name: "participants",
    about: "Those who took part in a contact, one a row.",
    key: &["record_id", "participant_id"],
    refers: &[(&["record_id"], "meetings")],
    columns: COLUMNS,
    needs: Needs::Nothing,
    parts: |record| {
        let people = record.meeting.participants.iter().enumerate();
        people.map(|(at, person)| Part::Participant(at, person)).collect()
    },
};

const ROLES: Kind = Kind::Choice(|| Role::ALL.iter().map(|role| role.saved()).collect());

const COLUMNS: &[Column] = &[
    RECORD_ID,
    Column::text(
        "participant_id",
        Read::Participant(|person| Value::text(person.id.as_str())),
        "The person within the record: p1, p2 and so on.",
    )
    .required(),
    Column::new("position", Kind::Number, Read::Place, "The person's place in the record, from 1.")
        .required(),
    Column::text(
        "name",
        Read::Participant(|person| Value::text(&person.name)),
        "The longest form of the name in the text, without honorifics.",
    ),
    Column::text(
        "title",
        Read::Participant(|person| Value::line(person.title.as_ref())),
        "The office as the text states it.",
    ),
    Column::text(
        "party_code",
        Read::Participant(|person| {
            person.party.as_ref().map_or(Value::None, |party| Value::text(party.code.as_str()))
        }),
        "Whom the person represents: ISO 3166-1 alpha-3 of a state, or an organization's acronym.",
    ),
    Column::text(
        "party_name",
        Read::Participant(|person| {
            person.party.as_ref().map_or(Value::None, |party| Value::text(&party.name))
        }),
        "The party's short English name.",
    ),
    Column::new(
        "role",
        ROLES,
        Read::Participant(|person| Value::text(person.role.saved())),
        "In what part the person was there.",
    )
    .required(),
    Column::new(
        "ruling",
        RULINGS,
        Read::Participant(|person| Value::text(person.ruling.saved())),
        "What a person has said of it.",
    )
    .required(),
];
