//! The import: bytes of a file become an [`Article`].
//!
//! A file is told by its content, not by its name: bytes that are no text are refused, the encoding is
//! found, the characters are tidied once, and the first format that recognizes the text reads it. What
//! a format hands on is a draft: paragraphs, and what the file states of itself. From there all
//! formats are alike: boilerplate goes out, the headline goes on top, and head and foot are asked for
//! day, place, author and publisher. A format that looks back while it reads counts its steps in a
//! [`Budget`], and gives up where a file takes more than its size is worth or nobody waits any more.
//!
//! ```text
//! bytes → sniff → decode → characters → a format → Draft → assemble → Article
//! ```
//!
//! A new format is a file with a [`Format`] in it and a line in [`FORMATS`].

mod assemble;
mod attributes;
mod boilerplate;
mod characters;
mod credit;
mod date_line;
mod dateline;
mod decode;
mod draft;
mod error;
mod front_matter;
mod headline;
mod html;
mod issued;
mod language;
mod lines;
mod markdown;
mod page_head;
mod page_sink;
mod page_tree;
mod paragraphs;
mod plain_text;
mod publisher;
mod shallow;
mod sign_off;
mod sniff;

use std::path::Path;

pub use draft::Draft;
pub use error::ImportError;
pub use sniff::{START_BYTES, why_no_article};

use crate::lexicon::Lexicon;
use crate::model::{Article, Budget, CancelToken};

/// Larger files are refused before they are read: no article has as much text.
pub const LIMIT_BYTES: u64 = 20_000_000;

/// The formats that are read. The first that recognizes a text reads it; where none does, the
/// extension decides, and without a known one it is plain text.
pub const FORMATS: &[Format] = &[html::HTML, markdown::MARKDOWN, plain_text::PLAIN_TEXT];

/// A kind of file that articles come in.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// What people call it.
    pub name: &'static str,
    /// The endings of its files' names, in lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// Its registered type.
    pub media_type: &'static str,
    /// Whether a text is certainly of this format, whatever its file is called.
    recognizes: fn(&str) -> bool,
    /// Reads a tidied text within a budget, which it asks wherever its work could grow faster than the text.
    read: fn(&str, &Budget) -> Result<Draft, ImportError>,
}

/// How many steps of work a byte of a file is worth. A saved page takes a few.
const STEPS_PER_BYTE: u64 = 64;

/// So many steps the smallest file is worth.
const FEWEST_STEPS: u64 = 1_000_000;

/// Reads the article that the bytes of a file are.
///
/// # Errors
/// Says why there is no article in the file, and what to do.
pub fn import(file_name: &str, bytes: &[u8], lexicon: &Lexicon) -> Result<Article, ImportError> {
    import_unless_cancelled(file_name, bytes, lexicon, &CancelToken::default())
}

/// Reads the article that the bytes of a file are, as long as somebody waits for it.
///
/// # Errors
/// Says why there is no article in the file, and what to do; or that nobody waits any more.
pub fn import_unless_cancelled(
    file_name: &str,
    bytes: &[u8],
    lexicon: &Lexicon,
    cancel: &CancelToken,
) -> Result<Article, ImportError> {
    if bytes.len() as u64 > LIMIT_BYTES {
        return Err(ImportError::TooLarge { bytes: bytes.len() as u64 });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ImportError::Empty);
    }
    sniff::refuse_binary(bytes)?;
    let text = characters::tidy(&decode::decode(bytes)?);
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    let format = format_of(file_name, &text);
    let budget = Budget::new(FEWEST_STEPS + STEPS_PER_BYTE * text.len() as u64, cancel.clone());
    let draft = (format.read)(&text, &budget)?;
    budget.spend(0)?;
    let origin = assemble::Origin { file_name, bytes, media_type: format.media_type };
    assemble::article(draft, &origin, lexicon)
}

/// Whether the name of this file ends like an article's.
pub fn is_article(path: &Path) -> bool {
    extensions().any(|known| has_extension(path, known))
}

/// The endings of the names of articles' files, for the file dialog.
pub fn extensions() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().flat_map(|format| format.extensions.iter().copied())
}

fn format_of(file_name: &str, text: &str) -> &'static Format {
    let named =
        |format: &&Format| format.extensions.iter().any(|known| has_extension(Path::new(file_name), known));
    FORMATS
        .iter()
        .find(|format| (format.recognizes)(text))
        .or_else(|| FORMATS.iter().find(named))
        .unwrap_or(&plain_text::PLAIN_TEXT)
}

fn has_extension(path: &Path, known: &str) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(known))
}
