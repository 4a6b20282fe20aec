//! Origin: who first set a value, the engine or a reviewer. The list of edits tells: a value that a
//! reviewer added is there since an edit that found nothing in its place.

use std::collections::HashSet;

use serde_json::Value;

use super::field::Field;
use super::fields::ROWS;
use crate::model::{Edit, Record};

/// The values of a record that reviewers added, so that the engine has no part in them. Worked out once for
/// all of a record's fields: each edit is looked at once.
pub struct Added<'r>(HashSet<(&'static str, Option<&'r str>)>);

impl<'r> Added<'r> {
    /// Goes through the edits of a record.
    pub fn of(record: &'r Record) -> Self {
        let edits = record.provenance.edits.iter();
        Self(edits.filter(|edit| edit.from.is_null() && edit.to.is_object()).filter_map(added_by).collect())
    }

    /// Whether a reviewer added this value.
    pub fn contains(&self, field: &Field) -> bool {
        self.0.contains(&(field.row().path, field.id()))
    }
}

/// Whether a reviewer added this value of the record.
pub fn is_added(record: &Record, field: &Field) -> bool {
    Added::of(record).contains(field)
}

/// The row of what an edit added, and the id if it was put into a list.
fn added_by(edit: &Edit) -> Option<(&'static str, Option<&str>)> {
    ROWS.iter().find_map(|row| match row.path.strip_suffix('*') {
        None => (edit.path == row.path).then_some((row.path, None)),
        Some(list) => {
            let place = edit.path.strip_prefix(list)?;
            (!place.contains('/')).then(|| (row.path, edit.to.get("id").and_then(Value::as_str)))
        }
    })
}
