//! Whether the opening of an article is about relations between parties at all.

use std::collections::BTreeSet;

use crate::extract::rule::Scene;
use crate::lexicon::{Cue, PartyForm};
use crate::model::Span;

/// So many words are asked.
const WORDS: usize = 300;

/// What the opening tells of relations between parties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Opening {
    /// How many parties it names.
    parties: usize,
    /// Whether it has a word of diplomacy.
    diplomatic: bool,
    /// Whether it has a word of politics.
    political: bool,
}

impl Opening {
    /// Reads it; several rules ask, and the first does the work.
    pub fn of(scene: &Scene<'_>) -> Self {
        *scene.opening.get_or_init(|| Self::read(scene))
    }

    fn read(scene: &Scene<'_>) -> Self {
        let source = &scene.source;
        let mut parties: BTreeSet<usize> = source.issuer().into_iter().collect();
        let un = "UN".parse().ok().and_then(|code| source.lexicon.party_row(&code));
        let (mut diplomatic, mut political) = (false, false);
        for sentence in source.sentences.iter().take_while(|sentence| sentence.words.start <= WORDS) {
            let named = scene.mentions.parties_within(&sentence.words).iter();
            parties.extend(
                named.filter(|mention| mention.form != PartyForm::Capital).map(|mention| mention.row),
            );
            let people = scene.mentions.people_within(&sentence.words).iter();
            parties
                .extend(people.filter_map(|mention| scene.mentions.people.person(mention.person)?.party()));
            for at in sentence.words.clone() {
                if source.is(at, "secretary") && source.is(at + 1, "general") {
                    parties.extend(un);
                    diplomatic = true;
                }
                diplomatic |= source.is_cue(at, Cue::Diplomacy);
                political |= source.is_cue(at, Cue::Politics);
            }
        }
        Self { parties: parties.len(), diplomatic, political }
    }

    /// Whether it is about relations: of two parties, or of one as it deals with others.
    pub fn is_diplomatic(self) -> bool {
        self.parties >= 2 && (self.diplomatic || self.political) || self.diplomatic && self.parties > 0
    }

    /// Whether those who meet in it can be two sides: one may be the publisher's own, and unnamed.
    pub fn has_sides(self) -> bool {
        self.parties >= 2 || self.parties > 0 && (self.diplomatic || self.political)
    }
}

/// The headline, or the first sentence of a text without one: what such a finding is read from.
pub(in crate::extract) fn first_words(scene: &Scene<'_>) -> Option<Span> {
    let first = scene.source.sentences.first()?;
    scene.source.span(&first.words)
}
