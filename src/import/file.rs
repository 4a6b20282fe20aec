//! A file as the formats see it: its name, its bytes, and the text that they are, which is made once and only if
//! somebody asks for it. Of a large file only the beginning is held; the rest is read as it comes.

use std::cell::{Cell, OnceCell};
use std::io::{BufRead, BufReader};
use std::path::Path;

use super::decode::{self, Decoded};
use super::encodings::TextEncoding;
use super::error::ImportError;
use super::limits::{BEGINNING_BYTES, LIMIT_BYTES, PART};
use super::read_as::ReadAs;
use super::source::{Rest, Stream};
use super::tables::KnownColumns;
use super::{characters, encoding, sniff};
use crate::model::Sha256Hex;

/// So many characters of a text tell what it is.
const HEAD: usize = 4096;

/// A file to be read. It may lie within another: in an archive, or beside a message.
pub(super) struct File<'a> {
    /// Its name, without its folder.
    pub name: &'a str,
    /// All of it; of a file that is read as it comes, its beginning.
    pub bytes: &'a [u8],
    /// What comes after these bytes.
    pub(super) rest: Option<Rest<'a>>,
    /// The encoding of its text, where somebody says it.
    said: Option<TextEncoding>,
    /// What is known of the columns of tables.
    pub columns: Option<&'a KnownColumns>,
    /// The encoding in which it was read.
    taken: Cell<Option<TextEncoding>>,
    text: OnceCell<Result<String, ImportError>>,
}

impl<'a> File<'a> {
    pub fn new(name: &'a str, bytes: &'a [u8]) -> Self {
        let (taken, text) = (Cell::new(None), OnceCell::new());
        Self { name, bytes, rest: None, said: None, columns: None, taken, text }
    }

    /// The same, of which this is known.
    pub fn read_as(self, how: ReadAs<'a>) -> Self {
        Self { said: how.encoding, columns: how.columns, ..self }
    }

    /// A file that begins with these bytes.
    pub fn beginning(name: &'a str, bytes: &'a [u8], rest: Rest<'a>) -> Self {
        Self { rest: Some(rest), ..Self::new(name, bytes) }
    }

    /// Whether all of it is held.
    pub fn is_held(&self) -> bool {
        self.rest.is_none()
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
        self.refuse_binary(bytes)?;
        decode::decode_and_tell(self.said, bytes)
    }

    fn refuse_binary(&self, bytes: &[u8]) -> Result<(), ImportError> {
        // Bytes of two for each character look like no text to those who take them one by one.
        if self.said.is_some_and(TextEncoding::is_wide) { Ok(()) } else { sniff::refuse_binary(bytes) }
    }

    /// All of its bytes, as they come.
    pub fn stream(&self) -> impl BufRead + '_ {
        BufReader::with_capacity(PART, Stream { file: self, at: 0 })
    }

    /// The text with its tabs and all, as it comes.
    pub fn decoded_stream(&self) -> Result<Decoded<Stream<'_, 'a>>, ImportError> {
        self.refuse_binary(self.bytes)?;
        let each = &mut |look: &mut dyn FnMut(&[u8])| match &self.rest {
            Some(rest) => rest.survey(self.bytes, look),
            None => {
                look(self.bytes);
                Ok(())
            }
        };
        let encoding = encoding::encoding_of(self.said, self.bytes, each)?;
        self.taken.set(Some(TextEncoding::of(encoding)));
        let mark = decode::mark(encoding, self.bytes);
        Ok(Decoded::new(Stream { file: self, at: 0 }, encoding, mark))
    }

    /// The first whole lines of that; empty where the bytes are no text.
    pub fn first_lines(&self) -> String {
        self.lines_within(4 * HEAD)
    }

    /// The whole lines of the beginning by which a large file is known; empty where the bytes are no text.
    pub fn beginning_lines(&self) -> String {
        self.lines_within(BEGINNING_BYTES as usize)
    }

    fn lines_within(&self, bytes: usize) -> String {
        let start = self.bytes.get(..bytes).unwrap_or(self.bytes);
        let is_all = start.len() == self.bytes.len() && self.is_held();
        let end = if is_all { None } else { start.iter().rposition(|byte| *byte == b'\n') };
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

/// By what the articles of a file are known.
pub(super) trait Identified {
    /// Its name, without its folder.
    fn name(&self) -> &str;

    /// The encoding in which its text was read; none as long as nobody has asked for the text.
    fn encoding(&self) -> Option<TextEncoding>;

    /// The digest of all of it.
    ///
    /// # Errors
    /// If it cannot be read to its end.
    fn digest(&self) -> Result<Sha256Hex, ImportError>;

    /// Nobody will ask for its digest.
    fn forget_digest(&self);
}

impl Identified for File<'_> {
    fn name(&self) -> &str {
        self.name
    }

    fn encoding(&self) -> Option<TextEncoding> {
        self.taken.get()
    }

    fn digest(&self) -> Result<Sha256Hex, ImportError> {
        self.rest.as_ref().map_or_else(|| Ok(Sha256Hex::of(self.bytes)), Rest::digest)
    }

    fn forget_digest(&self) {
        if let Some(rest) = &self.rest {
            rest.forget_digest();
        }
    }
}

/// Whether the name of a file ends so.
pub(super) fn has_extension(path: &Path, known: &str) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(known))
}
