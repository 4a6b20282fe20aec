//! Archives of files: `.zip`, `.tar`, `.gz`. What is in them is read as if it lay in a folder.

use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::package::{Package, ZIP_START, unpack};
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::remark::Remark;
use crate::import::{Format, Sureness, sniff};

/// Files in an archive.
pub(in crate::import) const ZIP: Format = Format {
    name: "ZIP archive",
    extensions: &["zip"],
    media_type: "application/zip",
    is_risky: true,
    is_decoded: false,
    // Documents are archives too: those that are read are surer, and the others are named for what they are.
    recognizes: |file| Sureness::likely_if(file.begins(ZIP_START) && sniff::is_mere_archive(file.bytes)),
    read: read_zip,
};

/// One file, packed.
pub(in crate::import) const GZIP: Format = Format {
    name: "Packed file",
    extensions: &["gz", "tgz"],
    media_type: "application/gzip",
    is_risky: true,
    is_decoded: false,
    recognizes: |file| Sureness::sure_if(file.begins(b"\x1f\x8b\x08")),
    read: read_gzip,
};

/// Files one after another.
pub(in crate::import) const TAR: Format = Format {
    name: "TAR archive",
    extensions: &["tar"],
    media_type: "application/x-tar",
    is_risky: true,
    is_decoded: false,
    recognizes: |file| {
        let magic = file.bytes.get(257..262).unwrap_or_default();
        Sureness::sure_if(magic == b"ustar")
    },
    read: read_tar,
};

/// What a system puts into an archive for itself.
fn is_of_system(path: &str) -> bool {
    path.split(['/', '\\']).any(|part| part.starts_with('.') || part == "__MACOSX" || part == "Thumbs.db")
}

/// The name of a file without its folder.
fn name_of(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn read_zip(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    const WHAT: &str = "a ZIP archive";
    let mut package = Package::open(file.bytes, WHAT)?;
    for at in 0..package.len() {
        let Ok(part) = package.part(at) else {
            findings.remark(Remark::within(&format!("File {}", at + 1), ImportError::Damaged { what: WHAT }));
            continue;
        };
        if !part.is_file || is_of_system(&part.name) {
            continue;
        }
        if part.is_locked {
            let remedy = "Unpack the archive with its password and open the articles inside.";
            let locked = ImportError::Binary { looks_like: "locked with a password", remedy };
            findings.remark(Remark::within(&part.name, locked));
            continue;
        }
        match package.unpack(at, findings) {
            Ok(bytes) => findings.file(name_of(&part.name), &bytes)?,
            Err(ImportError::TooMuchWithin) => return Err(ImportError::TooMuchWithin),
            Err(error) => findings.remark(Remark::within(&part.name, error)),
        }
    }
    Ok(())
}

fn read_gzip(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let damaged = ImportError::Damaged { what: "a packed file (.gz)" };
    let bytes = unpack(MultiGzDecoder::new(file.bytes), damaged, findings)?;
    let path = Path::new(file.name);
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or(file.name);
    let is_tar = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("tgz"));
    let name = if is_tar { format!("{stem}.tar") } else { stem.to_owned() };
    findings.file(&name, &bytes)
}

/// The length of a header, of which a file's length is a multiple.
const BLOCK: usize = 512;

fn read_tar(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let mut rest = file.bytes;
    let mut long_name: Option<String> = None;
    while let Some((header, after)) = rest.split_at_checked(BLOCK) {
        if header.iter().all(|byte| *byte == 0) {
            break;
        }
        let Some(length) = number(header.get(124..136).unwrap_or_default()) else {
            return Err(ImportError::Damaged { what: "a TAR archive" });
        };
        let content = after.get(..length).unwrap_or(after);
        let name = words(header.get(..100).unwrap_or_default());
        match header.get(156) {
            // The name of the next file, where it is a long one.
            Some(b'L') => long_name = Some(words(content)),
            Some(b'0' | 0) => {
                let path = long_name.take().unwrap_or(name);
                if !is_of_system(&path) && !content.is_empty() {
                    findings.file(name_of(&path), content)?;
                }
            }
            _ => {}
        }
        if content.len() < length {
            return Err(ImportError::Damaged { what: "a TAR archive" });
        }
        rest = after.get(length.next_multiple_of(BLOCK)..).unwrap_or_default();
    }
    Ok(())
}

/// What stands before the first zero.
fn words(bytes: &[u8]) -> String {
    let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    String::from_utf8_lossy(bytes.get(..end).unwrap_or_default()).into_owned()
}

/// A number in eights.
fn number(bytes: &[u8]) -> Option<usize> {
    usize::from_str_radix(words(bytes).trim(), 8).ok()
}
