//! The record: what one article says of one meeting, as proposed and then as reviewed.
//!
//! The types of the model are the saved file: what serde writes of a [`Record`] is the JSON that
//! `assets/schema/record.schema.json` describes. Reading is by [`Record::from_json`] only, which
//! checks what types alone cannot: that every evidence stands where it says it does.

use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Article, Commitment, Evidence, Instant, Meeting, Ruling, Sha256Hex, Text, choices};

/// The version of the saved format that this program reads and writes.
pub const SCHEMA: &str = "chancery.record/1";

/// What the name of the format begins with in every version.
const SCHEMA_FAMILY: &str = "chancery.record/";

/// What one article says of one meeting. Cloning it shares the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The version of the format.
    pub schema: SchemaVersion,
    /// The same article gives the same id on every machine.
    pub id: RecordId,
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

/// Stands in every record as [`SCHEMA`]; reading any other version fails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum SchemaVersion {
    /// The first version.
    #[default]
    #[serde(rename = "chancery.record/1")]
    V1,
}

/// Sixteen hexadecimal digits that come from the article's bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct RecordId(String);

impl RecordId {
    /// The id of the article with this digest.
    pub fn of(digest: &Sha256Hex) -> Self {
        Self(digest.as_str().chars().take(16).collect())
    }

    /// The id of these digits, unless they are something else.
    pub fn of_digits(digits: String) -> Option<Self> {
        let is_id = digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_id.then_some(Self(digits))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
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
    pub reviewer: Option<String>,
    /// When it was marked reviewed or rejected.
    pub reviewed_at: Option<Instant>,
    /// The reviewer's remarks.
    pub notes: String,
    /// Why somebody should look at the record again, in the reviewer's words, which may be none.
    /// Missing while it is not flagged, and in files from before there were flags.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flag: Option<String>,
}

choices! {
    /// Where a record stands in its review.
    ReviewStatus {
        /// Nobody has touched it.
        Unreviewed = "unreviewed", "To review";
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
    pub extractor: String,
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
    pub by: String,
    /// Which value, as a JSON pointer (RFC 6901) into the record at that moment.
    pub path: String,
    /// What stood there before; null if nothing.
    pub from: Value,
    /// What stands there since; null if it was taken away.
    pub to: Value,
}

/// Why a file is not read as a record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// Not JSON, or cut off.
    #[error("it is not valid JSON (line {line}, column {column}: {what})")]
    NotJson {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
        /// The parser's words.
        what: String,
    },
    /// JSON, but of something else.
    #[error(
        "it is JSON, but not a Chancery record: it has no \"schema\" that begins with \"{SCHEMA_FAMILY}\""
    )]
    NotARecord,
    /// A record in a version of the format that this program does not know.
    #[error(
        "it is a record in the format {found}; this version of Chancery reads {SCHEMA}: open it with a newer Chancery"
    )]
    OtherVersion {
        /// The version that the file states.
        found: String,
    },
    /// A record with faults.
    #[error("it is a damaged record: {}", list(.0))]
    Faulty(Vec<Fault>),
}

/// One thing that is wrong in a saved record, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// JSON pointer to the place.
    pub path: String,
    /// What is wrong there.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", if self.path.is_empty() { "/" } else { &self.path }, self.what)
    }
}

/// The first faults in one line, and how many more there are.
fn list(faults: &[Fault]) -> String {
    let mut shown: Vec<String> = faults.iter().take(3).map(Fault::to_string).collect();
    if faults.len() > shown.len() {
        shown.push(format!("and {} more", faults.len() - shown.len()));
    }
    shown.join("; ")
}

impl Record {
    /// Reads a saved record and checks every evidence in it against its text.
    ///
    /// # Errors
    /// Says what the file is instead, or where in it which fault stands.
    pub fn from_json(json: &str) -> Result<Self, RecordError> {
        let value: Value = serde_json::from_str(json).map_err(|error| RecordError::NotJson {
            line: error.line(),
            column: error.column(),
            what: error.to_string(),
        })?;
        Self::from_value(value)
    }

    /// Reads a record that is already parsed, such as an element of an exported array.
    ///
    /// # Errors
    /// As [`Record::from_json`].
    pub fn from_value(value: Value) -> Result<Self, RecordError> {
        Self::parse(value)?.checked()
    }

    /// Reads a record whose text is kept by itself: `value` has an empty one in its place.
    ///
    /// # Errors
    /// As [`Record::from_json`].
    pub fn from_parts(value: Value, text: Text) -> Result<Self, RecordError> {
        let mut record = Self::parse(value)?;
        Arc::make_mut(&mut record.article).text = text;
        record.checked()
    }

