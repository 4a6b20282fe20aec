//! Documents of Word 97 to 2003: `.doc`. A file of the older Office kind, with one stream of characters in pieces, and
//! another that says where they are. Codes behind fields, pictures and marks of notes are no text.

use std::io::Cursor;
use std::path::Path;

use cfb::CompoundFile;
use encoding_rs::{UTF_16LE, WINDOWS_1252};

use super::articles_of;
use super::package::unpack;
use crate::import::characters::tidy;
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::large::Large;
use crate::import::sniff::{LOCKED, OFFICE, OLE, holds_stream};
use crate::import::{Format, Sureness};

/// A document of Word before it was XML.
pub(in crate::import) const WORD_97: Format = Format {
    name: "Word 97 document",
    extensions: &["doc"],
    media_type: "application/msword",
    is_risky: true,
    is_decoded: false,
    large: Large::CUT,
    recognizes: |file| Sureness::sure_if(file.begins(OLE) && holds_stream(file.bytes, DOCUMENT)),
    read,
};

const DOCUMENT: &str = "WordDocument";
const DAMAGED: ImportError = ImportError::Damaged { what: "a Word 97 document" };

fn read(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let mut parts = CompoundFile::open(Cursor::new(file.bytes)).map_err(|_| DAMAGED)?;
    let mut stream = |name: &str, findings: &mut Findings<'_, '_>| {
        let stream = parts.open_stream(Path::new("/").join(name)).map_err(|_| DAMAGED)?;
        unpack(stream, DAMAGED, findings)
    };
    let document = stream(DOCUMENT, findings)?;
    let head = Head::read(&document)?;
    let table = stream(head.table, findings)?;
    let characters = head.characters(&document, &table).ok_or(DAMAGED)?;
    findings.budget.spend(characters.len() as u64)?;
    articles_of(&tidy(&text(&characters)), None, findings)
}

/// What stands at the beginning of a document.
struct Head {
    /// The stream that says where the pieces are.
    table: &'static str,
    /// Where in it that begins, and how long it is.
    pieces: (usize, usize),
    /// How many characters the text has; what follows are notes and heads of pages.
    length: usize,
}

impl Head {
    fn read(document: &[u8]) -> Result<Self, ImportError> {
        const WORD: usize = 0xa5ec;
        const OF_WORD_97: usize = 0xc1;
        const IS_LOCKED: usize = 0x0100;
        const IS_FIRST: usize = 0x0200;
        let half = |at: usize| number(document, at, 2).ok_or(DAMAGED);
        let whole = |at: usize| number(document, at, 4).ok_or(DAMAGED);
        let (kind, version, flags) = (half(0)?, half(2)?, half(10)?);
        if flags & IS_LOCKED != 0 {
            return Err(ImportError::Binary { looks_like: "a locked Word document", remedy: LOCKED });
        }
        // Word 2 and Word for DOS have other first bytes.
        if version < OF_WORD_97 {
            return Err(ImportError::Binary { looks_like: "a Word 6 or Word 95 document", remedy: OFFICE });
        }
        if kind != WORD {
            return Err(DAMAGED);
        }
        let table = if flags & IS_FIRST == 0 { "0Table" } else { "1Table" };
        Ok(Self { table, pieces: (whole(0x1a2)?, whole(0x1a6)?), length: whole(0x4c)? })
    }

    /// The characters of the text, in the order of its pieces.
    fn characters(&self, document: &[u8], table: &[u8]) -> Option<String> {
        const PROPERTIES: u8 = 1;
        const PIECES: u8 = 2;
        let (at, length) = self.pieces;
        let mut rest = table.get(at..at.checked_add(length)?)?;
        loop {
            let (mark, after) = rest.split_first()?;
            match *mark {
                PROPERTIES => rest = after.get(2 + number(after, 0, 2)?..)?,
                PIECES => return self.of_pieces(document, after.get(4..)?),
                _ => return None,
            }
        }
    }

    fn of_pieces(&self, document: &[u8], pieces: &[u8]) -> Option<String> {
        // The places where pieces begin and end, of 4 bytes each; then what is said of each, of 8 bytes.
        let count = pieces.len().checked_sub(4)? / 12;
        let mut text = String::new();
        let mut bytes_left = document.len();
        for piece in 0..count {
            let from = number(pieces, 4 * piece, 4)?;
            let to = number(pieces, 4 * (piece + 1), 4)?.min(self.length);
            let Some(length) = to.checked_sub(from) else { break };
            let said = number(pieces, 4 * (count + 1) + 8 * piece + 2, 4)?;
            let (at, is_narrow) = (said & 0x3fff_ffff, said & 0x4000_0000 != 0);
            let (at, size) = if is_narrow { (at / 2, length) } else { (at, length.checked_mul(2)?) };
            let Some(bytes) = document.get(at..at.checked_add(size)?) else { break };
            // Pieces that lie over each other would make much of little.
            bytes_left = bytes_left.checked_sub(size)?;
            let encoding = if is_narrow { WINDOWS_1252 } else { UTF_16LE };
            text.push_str(&encoding.decode_without_bom_handling(bytes).0);
        }
        (!text.is_empty()).then_some(text)
    }
}

/// A number whose last byte weighs most.
fn number(bytes: &[u8], at: usize, size: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(size)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

/// The characters without those that are marks: ends of paragraphs and cells become ends of lines.
fn text(characters: &str) -> String {
    /// Where in fields a character stands: for each that is open, whether its code is over.
    const MOST_OPEN: usize = 64;
    let mut open: Vec<bool> = Vec::new();
    let mut text = String::with_capacity(characters.len());
    for character in characters.chars() {
        match character {
            '\u{13}' if open.len() < MOST_OPEN => open.push(false),
            '\u{14}' => {
                if let Some(code_is_over) = open.last_mut() {
                    *code_is_over = true;
                }
            }
            '\u{15}' => {
                open.pop();
            }
            _ if open.contains(&false) => {}
            '\r' | '\u{7}' | '\u{c}' => text.push_str("\n\n"),
            '\u{b}' => text.push('\n'),
            '\t' => text.push(' '),
            '\u{1e}' => text.push('-'),
            c if c.is_control() => {}
            c => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_fields_and_marks_are_no_text() {
        let characters = "They \u{13} HYPERLINK \"x\" \u{13} SEQ \u{14}no\u{15} \u{14}met\u{15} at last\u{1f}.\u{2}\rOne\u{7}two\u{1e}fold\u{7}";
        assert_eq!(text(characters), "They met at last.\n\nOne\n\ntwo-fold\n\n");
    }

    #[test]
    fn what_points_nowhere_is_damaged() {
        let head = Head { table: "0Table", pieces: (0, usize::MAX), length: 10 };
        assert_eq!(head.characters(b"text", &[2; 40]), None);
        let head = Head { table: "0Table", pieces: (0, 17), length: 10 };
        assert_eq!(head.characters(b"text", &[2; 40]), None);
        assert!(Head::read(b"\xec\xa5").is_err());
    }
}
