//! JSON: one array of records, indented for people.

use std::io::{self, Write};

use serde::Serializer as _;
use serde::ser::SerializeSeq;

use super::{ExportFormat, Records};

pub(super) const FORMAT: ExportFormat =
    ExportFormat { name: "json", label: "JSON array", extension: "json", write };

fn write(records: &mut Records<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::pretty(&mut *out);
    let mut array = serializer.serialize_seq(None)?;
    for record in records {
        array.serialize_element(&*record)?;
    }
    array.end()?;
    out.write_all(b"\n")
}
