//! The history of a record on disk: how it stood before its first step, and what each step changed.
//!
//! A step is stored as a JSON Patch (RFC 6902) from the record before it to the one after, without the
//! text of the article, which hardly any step changes: only one for which its file was read anew. Such a step holds the
//! new text, and the base of its history the first one; a base without a text has the one that the library has.
//! Reading them again gives every state in between. Steps are changes of records of one version of the format: where
//! that is an earlier one, they are made again.

use std::sync::Arc;

use json_patch::jsonptr::PointerBuf;
use json_patch::{Patch, PatchOperation, ReplaceOperation};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;

use super::Result;
use super::take::position;
use super::write::Writing;
use crate::model::{Instant, Record, Text};

/// Where the text of the article stands in a record.
const TEXT: &str = "/article/text";

/// A step as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredStep {
    /// What it did, for people.
    pub label: String,
    /// What it changed, as JSON.
    pub patch: String,
    /// When it was made; libraries of earlier versions did not keep it.
    pub at: Option<Instant>,
}

/// A record after a step.
#[derive(Clone, Debug)]
pub struct State {
    /// What the step did, for people.
    pub label: String,
    /// When it was made.
    pub at: Option<Instant>,
    /// The record.
    pub record: Arc<Record>,
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
    pub fn between(label: &str, at: Option<Instant>, before: &Record, after: &Record) -> Self {
        let mut patch = json_patch::diff(&value(before), &value(after));
        if has_other_text(before, after) {
            let (path, value) =
                (PointerBuf::parse(TEXT).unwrap_or_default(), after.article.text.as_str().into());
            patch.0.push(PatchOperation::Replace(ReplaceOperation { path, value }));
        }
        Self { label: label.to_owned(), patch: serde_json::to_string(&patch).unwrap_or_default(), at }
    }
}

impl StoredHistory {
    /// A record as the base of a history, with its text where a step changes that.
    pub fn base_of(record: &Record, with_text: bool) -> String {
        let mut value = value(record);
        if let Some(text) = value.pointer_mut(TEXT).filter(|_| with_text) {
            *text = record.article.text.as_str().into();
        }
        value.to_string()
    }

    /// The same history in records of the present version; none if it is in them already, or damaged.
    pub(super) fn renewed(&self, text: &Text) -> Option<Self> {
        let base: Value = serde_json::from_str(&self.base).ok()?;
        if Record::is_of_present_version(&base) {
            return None;
        }
        let (base, states) = unfold(self, text)?;
        let mut before = &base;
        let mut steps = Vec::with_capacity(states.len());
        let with_text = states.iter().any(|state| has_other_text(&base, &state.record));
        for state in &states {
            steps.push(StoredStep::between(&state.label, state.at, before, &state.record));
            before = &state.record;
        }
        Some(Self { base: Self::base_of(&base, with_text), steps, position: self.position })
    }
}

impl Writing<'_> {
    /// Writes the histories again whose records are of an earlier version.
    ///
    /// # Errors
    /// If they cannot be read or written.
    pub(super) fn renew_histories(&self) -> Result<()> {
        self.told(|| {
            let mut statement = self.transaction().prepare(
                "SELECT origins.number, position, text FROM histories JOIN origins USING (number) \
                 JOIN texts ON texts.number = coalesce(text_of, origins.number)",
            )?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let (number, text): (u32, String) = (row.get(0)?, row.get(2)?);
                let history = read_history(self.transaction(), number, position(row, 1)?)?;
                let renewed = history.and_then(|history| history.renewed(&Text::new(text)));
                if let Some(history) = renewed {
                    self.run("DELETE FROM steps WHERE number = ?1", params![number])?;
                    self.run("DELETE FROM histories WHERE number = ?1", params![number])?;
                    self.history(number, &history)?;
                }
            }
            Ok(())
        })
    }

    /// Writes the history of a record that has none.
    pub(super) fn history(&self, number: u32, history: &StoredHistory) -> rusqlite::Result<()> {
        self.run("INSERT INTO histories VALUES (?1, ?2)", params![number, history.base])?;
        for (place, step) in (0_i64..).zip(&history.steps) {
            self.step(number, place, step)?;
        }
        Ok(())
    }

    /// Writes a step at its place in the history of a record.
    pub(super) fn step(&self, number: u32, place: i64, step: &StoredStep) -> rusqlite::Result<()> {
        let at = step.at.map(|at| at.to_string());
        let sql = "INSERT INTO steps (number, place, label, patch, made_at) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.run(sql, params![number, place, step.label, step.patch, at])
    }
}

/// The column of the table of steps that says when each was made.
const AT: usize = 4;

/// The history of a record of which so many steps are in effect; none where no step was taken.
pub(super) fn read_history(
    connection: &Connection,
    number: u32,
    position: usize,
) -> rusqlite::Result<Option<StoredHistory>> {
    let base: Option<String> = connection
        .prepare_cached("SELECT base FROM histories WHERE number = ?1")?
        .query_row([number], |row| row.get(0))
        .optional()?;
    let Some(base) = base else { return Ok(None) };
    let mut statement = connection.prepare_cached("SELECT * FROM steps WHERE number = ?1 ORDER BY place")?;
    // A damaged library of an earlier version is read too, which has no such column.
    let has_at = statement.column_count() > AT;
    let step = |row: &Row<'_>| {
        let at = if has_at { row.get::<_, Option<String>>(AT)? } else { None };
        Ok(StoredStep { label: row.get(2)?, patch: row.get(3)?, at: at.and_then(|at| at.parse().ok()) })
    };
    let steps = statement.query_map([number], step)?.collect::<rusqlite::Result<_>>()?;
    Ok(Some(StoredHistory { base, steps, position }))
}

/// Whether two states of a record are of another text.
fn has_other_text(one: &Record, other: &Record) -> bool {
    !Arc::ptr_eq(&one.article, &other.article) && one.article.text != other.article.text
}

/// Takes the text out of a record as JSON, where it has one of its own.
fn take_text(value: &mut Value) -> Option<Text> {
    let place = value.pointer_mut(TEXT)?;
    let text = place.as_str().filter(|text| !text.is_empty()).map(Text::new);
    if text.is_some() {
        *place = "".into();
    }
    text
}

/// A record as JSON without its text. It has no keys that are no strings, so it is JSON.
fn value(record: &Record) -> Value {
    serde_json::to_value(record.without_text()).unwrap_or_default()
}

/// The states of a record: before its first step, then after each.
pub type States = (Arc<Record>, Vec<State>);

/// Every state of a record with the label of the step that led to it, from the base on; none if the history
/// is damaged, which costs the way back but not the record.
pub fn unfold(history: &StoredHistory, text: &Text) -> Option<States> {
    let read =
        |value: &Value, text: &Text| Record::from_parts(value.clone(), text.clone()).ok().map(Arc::new);
    let mut value: Value = serde_json::from_str(&history.base).ok()?;
    let mut text = take_text(&mut value).unwrap_or_else(|| text.clone());
    let base = read(&value, &text)?;
    let mut states = Vec::with_capacity(history.steps.len());
    for step in &history.steps {
        let patch: Patch = serde_json::from_str(&step.patch).ok()?;
        json_patch::patch(&mut value, &patch).ok()?;
        text = take_text(&mut value).unwrap_or(text);
        states.push(State { label: step.label.clone(), at: step.at, record: read(&value, &text)? });
    }
    (history.position <= states.len()).then_some((base, states))
}
