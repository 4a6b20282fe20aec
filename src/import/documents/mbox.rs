//! Mailboxes: `.mbox`. Messages one after another, each below a line that begins "From ".

use std::path::Path;

use super::mail::headers;
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::{Format, Sureness};

/// A mailbox.
pub(in crate::import) const MBOX: Format = Format {
    name: "Mailbox",
    extensions: &["mbox", "mbx"],
    media_type: "application/mbox",
    is_risky: true,
    is_decoded: false,
    recognizes: |file| Sureness::sure_if(file.begins(b"From ") && headers(below_first_line(file.bytes)) > 1),
    read,
};

fn below_first_line(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| end + 1);
    bytes.get(end..).unwrap_or_default()
}

fn read(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let mut rest = file.bytes;
    let mut number = 0;
    let stem = Path::new(file.name).file_stem().and_then(|stem| stem.to_str()).unwrap_or("message");
    while !rest.is_empty() {
        let message = below_first_line(rest);
        let end = end_of_message(message);
        let (message, after) = message.split_at_checked(end).unwrap_or((message, &[]));
        number += 1;
        findings.file(&format!("{stem} {number}.eml"), message)?;
        rest = after;
    }
    Ok(())
}

/// Where a message ends: before a line "From " that has an empty line above it.
fn end_of_message(bytes: &[u8]) -> usize {
    let mut at = 0;
    let mut is_below_empty = false;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if is_below_empty && line.starts_with(b"From ") {
            return at;
        }
        is_below_empty = matches!(line, b"\n" | b"\r\n");
        at += line.len();
    }
    bytes.len()
}