    /// The record without the text of its article, which is kept by itself: the other half of
    /// [`Record::from_parts`].
    pub fn without_text(&self) -> Self {
        let article = Article { text: Text::new(""), ..Article::clone(&self.article) };
        Self { article: Arc::new(article), ..self.clone() }
    }

    fn parse(value: Value) -> Result<Self, RecordError> {
        match value.get("schema").and_then(Value::as_str) {
            Some(SCHEMA) => {}
            Some(found) if found.starts_with(SCHEMA_FAMILY) => {
                return Err(RecordError::OtherVersion { found: found.to_owned() });
            }
            _ => return Err(RecordError::NotARecord),
        }
        serde_path_to_error::deserialize(value).map_err(|error| {
            RecordError::Faulty(vec![Fault { path: pointer(error.path()), what: error.inner().to_string() }])
        })
    }

    fn checked(self) -> Result<Self, RecordError> {
        let faults = self.faults();
        if faults.is_empty() { Ok(self) } else { Err(RecordError::Faulty(faults)) }
    }

    /// The record as it is saved: two-space indent and a newline at the end.
    ///
    /// # Errors
    /// None that a record can cause; serde's signature has one.
    pub fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self).map(|json| json + "\n")
    }

    /// What the types cannot rule out: evidence that is not in the text, proposals without
    /// evidence, ids that stand twice, a speaker who is nobody.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (path, evidence, ruling) in self.evidenced() {
            if evidence.is_empty() && ruling == Ruling::Proposed {
                faults.push(Fault { path: path.clone(), what: "a proposed value without evidence".into() });
            }
            for (i, quoted) in evidence.iter().enumerate() {
                if quoted.span(&self.article.text).is_none() {
                    let what = format!("\"{}\" does not stand at this place in the text", quoted.exact());
                    faults.push(Fault { path: format!("{path}/evidence/{i}"), what });
                }
            }
        }
        let participants = &self.meeting.participants;
        for (i, participant) in participants.iter().enumerate() {
            if participants.iter().take(i).any(|earlier| earlier.id == participant.id) {
                let what = format!("the id {} stands twice", participant.id);
                faults.push(Fault { path: format!("/meeting/participants/{i}/id"), what });
            }
        }
        for (i, commitment) in self.commitments.iter().enumerate() {
            if self.commitments.iter().take(i).any(|earlier| earlier.id == commitment.id) {
                let what = format!("the id {} stands twice", commitment.id);
                faults.push(Fault { path: format!("/commitments/{i}/id"), what });
            }
            if let Some(speaker) =
                commitment.speaker.as_ref().filter(|s| !participants.iter().any(|p| p.id == **s))
            {
                let what = format!("no participant has the id {speaker}");
                faults.push(Fault { path: format!("/commitments/{i}/speaker"), what });
            }
        }
        faults
    }

    /// Every value that evidence supports: where it stands in the record, its evidence, its ruling.
    pub fn evidenced(&self) -> impl Iterator<Item = (String, &[Evidence], Ruling)> {
        let meeting = &self.meeting;
        let date = meeting.date.iter().map(|d| ("/meeting/date".to_owned(), &*d.evidence, d.ruling));
        let location =
            meeting.location.iter().map(|l| ("/meeting/location".to_owned(), &*l.evidence, l.ruling));
        let people = meeting.participants.iter().enumerate();
        let people = people.map(|(i, p)| (format!("/meeting/participants/{i}"), &*p.evidence, p.ruling));
        let commitments = self.commitments.iter().enumerate();
        let commitments = commitments.map(|(i, c)| (format!("/commitments/{i}"), &*c.evidence, c.ruling));
        date.chain(location).chain(people).chain(commitments)
    }

    /// The record without what reviewers struck, as exports have it unless asked otherwise.
    pub fn without_ruled_out(&self) -> Self {
        let mut record = self.clone();
        let stays = |ruling: Ruling| ruling != Ruling::RuledOut;
        record.meeting.date = record.meeting.date.filter(|d| stays(d.ruling));
        record.meeting.location = record.meeting.location.filter(|l| stays(l.ruling));
        record.meeting.participants.retain(|p| stays(p.ruling));
        record.commitments.retain(|c| stays(c.ruling));
        for commitment in &mut record.commitments {
            commitment.speaker =
                commitment.speaker.take().filter(|s| record.meeting.participants.iter().any(|p| p.id == *s));
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
        }
    }
}

/// The JSON pointer of a place that serde found at fault.
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => format!("/{key}"),
            Segment::Enum { variant } => format!("/{variant}"),
            Segment::Unknown => "/?".to_owned(),
        })
        .collect()
}

/// The JSON Schema (draft 2020-12) of a saved record.
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(Record);
    schema.insert("$id".into(), "https://chancery.invalid/schema/record-1.json".into());
    schema.insert("title".into(), "Chancery record".into());
    schema.to_value()
}
