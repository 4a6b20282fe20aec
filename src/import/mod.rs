//! The import: the bytes of a file become [`Article`]s.
//!
//! A file is told by its content before its name: every [`Format`] says how surely a file is one of its own, and
//! the surest reads it. It hands on a draft for each article: paragraphs, and what the file states of itself; and
//! files that lie within, which are told and read in turn. From there all formats are alike: boilerplate goes
//! out, the headline goes on top, and head and foot are asked for day, place, author and publisher. A format that
//! looks back while it reads counts its steps in a [`Budget`](crate::model::Budget), and gives up where a file
//! takes more than its size is worth or nobody waits any more.
//!
//! ```text
//! bytes → a format → Findings → Draft → assemble → Article
//!            ↑           ↓
//!            └──── files within
//! ```
//!
//! A list of references names files that nothing in here can open: whoever opened the list reads them, each with
//! what the list says of it ([`Named`]).
//!
//! Text goes through `decode` and `characters` first. What an export of a news database looks like is a layout
//! (`databases`), whatever kind of file it came in.
//!
//! Which column of a table holds what is guessed by names and contents, unless somebody has said it ([`KnownColumns`]);
//! what is guessed can be looked at before ([`table_head`]).
//!
//! A large file is not held: it is read as it comes (`large`), where its format can be, from a [`Source`].
//!
//! A new format is a file with a [`Format`] in it and a line in [`FORMATS`]: dialogs, the command line, the
//! desktop entry and the manual follow.

mod assemble;
mod beside;
mod blocks;
mod boilerplate;
mod characters;
mod credit;
mod databases;
mod date_line;
mod dateline;
mod decode;
mod documents;
mod draft;
mod encoding;
mod encodings;
mod error;
mod file;
mod findings;
mod front_matter;
mod headline;
mod issued;
mod language;
mod large;
mod limits;
mod lines;
mod markdown;
mod page_block;
mod pages;
mod paragraphs;
mod plain_text;
mod publisher;
mod read_as;
mod reference;
mod references;
mod remark;
mod shallow;
mod sign_off;
mod sniff;
mod source;
mod tables;
mod wires;
mod xml;

use std::path::Path;

pub use draft::Draft;
pub use encodings::{ENCODINGS, NamedEncoding, TextEncoding};
pub use error::ImportError;
pub use findings::Found;
pub use large::{import_source, is_read_as_it_comes, too_large};
pub use limits::{BEGINNING_BYTES, LIMIT_BYTES, LIMIT_OF_MANY_BYTES, LONGEST_ENTRY};
pub use page_block::{PageBlock, WhyLeftOut};
pub use read_as::ReadAs;
pub use reference::{Named, Reference};
pub use references::{is_list, named_in};
pub use remark::Remark;
pub use sniff::START_BYTES;
pub use source::Source;
pub use tables::{
    ColumnRole, ColumnRoles, ColumnsError, FirstRow, Guess, HeadColumn, KnownColumns, LineError, Naming,
    TableHead, TableKey, import_line, is_table, table_head,
};

use self::file::{File, has_extension};
use self::findings::{Findings, Opened, Taker};
use self::large::Large;
use crate::lexicon::Lexicon;
use crate::model::{Article, CancelToken, Sha256Hex};

/// The formats that are read. Of those that are as sure, the first reads a file.
pub const FORMATS: &[Format] = &[
    documents::DOCX,
    documents::ODT,
    documents::RTF,
    documents::PDF,
    documents::MHTML,
    documents::MBOX,
    documents::MAIL,
    documents::OUTLOOK,
    documents::WORD_97,
    documents::WEBARCHIVE,
    documents::WARC,
    documents::ZIP,
    documents::GZIP,
    documents::TAR,
    tables::WORKBOOK,
    tables::JSON,
    references::ZOTERO,
    wires::NEWS_XML,
    wires::TELEGRAPH,
    pages::HTML,
    markdown::MARKDOWN,
    references::RIS,
    references::BIBTEX,
    tables::SEPARATED,
    plain_text::PLAIN_TEXT,
];

/// A kind of file that articles come in.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// What people call it.
    pub name: &'static str,
    /// The endings of its files' names, in lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// Its registered type.
    pub media_type: &'static str,
    /// Whether its files are so intricate, or packed, that they are best read where they can do no harm.
    is_risky: bool,
    /// What is done with a large one.
    large: Large,
    /// Whether its files are text in an encoding that is found out, or else chosen, rather than in one that they say
    /// themselves wherever it matters.
    is_decoded: bool,
    /// How surely a file is of this format.
    recognizes: fn(&File<'_>) -> Sureness,
    /// Reads a file, within a budget that it asks wherever its work could grow faster than the file.
    read: fn(&File<'_>, &mut Findings<'_, '_>) -> Result<(), ImportError>,
}

/// How surely a file is of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sureness {
    /// It is not.
    No,
    /// It could be, if it is nothing else.
    Possible,
    /// Its name says so, or its content looks like it.
    Likely,
    /// Its content says so, whatever its name.
    Sure,
}

impl Sureness {
    /// Sure where this is the case.
    fn sure_if(is: bool) -> Self {
        if is { Self::Sure } else { Self::No }
    }

    /// Likely where this is the case.
    fn likely_if(is: bool) -> Self {
        if is { Self::Likely } else { Self::No }
    }
}

/// Reads the article that the bytes of a file are; of several, the first.
///
/// # Errors
/// Says why there is no article in the file, and what to do.
pub fn import(file_name: &str, bytes: &[u8], lexicon: &Lexicon) -> Result<Article, ImportError> {
    let mut first = None;
    let each = &mut |article| first = first.take().or(Some(article));
    import_each(file_name, bytes, lexicon, &CancelToken::default(), each)?;
    first.ok_or(ImportError::NoArticle)
}

