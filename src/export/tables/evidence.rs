//! A row a quotation: the words of the article that support a value.

use super::rows::Part;
use super::value::Value;
use super::{Column, Kind, RECORD_ID, Read, Table};
use crate::export::contents::Needs;
use crate::model::{Evidence, Record};

pub(super) const TABLE: Table = Table {
    name: "evidence",
    about: "The words of the article that support each value, one quotation a row.",
    key: &["record_id", "quotation"],
    refers: &[(&["record_id"], "meetings")],
    columns: COLUMNS,
    needs: Needs::Nothing,
    parts: |record| Quotation::all(record).into_iter().map(Part::Quotation).collect(),
};

/// A quotation, and what it supports.
#[derive(Clone, Debug)]
pub(in crate::export) struct Quotation<'r> {
    /// Which of the record it is, from 1.
    pub number: usize,
    /// What it supports.
    pub supports: Supports,
    /// The id of the participant or commitment that it supports.
    pub of: Option<&'r str>,
    /// The words.
    pub evidence: &'r Evidence,
}

/// What a quotation supports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::export) enum Supports {
    Kind,
    Date,
    Place,
    Participant,
    Commitment,
}

impl Supports {
    const ALL: &[Self] = &[Self::Kind, Self::Date, Self::Place, Self::Participant, Self::Commitment];

    /// What it is called in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Date => "date",
            Self::Place => "place",
            Self::Participant => "participant",
            Self::Commitment => "commitment",
        }
    }
}

impl<'r> Quotation<'r> {
    /// Every quotation of a record, in the order of its fields.
    pub fn all(record: &'r Record) -> Vec<Self> {
        let mut all = Vec::new();
        let mut add = |supports, of, evidence: &'r [Evidence]| {
            for evidence in evidence {
                all.push(Self { number: all.len() + 1, supports, of, evidence });
            }
        };
        let meeting = &record.meeting;
        add(Supports::Kind, None, meeting.kind.as_ref().map_or(&[], |kind| &kind.evidence));
        add(Supports::Date, None, meeting.date.as_ref().map_or(&[], |date| &date.evidence));
        add(Supports::Place, None, meeting.location.as_ref().map_or(&[], |place| &place.evidence));
        for person in &meeting.participants {
            add(Supports::Participant, Some(person.id.as_str()), &person.evidence);
        }
        for commitment in &record.commitments {
            add(Supports::Commitment, Some(commitment.id.as_str()), &commitment.evidence);
        }
        all
    }
}

const SUPPORTED: Kind = Kind::Choice(|| Supports::ALL.iter().map(|supports| supports.name()).collect());

const COLUMNS: &[Column] = &[
    RECORD_ID,
    Column::new("quotation", Kind::Number, Read::Place, "Which quotation of the record, from 1.").required(),
    Column::new(
        "supports",
        SUPPORTED,
        Read::Quotation(|quotation| Value::text(quotation.supports.name())),
        "What the words support.",
    )
    .required(),
    Column::text(
        "of",
        Read::Quotation(|quotation| quotation.of.map_or(Value::None, Value::text)),
        "The participant_id or commitment_id that they support, where it is one of these.",
    ),
    Column::prose(
        "exact",
        Read::Quotation(|quotation| Value::text(quotation.evidence.exact())),
        "The words themselves.",
    ),
    Column::text(
        "prefix",
        Read::Quotation(|quotation| Value::text(quotation.evidence.prefix())),
        "Up to 32 characters before them.",
    ),
    Column::text(
        "suffix",
        Read::Quotation(|quotation| Value::text(quotation.evidence.suffix())),
        "Up to 32 characters after them.",
    ),
    Column::new(
        "start_char",
        Kind::Number,
        Read::Quotation(|quotation| Value::count(quotation.evidence.chars().start)),
        "The first code point of the words in the article's text, from 0.",
    )
    .required(),
    Column::new(
        "end_char",
        Kind::Number,
        Read::Quotation(|quotation| Value::count(quotation.evidence.chars().end)),
        "The code point after their last.",
    )
    .required(),
    Column::text(
        "rule",
        Read::Quotation(|quotation| Value::text(quotation.evidence.rule().as_str())),
        "The rule that pointed at them, or reviewer.",
    ),
];
