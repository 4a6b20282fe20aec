//! JSON Lines: one record a line, for programs that read a file line by line.

use std::io::{self, Write};

use super::{ExportFormat, Records};
use crate::model::Record;

pub(super) const FORMAT: ExportFormat =
    ExportFormat { name: "jsonl", label: "JSON Lines", extension: "jsonl", write_one, write };

fn write_one(record: &Record, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, record)?;
    out.write_all(b"\n")
}

fn write(records: &mut Records<'_>, out: &mut dyn Write) -> io::Result<()> {
    for record in records {
        write_one(&record, out)?;
    }
    Ok(())
}
