//! Hints of a state: what stands around the name of one. "Ambassador of", "the … embassy", "relations
//! with". The words are cues (`assets/tables/cues.tsv`).

use std::ops::{BitOr, BitOrAssign};

use super::Source;
use crate::lexicon::{Cue, Shape, TitleClass};

/// What speaks for a name being a state's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hints(u16);

impl Hints {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// "Republic of": only a state calls itself so.
    pub const FORM: Self = Self(1);
    /// "ambassador of", "Foreign Minister Jon Lind of": an office that only a state has.
    pub const OFFICE: Self = Self(1 << 1);
    /// Such an office after it: "Merandian ambassador", but also "Lind's ambassador".
    pub const BEFORE_OFFICE: Self = Self(1 << 2);
    /// What states have, and others too: "government of", "Merandian officials".
    pub const BODY: Self = Self(1 << 3);
    /// "relations with", "border with", "between … and".
    pub const TIE: Self = Self(1 << 4);
    /// "a visit to", "arrived in".
    pub const VISIT: Self = Self(1 << 5);
    /// The text has a word for its people, or what is theirs, too.
    pub const KIN: Self = Self(1 << 6);
    /// "in": places, and what one may be in.
    pub const PLACE: Self = Self(1 << 7);
    /// It owns something.
    pub const OWNER: Self = Self(1 << 8);
    /// It stands where a name does, and no adjective.
    pub const NAME: Self = Self(1 << 9);

    /// Whether any of these is among them.
    pub fn any(self, hints: Self) -> bool {
        self.0 & hints.0 != 0
    }

    /// Whether they tell a state; `adjective` says that the name is written as words for a people are.
    pub fn tell_a_state(self, adjective: bool) -> bool {
        // Of what others than states may have, it takes several, and fewer where there is a word for the people.
        let enough = if self.any(Self::KIN) { 1 } else { 3 };
        let weak = [Self::BEFORE_OFFICE, Self::BODY, Self::TIE, Self::VISIT, Self::PLACE, Self::OWNER];
        self.any(Self::FORM | Self::OFFICE)
            || self.any(Self::BEFORE_OFFICE) && adjective
            || weak.into_iter().filter(|hint| self.any(*hint)).count() >= enough
    }
}

