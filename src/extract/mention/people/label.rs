//! Labels: what the tables say of each word of an article, so that the grammar of titles and names
//! asks one question a word.

use std::ops::BitOr;

use crate::extract::looks;
use crate::extract::mention::parties::PartyMention;
use crate::extract::segment::{Part, Sentence, Source};
use crate::lexicon::{PartyForm, Shape, TitleClass, Token, Values, WordClass};

/// A set of the things that a word may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Label(u32);

impl Label {
    pub const HEAD: Label = Label(1);
    pub const MODIFIER: Label = Label(1 << 1);
    pub const FORMER: Label = Label(1 << 2);
    pub const PORTFOLIO: Label = Label(1 << 3);
    pub const BODY: Label = Label(1 << 4);
    pub const HONORIFIC: Label = Label(1 << 5);
    pub const RANK: Label = Label(1 << 6);
    pub const SUFFIX: Label = Label(1 << 7);
    pub const PARTICLE: Label = Label(1 << 8);
    /// Never part of a name: months, pronouns, words that open sentences.
    pub const GRAMMAR: Label = Label(1 << 9);
    /// Capitalized in such texts, and rarely a name: "Agreement", "Palace".
    pub const NOT_NAME: Label = Label(1 << 10);
    /// Goes on with the phrase of a title that the word before began: "of" in "chief of staff".
    pub const INSIDE: Label = Label(1 << 11);
    /// A month, which may also be a name: "Jan", "May".
    pub const MONTH: Label = Label(1 << 12);
    /// An office whose holder goes by the given name.
    pub const ROYAL: Label = Label(1 << 13);
    /// Cannot be the last word of what an office is of.
    pub const ADJECTIVE: Label = Label(1 << 14);
    /// Is a family name too, whatever else it is.
    pub const SURNAME: Label = Label(1 << 15);
    /// Stands in a headline, or in a line written like one, where verbs have capitals too.
    pub const HEADLINE: Label = Label(1 << 16);
    /// An office that tells of a contact and takes no part in it.
    pub const REPORTER: Label = Label(1 << 17);
    /// A small word of English, which with a capital amid running text may be of a name: "Some", "To".
    pub const SMALL: Label = Label(1 << 18);
    /// A word for the other side's person: "counterpart", "colleagues".
    pub const COUNTERPART: Label = Label(1 << 19);
    /// Any word that a title may be made of.
    pub const TITLE: Label = Label(0b1_1111);

    fn add(&mut self, other: Label) {
        self.0 |= other.0;
    }

    /// Whether it is any of these.
    #[inline]
    pub fn is(self, any: Label) -> bool {
        self.0 & any.0 != 0
    }
}

impl BitOr for Label {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The labels of an article's words.
pub(super) struct Labels {
    labels: Vec<Label>,
    /// The party mention that covers a word, as a place in the list of party mentions.
    party: Vec<Option<usize>>,
}

impl Labels {
    /// Labels every word.
    pub fn of(source: &Source<'_>, parties: &[PartyMention]) -> Self {
        let mut labels = vec![Label::default(); source.tokens.len()];
        let mut mark = |from: usize, n: usize, label: Label| {
            labels.iter_mut().skip(from).take(n).for_each(|l| l.add(label));
        };
        let mut at = 0;
        while at < source.tokens.len() {
            if let Some((n, classes)) = source.phrase(source.lexicon.words(), at..usize::MAX) {
                mark(at, n, all(&classes, small_word));
                // "The" is no name, though a phrase of the table begins with it.
                let alone = if n > 1 { source.phrase(source.lexicon.words(), at..at + 1) } else { None };
                alone.iter().for_each(|(_, classes)| mark(at, 1, all(classes, small_word)));
            }
            match source.phrase(source.lexicon.titles(), at..usize::MAX) {
                // "Un Kheang" is no name of the United Nations.
                Some((1, _)) if is_like_acronym(source, at) => at += 1,
                Some((n, classes)) => {
                    mark(at, n, all(&classes, title_word));
                    mark(at + 1, n - 1, Label::INSIDE);
                    at += n;
                }
                None => at += 1,
            }
        }
        for at in 0..source.tokens.len() {
            let before = at.checked_sub(1).and_then(|before| labels.get(before).copied());
            if let Some(label) = labels.get_mut(at)
                && (label.is(Label::GRAMMAR) || label.is(Label::HONORIFIC))
                && is_initial(source, at, *label, before)
            {
                *label = Label::default();
            }
        }
        for sentence in source.sentences.iter().filter(|sentence| is_headline(source, sentence)) {
            let words = labels.get_mut(sentence.words.clone());
            words.into_iter().flatten().for_each(|label| label.add(Label::HEADLINE));
        }
        let mut party = vec![None; source.tokens.len()];
        for (number, mention) in parties.iter().enumerate() {
            // A capital names a government, but in a title it is a place: "Mayor of Vienna".
            if mention.form != PartyForm::Capital {
                party
                    .iter_mut()
                    .skip(mention.words.start)
                    .take(mention.words.len())
                    .for_each(|p| *p = Some(number));
            }
        }
        Self { labels, party }
    }

    /// What the word at this place may be.
    #[inline]
    pub fn at(&self, at: usize) -> Label {
        looks::note(1);
        self.labels.get(at).copied().unwrap_or_default()
    }

