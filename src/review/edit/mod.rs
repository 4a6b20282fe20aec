//! Edits: every way in which a person changes a record, as values that can be sent, stored and
//! scripted. An edit is a function from a record to a record; undo and provenance are not its
//! business.
//!
//! An edit of a value makes its ruling `corrected`. A value that the engine proposed is never
//! destroyed: taking it away rules it out. One that a reviewer added goes away for good.

mod commitments;
mod days_anew;
mod meeting;
mod participants;
mod read_anew;
mod rulings;
mod same;
mod step;

pub use days_anew::{Reach, days_anew};
pub(super) use meeting::{set_day, set_kind};
pub use participants::{corrected, replace_party};
pub(super) use read_anew::{ENCODING, TEXT};
pub use read_anew::{ReadAnew, Wanted, article_read_anew, article_without_hand, lost_words};
pub use rulings::{same_words, set_status};
pub use same::{is_same_commitment, is_same_person};

use std::collections::BTreeSet;
use std::sync::Arc;

use super::field::{Field, commitment, participant};
use super::part::Part;
use super::value::PartValue;
use crate::extract::{Choice, Days, NamedPerson, Spot, Undertaken};
use crate::lexicon::Lexicon;
use crate::model::{
    Commitment, CommitmentId, CountryCode, Day, Instant, Line, MeetingKind, Obligation, PartialDate,
    Participant, ParticipantId, Party, PartyCode, Precision, Record, ReviewStatus, Role, Ruling, Span,
};

/// A change of a record. What each does stands in `step.rs`.
#[derive(Clone, Debug, PartialEq)]
pub enum RecordEdit {
    /// A part of the record gets this value. The edits below that set one part are short for this.
    Set {
        /// Which part.
        part: &'static Part,
        /// Of which participant or commitment, where it is a part of one.
        of: Option<Field>,
        /// The value.
        value: PartValue,
    },

    /// The article's headline.
    Title(String),
    /// These words of the text say this of the article.
    FactFrom(&'static Part, Span),
    /// The days as the engine counts them now that the article is of another day, in a record that it proposed
    /// anew.
    DaysAnew(Arc<Record>, Reach),
    /// The article was read anew, as a person wanted, and its records were proposed anew.
    ReadAnew(Arc<ReadAnew>),
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
    /// A participant of another contact took part in this one, at the end.
    TakeParticipant(Box<Participant>),
    /// Values of another contact, which is removed, are in this one again, from which they were moved.
    GiveBack(Vec<RecordEdit>),
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
    /// A further commitment, at the end: what the engine reads in words that a person selected.
    AddUndertaking(Box<Undertaken>),
    /// A commitment of another contact was made in this one, at the end, by whoever is called so.
    TakeCommitment(Box<Commitment>, Option<Line>),
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

    /// A party is another, wherever it stands in the record.
    ReplaceParty {
        /// The code that it has.
        from: PartyCode,
        /// What it is.
        to: Party,
    },
    /// The record is this other one of the same article.
    TakeRecord(Box<Record>),

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
    /// Who reviewed it.
    Reviewer(String),
    /// The reviewer's remarks.
    Notes(String),
    /// Somebody should look at the record again, for this reason; or nobody need.
    Flag(Option<String>),
    /// Under which names it is filed.
    Tags(BTreeSet<Line>),
}

impl RecordEdit {
    /// The fact of the article that it sets, if it sets one: the same for all contacts of the article.
    pub fn fact(&self) -> Option<&'static Part> {
        match self {
            Self::Title(_) => Some(Part::TITLE),
            Self::FactFrom(part, _) | Self::Set { part, .. } => {
                Some(part).filter(|part| part.is_of_article()).copied()
            }
            _ => None,
        }
    }

    /// What it changes of the article, as a step of a history.
    pub fn label_of_article(&self) -> String {
        match self {
            Self::ReadAnew(anew) => anew.wanted.label().to_owned(),
            _ => format!("change of {}", self.fact().map_or("the article", |part| part.word)),
        }
    }

    /// Whether it says itself in the record what a person has changed; the rest of what it changes is the engine's.
    pub fn accounts_for_itself(&self) -> bool {
        matches!(self, Self::ReadAnew(_))
    }

    /// Makes the edit in a record of which nobody keeps a history here.
    pub(crate) fn apply_to(self, record: &mut Record, lexicon: &Lexicon, hand: &Hand) {
        self.step().apply(record, lexicon, hand);
    }

    /// What takes a participant or commitment of this record into that of another contact of its article.
    pub fn take_of(record: &Record, field: &Field) -> Option<Self> {
        match field {
            Field::Participant(id) => {
                participant(record, id).cloned().map(Box::new).map(Self::TakeParticipant)
            }
            Field::Commitment(id) => {
                let taken = commitment(record, id)?.clone();
                let speaker = taken.speaker.as_ref().and_then(|id| participant(record, id));
                let speaker = speaker.map(|person| person.name.clone());
                Some(Self::TakeCommitment(Box::new(taken), speaker))
            }
            Field::Kind | Field::Date | Field::Location => None,
        }
    }
}

/// Whose hand makes an edit, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hand {
    /// The reviewer's name.
    pub by: String,
    /// The moment.
    pub at: Instant,
}
