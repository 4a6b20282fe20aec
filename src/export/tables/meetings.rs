//! A row a contact: how, when and where the parties met, and how far its review has come.

use super::rows::Part;
use super::value::Value;
use super::{ARTICLE_ID, Column, Kind, RECORD_ID, RULINGS, Read, Table};
use crate::export::contents::Needs;
use crate::model::{Basis, CountryCode, MeetingKind, ReviewStatus};

pub(super) const TABLE: Table = Table {
    name: "meetings",
    about: "The contacts that articles report, one a row: how, when and where, and the state of the review.",
    key: &["record_id"],
    refers: &[(&["article_id"], "articles")],
    columns: COLUMNS,
    needs: Needs::Nothing,
    parts: |_| vec![Part::Contact],
};

const KINDS: Kind = Kind::Choice(|| MeetingKind::ALL.iter().map(|kind| kind.saved()).collect());
const BASES: Kind = Kind::Choice(|| Basis::ALL.iter().map(|basis| basis.saved()).collect());
const STATES: Kind = Kind::Choice(|| ReviewStatus::ALL.iter().map(|status| status.saved()).collect());

const COLUMNS: &[Column] = &[
    RECORD_ID,
    ARTICLE_ID,
    Column::new(
        "number",
        Kind::Number,
        Read::Record(|record| Value::Number(record.number.get().into())),
        "Which of the article's contacts this is, from 1, the main one.",
    )
    .required(),
    Column::new(
        "kind",
        KINDS,
        Read::Record(|record| {
            record.meeting.kind.as_ref().map_or(Value::None, |kind| Value::text(kind.value.saved()))
        }),
        "How the parties were in contact.",
    ),
    Column::new(
        "kind_ruling",
        RULINGS,
        Read::Record(|record| {
            record.meeting.kind.as_ref().map_or(Value::None, |kind| Value::text(kind.ruling.saved()))
        }),
        "What a person has said of the kind.",
    ),
    Column::new(
        "date_start",
        Kind::Day,
        Read::Record(|record| Value::day(record.meeting.date.as_ref().map(|date| date.start))),
        "The first or only day.",
    ),
    Column::new(
        "date_end",
        Kind::Day,
        Read::Record(|record| Value::day(record.meeting.date.as_ref().and_then(|date| date.end))),
        "The last day, where it went on for several.",
    ),
    Column::new(
        "date_basis",
        BASES,
        Read::Record(|record| {
            record.meeting.date.as_ref().map_or(Value::None, |date| Value::text(date.basis.saved()))
        }),
        "How the day was found.",
    ),
    Column::new(
        "date_ruling",
        RULINGS,
        Read::Record(|record| {
            record.meeting.date.as_ref().map_or(Value::None, |date| Value::text(date.ruling.saved()))
        }),
        "What a person has said of the days.",
    ),
    Column::text(
        "place",
        Read::Record(|record| {
            Value::line(record.meeting.location.as_ref().and_then(|place| place.place.as_ref()))
        }),
        "The city or named place, as the text spells it.",
    ),
    Column::text(
        "country",
        Read::Record(|record| {
            let country = record.meeting.location.as_ref().and_then(|place| place.country.as_ref());
            country.map(CountryCode::as_str).map_or(Value::None, Value::text)
        }),
        "The country of the place (ISO 3166-1 alpha-3, XKX for Kosovo).",
    ),
    Column::text(
        "venue",
        Read::Record(|record| {
            Value::line(record.meeting.location.as_ref().and_then(|place| place.venue.as_ref()))
        }),
        "The building or room.",
    ),
    Column::new(
        "place_ruling",
        RULINGS,
        Read::Record(|record| {
            record.meeting.location.as_ref().map_or(Value::None, |place| Value::text(place.ruling.saved()))
        }),
        "What a person has said of the place.",
    ),
    Column::text(
        "parties",
        Read::Record(|record| Value::list(record.meeting.parties().iter().map(|party| party.code.as_str()))),
        "The codes of those who took part, each once, parted by semicolons.",
    ),
    Column::new(
        "status",
        STATES,
        Read::Record(|record| Value::text(record.review.status.saved())),
        "How far the review has come.",
    )
    .required(),
    Column::text(
        "reviewer",
        Read::Record(|record| Value::line(record.review.reviewer.as_ref())),
        "Who reviewed it.",
    ),
    Column::new(
        "reviewed_at",
        Kind::Moment,
        Read::Record(|record| record.review.reviewed_at.map_or(Value::None, Value::Moment)),
        "When it was marked reviewed or rejected, in UTC.",
    ),
    Column::prose(
        "notes",
        Read::Record(|record| Value::text(&record.review.notes)),
        "The reviewer's remarks.",
    ),
    Column::new(
        "flagged",
        Kind::Flag,
        Read::Record(|record| Value::Flag(record.review.flag.is_some())),
        "Whether somebody should look at it again.",
    )
    .required(),
    Column::prose(
        "flag",
        Read::Record(|record| record.review.flag.as_deref().map_or(Value::None, Value::text)),
        "Why, in the reviewer's words.",
    ),
    Column::text(
        "tags",
        Read::Record(|record| Value::list(record.review.tags.iter().map(|tag| &**tag))),
        "Under which names the reviewer files it, parted by semicolons.",
    ),
    Column::text(
        "extractor",
        Read::Record(|record| Value::text(&record.provenance.extractor)),
        "The program and version that proposed the values.",
    ),
];
