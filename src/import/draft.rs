//! What a format's reader hands on: the paragraphs, and what the file states of itself.

use crate::calendar::Told;

/// An article as its file has it, before headline, date line and the rest are told apart.
#[derive(Debug, Default)]
pub struct Draft {
    /// The text in order; a paragraph may keep lines of its own, parted by `\n`.
    pub(super) paragraphs: Vec<String>,
    /// What the file says outright.
    pub(super) stated: Stated,
}

/// What a file says of its article outside the text: in front matter, or in a page's head.
#[derive(Debug, Default)]
pub(super) struct Stated {
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub byline: Option<String>,
    /// The day on which it was issued, as it is printed.
    pub published: Option<Told>,
    pub url: Option<String>,
    pub language: Option<String>,
}
