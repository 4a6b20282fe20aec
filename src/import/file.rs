//! A file as the formats see it: its name, its bytes, and the text that they are, which is made once and only if
//! somebody asks for it.

use std::cell::{Cell, OnceCell};
use std::path::Path;

use super::encodings::TextEncoding;
use super::error::ImportError;
use super::limits::LIMIT_BYTES;
use super::{characters, decode, sniff};

/// So many characters of a text tell what it is.
const HEAD: usize = 4096;

/// A file to be read. It may lie within another: in an archive, or beside a message.
pub(super) struct File<'a> {
    /// Its name, without its folder.
    pub name: &'a str,
    /// All of it.
    pub bytes: &'a [u8],
    /// The encoding of its text, where somebody says it.
    said: Option<TextEncoding>,
    /// The encoding in which it was read.
    taken: Cell<Option<TextEncoding>>,
    text: OnceCell<Result<String, ImportError>>,
}

impl<'a> File<'a> {
    pub fn new(name: &'a str, bytes: &'a [u8]) -> Self {
        Self { name, bytes, said: None, taken: Cell::new(None), text: OnceCell::new() }
    }

    /// The same, where somebody may say in which encoding its text is.
    pub fn in_encoding(self, said: Option<TextEncoding>) -> Self {
        Self { said, ..self }
    }

    /// The encoding in which its text was read; none as long as nobody has asked for the text.
    pub fn encoding(&self) -> Option<TextEncoding> {
        self.taken.get()
    }

    /// The text that its bytes are, tidied.
    pub fn text(&self) -> Result<&str, ImportError> {
        let text = self.text.get_or_init(|| Ok(characters::tidy(&self.decoded()?)));
        text.as_deref().map_err(Clone::clone)
    }

    /// The text with its tabs and all, as tables need it.
    pub fn decoded(&self) -> Result<String, ImportError> {
        let (text, encoding) = self.decoded_part(self.bytes)?;
        self.taken.set(Some(encoding));
        Ok(text)
    }

    /// The text that a part of its bytes is, and in which encoding.
    fn decoded_part(&self, bytes: &[u8]) -> Result<(String, TextEncoding), ImportError> {
        // Bytes of two for each character look like no text to those who take them one by one.
        if !self.said.is_some_and(TextEncoding::is_wide) {
            sniff::refuse_binary(bytes)?;
        }
        match self.said {
            Some(said) => Ok((decode::decode_in(said, bytes)?, said)),
            None => decode::decode_and_tell(bytes),
        }
    }

    /// The first whole lines of that; empty where the bytes are no text.
    pub fn first_lines(&self) -> String {
        let start = self.bytes.get(..4 * HEAD).unwrap_or(self.bytes);
        let end = if start.len() == self.bytes.len() {
            None
        } else {
            start.iter().rposition(|byte| *byte == b'\n')
        };
        let start = end.and_then(|end| start.get(..end)).unwrap_or(start);
        self.decoded_part(start).map(|(text, _)| text).unwrap_or_default()
    }

    /// How the text begins; empty where the bytes are none.
    pub fn head(&self) -> &str {
        let text = self.text().unwrap_or_default();
        text.get(..text.floor_char_boundary(HEAD)).unwrap_or(text)
    }

    /// Whether its name ends so.
    pub fn is_named(&self, extensions: &[&str]) -> bool {
        extensions.iter().any(|known| has_extension(Path::new(self.name), known))
    }

    /// A file that is one article is no larger than an article.
    pub fn is_one_article(&self) -> Result<(), ImportError> {
        let bytes = self.bytes.len() as u64;
        if bytes > LIMIT_BYTES { Err(ImportError::TooLarge { bytes }) } else { Ok(()) }
    }

    /// Whether its bytes begin so.
    pub fn begins(&self, bytes: &[u8]) -> bool {
        self.bytes.starts_with(bytes)
    }
}

/// Whether the name of a file ends so.
pub(super) fn has_extension(path: &Path, known: &str) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(known))
}
