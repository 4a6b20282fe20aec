//! Reading saved records: one record (`.json`), an exported array of them (`.json`), or one a line
//! (`.jsonl`). A damaged record among many does not keep the others from being read.

use std::fmt;
use std::path::Path;

use serde_json::Value;

use super::library::LARGEST_BYTES;
use crate::model::{Fault, Record, RecordError, read_json};

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
    let of_value = |place, value| at(place, Record::from_value(value), text.len());
    Ok(match read_json(text) {
        Ok(Value::Array(elements)) if elements.is_empty() => return Err(RecordsError::Empty),
        Ok(Value::Array(elements)) => {
            elements.into_iter().enumerate().map(|(i, value)| of_value(Place::Element(i), value)).collect()
        }
        Ok(value) => vec![of_value(Place::Whole, value)],
        Err(error) => vec![Err(BadRecord { place: Place::Whole, error })],
    })
}

fn lines(text: &str) -> Vec<Result<Record, BadRecord>> {
    let numbered = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    numbered.map(|(i, line)| at(Place::Line(i + 1), Record::from_json(line), line.len())).collect()
}

/// What was read at a place, from so many bytes or fewer. A record that no library could hold is refused.
fn at(place: Place, read: Result<Record, RecordError>, bytes: usize) -> Result<Record, BadRecord> {
    let read = match read {
        // Written by us it takes three times as many bytes at most: 1e5 is 100000.0.
        Ok(record) if bytes > LARGEST_BYTES / 3 && size(&record) > LARGEST_BYTES => {
            let what = format!("the record is larger than {} MB", LARGEST_BYTES / 1_000_000);
            Err(RecordError::Faulty(vec![Fault { path: String::new(), what }]))
        }
        read => read,
    };
    read.map_err(|error| BadRecord { place, error })
}

/// How many bytes a record takes without the text of its article, as JSON.
fn size(record: &Record) -> usize {
    let mut bytes = Counted(0);
    // What is only counted is written always.
    let _ = serde_json::to_writer(&mut bytes, &record.without_text());
    bytes.0
}

struct Counted(usize);

impl std::io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
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
