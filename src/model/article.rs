//! The imported article: what it says of itself, and its reading text.

use std::fmt::Write;
use std::num::NonZeroU32;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::day::Day;
use super::line::Line;
use super::party::CountryCode;
use super::record::{ContactNumber, RecordId};
use super::text::{Span, Text};

/// An article as it was imported. It is frozen: nobody edits it, every offset refers to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// The name of the file that it was read from, without its folder.
    pub file_name: Line,
    /// Which article of that file, counted from 1, where it holds several; else null.
    pub part: Option<NonZeroU32>,
    /// The digest of that file's bytes; of one of several articles, that of its own bytes or text.
    pub sha256: Sha256Hex,
    /// What kind of file it was: `text/plain`, `text/markdown`, `text/html`.
    pub media_type: String,
    /// In which encoding the file was read, by its name in the Encoding Standard. Missing where that was UTF-8, where
    /// files of this kind say it themselves, and in records from before it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<Line>,
    /// BCP 47 tag of the language, where it could be told.
    pub language: Option<String>,
    /// The headline. Where the file states it, it is also the first line of `text`.
    pub title: Option<Line>,
    /// The agency, ministry or site that issued it.
    pub publisher: Option<Line>,
    /// Its author, as printed.
    pub byline: Option<Line>,
    /// Where it stood on the web.
    pub url: Option<String>,
    /// The day on which it was issued.
    pub published: Option<Day>,
    /// The place and day that the text opens or closes with.
    pub dateline: Option<Dateline>,
    /// The reading text: paragraphs with an empty line between them, frozen at import.
    pub text: Text,
}

/// "Valletta, 14 March:" at the head or the foot of an article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dateline {
    /// The place as printed.
    pub place: Option<Line>,
    /// The place's country.
    pub country: Option<CountryCode>,
    /// The day, where one is printed.
    pub date: Option<Day>,
}

/// A SHA-256 digest in 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^[0-9a-f]{64}$"))]
pub struct Sha256Hex(String);

impl Sha256Hex {
    /// The digest of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mut digest = Digest::default();
        digest.update(bytes);
        digest.finish()
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A digest of bytes that come one after another.
#[derive(Clone, Debug, Default)]
pub struct Digest(Sha256);

impl Digest {
    /// These come next.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The digest of all of them.
    pub fn finish(self) -> Sha256Hex {
        let mut hex = String::with_capacity(64);
        for byte in self.0.finalize() {
            // Writing to a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
        }
        Sha256Hex(hex)
    }
}

impl TryFrom<String> for Sha256Hex {
    type Error = &'static str;

    fn try_from(given: String) -> Result<Self, Self::Error> {
        let hex =
            given.len() == 64 && given.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if hex { Ok(Self(given)) } else { Err("a SHA-256 digest is 64 digits from 0 to 9 and a to f") }
    }
}

impl From<Sha256Hex> for String {
    fn from(digest: Sha256Hex) -> String {
        digest.0
    }
}

impl Article {
    /// Whether it is in a language other than English, as far as anybody could tell: the engine has tables
    /// of English only, and proposes nothing for any other.
    pub fn is_in_another_language(&self) -> bool {
        let primary = self.language.as_deref().and_then(|tag| tag.split('-').next());
        primary.is_some_and(|primary| !primary.eq_ignore_ascii_case("en"))
    }

    /// An article in English of which no more is known than its text.
    pub fn plain(file_name: impl Into<Line>, text: impl Into<Text>) -> Self {
        let text = text.into();
        Self {
            file_name: file_name.into(),
            part: None,
            sha256: Sha256Hex::of(text.as_bytes()),
            media_type: "text/plain".into(),
            encoding: None,
            language: Some("en".into()),
            title: None,
            publisher: None,
            byline: None,
            url: None,
            published: None,
            dateline: None,
            text,
        }
    }

    /// The name of the encoding in which its file was read, where files of its kind are read in one.
    pub fn encoding_name(&self) -> &str {
        self.encoding.as_deref().unwrap_or("UTF-8")
    }

    /// The id of the record of one of its contacts: the same for the same file on every machine.
    pub fn record_id(&self, number: ContactNumber) -> RecordId {
        RecordId::of(&self.sha256, number)
    }

    /// The day that others are counted from: the dateline's, else that of publication.
    pub fn day(&self) -> Option<Day> {
        self.dateline.as_ref().and_then(|dateline| dateline.date).or(self.published)
    }

    /// Where the headline stands in the text, if it does.
    pub fn headline(&self) -> Option<Span> {
        let title = self.title.as_deref()?;
        self.text.starts_with(title).then(|| self.text.span(0..title.len())).flatten()
    }

    /// What to call the article in a list: its headline, or the file's name.
    pub fn name(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.file_name)
    }
}
