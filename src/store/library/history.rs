//! The history of a record on disk: how it stood before its first step, and what each step changed.
//!
//! A step is stored as a JSON Patch (RFC 6902) from the record before it to the one after, without the
//! text of the article, which no step changes. Reading them again gives every state in between.

use std::sync::Arc;

use json_patch::Patch;
use serde_json::Value;

use crate::model::{Record, Text};

/// A step as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredStep {
    /// What it did, for people.
    pub label: String,
    /// What it changed, as JSON.
    pub patch: String,
}

/// A history as it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredHistory {
    /// The record before the first step, as JSON without the text.
    pub base: String,
    /// The steps, oldest first.
    pub steps: Vec<StoredStep>,
    /// How many of them are in effect.
    pub position: usize,
}

impl StoredStep {
    /// The step between two states of a record.
    pub fn between(label: &str, before: &Record, after: &Record) -> Self {
        let patch = json_patch::diff(&value(before), &value(after));
        Self { label: label.to_owned(), patch: serde_json::to_string(&patch).unwrap_or_default() }
    }
}

impl StoredHistory {
    /// A record as the base of a history.
    pub fn base_of(record: &Record) -> String {
        value(record).to_string()
    }
}

/// A record as JSON without its text. It has no keys that are no strings, so it is JSON.
fn value(record: &Record) -> Value {
    serde_json::to_value(record.without_text()).unwrap_or_default()
}

/// The states of a record: before its first step, then after each, with the step's label.
pub type States = (Arc<Record>, Vec<(String, Arc<Record>)>);

/// Every state of a record with the label of the step that led to it, from the base on; none if the history
/// is damaged, which costs the way back but not the record.
pub fn unfold(history: &StoredHistory, text: &Text) -> Option<States> {
    let read = |value: &Value| Record::from_parts(value.clone(), text.clone()).ok().map(Arc::new);
    let mut value: Value = serde_json::from_str(&history.base).ok()?;
    let base = read(&value)?;
    let mut states = Vec::with_capacity(history.steps.len());
    for step in &history.steps {
        let patch: Patch = serde_json::from_str(&step.patch).ok()?;
        json_patch::patch(&mut value, &patch).ok()?;
        states.push((step.label.clone(), read(&value)?));
    }
    (history.position <= states.len()).then_some((base, states))
}