/// Reads the articles that are in a file, as long as somebody waits for them, and hands over each in its order.
/// Gives what is to be told of the file.
///
/// # Errors
/// Says why there is no article in the file, and what to do; or that nobody waits any more.
pub fn import_each(
    file_name: &str,
    bytes: &[u8],
    lexicon: &Lexicon,
    cancel: &CancelToken,
    each: &mut dyn FnMut(Article),
) -> Result<Vec<Remark>, ImportError> {
    import_as(file_name, bytes, ReadAs::default(), lexicon, cancel, each)
}

/// Reads the articles that are in a file of which this is known.
///
/// # Errors
/// As [`import_each`]; and that the text cannot be in the encoding that somebody says.
pub fn import_as(
    file_name: &str,
    bytes: &[u8],
    how: ReadAs<'_>,
    lexicon: &Lexicon,
    cancel: &CancelToken,
    each: &mut dyn FnMut(Article),
) -> Result<Vec<Remark>, ImportError> {
    opened(Opened::new(lexicon, cancel, how, Taker::Articles(each)), file_name, bytes)
}

/// Reads the articles that are in a file, and those that it only names: they lie in other files.
///
/// # Errors
/// As [`import_as`].
pub fn import_all(
    file_name: &str,
    bytes: &[u8],
    how: ReadAs<'_>,
    lexicon: &Lexicon,
    cancel: &CancelToken,
    each: &mut dyn FnMut(Found),
) -> Result<Vec<Remark>, ImportError> {
    opened(Opened::new(lexicon, cancel, how, Taker::All(each)), file_name, bytes)
}

/// Reads all that is on the saved pages in a file, and hands over each with the digest by which its article is known.
///
/// # Errors
/// As [`import_as`].
pub fn pages_in(
    file_name: &str,
    bytes: &[u8],
    how: ReadAs<'_>,
    lexicon: &Lexicon,
    cancel: &CancelToken,
    each: &mut dyn FnMut(Sha256Hex, Vec<PageBlock>),
) -> Result<(), ImportError> {
    opened(Opened::new(lexicon, cancel, how, Taker::Pages(each)), file_name, bytes).map(drop)
}

/// Reads the file that was opened. Gives what is to be told of it.
fn opened(mut opened: Opened<'_>, file_name: &str, bytes: &[u8]) -> Result<Vec<Remark>, ImportError> {
    read_file(&File::new(file_name, bytes).read_as(opened.how()), &mut opened)?;
    finished(opened)
}

/// What is to be told of a file that was read to its end.
fn finished(opened: Opened<'_>) -> Result<Vec<Remark>, ImportError> {
    let taken = opened.taken;
    let remarks = opened.remarks.all();
    match remarks.first() {
        _ if taken > 0 => Ok(remarks),
        Some(first) => {
            let more = remarks.len() - 1;
            Err(ImportError::NothingWithin { first: first.to_string(), more })
        }
        None => Err(ImportError::NoArticle),
    }
}

/// Reads one file, which may lie within another.
fn read_file(file: &File<'_>, opened: &mut Opened<'_>) -> Result<(), ImportError> {
    if file.bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ImportError::Empty);
    }
    let format = format_of(file)?;
    let mut findings = Findings::new(file, format, opened);
    let read = (format.read)(file, &mut findings);
    findings.end(read)
}

/// Whether a file is best read where it can do no harm: in a process of its own, with limits.
pub fn is_risky(file_name: &str, bytes: &[u8]) -> bool {
    format_of(&File::new(file_name, bytes)).is_ok_and(|format| format.is_risky)
}

/// Whether files of this registered type are saved pages, of which parts may have been left out.
pub fn is_saved_page(media_type: &str) -> bool {
    [pages::HTML, documents::MHTML, documents::WEBARCHIVE]
        .iter()
        .any(|format| format.media_type == media_type)
}

/// Whether the encoding of files of this registered type is found out, so that another can be chosen.
pub fn is_decoded(media_type: &str) -> bool {
    FORMATS.iter().any(|format| format.media_type == media_type && format.is_decoded)
}

/// The name of the format that reads a file, if one does.
pub fn format_name(file_name: &str, bytes: &[u8]) -> Option<&'static str> {
    format_of(&File::new(file_name, bytes)).ok().map(|format| format.name)
}

/// The databases whose exports are taken apart.
pub fn exports() -> impl Iterator<Item = &'static str> {
    databases::names()
}

/// The database that a text, or a page as it is written, is an export of.
pub fn export_name(text: &str) -> Option<&'static str> {
    databases::name_of(text)
}

/// Whether the name of this file ends like those of a format.
pub fn is_article(path: &Path) -> bool {
    extensions().any(|known| has_extension(path, known))
}

/// The endings of the names of articles' files, for the file dialog.
pub fn extensions() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().flat_map(|format| format.extensions.iter().copied())
}

/// Whether a file in JSON that begins so is of articles, and not of records that this program has written.
pub fn is_json_of_articles(start: &[u8]) -> bool {
    tables::is_of_articles(start)
}

/// The format that is surest of a file.
fn format_of(file: &File<'_>) -> Result<&'static Format, ImportError> {
    // Of those that are as sure, `max_by_key` gives the last.
    let surest = FORMATS.iter().rev().map(|format| ((format.recognizes)(file), format));
    match surest.max_by_key(|(sureness, _)| *sureness) {
        Some((sureness, format)) if sureness != Sureness::No => Ok(format),
        _ => Err(sniff::why_none(file)),
    }
}
