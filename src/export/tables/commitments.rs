//! A row a commitment.

use super::rows::Part;
use super::value::Value;
use super::{Column, Kind, RECORD_ID, RULINGS, Read, Table};
use crate::export::contents::Needs;
use crate::model::Obligation;

pub(super) const TABLE: Table = Table {
    name: "commitments",
    about: "What parties undertook, one undertaking a row.",
    key: &["record_id", "commitment_id"],
    refers: &[(&["record_id"], "meetings")],
    columns: COLUMNS,
    needs: Needs::Nothing,
    parts: |record| {
        let commitments = record.commitments.iter().enumerate();
        commitments.map(|(at, commitment)| Part::Commitment(at, commitment)).collect()
    },
};

const OBLIGATIONS: Kind =
    Kind::Choice(|| Obligation::ALL.iter().map(|obligation| obligation.saved()).collect());

const COLUMNS: &[Column] = &[
    RECORD_ID,
    Column::text(
        "commitment_id",
        Read::Commitment(|commitment| Value::text(commitment.id.as_str())),
        "The commitment within the record: c1, c2 and so on.",
    )
    .required(),
    Column::new("position", Kind::Number, Read::Place, "The commitment's place in the record, from 1.").required(),
    Column::prose(
        "commitment",
        Read::Commitment(|commitment| Value::text(&commitment.text)),
        "The undertaking in words.",
    ),
    Column::text(
        "parties",
        Read::Commitment(|commitment| Value::list(commitment.parties.iter().map(|party| party.code.as_str()))),
        "The codes of those who are bound, parted by semicolons.",
    ),
    Column::text(
        "speaker",
        Read::Commitment(|commitment| {
            commitment.speaker.as_ref().map_or(Value::None, |speaker| Value::text(speaker.as_str()))
        }),
        "The participant of the same record who said it.",
    ),
    Column::text(
        "toward",
        Read::Commitment(|commitment| Value::list(commitment.toward.iter().map(|party| party.code.as_str()))),
        "The codes of those to whom it is addressed, or who benefit, parted by semicolons.",
    ),
    Column::new(
        "obligation",
        OBLIGATIONS,
        Read::Commitment(|commitment| Value::text(commitment.obligation.saved())),
        "How firmly: the weakest verb in the chain decides.",
    )
    .required(),
    Column::new(
        "precision",
        Kind::Number,
        Read::Commitment(|commitment| Value::Number(commitment.precision.get().into())),
        "How specifically: 0 an area only, 1 an action or object, 2 with one detail, 3 with amount or deadline and more.",
    )
    .required(),
    Column::text(
        "deadline",
        Read::Commitment(|commitment| {
            commitment.deadline.map_or(Value::None, |deadline| Value::from(deadline.to_string()))
        }),
        "By when: a year, season, month or day (EDTF level 1; 2021-21 is the spring of 2021).",
    ),
    Column::new(
        "deadline_last",
        Kind::Day,
        Read::Commitment(|commitment| Value::day(commitment.deadline.and_then(|deadline| deadline.last_day()))),
        "The last day that the deadline may mean.",
    ),
    Column::prose(
        "condition",
        Read::Commitment(|commitment| commitment.condition.as_deref().map_or(Value::None, Value::text)),
        "On what condition, in the text's words.",
    ),
    Column::text(
        "topics",
        Read::Commitment(|commitment| Value::list(commitment.topics.iter())),
        "What it is about, parted by semicolons.",
    ),
    Column::new(
        "ruling",
        RULINGS,
        Read::Commitment(|commitment| Value::text(commitment.ruling.saved())),
        "What a person has said of it.",
    )
    .required(),
];
