//! Whether the opening of an article is about relations between parties at all.

use std::collections::BTreeSet;

use crate::extract::mention::Mentions;
use crate::extract::segment::Source;
use crate::lexicon::{Cue, PartyForm, Shape};

/// So many words are asked.
const WORDS: usize = 300;

/// So many words of trade, sport or courts among the first words make a text one of these.
const PRIVATE: usize = 4;
const FIRST: usize = 110;

/// What the opening tells of relations between parties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Opening {
    /// How many parties it names.
    parties: usize,
    /// Whether it has a word of diplomacy.
    diplomatic: bool,
    /// Whether it has a word of politics.
    political: bool,
    /// Whether a government or an organization issued it, which is one of the sides and may go unnamed.
    issued: bool,
    /// How many words of trade, sport or courts it begins with.
    private: usize,
}

impl Opening {
    /// Reads it.
    pub fn of(source: &Source<'_>, mentions: &Mentions) -> Self {
        let mut parties: BTreeSet<usize> = source.issuer().into_iter().collect();
        let un = "UN".parse().ok().and_then(|code| source.lexicon.party_row(&code));
        let (mut diplomatic, mut political, mut private) = (false, false, 0);
        for sentence in source.sentences.iter().take_while(|sentence| sentence.words.start <= WORDS) {
            let named = mentions.parties_within(&sentence.words).iter();
            parties.extend(
                named.filter(|mention| mention.form != PartyForm::Capital).map(|mention| mention.row),
            );
            let people = mentions.people_within(&sentence.words).iter();
            parties.extend(people.filter_map(|mention| mentions.people.person(mention.person)?.party()));
            for at in sentence.words.clone() {
                if source.is(at, "secretary") && source.is(at + 1, "general") {
                    parties.extend(un.filter(|_| is_of_united_nations(source, mentions, at)));
                    diplomatic = true;
                }
                diplomatic |= source.is_cue(at, Cue::Diplomacy);
                political |= source.is_cue(at, Cue::Politics);
                private += usize::from(at < FIRST && source.is_cue(at, Cue::Private));
            }
        }
        Self { parties: parties.len(), diplomatic, political, issued: source.issuer().is_some(), private }
    }

    /// Whether it is about relations: of two parties, or of one as it deals with others.
    pub fn is_diplomatic(self) -> bool {
        self.parties >= 2 && (self.diplomatic || self.political) || self.diplomatic && self.parties > 0
    }

    /// Whether it is about trade, sport or courts.
    pub fn is_private(self) -> bool {
        self.private >= PRIVATE
    }

    /// Whether those who meet in it can be two sides: one may be the publisher's own, and unnamed.
    pub fn has_sides(self) -> bool {
        self.parties >= 2 || self.parties > 0 && (self.diplomatic || self.political && self.issued)
    }

    /// Whether they may be, where an office of one side is named with the contact.
    pub fn may_have_sides(self) -> bool {
        self.has_sides() || self.parties > 0 && self.political
    }
}

/// Whether a secretary general is that of the United Nations, as one is of whom nothing else is said:
/// not "NATO's Deputy Secretary General", nor "the Secretary General of the OECD".
fn is_of_united_nations(source: &Source<'_>, mentions: &Mentions, secretary: usize) -> bool {
    const RANKS: [&str; 5] = ["deputy", "assistant", "acting", "former", "new"];
    let ranked = secretary.checked_sub(1).is_some_and(|before| source.is_any(before, &RANKS));
    let office = secretary - usize::from(ranked);
    let before = office.checked_sub(1);
    let possessive =
        before.and_then(|at| source.word(at)).is_some_and(|token| token.word.shape == Shape::Possessive);
    let named = mentions.parties_within(&(office.saturating_sub(4)..office));
    let owned = possessive || named.last().is_some_and(|party| party.words.end == office);
    !owned && !source.is(secretary + 2, "of")
}
