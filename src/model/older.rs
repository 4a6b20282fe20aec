//! Records of version 1, which become records of the present version as they are read.
//!
//! They had one contact an article, and no number for it. The kind of contact was a bare word: nobody ruled
//! on it, and which words it was read from was not kept. The headline stands for these words, and the ruling
//! is what a person did: whoever changed the kind corrected it, and whoever marked the record reviewed
//! confirmed what was there.

use serde_json::{Map, Value, json};

use super::evidence::{Evidence, RuleName};
use super::meeting::{ContactKind, MeetingKind};
use super::record::{ReviewStatus, SCHEMA};
use super::ruling::Ruling;
use super::text::{Span, Text};

/// The version before the present one.
pub(super) const SCHEMA_1: &str = "chancery.record/1";

/// Where the kind stood in it.
const KIND: &str = "/meeting/kind";

/// So much of a text without a headline stands for the words of its kind.
const LONGEST: usize = 160;

/// Makes a record of version 1, of an article of this text, one of the present version. What is wrong with it
/// stays so, and is told by its place.
pub(super) fn bring_up(record: &mut Value, text: &Text) {
    let kind = record.pointer(KIND).and_then(Value::as_str).and_then(MeetingKind::from_saved);
    let kind = kind.map(|kind| with_words(kind, ruling(record), text));
    if let Some((place, kind)) = record.pointer_mut(KIND).zip(kind) {
        *place = json!(kind);
    }
    for edit in record.pointer_mut("/provenance/edits").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(path) = edit.get_mut("path").filter(|path| *path == KIND) {
            *path = json!(format!("{KIND}/value"));
        }
    }
    let Some(record) = record.as_object_mut() else { return };
    record.insert("schema".to_owned(), json!(SCHEMA));
    put_new(record, "number", json!(1));
    if let Some(article) = record.get_mut("article").and_then(Value::as_object_mut) {
        put_new(article, "part", Value::Null);
    }
}

/// What a person has said of the kind.
fn ruling(record: &Value) -> Ruling {
    let edits = record.pointer("/provenance/edits").and_then(Value::as_array);
    let is_of_kind = |edit: &Value| edit.get("path").is_some_and(|path| path == KIND);
    let status = record.pointer("/review/status").and_then(Value::as_str);
    if edits.is_some_and(|edits| edits.iter().any(is_of_kind)) {
        Ruling::Corrected
    } else if status == Some(ReviewStatus::Reviewed.saved()) {
        Ruling::Confirmed
    } else {
        Ruling::Proposed
    }
}

/// The kind with the words that stand for those that it was read from. A proposal of which there can be none
/// is no claim.
fn with_words(kind: MeetingKind, ruling: Ruling, text: &Text) -> Option<ContactKind> {
    let quote = |span| Evidence::quote(text, span, RuleName::OF_VERSION_1);
    let evidence: Vec<Evidence> = heading(text).map(quote).into_iter().collect();
    let is_claimed = ruling.is_human() || !evidence.is_empty();
    is_claimed.then(|| ContactKind { evidence, ..ContactKind::of(kind, ruling) })
}

/// The headline, or as much of the text as one is long.
fn heading(text: &Text) -> Option<Span> {
    let line = text.lines().find(|line| !line.trim().is_empty())?.trim();
    let end = line.char_indices().nth(LONGEST).map_or(line.len(), |(at, _)| at);
    text.span_of_part(line.get(..end)?.trim_end())
}

/// Adds what version 1 did not have.
fn put_new(object: &mut Map<String, Value>, key: &str, value: Value) {
    object.entry(key).or_insert(value);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headline_stands_for_the_words_of_the_kind() {
        let found = |text: &str| {
            let text = Text::new(text);
            heading(&text).map(|span| text.slice(span).to_owned())
        };
        assert_eq!(found("\n Talks in Valletta \n\nMalta will.").as_deref(), Some("Talks in Valletta"));
        assert_eq!(found(&"é".repeat(500)).map(|words| words.chars().count()), Some(LONGEST));
        assert_eq!(found(" \n"), None);
    }

    #[test]
    fn a_person_who_changed_or_vouched_for_the_kind_ruled_on_it() {
        let of = |status: &str, path: &str| {
            let mut record = json!({
                "schema": SCHEMA_1, "article": {}, "meeting": { "kind": "phone_call" },
                "review": { "status": status }, "provenance": { "edits": [{ "path": path }] },
            });
            bring_up(&mut record, &Text::new("A call"));
            let edit = record.pointer("/provenance/edits/0/path").cloned();
            (record["meeting"]["kind"]["ruling"].clone(), edit.unwrap())
        };
        assert_eq!(of("unreviewed", "/review"), (json!("proposed"), json!("/review")));
        assert_eq!(of("reviewed", "/review"), (json!("confirmed"), json!("/review")));
        assert_eq!(of("reviewed", KIND), (json!("corrected"), json!("/meeting/kind/value")));
    }

    #[test]
    fn without_words_nothing_is_proposed() {
        let kind = |status: &str| {
            let mut record = json!({ "meeting": { "kind": "phone_call" }, "review": { "status": status } });
            bring_up(&mut record, &Text::new(""));
            record["meeting"]["kind"].clone()
        };
        assert_eq!(kind("unreviewed"), Value::Null);
        assert_eq!(kind("reviewed")["ruling"], "confirmed");
    }
}
