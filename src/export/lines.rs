//! JSON Lines: one record a line, for programs that read a file line by line.

use std::io;

use super::contents::Contents;
use super::{ExportFormat, Out, Records, Shape, Stream};
use crate::model::Record;

pub(super) const FORMAT: ExportFormat = ExportFormat {
    name: "jsonl",
    label: "JSON Lines",
    about: "Whole records, one a line, for programs that read line by line.",
    extension: "jsonl",
    most_rows: None,
    shape: Shape::Records(Stream { one: Some(write_one), all: write }),
};

fn write_one(record: &Record, out: &mut Out<'_>) -> io::Result<()> {
    serde_json::to_writer(&mut *out, record)?;
    out.write_all(b"\n")
}

fn write(records: &mut Records<'_>, _: Contents, out: &mut Out<'_>) -> io::Result<()> {
    for record in records {
        write_one(&record, out)?;
    }
    Ok(())
}
