//! The record: what one article says of one contact, as proposed and then as reviewed. An article that
//! reports several contacts has a record for each, known by its number.
//!
//! The types of the model are the saved file: what serde writes of a [`Record`] is the JSON that
//! `assets/schema/record.schema.json` describes. It is read by [`Record::from_json`], in the file `saved`.

use std::collections::{BTreeSet, HashSet};
use std::fmt;
use std::num::NonZeroU32;
use std::path::Path;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::article::{Article, Sha256Hex};
use super::choices::choices;
use super::commitment::Commitment;
use super::day::Instant;
use super::evidence::Evidence;
use super::line::Line;
use super::meeting::{Meeting, ParticipantId};
use super::ruling::Ruling;
use super::text::Text;

/// The version of the saved format that this program writes. It reads the one before too.
pub const SCHEMA: &str = "chancery.record/2";

/// What the name of the format begins with in every version.
pub(super) const SCHEMA_FAMILY: &str = "chancery.record/";

/// What one article says of one meeting. Cloning it shares the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The version of the format.
    pub schema: SchemaVersion,
    /// The same contact of the same article has the same id on every machine.
    pub id: RecordId,
    /// Which of the contacts of its article it is of.
    pub number: ContactNumber,
    /// The imported article.
    pub article: Arc<Article>,
    /// The meeting that it reports.
    pub meeting: Meeting,
    /// What parties undertook, in the order that the reviewer sees.
    pub commitments: Vec<Commitment>,
    /// How far the review has come.
    pub review: Review,
    /// Where the values come from.
    pub provenance: Provenance,
}

/// Stands in every record as [`SCHEMA`]; a record of the version before becomes one of this as it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum SchemaVersion {
    /// The second version.
    #[default]
    #[serde(rename = "chancery.record/2")]
    V2,
}

/// Which of the contacts of an article: 1 for the main one. A number is never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct ContactNumber(NonZeroU32);

impl ContactNumber {
    /// The main contact.
    pub const MAIN: Self = Self(NonZeroU32::MIN);

    /// The contact of this number, which is none for 0.
    pub fn new(number: u32) -> Option<Self> {
        NonZeroU32::new(number).map(Self)
    }

    /// The number after it.
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The number itself.
    pub fn get(self) -> u32 {
        self.0.get()
    }
}

/// Sixteen hexadecimal digits: for the main contact of an article the first of its digest, for another
/// one the first of the digest of that, "#" and the contact's number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^[0-9a-f]{16}$"))]
pub struct RecordId(String);

impl RecordId {
    /// The id of one of the contacts of the article with this digest.
    pub fn of(digest: &Sha256Hex, number: ContactNumber) -> Self {
        let first = |digest: &Sha256Hex| Self(digest.as_str().chars().take(16).collect());
        match number {
            ContactNumber::MAIN => first(digest),
            _ => first(&Sha256Hex::of(format!("{}#{}", digest.as_str(), number.get()).as_bytes())),
        }
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for RecordId {
    type Error = &'static str;

    fn try_from(given: String) -> Result<Self, Self::Error> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let is_id = given.len() == 16 && given.bytes().all(is_digit);
        if is_id { Ok(Self(given)) } else { Err("the id of a record is 16 digits from 0 to 9 and a to f") }
    }
}

impl From<RecordId> for String {
    fn from(id: RecordId) -> String {
        id.0
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How far a person's review has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Where the record stands.
    pub status: ReviewStatus,
    /// Who reviewed it.
    pub reviewer: Option<Line>,
    /// When it was marked reviewed or rejected.
    pub reviewed_at: Option<Instant>,
    /// The reviewer's remarks.
    pub notes: String,
    /// Why somebody should look at the record again, in the reviewer's words, which may be none.
    /// Missing while it is not flagged, and in files from before there were flags.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flag: Option<String>,
    /// Under which names the reviewer files the record: a batch, a project, a subject. Missing while there are none,
    /// and in files from before there were tags.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub tags: BTreeSet<Line>,
}

choices! {
    /// Where a record stands in its review.
    ReviewStatus {
        /// Nobody has touched it.
        Unreviewed = "unreviewed", "Unreviewed";
        /// Somebody has ruled on a part of it.
        InReview = "in_review", "In review";
        /// Somebody vouches for all of it.
        Reviewed = "reviewed", "Reviewed";
        /// The article is of no use.
        Rejected = "rejected", "Rejected";
    }
}

/// Where the values of a record come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// The program and version that proposed the values.
    pub extractor: Line,
    /// What people changed since, oldest first.
    pub edits: Vec<Edit>,
}

/// One value that a person changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: Line,
    /// Which value, as a JSON pointer (RFC 6901) into the record at that moment.
    pub path: String,
    /// What stood there before; null if nothing.
    pub from: Value,
    /// What stands there since; null if it was taken away.
    pub to: Value,
}

