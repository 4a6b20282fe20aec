//! Discourse: who can be bound by an article's words, whom they mean and who speaks. Its parts are read
//! for the rules of commitments (`propose/commitment`): here stand what is found and how it is looked up.
//!
//! An [`Actor`] is words that can be the subject of an undertaking (`actor`, `naming`, `several`); [`Tags`] tell
//! what each word can be in a clause (`tags`, by the lists of the lexicon).

mod actor;
mod form;
mod naming;
mod several;
mod tags;

use super::looks;
use super::mention::PersonIndex;
use super::segment::Source;
use crate::lexicon::Shape;

pub(super) use crate::lexicon::Tags;
pub(super) use actor::{Actor, Actors, Who};
pub(super) use form::{Form, form};
pub(super) use tags::tags;

/// What the rules need to know of an article beyond its mentions.
pub(super) struct Discourse {
    /// What each word can be.
    pub tags: Vec<Tags>,
    /// The words at which rules look for undertakings, in order: few of all.
    pub asked: Vec<usize>,
    /// Those who can be bound, in order, without overlaps.
    pub actors: Vec<Actor>,
    /// Whom each of them means.
    pub meant: Vec<Meant>,
    /// Whose words each sentence reports, or is made of.
    pub voices: Vec<Option<Voice>>,
    /// The parties to the main contact.
    pub sides: Vec<usize>,
    /// Whom "we" means where no speaker is quoted; none where that is not known.
    pub we: Vec<usize>,
    /// Whether the article is a text that several parties issue together.
    pub joint: bool,
}

/// How many adverbs a verb may have in a row.
pub(super) const ADVERBS: usize = 12;

/// How many words the table's phrases for verbs have at most.
const PHRASE: usize = 5;

/// Whom an actor's words mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Meant {
    /// The parties, as places in the lexicon.
    pub parties: Vec<usize>,
    /// The person, where it is one.
    pub person: Option<PersonIndex>,
}

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Voice {
    /// The parties spoken for.
    pub parties: Vec<usize>,
    /// The person, where known.
    pub person: Option<PersonIndex>,
    /// Whether the sentence is made of the speaker's own words, as in a transcript.
    pub turn: bool,
}

impl Discourse {
    /// The tags of a word; none beyond the end.
    #[inline]
    pub fn tag(&self, at: usize) -> Tags {
        looks::note(1);
        self.tags.get(at).copied().unwrap_or_default()
    }

    /// The actor that ends right before this word.
    pub fn actor_before(&self, at: usize) -> Option<usize> {
        let next = self.actors.partition_point(|actor| actor.words.end <= at);
        next.checked_sub(1).filter(|&found| self.actors.get(found).is_some_and(|actor| actor.words.end == at))
    }

    /// The actor that begins at this word.
    pub fn actor_from(&self, at: usize) -> Option<usize> {
        let found = self.actors.partition_point(|actor| actor.words.start < at);
        self.actors.get(found).filter(|actor| actor.words.start == at).map(|_| found)
    }

    /// The next word that is no adverb.
    pub fn past_adverbs(&self, from: usize) -> usize {
        let is_adverb = |at: &usize| self.tag(*at).any(Tags::ADVERB) && !self.tag(*at).any(Tags::VERB);
        from + (from..from + ADVERBS).take_while(is_adverb).count()
    }

    /// Whether a verb follows here, over adverbs.
    pub fn has_verb(&self, source: &Source<'_>, end: usize) -> bool {
        let at = self.past_adverbs(end);
        // "by" opens phrases of the table that are no verbs: "and Norway by 2028".
        let lower = source.word(at).is_some_and(|token| token.word.shape == Shape::Lower)
            && !self.tag(at).any(Tags::PREPOSITION);
        let past = || source.word(at).is_some_and(|token| form(token.word.text) == Form::Past);
        let phrase = || source.phrase(source.lexicon.verbs(), at..at + PHRASE).is_some();
        self.tag(at).any(Tags::VERB) || lower && (past() || self.is_present(source, at) || phrase())
    }

    /// Whether a word is a verb by its ending and what follows it: "ranks Cuba", "places the".
    fn is_present(&self, source: &Source<'_>, at: usize) -> bool {
        let verb = source.word(at).is_some_and(|token| form(token.word.text) == Form::Present);
        let object = self.tag(at + 1).any(Tags::DETERMINER)
            || source.word(at + 1).is_some_and(|token| token.word.shape.is_capital());
        verb && object && !self.tag(at).any(Tags::SIDES | Tags::BODY | Tags::COMPANY)
    }
}

impl Meant {
    /// Adds parties that are not there yet.
    pub fn add_parties(&mut self, parties: &[usize]) {
        for party in parties {
            if !self.parties.contains(party) {
                self.parties.push(*party);
            }
        }
    }

    /// Adds a person, if none is there yet, with the party that she stands for.
    pub fn add_person(&mut self, index: PersonIndex, party: Option<usize>) {
        self.person = self.person.or(Some(index));
        self.add_parties(party.as_slice());
    }
}
