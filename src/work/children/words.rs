//! What is said between the program and its children: a line of JSON for each question and answer, and after a
//! question the bytes of its file.

use serde::{Deserialize, Serialize};

use crate::import::{PageBlock, ReadAs, Reference, TextEncoding};
use crate::model::{Article, Sha256Hex};

/// A file to be read. Its bytes follow.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Question {
    /// Its name, without its folder.
    pub name: String,
    /// The encoding of its text, where a person says it.
    pub encoding: Option<String>,
    /// Whether all that is on its saved pages is wanted instead of its articles.
    pub wants_pages: bool,
    /// How many bytes follow.
    pub bytes: u64,
    /// What a list of references says of it.
    pub reference: Option<Reference>,
}

impl Question {
    /// The one about the articles of a file of so many bytes, of which this is known.
    pub fn of(name: &str, bytes: u64, how: ReadAs<'_>) -> Self {
        let (name, reference) = (name.to_owned(), how.reference.cloned());
        let encoding = how.encoding.map(|encoding| encoding.name().to_owned());
        Self { name, encoding, wants_pages: false, bytes, reference }
    }

    /// What is known of the file.
    pub fn how(&self) -> ReadAs<'_> {
        let encoding = self.encoding.as_deref().and_then(TextEncoding::named);
        ReadAs { reference: self.reference.as_ref(), encoding }
    }
}

/// What a child answers.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    /// An article of the file.
    Article(Box<Article>),
    /// All that is on a saved page in it, with the digest by which its article is known.
    Page(Sha256Hex, Vec<PageBlock>),
    /// Something to be told of it.
    Told(String),
    /// Why it was not read. Nothing follows.
    Refused(String),
    /// The reader failed over it. Nothing follows.
    Crashed(String),
    /// That was all.
    Done,
}

impl Answer {
    pub fn read(line: &[u8]) -> Option<Self> {
        serde_json::from_slice(line).ok()
    }
}