    /// The number of the party mention that covers the word.
    #[inline]
    pub fn party_at(&self, at: usize) -> Option<usize> {
        looks::note(1);
        self.party.get(at).copied().flatten()
    }
}

/// Whether a word is the initial of a name and not the small word or the courtesy of this one letter: "Abdul
/// A. Lind", "I. K. Lind", "Edward M. Lind". `before` is what the word before it may be.
fn is_initial(source: &Source<'_>, at: usize, label: Label, before: Option<Label>) -> bool {
    let word = |at: usize| source.word(at).map(|token| token.word);
    let is_one =
        |at: usize| word(at).is_some_and(|word| word.shape == Shape::Initial && word.text.ends_with('.'));
    // "Foreign Minister A Lind"
    let bare = source.is(at, "a") && word(at).is_some_and(|word| word.shape == Shape::Initial);
    // "Foreign Minister K A Lind"
    let second = at.checked_sub(1).and_then(word).is_some_and(|word| word.shape == Shape::Initial);
    let office =
        second || before.is_some_and(|before| before.is(Label::HEAD | Label::HONORIFIC | Label::RANK));
    let written = at.checked_sub(1).is_some_and(|before| is_capital(source, before));
    if bare && office && written && word(at + 1).is_some_and(|word| word.shape == Shape::Capital) {
        return true;
    }
    let is_name =
        |at: usize| word(at).is_some_and(|word| matches!(word.shape, Shape::Capital | Shape::Upper));
    if !is_one(at) || !is_one(at + 1) && !is_name(at + 1) {
        return false;
    }
    // "M. Lind" is Monsieur Lind, also after an office: "President M. Lind".
    let follows = at.checked_sub(1).is_some_and(|before| is_one(before) || is_name(before))
        && before.is_some_and(|before| !before.is(Label::TITLE | Label::HONORIFIC | Label::RANK));
    !label.is(Label::HONORIFIC) || follows || is_one(at + 1)
}

/// Whether a short word with one capital would be an organization's letters if it had more.
fn is_like_acronym(source: &Source<'_>, at: usize) -> bool {
    const LONGEST: usize = 3;
    let Some(word) = source.word(at).map(|token| token.word) else { return false };
    let short = word.shape == Shape::Capital && word.text.len() <= LONGEST;
    short && {
        let letters = word.text.to_uppercase();
        let tokens = source.lexicon.tokens(&letters);
        tokens.whole(source.lexicon.party_names()).is_some()
    }
}

/// What headlines print in small letters too.
const SMALL: [&str; 16] =
    ["a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "and", "or", "with", "from", "as", "de"];

/// Whether a line is a headline, or has a capital on every word but the smallest as headlines have.
fn is_headline(source: &Source<'_>, sentence: &Sentence) -> bool {
    const SHORTEST: usize = 6;
    let words = source.words(&sentence.words);
    let is_word = |token: &&Token<'_>| !matches!(token.word.shape, Shape::Mark(_) | Shape::Possessive);
    let is_quiet = |token: &Token<'_>| token.word.shape == Shape::Lower && !SMALL.contains(&token.word.text);
    let titled = || {
        sentence.part != Part::Roster
            && !words.iter().any(is_quiet)
            && words.iter().filter(is_word).count() >= SHORTEST
    };
    sentence.part == Part::Headline || sentence.in_capitals || titled()
}

/// What all of these classes make of a word.
fn all<C: Copy>(classes: &Values<'_, C>, label: fn(C) -> Label) -> Label {
    classes.iter().fold(Label::default(), |all, class| all | label(*class))
}

fn title_word(class: TitleClass) -> Label {
    match class {
        TitleClass::Head => Label::HEAD,
        TitleClass::Modifier => Label::MODIFIER,
        TitleClass::Former => Label::FORMER,
        TitleClass::Portfolio => Label::PORTFOLIO,
        TitleClass::Body => Label::BODY,
        TitleClass::Honorific => Label::HONORIFIC,
        TitleClass::Rank => Label::RANK,
        TitleClass::Suffix => Label::SUFFIX,
        TitleClass::Reporter => Label::REPORTER,
        TitleClass::Royal => Label::ROYAL,
        TitleClass::Adjective => Label::ADJECTIVE,
        TitleClass::Surname => Label::SURNAME,
        // Asked by `refine::side`.
        TitleClass::Local => Label::default(),
    }
}

fn small_word(class: WordClass) -> Label {
    match class {
        WordClass::Particle => Label::PARTICLE,
        WordClass::Month(_) => Label::MONTH,
        WordClass::Weekday(_) | WordClass::Number(_) | WordClass::Ordinal(_) => Label::GRAMMAR,
        WordClass::RelativeDay | WordClass::Daypart => Label::GRAMMAR,
        WordClass::Pronoun | WordClass::Opener => Label::GRAMMAR | Label::SMALL,
        WordClass::Counterpart => Label::COUNTERPART,
        WordClass::NotName | WordClass::Venue | WordClass::Picture => Label::NOT_NAME,
        _ => Label::default(),
    }
}

/// Whether a word is written as names are: with a capital letter, or without any in a script that
/// has none.
pub(super) fn is_capital(source: &Source<'_>, at: usize) -> bool {
    source.word(at).is_some_and(|token| token.word.shape.is_capital() || token.word.shape == Shape::Uncased)
}
