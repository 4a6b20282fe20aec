//! Owner: whose commitment or readiness a noun speaks of, by the words right before it: "Norway's
//! readiness", "the U.S. commitment", "the continued commitment of Norway", "their", "the countries'".

use super::reader::Reader;
use crate::extract::discourse::Tags;
use crate::lexicon::Shape;

/// Whose undertaking a noun is.
pub(super) struct Owner {
    /// The first of the words that say so.
    pub start: usize,
    /// The parties; none for "its".
    pub parties: Vec<usize>,
    /// Whether they are named, and not only told by "our" or "the sides'".
    pub named: bool,
}

/// How many words before the noun may say whose it is.
const NEAR: usize = 6;

impl Reader<'_, '_> {
    /// The owner of an undertaking that a noun carries.
    pub fn owner(&self, noun: usize) -> Option<Owner> {
        let from = self.bounds(noun).start.max(noun.saturating_sub(NEAR));
        let mut before = (from..noun).rev().take_while(|&at| self.belongs(at));
        let own = before.find(|&at| self.can_be(at, Tags::DETERMINER));
        let mentions = self.scene.mentions.parties_within(&(from..noun));
        let named = mentions.last().filter(|mention| {
            let describes = (mention.words.end..noun).all(|at| self.describes(at));
            describes && own.is_none_or(|own| own <= mention.words.start)
        });
        if let Some(mention) = named {
            // "the ironclad U.S. commitment"
            let describes = |at: usize| self.shape(at) == Some(Shape::Lower) && self.belongs(at);
            let right_before = mention.words.start.checked_sub(1).filter(|&at| self.is(at, "the"));
            let article = own.filter(|&own| (own..mention.words.start).all(describes)).or(right_before);
            return Some(Owner {
                start: article.unwrap_or(mention.words.start),
                parties: vec![mention.row],
                named: true,
            });
        }
        let start = own?;
        let (parties, named) = self.told_otherwise(start, noun);
        Some(Owner { start, parties, named })
    }

    /// Whether a word before the noun is still part of its phrase.
    fn belongs(&self, at: usize) -> bool {
        let role = Tags::PREPOSITION | Tags::JOINER | Tags::BE | Tags::HAVE | Tags::MODAL | Tags::RELATIVE;
        // "The sides expressed readiness": what acts is not part of it.
        let acts = self.scene.clauses.verb_at(at).is_some();
        !acts
            && (!matches!(self.shape(at), Some(Shape::Mark(_))) || self.marks_few_words(at))
            && !self.can_be(at, role)
    }

    /// Whether a word between a name and the noun only describes: "'s firm and unwavering".
    fn describes(&self, at: usize) -> bool {
        let role = Tags::PREPOSITION | Tags::BE | Tags::HAVE | Tags::SAY;
        self.shape(at) == Some(Shape::Possessive)
            || self.marks_few_words(at)
            || self.shape(at) == Some(Shape::Lower) && !self.can_be(at, role)
    }

    /// The parties of "the commitment of Norway and its partners", "the two sides' commitment", "our".
    fn told_otherwise(&self, start: usize, noun: usize) -> (Vec<usize>, bool) {
        if self.is(noun + 1, "of")
            && let Some(of) = self.discourse.actor_from(noun + 2)
        {
            return (self.meant(of).map(|meant| meant.parties.clone()).unwrap_or_default(), true);
        }
        if (start..noun).any(|at| self.can_be(at, Tags::SIDES)) {
            return (self.discourse.sides.clone(), false);
        }
        if !self.is_any(start, &["our", "my"]) {
            return (Vec::new(), false);
        }
        let voice = self.voice_at(noun).filter(|voice| !voice.parties.is_empty());
        let quoted = voice.filter(|voice| voice.turn || self.scene.source.is_quoted(noun));
        (quoted.map_or_else(|| self.discourse.we.clone(), |voice| voice.parties.clone()), false)
    }
}
