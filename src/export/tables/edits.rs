//! A row a value that a person changed.

use super::rows::Part;
use super::value::Value;
use super::{Column, Kind, RECORD_ID, Read, Table};
use crate::export::contents::Needs;

pub(super) const TABLE: Table = Table {
    name: "edits",
    about: "What people changed in records, one change a row, the oldest of a record first.",
    key: &["record_id", "edit"],
    refers: &[(&["record_id"], "meetings")],
    columns: COLUMNS,
    needs: Needs::Edits,
    parts: |record| {
        let edits = record.provenance.edits.iter().enumerate();
        edits.map(|(at, edit)| Part::Edit(at, edit)).collect()
    },
};

const COLUMNS: &[Column] = &[
    RECORD_ID,
    Column::new("edit", Kind::Number, Read::Place, "Which change of the record, from 1.").required(),
    Column::new("edited_at", Kind::Moment, Read::Edit(|edit| Value::Moment(edit.at)), "When, in UTC.")
        .required(),
    Column::text("editor", Read::Edit(|edit| Value::text(&edit.by)), "By whom."),
    Column::text(
        "path",
        Read::Edit(|edit| Value::text(&edit.path)),
        "Which value, as a JSON pointer (RFC 6901) into the record at that moment.",
    ),
    Column::prose(
        "old_value",
        Read::Edit(|edit| Value::from(edit.from.to_string())),
        "What stood there before, as JSON.",
    ),
    Column::prose(
        "new_value",
        Read::Edit(|edit| Value::from(edit.to.to_string())),
        "What stands there since, as JSON.",
    ),
];
