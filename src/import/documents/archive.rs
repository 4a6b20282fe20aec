//! Archives of files: `.zip`, `.tar`, `.gz`. What is in them is read as if it lay in a folder.

use std::path::Path;
use std::rc::Rc;

use flate2::read::MultiGzDecoder;

use super::package::{Package, Part, ZIP_START, unpack};
use crate::import::beside::Beside;
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::large::Large;
use crate::import::references::{is_list, named_in};
use crate::import::remark::Remark;
use crate::import::{Format, Sureness, sniff};

/// Files in an archive.
pub(in crate::import) const ZIP: Format = Format {
    name: "ZIP archive",
    extensions: &["zip"],
    media_type: "application/zip",
    is_risky: true,
    is_decoded: false,
    large: Large::UNPACK,
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
    large: Large::UNPACK,
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
    large: Large::UNPACK,
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

/// What lists in an archive with files at these paths may name.
fn articles_at<'p>(paths: impl Iterator<Item = &'p str>) -> Beside {
    Beside::of(paths.filter(|path| !is_list(Path::new(path))))
}

fn read_zip(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    const WHAT: &str = "a ZIP archive";
    let mut package = Package::open(file.bytes, WHAT)?;
    let parts: Vec<Result<Part, ImportError>> = (0..package.len()).map(|at| package.part(at)).collect();
    let is_wanted = |part: &&Part| part.is_file && !is_of_system(&part.name);
    let mut beside = articles_at(parts.iter().flatten().filter(is_wanted).map(|part| part.name.as_str()));
    for (at, part) in parts.iter().enumerate() {
        if let Ok(part) = part
            && is_wanted(&part)
            && is_list(Path::new(&part.name))
            && !part.is_locked
        {
            match package.unpack(at, findings) {
                Ok(list) => beside.note(&part.name, named_in(&part.name, &list, findings.encoding())),
                Err(ImportError::TooMuchWithin) => return Err(ImportError::TooMuchWithin),
                // What is the matter with it is told when it is read itself.
                Err(_) => {}
            }
        }
    }
    let beside = Rc::new(beside);
    for (at, part) in parts.iter().enumerate() {
        let Ok(part) = part else {
            findings.remark(Remark::within(&format!("File {}", at + 1), ImportError::Damaged { what: WHAT }));
            continue;
        };
        if !is_wanted(&part) {
            continue;
        }
        if part.is_locked {
            let remedy = "Unpack the archive with its password and open the articles inside.";
            let locked = ImportError::Binary { looks_like: "locked with a password", remedy };
            findings.remark(Remark::within(&part.name, locked));
            continue;
        }
        match package.unpack(at, findings) {
            Ok(bytes) => findings.file_in(&beside, &part.name, &bytes)?,
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
    let (files, read) = files_of_tar(file.bytes);
    let mut beside = articles_at(files.iter().map(|(path, _)| path.as_ref()));
    for (path, content) in files.iter().filter(|(path, _)| is_list(Path::new(path))) {
        beside.note(path, named_in(path, content, findings.encoding()));
    }
    let beside = Rc::new(beside);
    for (path, content) in &files {
        findings.file_in(&beside, path, content)?;
    }
    read
}

/// Files with their paths.
type Files<'b> = Vec<(String, &'b [u8])>;

/// The files of an archive, up to where it is damaged.
fn files_of_tar(bytes: &[u8]) -> (Files<'_>, Result<(), ImportError>) {
    let damaged = || Err(ImportError::Damaged { what: "a TAR archive" });
    let (mut files, mut rest) = (Vec::new(), bytes);
    let mut long_name: Option<String> = None;
    while let Some((header, after)) = rest.split_at_checked(BLOCK) {
        if header.iter().all(|byte| *byte == 0) {
            break;
        }
        let Some(length) = number(header.get(124..136).unwrap_or_default()) else {
            return (files, damaged());
        };
        let content = after.get(..length).unwrap_or(after);
        let name = words(header.get(..100).unwrap_or_default());
        match header.get(156) {
            // The name of the next file, where it is a long one.
            Some(b'L') => long_name = Some(words(content)),
            Some(b'0' | 0) => {
                let path = long_name.take().unwrap_or(name);
                if !is_of_system(&path) && !content.is_empty() {
                    files.push((path, content));
                }
            }
            _ => {}
        }
        if content.len() < length {
            return (files, damaged());
        }
        rest = after.get(length.next_multiple_of(BLOCK)..).unwrap_or_default();
    }
    (files, Ok(()))
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
