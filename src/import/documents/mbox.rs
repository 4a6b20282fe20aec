//! Mailboxes: `.mbox`. Messages one after another, each below a line that begins "From ".

use std::path::Path;

use super::mail::headers;
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::large::Large;
use crate::import::limits::LIMIT_OF_MANY_BYTES;
use crate::import::remark::Remark;
use crate::import::source::entry;
use crate::import::{Format, Sureness};

/// A mailbox.
pub(in crate::import) const MBOX: Format = Format {
    name: "Mailbox",
    extensions: &["mbox", "mbx"],
    media_type: "application/mbox",
    is_risky: true,
    is_decoded: false,
    large: Large::AsItComes(|_| true, "Cut it into smaller files."),
    recognizes: |file| Sureness::sure_if(file.begins(b"From ") && headers(below_first_line(file.bytes)) > 1),
    read,
};

fn below_first_line(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| end + 1);
    bytes.get(end..).unwrap_or_default()
}

fn read(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let mut stream = file.stream();
    let (mut number, mut line, mut message) = (0, Vec::new(), Vec::new());
    let stem = Path::new(file.name).file_stem().and_then(|stem| stem.to_str()).unwrap_or("message");
    let mut begins = entry(&mut stream, b'\n', &mut line)?;
    while begins {
        // A message ends before a line "From " that has an empty line above it.
        let (mut bytes, mut is_below_empty) = (0, false);
        begins = false;
        message.clear();
        while !begins && entry(&mut stream, b'\n', &mut line)? {
            begins = is_below_empty && line.starts_with(b"From ");
            if !begins {
                is_below_empty = matches!(line.as_slice(), b"\n" | b"\r\n");
                bytes += line.len() as u64;
                // Of one that is too large the rest is only counted.
                let kept = if bytes > LIMIT_OF_MANY_BYTES { &[] } else { line.as_slice() };
                message.extend_from_slice(kept);
            }
        }
        number += 1;
        let name = format!("{stem} {number}.eml");
        match bytes > LIMIT_OF_MANY_BYTES {
            true => findings.remark(Remark::within(&name, ImportError::TooLarge { bytes })),
            false => findings.plain_file(&name, &message)?,
        }
    }
    Ok(())
}
