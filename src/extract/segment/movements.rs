//! Movements: organizations that no table knows and that somebody leads or speaks for: "the leader of the
//! Free Coast Front", "the Free Coast Front's envoy". The last word of the name tells that it is one.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Source;
use super::unlisted::folded;
use crate::lexicon::{Cue, Shape};

/// A name has so many words at most.
pub(super) const LONGEST: usize = 6;

/// Who acts for a movement.
const ACTORS: [&str; 22] = [
    "leader",
    "leaders",
    "head",
    "heads",
    "chairman",
    "chairwoman",
    "chairperson",
    "president",
    "commander",
    "commanders",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "representative",
    "representatives",
    "envoy",
    "envoys",
    "delegation",
    "general",
    "chief",
    "negotiator",
    "negotiators",
];

/// What a text tells of a name.
struct Told {
    printed: String,
    times: usize,
    acts: bool,
}

/// The movements that the text names more than once and speaks of as acting, by their folded names, as
/// printed.
pub(super) fn movements(source: &Source<'_>) -> Vec<(String, String)> {
    let mut told: BTreeMap<String, Told> = BTreeMap::new();
    for at in (0..source.tokens.len()).filter(|&at| source.is_cue(at, Cue::Movement)) {
        let Some(name) = name(source, at) else { continue };
        let printed = source.text(&name).to_owned();
        let found = told.entry(folded(source, &name)).or_insert(Told { printed, times: 0, acts: false });
        found.times += 1;
        found.acts |= acts(source, &name);
    }
    let acting = told.into_iter().filter(|(_, told)| told.acts && told.times > 1);
    acting.map(|(name, told)| (name, told.printed)).collect()
}

/// The name that ends with this word: the capitals before it, of which none names a party that a table
/// knows ("the Kenyan Liberation Army" is Kenya's).
fn name(source: &Source<'_>, last: usize) -> Option<Range<usize>> {
    let capital = |at: usize| source.word(at).is_some_and(|word| word.word.shape.is_capital());
    let first = source.sentence_at(last)?.words.start.max((last + 1).saturating_sub(LONGEST));
    let of_name = |at: usize| {
        let possessive = source.word(at).is_some_and(|word| word.word.shape == Shape::Possessive);
        possessive || capital(at) && !source.is_any(at, &["the", "a", "an", "this"])
    };
    let start = (first..last).rev().take_while(|&at| of_name(at)).last()?;
    let party = |at: usize| source.phrase(source.lexicon.party_names(), at..last + 1).is_some();
    (capital(last) && capital(start) && !(start..last).any(party)).then_some(start..last + 1)
}

/// Whether somebody acts for it: "leader of the …", "the …'s envoy", "the … delegation".
fn acts(source: &Source<'_>, name: &Range<usize>) -> bool {
    let before =
        name.start.checked_sub(if name.start > 0 && source.is(name.start - 1, "the") { 2 } else { 1 });
    let of = before.filter(|&of| source.is_any(of, &["of", "for"])).and_then(|of| of.checked_sub(1));
    let possessive = source.word(name.end).is_some_and(|word| word.word.shape == Shape::Possessive);
    let next = name.end + usize::from(possessive);
    of.is_some_and(|actor| source.is_any(actor, &ACTORS)) || source.is_any(next, &ACTORS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tests::article;
    use crate::lexicon::Lexicon;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = article(text);
        let lexicon = Lexicon::built_in();
        let found = movements(&Source::new(&article, &lexicon));
        let printed: Vec<&str> = found.iter().map(|(_, printed)| printed.as_str()).collect();
        assert_eq!(printed, expected, "in: {text}");
    }

    #[test]
    fn a_movement_is_led_and_named_again() {
        check(
            "The leader of the Free Coast Front, Jon Lind, came. The Free Coast Front will lay down its arms.",
            &["Free Coast Front"],
        );
        check("The Free Coast Front's envoy came. He left the Free Coast Front.", &["Free Coast Front"]);
        check(
            "A delegation of the People's Hill Army came. The People's Hill Army agreed.",
            &["People's Hill Army"],
        );
        check("The leader of the Free Coast Front came.", &[]);
        check("The Free Coast Front agreed. The Free Coast Front left.", &[]);
        check("The leader of the Kenyan Hill Army came. The Kenyan Hill Army left.", &[]);
        check("The head of the army came. The Army left.", &[]);
    }
}