impl Record {
    /// The record as it is saved: two-space indent and a newline at the end.
    ///
    /// # Errors
    /// None that a record can cause; serde's signature has one.
    pub fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self).map(|json| json + "\n")
    }

    /// What to call its own file, unless its reviewer does otherwise, without the ending.
    pub fn file_stem(&self) -> String {
        let name = Path::new(self.article.file_name.as_str());
        let mut stem = name.file_stem().and_then(|stem| stem.to_str()).unwrap_or("record").to_owned();
        if let Some(part) = self.article.part {
            stem.push_str(&format!("-article-{part}"));
        }
        if self.number != ContactNumber::MAIN {
            stem.push_str(&format!("-contact-{}", self.number.get()));
        }
        stem
    }

    /// The record without the text of its article, which is kept by itself: the other half of
    /// [`Record::from_parts`].
    pub fn without_text(&self) -> Self {
        let article = Article { text: Text::new(""), ..Article::clone(&self.article) };
        Self { article: Arc::new(article), ..self.clone() }
    }

    /// Every value that evidence supports: where it stands in the record, its evidence, its ruling.
    pub fn evidenced(&self) -> impl Iterator<Item = (String, &[Evidence], Ruling)> {
        let meeting = &self.meeting;
        let kind = meeting.kind.iter().map(|k| ("/meeting/kind".to_owned(), &*k.evidence, k.ruling));
        let date = meeting.date.iter().map(|d| ("/meeting/date".to_owned(), &*d.evidence, d.ruling));
        let location =
            meeting.location.iter().map(|l| ("/meeting/location".to_owned(), &*l.evidence, l.ruling));
        let people = meeting.participants.iter().enumerate();
        let people = people.map(|(i, p)| (format!("/meeting/participants/{i}"), &*p.evidence, p.ruling));
        let commitments = self.commitments.iter().enumerate();
        let commitments = commitments.map(|(i, c)| (format!("/commitments/{i}"), &*c.evidence, c.ruling));
        kind.chain(date).chain(location).chain(people).chain(commitments)
    }

    /// The record without what reviewers struck, as exports have it unless asked otherwise.
    pub fn without_ruled_out(&self) -> Self {
        let mut record = self.clone();
        let stays = |ruling: Ruling| ruling != Ruling::RuledOut;
        record.meeting.kind = record.meeting.kind.filter(|k| stays(k.ruling));
        record.meeting.date = record.meeting.date.filter(|d| stays(d.ruling));
        record.meeting.location = record.meeting.location.filter(|l| stays(l.ruling));
        record.meeting.participants.retain(|p| stays(p.ruling));
        record.commitments.retain(|c| stays(c.ruling));
        let there: HashSet<&ParticipantId> = record.meeting.participants.iter().map(|p| &p.id).collect();
        for commitment in &mut record.commitments {
            commitment.speaker = commitment.speaker.take().filter(|speaker| there.contains(speaker));
        }
        record
    }
}

impl Default for Review {
    fn default() -> Self {
        Self {
            status: ReviewStatus::Unreviewed,
            reviewer: None,
            reviewed_at: None,
            notes: String::new(),
            flag: None,
            tags: BTreeSet::new(),
        }
    }
}

/// The JSON Schema (draft 2020-12) of a saved record.
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(Record);
    schema.insert("$id".into(), "https://chancery.invalid/schema/record-2.json".into());
    schema.insert("title".into(), "Chancery record".into());
    schema.to_value()
}
