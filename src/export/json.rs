//! JSON: one array of records, indented for people. A single record is no array.

use std::io::{self, Write};

use serde::Serializer as _;
use serde::ser::SerializeSeq;

use super::{ExportFormat, Records};
use crate::model::Record;

pub(super) const FORMAT: ExportFormat =
    ExportFormat { name: "json", label: "JSON array", extension: "json", write_one, write };

fn write_one(record: &Record, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(record.to_json()?.as_bytes())
}

fn write(records: &mut Records<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::pretty(&mut *out);
    let mut array = serializer.serialize_seq(None)?;
    for record in records {
        array.serialize_element(&*record)?;
    }
    array.end()?;
    out.write_all(b"\n")
}
