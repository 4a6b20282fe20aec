//! Edits: every way in which a person changes a record, as values that can be sent, stored and
//! scripted. An edit is a function from a record to a record; undo and provenance are not its
//! business.
//!
//! An edit of a value makes its ruling `corrected`. A value that the engine proposed is never
//! destroyed: taking it away rules it out. One that a reviewer added goes away for good.

mod commitments;
mod labels;
mod meeting;
mod participants;
mod rulings;

pub use rulings::{same_words, set_status};

use super::field::Field;
use super::history::Typing;
use crate::extract::{Choice, Days, NamedPerson, Spot};
use crate::lexicon::Lexicon;
use crate::model::{
    CommitmentId, CountryCode, Day, Instant, Line, MeetingKind, Obligation, PartialDate, ParticipantId,
    Party, Precision, Record, ReviewStatus, Role, Ruling, Span,
};
use crate::review::{field, origin};

/// A change of a record.
#[derive(Clone, Debug, PartialEq)]
pub enum RecordEdit {
    /// The article's headline.
    Title(String),
    /// How the parties were in contact.
    Kind(MeetingKind),
    /// The day or days; without a first day, none.
    Day {
        /// The first or only day.
        start: Option<Day>,
        /// The last day, if there were several.
        end: Option<Day>,
    },
    /// The day is the one that these words write out.
    DayFrom(Span),
    /// The day is another of those that the engine read.
    DayChoice(Choice<Days>),
    /// The city or named place.
    Place(Option<String>),
    /// The country of the place.
    Country(Option<CountryCode>),
    /// The building or room.
    Venue(Option<String>),
    /// The place is the one that these words name.
    PlaceFrom(Span),
    /// The place is another of those that the engine read.
    PlaceChoice(Choice<Spot>),

    /// A further participant, at the end, with the words that name the person.
    AddParticipant {
        /// The name; empty to type it after.
        name: String,
        /// The words that name the person.
        at: Option<Span>,
    },
    /// A further participant, at the end: somebody whom the article names.
    AddNamed(NamedPerson),
    /// A participant was none.
    RemoveParticipant(ParticipantId),
    /// A participant's new place in the list, counted from 0.
    MoveParticipant(ParticipantId, usize),
    /// The name.
    ParticipantName(ParticipantId, String),
    /// The office as printed.
    ParticipantTitle(ParticipantId, Option<String>),
    /// Whom the person represents.
    ParticipantParty(ParticipantId, Option<Party>),
    /// In what part the person was there.
    ParticipantRole(ParticipantId, Role),

    /// A further commitment, at the end, with the words that undertake it.
    AddCommitment {
        /// The undertaking; empty to type it after.
        text: String,
        /// The words that undertake it.
        at: Option<Span>,
    },
    /// A commitment was none.
    RemoveCommitment(CommitmentId),
    /// A commitment's new place in the list, counted from 0.
    MoveCommitment(CommitmentId, usize),
    /// The undertaking in words.
    CommitmentText(CommitmentId, String),
    /// Who is bound.
    CommitmentParties(CommitmentId, Vec<Party>),
    /// Which participant said it.
    CommitmentSpeaker(CommitmentId, Option<ParticipantId>),
    /// To whom it is addressed.
    CommitmentToward(CommitmentId, Vec<Party>),
    /// How firmly.
    CommitmentObligation(CommitmentId, Obligation),
    /// How specifically.
    CommitmentPrecision(CommitmentId, Precision),
    /// By when.
    CommitmentDeadline(CommitmentId, Option<PartialDate>),
    /// On what condition.
    CommitmentCondition(CommitmentId, Option<String>),
    /// What it is about.
    CommitmentTopics(CommitmentId, Vec<String>),

    /// These words support this field, in place of those that did.
    Evidence(Field, Span),
    /// These words support this field too.
    MoreEvidence(Field, Span),
    /// Every other place of the text with the same words as the field's evidence supports it too.
    SameWords(Field),
    /// These words do not support this field.
    LessEvidence(Field, Span),
    /// What a person says of a field as it stands.
    Rule(Field, Ruling),
    /// Every value that nobody has ruled on is right.
    ConfirmRest,
    /// How far the review has come.
    Status(ReviewStatus),
    /// The reviewer's remarks.
    Notes(String),
    /// Somebody should look at the record again, for this reason; or nobody need.
    Flag(Option<String>),
}

/// Whose hand makes an edit, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hand {
    /// The reviewer's name.
    pub by: String,
    /// The moment.
    pub at: Instant,
}

