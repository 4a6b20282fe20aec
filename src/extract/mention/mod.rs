//! Mention: where parties, places, people and days are named in an article, whatever the text says
//! of them. Each file finds one sort; none decides what matters.

mod contacts;
mod days;
mod in_order;
mod namesakes;
mod parties;
mod people;
mod places;
mod presence;

pub(super) use contacts::{ContactForm, ContactMention, Standing, breaks_clause, follows};
pub(super) use days::{DayMention, told_at};
pub(super) use in_order::InOrder;
pub(super) use parties::PartyMention;
pub(super) use people::{People, PersonIndex, PersonMention, Side, name_counterpart};
pub(super) use places::{PlaceForm, PlaceMention};
pub(super) use presence::PresenceMention;

use std::ops::Range;

use super::clause::Clauses;
use super::segment::Source;
use crate::calendar::Context;

/// Everything that is named in an article, each sort in the order of the text.
pub(super) struct Mentions {
    /// States and organizations.
    pub parties: InOrder<PartyMention>,
    /// People, and where each is mentioned.
    pub people: People,
    /// Words that report a contact.
    pub contacts: InOrder<ContactMention>,
    /// Words that tell who was there.
    pub presence: InOrder<PresenceMention>,
    /// Days.
    pub days: InOrder<DayMention>,
    /// What those days are settled against.
    pub context: Context,
    /// Cities, countries and buildings.
    pub places: InOrder<PlaceMention>,
    /// The article's own party, as a row of the parties, where anything tells it. Found by `refine`.
    pub home: Option<usize>,
}

impl Mentions {
    /// Finds them all.
    pub fn of(source: &Source<'_>, clauses: &Clauses) -> Self {
        let words = source.tokens.len();
        let parties = InOrder::new(parties::parties(source), words);
        let people = people::people(source, &parties);
        let places = InOrder::new(places::places(source, &parties, &people), words);
        let contacts = InOrder::new(contacts::contacts(source, clauses), words);
        let presence = InOrder::new(presence::presence(source), words);
        let days = InOrder::new(days::days(source), words);
        let context = days::context(source);
        Self { parties, people, contacts, presence, days, context, places, home: None }
    }

    /// The parties named within these words.
    pub fn parties_within(&self, words: &Range<usize>) -> &[PartyMention] {
        self.parties.within(words)
    }

    /// The people mentioned within these words.
    pub fn people_within(&self, words: &Range<usize>) -> &[PersonMention] {
        self.people.mentions.within(words)
    }

    /// The contacts mentioned within these words.
    pub fn contacts_within(&self, words: &Range<usize>) -> &[ContactMention] {
        self.contacts.within(words)
    }

    /// The words within these that tell who was there.
    pub fn presence_within(&self, words: &Range<usize>) -> &[PresenceMention] {
        self.presence.within(words)
    }

    /// The days named within these words.
    pub fn days_within(&self, words: &Range<usize>) -> &[DayMention] {
        self.days.within(words)
    }

    /// The places named within these words.
    pub fn places_within(&self, words: &Range<usize>) -> &[PlaceMention] {
        self.places.within(words)
    }
}
