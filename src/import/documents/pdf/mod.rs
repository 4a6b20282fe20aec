//! PDF documents with a text layer: `.pdf`. The library `unpdf` gives the blocks of each page in the order in which
//! they are read, columns one after another. What was only put there to fill a printed page goes out (`margins`),
//! and what it tore apart is joined again (`prose`).

mod margins;
mod prose;

use std::panic::{AssertUnwindSafe, catch_unwind};

use unpdf::{Block, Document, Error, ParseOptions};

use super::articles_of_draft;
use crate::calendar::Told;
use crate::import::characters::tidy;
use crate::import::date_line::DateLine;
use crate::import::draft::{Draft, Stated};
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::issued::stated_day;
use crate::import::large::Large;
use crate::import::lines::{letters, words_of};
use crate::import::remark::Remark;
use crate::import::sniff::{LOCKED, PDF_START, PICTURE};
use crate::import::{Format, Sureness};

/// A document for print.
pub(in crate::import) const PDF: Format = Format {
    name: "PDF document",
    extensions: &["pdf"],
    media_type: "application/pdf",
    is_risky: true,
    is_decoded: false,
    large: Large::CUT,
    recognizes,
    read,
};

const DAMAGED: ImportError = ImportError::Damaged { what: "a PDF document" };

/// Some programs write a few bytes of their own first.
const START_WITHIN: usize = 1024;

fn recognizes(file: &File<'_>) -> Sureness {
    if file.begins(PDF_START) {
        return Sureness::Sure;
    }
    let start = file.bytes.get(..START_WITHIN).unwrap_or(file.bytes);
    Sureness::sure_if(file.is_named(PDF.extensions) && memchr::memmem::find(start, PDF_START).is_some())
}

fn read(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    findings.budget.spend(file.bytes.len() as u64)?;
    let options = ParseOptions::new().lenient().sequential();
    // A library that fails over a damaged file is no fault of the program that anybody should report.
    let parsed = catch_unwind(AssertUnwindSafe(|| unpdf::parse_bytes_with_options(file.bytes, options)));
    let mut document = parsed.map_err(|_| DAMAGED)?.map_err(why_not)?;
    let pictures = document.pages.iter().filter(|page| is_picture(page)).count();
    for page in document.pages.iter_mut().filter(|page| is_picture(page)) {
        page.elements.clear();
    }
    let mut pages: Vec<Vec<Piece>> = document.pages.iter().map(pieces).collect();
    let margins = margins::take(&mut pages);
    let stated = stated(&document, &pages, &margins);
    let paragraphs = prose::paragraphs(pages);
    if paragraphs.is_empty() {
        return Err(without_text(&document, pictures));
    }
    articles_of_draft(Draft { paragraphs, stated }, findings)?;
    if pictures > 0 {
        findings.remark(Remark::PicturePages { count: pictures });
    }
    Ok(())
}

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    text: String,
    kind: Kind,
}

/// How a block is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// In letters larger than those of the text: the smaller the number, the larger.
    Heading(u8),
    /// As running text.
    Text,
    /// As an item of a list, the row of a table, or lines that stand as they are.
    Fixed,
}

/// The blocks of a page that have words.
fn pieces(page: &unpdf::Page) -> Vec<Piece> {
    let of_block = |block: &Block| {
        let mut text = String::new();
        block.append_plain_text(&mut text);
        let kind = match block {
            Block::Paragraph(paragraph) => match paragraph.heading_level() {
                Some(level) => Kind::Heading(level),
                None if paragraph.is_list_item() => Kind::Fixed,
                None => Kind::Text,
            },
            _ => Kind::Fixed,
        };
        let text = tidy(&prose::without_ligatures(&text));
        let text = text.trim_start_matches(is_mark).trim();
        (!text.is_empty()).then(|| Piece { text: text.to_owned(), kind })
    };
    page.elements.iter().filter_map(of_block).collect()
}

/// Boxes, arrows and the like, which begin a line and say nothing.
fn is_mark(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{2300}'..='\u{23ff}' | '\u{25a0}'..='\u{27bf}' | '\u{e000}'..='\u{f8ff}')
}

