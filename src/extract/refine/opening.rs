//! Whether the opening of an article is about relations between parties at all.

use std::collections::BTreeSet;

use crate::extract::mention::{ContactForm, Mentions, PersonMention, Standing};
use crate::extract::segment::{Part, Sentence, Source};
use crate::lexicon::{ContactWord, Cue, PartyForm, Shape};

/// So many words are asked.
const WORDS: usize = 300;

/// So many words of trade, sport or courts among the first words make a text one of these; as many different
/// ones do, if there are more of them than of what parties have with each other.
const PRIVATE: usize = 4;
/// So many sentences of the text, of so many words, tell what a paper's report is about.
const SENTENCES: usize = 6;
const SENTENCE: usize = 6;
const DIFFERENT: usize = 2;
const FIRST: usize = 110;

/// What the opening tells of relations between parties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Opening {
    /// What all of it names.
    named: Named,
    /// What its headline and first sentences name.
    first: Named,
    /// Whether a government or an organization issued it, which is one of the sides and may go unnamed.
    issued: bool,
    /// How many words of trade, sport or courts it begins with.
    private: usize,
    /// What its first words are about.
    about: About,
}

/// What some sentences name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Named {
    /// How many parties.
    parties: usize,
    /// Whether there is a word of diplomacy.
    diplomatic: bool,
    /// Whether there is a word of politics.
    political: bool,
}

/// How many different words of each matter there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct About {
    private: usize,
    diplomatic: usize,
    political: usize,
}

impl About {
    /// What the first words of a text are about.
    fn of(source: &Source<'_>) -> Self {
        let different = |cue: Cue| {
            let words = (0..FIRST).filter(|&at| source.is_cue(at, cue));
            let words: BTreeSet<String> =
                words.filter_map(|at| Some(source.word(at)?.word.text.to_lowercase())).collect();
            words.len()
        };
        Self {
            private: private(source),
            diplomatic: different(Cue::Diplomacy),
            political: different(Cue::Politics),
        }
    }

    /// Whether trade, sport or courts outweigh what parties have with each other.
    fn is_private(self) -> bool {
        self.private >= DIFFERENT && self.private > 2 * self.diplomatic + self.political
    }
}

/// How many different words and phrases of trade, sport or courts are among the first words.
fn private(source: &Source<'_>) -> usize {
    const PHRASE: usize = 3;
    let told = |at: usize| {
        if source.is_cue(at, Cue::Private) {
            return Some(1);
        }
        // "first-round", "title fight"
        let (words, classes) = source.phrase(source.lexicon.cues(), at..at + PHRASE)?;
        classes.iter().any(|class| *class == Cue::Private).then_some(words)
    };
    let found = (0..FIRST).filter_map(|at| Some(source.text(&(at..at + told(at)?)).to_lowercase()));
    found.collect::<BTreeSet<String>>().len()
}

impl Opening {
    /// Reads it.
    pub fn of(source: &Source<'_>, mentions: &Mentions) -> Self {
        let mut parties: BTreeSet<usize> = source.issuer().into_iter().collect();
        let un = "UN".parse().ok().and_then(|code| source.lexicon.party_row(&code));
        let (mut diplomatic, mut political, mut private) = (false, false, 0);
        let (mut first, mut told) = (None, 0);
        for sentence in source.sentences.iter().take_while(|sentence| sentence.words.start <= WORDS) {
            let named = mentions.parties_within(&sentence.words).iter();
            parties.extend(
                named.filter(|mention| mention.form != PartyForm::Capital).map(|mention| mention.row),
            );
            let people = mentions.people_within(&sentence.words).iter();
            parties.extend(people.filter_map(|mention| mentions.people.person(mention.person)?.party()));
            parties.extend(visited(source, mentions, sentence));
            for at in sentence.words.clone() {
                if source.is(at, "secretary") && source.is(at + 1, "general") {
                    parties.extend(un.filter(|_| is_of_united_nations(source, mentions, at)));
                    diplomatic = true;
                }
                diplomatic |= source.is_cue(at, Cue::Diplomacy);
                political |= source.is_cue(at, Cue::Politics);
                private += usize::from(at < FIRST && source.is_cue(at, Cue::Private));
            }
            told += usize::from(sentence.part == Part::Body && sentence.words.len() >= SENTENCE);
            if told == SENTENCES && first.is_none() {
                first = Some(Named { parties: parties.len(), diplomatic, political });
            }
        }
        let named = Named { parties: parties.len(), diplomatic, political };
        let issued = source.issuer().is_some();
        Self { named, first: first.unwrap_or(named), issued, private, about: About::of(source) }
    }

    /// Whether it is about relations: of two parties, or of one as it deals with others. A paper says so in its
    /// first sentences; whoever speaks for a party may come to it later.
    pub fn is_diplomatic(self) -> bool {
        let Named { parties, diplomatic, political } = if self.issued { self.named } else { self.first };
        parties >= 2 && (diplomatic || political) || diplomatic && parties > 0
    }

    /// Whether it is about trade, sport or courts.
    pub fn is_private(self) -> bool {
        self.private >= PRIVATE || self.about.is_private()
    }

    /// Whether those who meet in it can be two sides: one may be the publisher's own, and unnamed.
    pub fn has_sides(self) -> bool {
        let Named { parties, diplomatic, political } = self.named;
        parties >= 2 || parties > 0 && (diplomatic || political && self.issued)
    }

    /// Whether they may be, where an office of one side is named with the contact.
    pub fn may_have_sides(self) -> bool {
        self.has_sides() || self.named.parties > 0 && self.named.political
    }
}

/// "Minister Torre met President Lind in Bergen": two offices of state met in a city, and its country is one of
/// the sides.
fn visited(source: &Source<'_>, mentions: &Mentions, sentence: &Sentence) -> Option<usize> {
    const NEAR: usize = 3;
    let verbs = [ContactWord::Meet, ContactWord::Receive];
    let mut contacts = mentions.contacts_within(&sentence.words).iter();
    let met = contacts.find(|contact| {
        contact.standing == Standing::Reported
            && contact.form == ContactForm::Verb
            && verbs.contains(&contact.sort)
    })?;
    let leads = |mention: &PersonMention| {
        mention.words.clone().any(|at| source.is_any(at, &["president", "premier", "king", "chancellor"]))
    };
    let after = mentions.people_within(&source.after(met.words.end, NEAR)).first()?;
    let place = mentions.places_within(&(after.words.end..sentence.words.end)).first()?;
    let country = place.country.clone().filter(|_| leads(after))?;
    source.lexicon.party_row(&country.into())
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
    let named = mentions.parties_within(&source.before(office, 4));
    let owned = possessive || named.last().is_some_and(|party| party.words.end == office);
    !owned && !source.is(secretary + 2, "of")
}
