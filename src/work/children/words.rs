//! What is said between the program and its children: a line of JSON for each question and answer, and after a
//! question the bytes of its file.

use serde::{Deserialize, Serialize};

use crate::import::{KnownColumns, PageBlock, ReadAs, Reference, TableHead, TextEncoding};
use crate::model::{Article, Sha256Hex};

/// A file to be read. Its bytes follow.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Question {
    /// Its name, without its folder.
    pub name: String,
    /// The encoding of its text, where a person says it.
    pub encoding: Option<String>,
    /// What is known of the columns of tables.
    pub columns: Option<KnownColumns>,
    /// What of it is wanted.
    pub wanted: Wanted,
    /// How many bytes follow.
    pub bytes: u64,
    /// What a list of references says of it.
    pub reference: Option<Reference>,
}

/// What of a file is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Wanted {
    /// Its articles.
    Articles,
    /// All that is on its saved pages.
    Pages,
    /// How it begins, if it is a table.
    Head,
}

impl Question {
    /// The one about the articles of a file of so many bytes, of which this is known.
    pub fn of(name: &str, bytes: u64, how: ReadAs<'_>) -> Self {
        let (name, reference) = (name.to_owned(), how.reference.cloned());
        let encoding = how.encoding.map(|encoding| encoding.name().to_owned());
        let columns = how.columns.cloned();
        Self { name, encoding, columns, wanted: Wanted::Articles, bytes, reference }
    }

    /// What is known of the file.
    pub fn how(&self) -> ReadAs<'_> {
        let encoding = self.encoding.as_deref().and_then(TextEncoding::named);
        ReadAs { reference: self.reference.as_ref(), encoding, columns: self.columns.as_ref() }
    }
}

/// What a child answers.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    /// An article of the file.
    Article(Box<Article>),
    /// All that is on a saved page in it, with the digest by which its article is known.
    Page(Sha256Hex, Vec<PageBlock>),
    /// How a table begins, if it is one.
    Head(Option<Box<TableHead>>),
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