/// Whether a page is a picture, on which no more than its number is written.
fn is_picture(page: &unpdf::Page) -> bool {
    const NEARLY_ALL: f32 = 0.5;
    let words = page.painted_text_chars.saturating_sub(page.margin_text_chars) + page.invisible_text_chars;
    page.image_coverage > NEARLY_ALL
        && (words == 0 || page.ocr_text_suppressed && page.painted_text_chars == 0)
}

/// Why a document could not be opened.
fn why_not(error: Error) -> ImportError {
    match error {
        Error::Encrypted | Error::InvalidPassword => {
            ImportError::Binary { looks_like: "a locked PDF document", remedy: LOCKED }
        }
        _ => DAMAGED,
    }
}

/// Why there is no text in a document.
fn without_text(document: &Document, pictures: usize) -> ImportError {
    let quality = &document.extraction_quality;
    let looks_like = match () {
        () if document.pages.is_empty() => return DAMAGED,
        () if pictures > 0 || document.pages.iter().any(|page| page.image_op_count > 0) => {
            "a scanned PDF document without text"
        }
        () if quality.suppressed_text_runs > 0 => "a PDF document that does not say which letters it shows",
        () => "a PDF document without text",
    };
    ImportError::Binary { looks_like, remedy: PICTURE }
}

/// What a document says of itself, where its pages say so too: many carry the title of a template, and the day on
/// which somebody printed a page.
fn stated(document: &Document, pages: &[Vec<Piece>], margins: &margins::Margins) -> Stated {
    let first: &[Piece] = pages.first().map(Vec::as_slice).unwrap_or_default();
    Stated {
        title: title(document.metadata.title.as_deref(), first),
        published: margins.day.or_else(|| created(document, first)),
        url: margins.url.clone(),
        ..Stated::default()
    }
}

/// So many blocks at the head of the first page may have the title.
const HEAD: usize = 8;

/// The title of the document if it stands on top, else what is set the largest there.
fn title(named: Option<&str>, first: &[Piece]) -> Option<String> {
    const WORDS: std::ops::RangeInclusive<usize> = 3..=40;
    let head = || first.iter().take(HEAD);
    // One word is the name of a file.
    let named = named.filter(|named| words_of(named) > 1).map(letters);
    let stands = head().find(|piece| {
        let words = letters(&piece.text);
        named.as_ref().is_some_and(|named| words == *named || words.len() > 12 && named.starts_with(&words))
    });
    let headings = || {
        head().filter_map(|piece| match piece.kind {
            Kind::Heading(level) if WORDS.contains(&words_of(&piece.text)) => Some((level, piece)),
            _ => None,
        })
    };
    let largest = || headings().min_by_key(|(level, _)| *level).map(|(_, piece)| piece);
    let title = stands.or_else(largest)?;
    Some(prose::mended(&title.text.replace('\n', " ")))
}

/// The day on which the document was made, if a line at its head says that day.
fn created(document: &Document, first: &[Piece]) -> Option<Told> {
    let made = document.metadata.created?.format("%Y-%m-%d").to_string();
    let made = stated_day(&made)?;
    let lines = first.iter().take(HEAD).flat_map(|piece| piece.text.lines());
    let mut days = lines.filter_map(DateLine::read).map(|line| line.day);
    let order = crate::calendar::DateOrder::default();
    days.find(|day| day.day(None, &order) == made.day(None, &order))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, kind: Kind) -> Piece {
        Piece { text: text.to_owned(), kind }
    }

    #[test]
    fn a_title_of_a_template_is_none() {
        let first = [
            piece("The Selwyn Courier", Kind::Heading(2)),
            piece("Ministers agree on the harbor line", Kind::Heading(1)),
            piece("They met on Friday.", Kind::Text),
        ];
        let expected = Some("Ministers agree on the harbor line".to_owned());
        assert_eq!(title(Some("Microsoft Word - template.doc"), &first), expected);
        assert_eq!(title(None, &first), expected);
        let first = [piece("Talks end", Kind::Text), piece("They met on Friday.", Kind::Text)];
        assert_eq!(title(Some("TALKS END"), &first).as_deref(), Some("Talks end"));
        assert_eq!(title(Some("untitled"), &first), None);
    }
}
