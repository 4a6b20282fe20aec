//! Reading saved records: one record (`.json`), an exported array of them (`.json`), or one a line
//! (`.jsonl`). A damaged record among many does not keep the others from being read.

use std::fmt;
use std::path::Path;

use serde_json::Value;

use crate::model::{Record, RecordError};

/// The endings of files that hold records.
pub const RECORD_EXTENSIONS: &[&str] = &["json", "jsonl"];

/// The largest file of records that is read.
pub const RECORDS_LIMIT_BYTES: u64 = 256_000_000;

/// Whether a file holds records, by its ending.
pub fn is_record_file(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| RECORD_EXTENSIONS.iter().any(|known| known.eq_ignore_ascii_case(ending)))
}

/// Where in its file a record stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The file is this record.
    Whole,
    /// An element of an array, counted from 0 as in JSON pointers.
    Element(usize),
    /// A line of a file of lines, counted from 1 as editors do.
    Line(usize),
}

/// One record of a file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}{error}")]
pub struct BadRecord {
    /// Where it stands in its file.
    pub place: Place,
    /// What is the matter with it.
    #[source]
    pub error: RecordError,
}

/// Why a file gives no records at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordsError {
    /// Its bytes are no text.
    #[error("it is not UTF-8 text")]
    NotText,
    /// There is nothing in it.
    #[error("it is empty")]
    Empty,
    /// It is JSON of something else, or none.
    #[error(transparent)]
    Record(#[from] RecordError),
}

/// The records of a file, in order, good and bad.
///
/// # Errors
/// If the file as a whole is no file of records.
pub fn read_records(path: &Path, bytes: &[u8]) -> Result<Vec<Result<Record, BadRecord>>, RecordsError> {
    let text = std::str::from_utf8(bytes).map_err(|_| RecordsError::NotText)?;
    // Some editors put a byte order mark at the head of what they save.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(RecordsError::Empty);
    }
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("jsonl")) {
        return Ok(lines(text));
    }
    match serde_json::from_str(text) {
        Ok(Value::Array(elements)) if elements.is_empty() => Err(RecordsError::Empty),
        Ok(Value::Array(elements)) => Ok(elements
            .into_iter()
            .enumerate()
            .map(|(i, value)| {
                Record::from_value(value).map_err(|error| BadRecord { place: Place::Element(i), error })
            })
            .collect()),
        Ok(value) => Ok(vec![at(Place::Whole, Record::from_value(value))]),
        // Asked again for its words: which line, which column, what.
        Err(_) => Ok(vec![at(Place::Whole, Record::from_json(text))]),
    }
}

fn lines(text: &str) -> Vec<Result<Record, BadRecord>> {
    let numbered = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    numbered.map(|(i, line)| at(Place::Line(i + 1), Record::from_json(line))).collect()
}

fn at(place: Place, read: Result<Record, RecordError>) -> Result<Record, BadRecord> {
    read.map_err(|error| BadRecord { place, error })
}

impl BadRecord {
    /// Every fault with its place in the file: a JSON pointer, after the line in a file of lines.
    pub fn faults(&self) -> Vec<String> {
        let at = |within: &str, what: &dyn fmt::Display| match self.place {
            Place::Whole if within.is_empty() => format!("/: {what}"),
            Place::Whole => format!("{within}: {what}"),
            Place::Element(i) => format!("/{i}{within}: {what}"),
            Place::Line(n) if within.is_empty() => format!("line {n}: {what}"),
            Place::Line(n) => format!("line {n}: {within}: {what}"),
        };
        match &self.error {
            RecordError::Faulty(faults) => faults.iter().map(|fault| at(&fault.path, &fault.what)).collect(),
            other => vec![at("", other)],
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => Ok(()),
            Self::Element(i) => write!(f, "record {}: ", i + 1),
            Self::Line(n) => write!(f, "line {n}: "),
        }
    }
}