impl RecordEdit {
    /// The text that this edit types in, if it is typing.
    pub fn typing(&self) -> Option<Typing> {
        let typing = |field, part| Some(Typing { field, part });
        match self {
            Self::Title(_) => typing(None, "headline"),
            Self::Notes(_) => typing(None, "notes"),
            Self::Flag(Some(_)) => typing(None, "flag"),
            Self::Place(_) => typing(Some(Field::Location), "place"),
            Self::Venue(_) => typing(Some(Field::Location), "venue"),
            Self::ParticipantName(id, _) => typing(Some(id.clone().into()), "name"),
            Self::ParticipantTitle(id, _) => typing(Some(id.clone().into()), "title"),
            Self::CommitmentText(id, _) => typing(Some(id.clone().into()), "text"),
            Self::Day { .. } => typing(Some(Field::Date), "day"),
            Self::CommitmentDeadline(id, _) => typing(Some(id.clone().into()), "deadline"),
            Self::CommitmentCondition(id, _) => typing(Some(id.clone().into()), "condition"),
            _ => None,
        }
    }

    /// Makes the edit. One that finds nothing to change changes nothing.
    pub fn apply(self, record: &mut Record, lexicon: &Lexicon, hand: &Hand) {
        match self {
            Self::Title(title) => meeting::set_title(record, title),
            Self::Kind(kind) => record.meeting.kind = kind,
            Self::Day { start, end } => meeting::set_day(record, start, end),
            Self::DayFrom(span) => meeting::set_day_from(record, span, lexicon),
            Self::DayChoice(choice) => meeting::choose_day(record, choice),
            Self::Place(place) => {
                meeting::change_location(record, |l| l.place = filled(place).map(Line::from))
            }
            Self::Country(country) => meeting::change_location(record, |l| l.country = country),
            Self::Venue(venue) => {
                meeting::change_location(record, |l| l.venue = filled(venue).map(Line::from))
            }
            Self::PlaceFrom(span) => meeting::set_place_from(record, span, lexicon),
            Self::PlaceChoice(choice) => meeting::choose_place(record, choice),

            Self::AddParticipant { name, at } => participants::add(record, name, at),
            Self::AddNamed(person) => participants::add_named(record, person),
            Self::RemoveParticipant(id) => participants::remove(record, &id),
            Self::MoveParticipant(id, to) => move_to(&mut record.meeting.participants, |p| p.id == id, to),
            Self::ParticipantName(id, name) => participants::change(record, &id, |p| p.name = name.into()),
            Self::ParticipantTitle(id, title) => {
                participants::change(record, &id, |p| p.title = filled(title).map(Line::from));
            }
            Self::ParticipantParty(id, party) => participants::change(record, &id, |p| p.party = party),
            Self::ParticipantRole(id, role) => participants::change(record, &id, |p| p.role = role),

            Self::AddCommitment { text, at } => commitments::add(record, text, at),
            Self::RemoveCommitment(id) => commitments::remove(record, &id),
            Self::MoveCommitment(id, to) => move_to(&mut record.commitments, |c| c.id == id, to),
            Self::CommitmentText(id, text) => commitments::change(record, &id, |c| c.text = text),
            Self::CommitmentParties(id, parties) => {
                commitments::change(record, &id, |c| c.parties = parties);
            }
            Self::CommitmentSpeaker(id, speaker) => commitments::set_speaker(record, &id, speaker),
            Self::CommitmentToward(id, toward) => commitments::change(record, &id, |c| c.toward = toward),
            Self::CommitmentObligation(id, obligation) => {
                commitments::change(record, &id, |c| c.obligation = obligation);
            }
            Self::CommitmentPrecision(id, precision) => {
                commitments::change(record, &id, |c| c.precision = precision);
            }
            Self::CommitmentDeadline(id, deadline) => {
                commitments::change(record, &id, |c| c.deadline = deadline);
            }
            Self::CommitmentCondition(id, condition) => {
                commitments::change(record, &id, |c| c.condition = filled(condition));
            }
            Self::CommitmentTopics(id, topics) => commitments::change(record, &id, |c| c.topics = topics),

            Self::Evidence(field, span) => rulings::point(record, &field, span),
            Self::MoreEvidence(field, span) => rulings::point_also(record, &field, &[span]),
            Self::SameWords(field) => {
                let places = same_words(record, &field);
                rulings::point_also(record, &field, &places);
            }
            Self::LessEvidence(field, span) => rulings::point_away(record, &field, span),
            Self::Rule(field, ruling) => rulings::rule(record, &field, ruling),
            Self::ConfirmRest => rulings::confirm_rest(record),
            Self::Status(status) => set_status(record, status, hand),
            Self::Notes(notes) => record.review.notes = notes,
            Self::Flag(why) => record.review.flag = why,
        }
    }
}

/// An emptied text is no text.
fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

/// Moves the one element of a list that `is_it` to another place, or to the end if that is nearer.
fn move_to<T>(list: &mut Vec<T>, is_it: impl Fn(&T) -> bool, to: usize) {
    if let Some(from) = list.iter().position(is_it) {
        let moved = list.remove(from);
        list.insert(to.min(list.len()), moved);
    }
}
