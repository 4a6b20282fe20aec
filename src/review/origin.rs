//! Origin: who first set a value, the engine or a reviewer. The list of edits tells: a value that a
//! reviewer added is there since an edit that found nothing in its place.

use serde_json::Value;

use super::field::Field;
use crate::model::{Edit, Record};

/// Whether a reviewer added this value, so that the engine has no part in it.
pub fn is_added(record: &Record, field: &Field) -> bool {
    let edits = record.provenance.edits.iter();
    let mut added = edits.filter(|edit| edit.from.is_null() && edit.to.is_object());
    match field {
        Field::Kind => false,
        Field::Date => added.any(|edit| edit.path == "/meeting/date"),
        Field::Location => added.any(|edit| edit.path == "/meeting/location"),
        Field::Participant(id) => added.any(|edit| is_element(edit, "/meeting/participants/", id.as_str())),
        Field::Commitment(id) => added.any(|edit| is_element(edit, "/commitments/", id.as_str())),
    }
}

/// Whether an edit put the one with this id into a list.
fn is_element(edit: &Edit, list: &str, id: &str) -> bool {
    let place = edit.path.strip_prefix(list);
    place.is_some_and(|place| !place.contains('/')) && edit.to.get("id").and_then(Value::as_str) == Some(id)
}
