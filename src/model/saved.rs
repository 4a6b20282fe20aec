//! Reading a saved record: what is refused, and where in it what is wrong.
//!
//! The types refuse what is no record. What they alone cannot rule out is in [`Record::faults`]: an id of
//! another article, evidence that does not stand in the text, ids that stand twice. Whatever passes can be
//! put into any library, exported, and read again.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use serde_json::Value;

use super::json;
use super::older;
use super::record::SCHEMA_FAMILY;
use super::record::{ContactNumber, Record, RecordId, SCHEMA};
use super::ruling::Ruling;
use super::text::Text;

/// How deep a value may be that an edit tells of. The parser of JSON goes down 127 levels, and a record
/// is itself four levels deep, in an exported array five.
const EDIT_DEPTH: usize = 100;

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

/// Reads JSON. A key that stands twice in one object is an error: which of the two is meant nobody knows.
///
/// # Errors
/// [`RecordError::NotJson`].
pub fn read_json(text: &str) -> Result<Value, RecordError> {
    json::read(text).map_err(|error| RecordError::NotJson {
        line: error.line(),
        column: error.column(),
        what: error.to_string(),
    })
}

impl Record {
    /// Reads a saved record and checks every evidence in it against its text.
    ///
    /// # Errors
    /// Says what the file is instead, or where in it which fault stands.
    pub fn from_json(json: &str) -> Result<Self, RecordError> {
        Self::from_value(read_json(json)?)
    }

    /// Reads a record that is already parsed, such as an element of an exported array.
    ///
    /// # Errors
    /// As [`Record::from_json`].
    pub fn from_value(value: Value) -> Result<Self, RecordError> {
        Self::parse(value, None)?.checked()
    }

    /// Reads a record whose text is kept by itself: `value` has an empty one in its place. Its id is made
    /// from the digest again: libraries of earlier versions took in any.
    ///
    /// # Errors
    /// As [`Record::from_json`].
    pub fn from_parts(mut value: Value, text: Text) -> Result<Self, RecordError> {
        let digest = value.pointer("/article/sha256").and_then(Value::as_str).map(str::to_owned);
        let number =
            value.get("number").and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok());
        let number = number.and_then(ContactNumber::new).unwrap_or(ContactNumber::MAIN);
        let id = digest.and_then(|digest| digest.try_into().ok()).map(|digest| RecordId::of(&digest, number));
        if let Some((place, id)) = value.get_mut("id").zip(id) {
            *place = Value::String(id.into());
        }
        let mut record = Self::parse(value, Some(&text))?;
        Arc::make_mut(&mut record.article).text = text;
        record.checked()
    }

    /// Whether a record, as JSON, is of the version that this program writes.
    pub fn is_of_present_version(value: &Value) -> bool {
        value.get("schema").and_then(Value::as_str) == Some(SCHEMA)
    }

    /// The record that `value` is. The text of its article stands in it, unless that is kept by itself.
    fn parse(mut value: Value, text: Option<&Text>) -> Result<Self, RecordError> {
        match value.get("schema").and_then(Value::as_str) {
            Some(SCHEMA) => {}
            Some(older::SCHEMA_1) => {
                let text = text.cloned().unwrap_or_else(|| text_in(&value));
                older::bring_up(&mut value, &text);
            }
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

    /// What the types cannot rule out: an id that is another article's, evidence that is not in the text,
    /// proposals without evidence, ids that stand twice, a speaker who is nobody.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut fault = |path: String, what: String| faults.push(Fault { path, what });
        let own = self.article.record_id(self.number);
        if self.id != own {
            let what = match self.number {
                ContactNumber::MAIN => format!("the id of this article is {own}, as its sha256 begins"),
                number => format!("the id of contact {} of this article is {own}", number.get()),
            };
            fault("/id".into(), what);
        }
        for (path, evidence, ruling) in self.evidenced() {
            if evidence.is_empty() && ruling == Ruling::Proposed {
                fault(path.clone(), "a proposed value without evidence".into());
            }
            for (i, quoted) in evidence.iter().enumerate() {
                if quoted.span(&self.article.text).is_none() {
                    let what = format!("\"{}\" does not stand at this place in the text", quoted.exact());
                    fault(format!("{path}/evidence/{i}"), what);
                }
            }
        }
        let mut people = HashSet::new();
        for (i, participant) in self.meeting.participants.iter().enumerate() {
            if !people.insert(&participant.id) {
                let what = format!("the id {} stands twice", participant.id);
                fault(format!("/meeting/participants/{i}/id"), what);
            }
        }
        let mut commitments = HashSet::new();
        for (i, commitment) in self.commitments.iter().enumerate() {
            if !commitments.insert(&commitment.id) {
                fault(format!("/commitments/{i}/id"), format!("the id {} stands twice", commitment.id));
            }
            if let Some(speaker) = commitment.speaker.as_ref().filter(|speaker| !people.contains(speaker)) {
                fault(format!("/commitments/{i}/speaker"), format!("no participant has the id {speaker}"));
            }
        }
        for (i, edit) in self.provenance.edits.iter().enumerate() {
            for (name, value) in [("from", &edit.from), ("to", &edit.to)] {
                if is_deeper(value, EDIT_DEPTH) {
                    let what = format!("lists within lists, more than {EDIT_DEPTH} of them");
                    fault(format!("/provenance/edits/{i}/{name}"), what);
                }
            }
        }
        faults
    }
}

/// The text of the article in a saved record.
fn text_in(value: &Value) -> Text {
    Text::new(value.pointer("/article/text").and_then(Value::as_str).unwrap_or_default())
}

/// Whether lists and objects stand within one another more than so many times.
fn is_deeper(value: &Value, levels: usize) -> bool {
    let Some(below) = levels.checked_sub(1) else { return value.is_array() || value.is_object() };
    match value {
        Value::Array(values) => values.iter().any(|value| is_deeper(value, below)),
        Value::Object(values) => values.values().any(|value| is_deeper(value, below)),
        _ => false,
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
