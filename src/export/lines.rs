//! JSON Lines: one record a line, for programs that read a file line by line.

use std::io::{self, Write};

use super::{ExportFormat, Records};

pub(super) const FORMAT: ExportFormat =
    ExportFormat { name: "jsonl", label: "JSON Lines", extension: "jsonl", write };

fn write(records: &mut Records<'_>, out: &mut dyn Write) -> io::Result<()> {
    for record in records {
        serde_json::to_writer(&mut *out, &*record)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
