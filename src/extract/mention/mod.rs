//! Mention: where parties, places, people and days are named in an article, whatever the text says
//! of them. Each file finds one sort; none decides what matters.

mod parties;
mod people;

pub(super) use parties::PartyMention;
pub(super) use people::{People, Person, PersonIndex, PersonMention};

use std::ops::Range;

use super::segment::Source;

/// Everything that is named in an article, each sort in the order of the text.
pub(super) struct Mentions {
    /// States and organisations.
    pub parties: Vec<PartyMention>,
    /// People, and where each is mentioned.
    pub people: People,
}

impl Mentions {
    /// Finds them all.
    pub fn of(source: &Source<'_>) -> Self {
        let parties = parties::parties(source);
        let people = people::people(source, &parties);
        Self { parties, people }
    }

    /// The parties named within these words.
    pub fn parties_within(&self, words: &Range<usize>) -> &[PartyMention] {
        within(&self.parties, words, |mention| &mention.words)
    }

    /// The people mentioned within these words.
    pub fn people_within(&self, words: &Range<usize>) -> &[PersonMention] {
        within(&self.people.mentions, words, |mention| &mention.words)
    }
}

/// The part of an ordered list of mentions that lies within a run of words.
fn within<'m, M>(mentions: &'m [M], words: &Range<usize>, of: fn(&M) -> &Range<usize>) -> &'m [M] {
    let from = mentions.partition_point(|mention| of(mention).start < words.start);
    let to = mentions.partition_point(|mention| of(mention).start < words.end);
    mentions.get(from..to).unwrap_or_default()
}
