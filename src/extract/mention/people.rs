//! People: names, the titles that go with them, the party that a person stands for, and which of
//! several mentions are of one person.

use std::ops::Range;

use super::PartyMention;
use crate::extract::segment::Source;

/// A person of an article, as all the mentions together tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Person {
    /// The longest form of the name, without honorifics, as printed.
    pub name: String,
    /// The longest form of the office, without the party where that can be cut cleanly.
    pub title: Option<String>,
    /// The side that the person stands for, as a place in [`crate::lexicon::Lexicon::parties`].
    pub party: Option<usize>,
}

/// The place of a person in [`People::persons`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::extract) struct PersonIndex(pub usize);

/// Words that stand for a person: a name with or without title, or a title alone ("the minister").
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) struct PersonMention {
    /// All the words, title and honorifics included.
    pub words: Range<usize>,
    /// The words of the name; none where a title stands alone.
    pub name: Option<Range<usize>>,
    /// Whom they mean.
    pub person: PersonIndex,
}

/// The people of an article.
#[derive(Clone, Debug, Default)]
pub(in crate::extract) struct People {
    /// Each person once, in order of first mention.
    pub persons: Vec<Person>,
    /// Where they are mentioned, in order, without overlaps.
    pub mentions: Vec<PersonMention>,
}

/// Finds the people of an article.
pub(super) fn people(_source: &Source<'_>, _parties: &[PartyMention]) -> People {
    People::default()
}

impl People {
    /// The person with this index.
    pub fn person(&self, index: PersonIndex) -> Option<&Person> {
        self.persons.get(index.0)
    }
}
