//! JSON: one array of records, indented for people. A single record is no array.

use std::io;

use serde::Serializer as _;
use serde::ser::SerializeSeq;
use serde_json::Value;

use super::contents::Contents;
use super::{ExportFormat, Out, Records, Shape, Stream};
use crate::model::Record;

pub(super) const FORMAT: ExportFormat = ExportFormat {
    name: "json",
    label: "JSON array",
    about: "Whole records, for programs and for opening in Chancery again.",
    extension: "json",
    most_rows: None,
    shape: Shape::Records(Stream { one: Some(write_one), all: write }),
};

fn write_one(record: &Record, out: &mut Out<'_>) -> io::Result<()> {
    out.write_all(record.to_json()?.as_bytes())
}

fn write(records: &mut Records<'_>, _: Contents, out: &mut Out<'_>) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::pretty(&mut *out);
    let mut array = serializer.serialize_seq(None)?;
    for record in records {
        array.serialize_element(&*record)?;
    }
    array.end()?;
    out.write_all(b"\n")
}

/// Gives a JSON object a member of this name.
pub(super) fn put(object: &mut Value, name: &str, value: Value) {
    if let Some(members) = object.as_object_mut() {
        members.insert(name.to_owned(), value);
    }
}
