//! The nouns of Chancery, and nothing else: no files, no pixels, no engine.
//!
//! An [`Article`] is an imported text. A [`Record`] is what it says of one [`Meeting`]: how the parties
//! were in contact ([`ContactKind`]), who met ([`Participant`]), when ([`MeetingDate`]), where ([`Location`]), and what each [`Party`]
//! undertook ([`Commitment`]). Every value carries [`Evidence`], the words that support it, and a
//! [`Ruling`], what a person has said of it. A [`Budget`] says how much work a file is worth.
//!
//! These types are also the saved file, field by field: see [`Record::from_json`] and [`schema`].
//! A new field is a line in its struct; the schema and the saved form follow.

mod article;
mod budget;
mod choices;
mod commitment;
mod day;
mod evidence;
mod format;
mod id;
mod json;
mod line;
mod meeting;
mod older;
mod origin;
mod party;
mod record;
mod ruling;
mod saved;
mod text;

pub use article::{Article, Dateline, Digest, Sha256Hex};
pub use budget::{Budget, CancelToken, GivenUp};
pub use commitment::{Commitment, CommitmentId, Obligation, Precision, PrecisionError};
pub use day::{DateError, Day, Instant, PartialDate, Season};
pub use evidence::{Evidence, RuleName};
pub use format::{counted, number};
pub use id::{ArticleKey, EntryId};
pub use line::Line;
pub use meeting::{
    Basis, ContactKind, Location, Meeting, MeetingDate, MeetingKind, Participant, ParticipantId, Role,
};
pub use origin::Origin;
pub use party::{CodeError, CountryCode, Party, PartyCode};
pub use record::{
    ContactNumber, Edit, Provenance, Record, RecordId, Review, ReviewStatus, SCHEMA, SchemaVersion, schema,
};
pub use ruling::Ruling;
pub use saved::{Fault, RecordError, read_json};
pub use text::{Span, Text};
