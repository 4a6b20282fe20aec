//! The import: bytes of a file become an [`Article`].
//!
//! A file is told by its content, not by its name: bytes that are no text are refused, the encoding is
//! found, the characters are tidied once, and the first format that recognizes the text reads it. What
//! a format hands on is a draft: paragraphs, and what the file states of itself. From there all
//! formats are alike: boilerplate goes out, the headline goes on top, and head and foot are asked for
//! day, place, author and publisher.
//!
//! ```text
//! bytes → sniff → decode → characters → a format → Draft → assemble → Article
//! ```
//!
//! A new format is a file with a [`Format`] in it and a line in [`FORMATS`].

mod assemble;
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
mod nesting;
mod page_head;
mod paragraphs;
mod plain_text;
mod publisher;
mod sign_off;
mod sniff;

use std::path::Path;

pub use draft::Draft;
pub use error::ImportError;

use crate::lexicon::Lexicon;
use crate::model::Article;

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
    /// Reads a tidied text.
    read: fn(&str) -> Result<Draft, ImportError>,
}

/// Reads the article that the bytes of a file are.
///
/// # Errors
/// Says why there is no article in the file, and what to do.
pub fn import(file_name: &str, bytes: &[u8], lexicon: &Lexicon) -> Result<Article, ImportError> {
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
    let draft = (format.read)(&text)?;
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
