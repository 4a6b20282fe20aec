//! What is said between the program and its children: a line of JSON for each question and answer, and after a
//! question the bytes of its file.

use serde::{Deserialize, Serialize};

use crate::import::Reference;
use crate::model::Article;

/// A file to be read. Its bytes follow.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Question {
    /// Its name, without its folder.
    pub name: String,
    /// The encoding of its text, where a person says it.
    pub encoding: Option<String>,
    /// How many bytes follow.
    pub bytes: u64,
    /// What a list of references says of it.
    pub reference: Option<Reference>,
}

/// What a child answers.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    /// An article of the file.
    Article(Box<Article>),
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