impl BitOr for Hints {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Hints {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// What stands before it: "Ambassador of", "relations with".
pub(super) fn before(source: &Source<'_>, start: usize) -> Hints {
    let over_article = |at: usize| if at > 0 && source.is(at - 1, "the") { at - 1 } else { at };
    let Some(link) = over_article(start).checked_sub(1) else { return Hints::NONE };
    let cue = |end: usize, cue: Cue| ends_with(source, end, cue);
    if source.is_any(link, &["of", "from"]) {
        let body = if cue(link, Cue::StateBody) { Hints::BODY } else { Hints::NONE };
        if source.is(link, "from") {
            return body | Hints::NAME;
        }
        let form = if cue(link, Cue::StateForm) { Hints::FORM } else { Hints::NONE };
        let office = is_office(source, link) || is_holder(source, link);
        return form | body | Hints::NAME | if office { Hints::OFFICE } else { Hints::NONE };
    }
    if source.is_any(link, &["to", "in", "visited", "visits", "visiting"]) {
        let visit = source.is(link, "visited") || cue(link, Cue::StateVisit);
        let place = if source.is(link, "in") { Hints::PLACE } else { Hints::NONE };
        return place | Hints::NAME | if visit { Hints::VISIT } else { Hints::NONE };
    }
    // "Kenya and"
    let listed = source.is(link, "and")
        && (link.saturating_sub(PHRASE)..link).any(|start| {
            let party = source.phrase(source.lexicon.party_names(), start..link);
            party.is_some_and(|(n, _)| start + n == link)
        });
    let tied = listed || source.is_any(link, &["with", "between"]) && cue(link, Cue::StateTie);
    match tied {
        true => Hints::TIE | Hints::NAME,
        false => Hints::NONE,
    }
}

/// What stands after it: "'s Foreign Minister", "ambassador", "delegation".
pub(super) fn after(source: &Source<'_>, end: usize) -> Hints {
    let possessive = source.word(end).is_some_and(|word| word.word.shape == Shape::Possessive);
    let next = end + usize::from(possessive);
    let name = if possessive { Hints::NAME | Hints::OWNER } else { Hints::NONE };
    let Some((_, cues)) = source.phrase(source.lexicon.cues(), next..next + PHRASE) else { return name };
    let mut hints = name;
    for cue in cues.iter() {
        hints |= match cue {
            Cue::StateOffice => Hints::BEFORE_OFFICE,
            Cue::StateBody => Hints::BODY,
            Cue::StateTie => Hints::TIE,
            _ => Hints::NONE,
        };
    }
    hints
}

/// A cue has so many words at most.
const PHRASE: usize = 3;

/// Whether words of this cue end before this word.
fn ends_with(source: &Source<'_>, end: usize, cue: Cue) -> bool {
    (end.saturating_sub(PHRASE)..end).any(|start| {
        let found = source.phrase(source.lexicon.cues(), start..end);
        found.is_some_and(|(n, cues)| start + n == end && cues.contains(&cue))
    })
}

/// Whether an office that only a state has ends before this word: "ambassador", "External Affairs
/// Minister", "Minister of Trade and Industry".
fn is_office(source: &Source<'_>, end: usize) -> bool {
    const LONGEST: usize = 8;
    let title = |at: usize, class: TitleClass| {
        let found = source.phrase(source.lexicon.titles(), at..at + 1);
        found.is_some_and(|(_, classes)| classes.contains(&class))
    };
    let minister = |at: usize| source.is_any(at, &["minister", "ministers", "ministry"]);
    let about = end.checked_sub(2).is_some_and(|at| title(at, TitleClass::Portfolio));
    let of_it = |at: usize| {
        let capital = source.word(at).is_some_and(|word| word.word.shape.is_capital());
        capital || source.is_any(at, &["and", "&", ",", "of", "for", "the", "foreign", "affairs"])
    };
    let mut before = (end.saturating_sub(LONGEST)..end).rev().take_while(|&at| of_it(at));
    ends_with(source, end, Cue::StateOffice)
        || about && minister(end - 1)
        || before.any(|at| minister(at) && source.is_any(at + 1, &["of", "for"]) && at + 2 < end)
}

/// "Foreign Minister Jon Lind of": the name of whoever holds the office stands between.
fn is_holder(source: &Source<'_>, end: usize) -> bool {
    const LONGEST: usize = 5;
    let of_name = |at: usize| {
        source.word(at).is_some_and(|word| {
            let titles = source.phrase(source.lexicon.titles(), at..at + 1);
            let head = titles.is_some_and(|(_, classes)| classes.contains(&TitleClass::Head));
            word.word.shape.is_capital() && !head
        })
    };
    let name = (end.saturating_sub(LONGEST)..end).rev().take_while(|&at| of_name(at)).last();
    name.is_some_and(|start| is_office(source, start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tests::article;
    use crate::lexicon::Lexicon;

    /// What stands around the word "Merand" of a text hints at.
    fn around(text: &str) -> Hints {
        let article = article(text);
        let lexicon = Lexicon::built_in();
        let source = Source::new(&article, &lexicon);
        let at = (0..source.tokens.len()).find(|&at| source.is(at, "Merand")).unwrap();
        before(&source, at) | after(&source, at + 1)
    }

    #[test]
    fn the_words_before_and_after_a_name_hint_at_a_state() {
        for (text, expected) in [
            ("the Kingdom of Merand", Hints::FORM | Hints::NAME),
            ("the Embassy of Merand", Hints::OFFICE | Hints::NAME),
            ("Deputy Prime Minister Liv Dahl of Merand", Hints::OFFICE | Hints::NAME),
            ("the Ministry of Trade and Industry of Merand", Hints::OFFICE | Hints::NAME),
            ("the government of Merand", Hints::BODY | Hints::NAME),
            ("a delegation from Merand", Hints::BODY | Hints::NAME),
            ("the Merand delegation", Hints::BODY),
            ("Merand's foreign ministry", Hints::NAME | Hints::OWNER | Hints::BEFORE_OFFICE),
            ("relations with Merand", Hints::TIE | Hints::NAME),
            ("Malta and Merand", Hints::TIE | Hints::NAME),
            ("a visit to Merand", Hints::VISIT | Hints::NAME),
            ("in Merand", Hints::PLACE | Hints::NAME),
            ("a song about Merand", Hints::NONE),
            ("the University of Merand", Hints::NAME),
        ] {
            assert_eq!(around(text), expected, "in: {text}");
        }
    }
}
