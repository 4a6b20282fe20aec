//! Voices: for whom a person speaks, by what is said to be that party's will while the person speaks
//! ("Torre said that Norland will …").

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::extract::mention::{Mentions, PartyMention, PersonIndex};
use crate::extract::segment::{Part, Sentence, Source};
use crate::lexicon::{Shape, VerbClass};

/// "With this in mind, President Torre said": the speaker stands within so many words.
const BEGINS: usize = 12;

/// The party that each person speaks for, by what is said to be its will while the person speaks.
pub(super) fn voices(source: &Source<'_>, mentions: &Mentions) -> BTreeMap<PersonIndex, usize> {
    let mut votes: BTreeMap<PersonIndex, BTreeMap<usize, usize>> = BTreeMap::new();
    let mut speaking: Option<(usize, PersonIndex)> = None;
    for sentence in source.sentences_of(&[Part::Body]) {
        let new = speaker(source, mentions, sentence);
        speaking = new.map(|person| (sentence.paragraph, person)).or(speaking);
        let Some((_, person)) = speaking.filter(|(paragraph, _)| *paragraph == sentence.paragraph) else {
            continue;
        };
        for party in mentions.parties_within(&sentence.words).iter().filter(|party| wills(source, party)) {
            *votes.entry(person).or_default().entry(party.row).or_default() += 1;
        }
    }
    let most = |rows: BTreeMap<usize, usize>| {
        rows.into_iter().max_by_key(|&(row, n)| (n, Reverse(row))).map(|(row, _)| row)
    };
    votes.into_iter().filter_map(|(person, rows)| Some((person, most(rows)?))).collect()
}

/// The person whom a sentence begins with and who says something in it.
fn speaker(source: &Source<'_>, mentions: &Mentions, sentence: &Sentence) -> Option<PersonIndex> {
    let first = mentions.people_within(&sentence.words).first()?;
    let begins = first.words.start <= sentence.words.start + BEGINS;
    let mut after = first.words.end..sentence.words.end.min(first.words.end + 6);
    let says = after.any(|at| {
        let verb = source.phrase(source.lexicon.verbs(), at..sentence.words.end);
        verb.is_some_and(|(_, senses)| {
            senses.iter().any(|sense| matches!(sense.class, VerbClass::Say | VerbClass::Commit))
        })
    });
    (begins && says).then_some(first.person)
}

/// Whether a party is said to be willing, ready or committed right here: "Norland will", "the
/// Norlandic side stands ready", "Norland's commitment".
fn wills(source: &Source<'_>, party: &PartyMention) -> bool {
    const NEAR: usize = 4;
    const BETWEEN: [&str; 12] = [
        "side",
        "government",
        "delegation",
        "also",
        "always",
        "therefore",
        "firm",
        "strong",
        "continued",
        "continuing",
        "full",
        "readiness",
    ];
    let after = party.words.end..(party.words.end + NEAR).min(source.tokens.len());
    let belongs = |at: usize| {
        source.is_any(at, &BETWEEN) || source.word(at).is_some_and(|t| t.word.shape == Shape::Possessive)
    };
    let reach = after.clone().find(|&at| !belongs(at)).unwrap_or(after.end);
    // "Norland and Sudland will" tells for neither.
    let one_of_two = party.words.start.checked_sub(1).is_some_and(|before| source.is(before, "and"));
    party.is_country(source)
        && !one_of_two
        && (party.words.end..=reach).any(|at| {
            let verb = source.phrase(source.lexicon.verbs(), at..at + NEAR);
            verb.is_some_and(|(_, senses)| {
                senses.iter().any(|sense| {
                    use VerbClass::{Commit, Hedge, Intend, NounExplicit, NounHedged, NounPlain};
                    matches!(sense.class, Commit | Hedge | Intend | NounExplicit | NounHedged | NounPlain)
                })
            })
        })
}
