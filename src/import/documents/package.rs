//! A document that is a ZIP archive of its parts, and how much of it is unpacked.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::import::error::ImportError;
use crate::import::findings::Findings;

/// How a ZIP archive begins: with its first file.
pub(in crate::import) const ZIP_START: &[u8] = b"PK\x03\x04";

/// An archive of parts.
pub(in crate::import) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    what: &'static str,
}

/// A part of an archive, before it is unpacked.
pub(in crate::import) struct Part {
    pub name: String,
    pub is_file: bool,
    pub is_locked: bool,
}

impl<'b> Package<'b> {
    /// Opens an archive, which is called so where it is damaged: "a Word document".
    pub fn open(bytes: &'b [u8], what: &'static str) -> Result<Self, ImportError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ImportError::Damaged { what })?;
        Ok(Self { archive, what })
    }

    /// How many parts there are.
    pub fn len(&self) -> usize {
        self.archive.len()
    }

    /// What is said of a part.
    pub fn part(&mut self, at: usize) -> Result<Part, ImportError> {
        let part = self.archive.by_index_raw(at).map_err(|_| ImportError::Damaged { what: self.what })?;
        let name = part.name().map(|name| name.into_owned()).unwrap_or_default();
        Ok(Part { name, is_file: part.is_file(), is_locked: part.encrypted() })
    }

    /// Unpacks a part.
    pub fn unpack(&mut self, at: usize, findings: &mut Findings<'_, '_>) -> Result<Vec<u8>, ImportError> {
        let damaged = ImportError::Damaged { what: self.what };
        let part = self.archive.by_index(at).map_err(|_| damaged.clone())?;
        unpack(part, damaged, findings)
    }

    /// The text of a part, by its name; what of a damaged one can be read.
    pub fn text(&mut self, name: &str, findings: &mut Findings<'_, '_>) -> Result<String, ImportError> {
        let damaged = ImportError::Damaged { what: self.what };
        let part = self.archive.by_name(name).map_err(|error| match error {
            ZipError::UnsupportedArchive(_) | ZipError::InvalidPassword => locked(self.what),
            _ => damaged.clone(),
        })?;
        let bytes = unpack(part, damaged, findings)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// What is told of a document with a password.
fn locked(what: &'static str) -> ImportError {
    let remedy = "Open it with its password in its own program and save a copy without one.";
    let looks_like = if what == "a ZIP archive" { "a locked ZIP archive" } else { "a locked document" };
    ImportError::Binary { looks_like, remedy }
}

/// Reads what is packed, as far as it may be unpacked. Of what is damaged the beginning is kept.
pub(super) fn unpack(
    packed: impl Read,
    damaged: ImportError,
    findings: &mut Findings<'_, '_>,
) -> Result<Vec<u8>, ImportError> {
    let most = findings.may_unpack();
    let mut bytes = Vec::new();
    let read = packed.take(most + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > most {
        return Err(ImportError::TooMuchWithin);
    }
    findings.unpacked(bytes.len() as u64)?;
    match read {
        Err(_) if bytes.is_empty() => Err(damaged),
        _ => Ok(bytes),
    }
}
