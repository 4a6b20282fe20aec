//! What was done to a record before this library had it: the edits that its file carries, in words.

use serde_json::Value;

use super::difference::change_in_words;
use super::edit::{ENCODING, TEXT};
use super::fields::ROWS;
use super::part::Part;
use crate::model::{Edit, Instant, Record};

/// What one person changed at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: String,
    /// What, a value each.
    pub said: Vec<String>,
}

/// The edits that a record carries, oldest first, those of one moment together.
pub fn earlier(record: &Record) -> Vec<Earlier> {
    let mut found: Vec<Earlier> = Vec::new();
    for edit in &record.provenance.edits {
        let (at, by) = (edit.at, edit.by.to_string());
        match found.last_mut().filter(|last| last.at == at && last.by == by) {
            Some(last) => last.said.push(in_words(edit)),
            None => found.push(Earlier { at, by, said: vec![in_words(edit)] }),
        }
    }
    found
}

/// "venue: from Casa Leone to the town hall".
fn in_words(edit: &Edit) -> String {
    change_in_words(&what(&edit.path), Some(&said(&edit.from)), Some(&said(&edit.to)))
}

/// What a place in a record is called.
fn what(path: &str) -> String {
    let is_at = |pattern: &str| {
        let mut steps = path.split('/');
        let fits =
            pattern.split('/').all(|wanted| steps.next().is_some_and(|is| wanted == "*" || wanted == is));
        fits.then(|| steps.collect::<Vec<_>>())
    };
    let part = Part::ALL.iter().find(|part| is_at(part.path).is_some_and(|rest| rest.is_empty()));
    if let Some(part) = part {
        return part.word.to_owned();
    }
    if path == ENCODING {
        return "encoding".to_owned();
    }
    if path == TEXT {
        return "paragraph of the page".to_owned();
    }
    let within = ROWS.iter().find_map(|row| Some((row.path, is_at(row.path)?)));
    let Some((row, rest)) = within else { return path.trim_start_matches('/').replace('/', ", ") };
    let whole = row.trim_end_matches("/*").rsplit('/').next().unwrap_or(row).trim_end_matches('s');
    match rest.first() {
        None => whole.to_owned(),
        Some(&"start") => "first day".to_owned(),
        Some(&"end") => "last day".to_owned(),
        Some(part) => format!("{part} of the {whole}"),
    }
}

/// A value of a saved record in words.
fn said(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::String(words) => words.replace('_', " "),
        Value::Array(values) if values.is_empty() => "nothing".to_owned(),
        Value::Array(values) => values.iter().map(said).collect::<Vec<_>>().join(", "),
        Value::Object(parts) => {
            let telling = ["name", "text", "value", "start", "place", "exact"];
            let part = telling.iter().find_map(|key| parts.get(*key)?.as_str());
            part.unwrap_or("a value").to_owned()
        }
        other => other.to_string(),
    }
}
