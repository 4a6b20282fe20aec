//! Mention: where parties, places, people and days are named in an article, whatever the text says
//! of them. Each file finds one sort; none decides what matters.

mod contacts;
mod days;
mod parties;
mod people;
mod places;

pub(super) use contacts::{ContactForm, ContactMention, Standing, breaks_clause};
pub(super) use days::{DayMention, Direction, Reference, Resolved, Told};
pub(super) use parties::PartyMention;
pub(super) use people::{People, PersonIndex, PersonMention};
pub(super) use places::{PlaceForm, PlaceMention};

use std::ops::Range;

use super::segment::Source;

/// Everything that is named in an article, each sort in the order of the text.
pub(super) struct Mentions {
    /// States and organisations.
    pub parties: Vec<PartyMention>,
    /// People, and where each is mentioned.
    pub people: People,
    /// Words that report a contact.
    pub contacts: Vec<ContactMention>,
    /// Days.
    pub days: Vec<DayMention>,
    /// Cities, countries and buildings.
    pub places: Vec<PlaceMention>,
}

impl Mentions {
    /// Finds them all.
    pub fn of(source: &Source<'_>) -> Self {
        let parties = parties::parties(source);
        let people = people::people(source, &parties);
        let places = places::places(source, &parties, &people);
        let (contacts, days) = (contacts::contacts(source), days::days(source));
        Self { parties, people, contacts, days, places }
    }

    /// The parties named within these words.
    pub fn parties_within(&self, words: &Range<usize>) -> &[PartyMention] {
        within(&self.parties, words, |mention| &mention.words)
    }

    /// The people mentioned within these words.
    pub fn people_within(&self, words: &Range<usize>) -> &[PersonMention] {
        within(&self.people.mentions, words, |mention| &mention.words)
    }

    /// The contacts mentioned within these words.
    pub fn contacts_within(&self, words: &Range<usize>) -> &[ContactMention] {
        within(&self.contacts, words, |mention| &mention.words)
    }

    /// The days named within these words.
    pub fn days_within(&self, words: &Range<usize>) -> &[DayMention] {
        within(&self.days, words, |mention| &mention.words)
    }

    /// The places named within these words.
    pub fn places_within(&self, words: &Range<usize>) -> &[PlaceMention] {
        within(&self.places, words, |mention| &mention.words)
    }
}

/// The part of an ordered list of mentions that lies within a run of words.
fn within<'m, M>(mentions: &'m [M], words: &Range<usize>, of: fn(&M) -> &Range<usize>) -> &'m [M] {
    let from = mentions.partition_point(|mention| of(mention).start < words.start);
    let to = mentions.partition_point(|mention| of(mention).start < words.end);
    mentions.get(from..to).unwrap_or_default()
}
