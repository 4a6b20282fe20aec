//! "X reaffirmed its commitment to …", "voiced Kyrgyz readiness to …": undertakings in a noun.

use std::ops::Range;

use super::Undertaking;
use super::found::Found;
use super::frame::Frame;
use super::reader::{Form, Reader, form};
use super::tags::Tags;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::lexicon::Shape;
use crate::model::Obligation;

pub(super) const RULE: Rule<Undertaking> = Rule {
    name: "commitment_noun",
    says: "A party states its \"commitment\", \"readiness\", \"intention\" or the like to do something.",
    hits: &[
        (
            "Malta and Tunisia reaffirmed their commitment to reopen the harbour line.",
            "Malta and Tunisia reaffirmed their commitment to reopen the harbour line",
        ),
        (
            "Norwegian Foreign Minister Kari Holm voiced Norway's readiness to send two ships.",
            "Norwegian Foreign Minister Kari Holm voiced Norway's readiness to send two ships",
        ),
        (
            "Both sides expressed their firm determination to protect the harbour, and thanked the hosts.",
            "Both sides expressed their firm determination to protect the harbour",
        ),
    ],
    misses: &[
        "Norway praised Chile's commitment to reopen the line.",
        "Norway thanked Chile for its readiness to help.",
        "Norway reaffirmed its support for the line.",
        "Norway noted efforts to clear the harbour.",
    ],
    propose,
};

/// The nouns, each with how firmly it binds.
const NOUNS: &[(&str, Obligation)] = &[
    ("commitment", Obligation::Explicit),
    ("commitments", Obligation::Explicit),
    ("pledge", Obligation::Explicit),
    ("pledges", Obligation::Explicit),
    ("promise", Obligation::Explicit),
    ("vow", Obligation::Explicit),
    ("resolve", Obligation::Explicit),
    ("determination", Obligation::Explicit),
    ("dedication", Obligation::Explicit),
    ("decision", Obligation::Explicit),
    ("readiness", Obligation::Hedged),
    ("willingness", Obligation::Hedged),
    ("preparedness", Obligation::Hedged),
    ("intention", Obligation::Plain),
    ("intentions", Obligation::Plain),
    ("intent", Obligation::Plain),
    ("plan", Obligation::Plain),
    ("plans", Obligation::Plain),
];

/// Verbs by which a party praises, asks for or deals with another's undertaking.
const OTHERS: &[&str] = &[
    "welcome",
    "applaud",
    "appreciate",
    "thank",
    "praise",
    "commend",
    "hail",
    "acknowledge",
    "recognize",
    "laud",
    "value",
    "salute",
    "discuss",
    "ask",
    "urge",
    "describe",
    "question",
    "criticize",
    "respond",
    "report",
    "recall",
    "reject",
];

/// Verbs by which a party states only its own undertakings.
const AFFIRMS: &[&str] = &[
    "reaffirm", "reiterat", "affirm", "express", "voic", "confirm", "renew", "restat", "convey", "declar",
    "pledg",
];

/// How far before the noun its verb may stand.
const NEAR: usize = 22;

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Undertaking>> {
    let reader = Reader::of(scene);
    reader.places().filter_map(|at| reader.candidate(noun(&reader, at)?)).collect()
}

fn noun(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let (_, firmness) = NOUNS.iter().find(|(noun, _)| reader.is(at, noun))?;
    let last = object(reader, at).filter(|_| reader.shape(at) == Some(Shape::Lower))?;
    let Some(verb) = stating_verb(reader, at) else { return passive(reader, at, last, *firmness) };
    let subject = reader.subject(verb);
    let frame = subject.map_or(Frame::Free, |subject| reader.frame(subject.start));
    if frame == Frame::Unbound {
        return None;
    }
    let stating = subject.and_then(|subject| reader.meant(subject.actor));
    let owner = owner(reader, at);
    let parties = match (&owner, stating) {
        (Some(owner), Some(stating)) if !owner.parties.is_empty() => {
            let own =
                stating.parties.is_empty() || owner.parties.iter().any(|row| stating.parties.contains(row));
            own.then(|| owner.parties.clone())?
        }
        (Some(owner), None) if !owner.parties.is_empty() => owner.parties.clone(),
        (_, Some(stating)) => stating.parties.clone(),
        _ => return None,
    };
    let end = reader.reach(last);
    let phrase = owner.map_or(at, |owner| owner.start);
    let start = subject.map_or(phrase, |subject| subject.start);
    // Where the report is longer than the undertaking, the undertaking alone is quoted.
    let start = if phrase.saturating_sub(start) > end.saturating_sub(phrase) { phrase } else { start };
    let person = stating.and_then(|meant| meant.person);
    Some(Found { words: start..end, verb: at, parties, person, firmness: *firmness, frame })
}

/// "the readiness to deepen ties was noted": the owner is bound, or all sides.
fn passive(reader: &Reader<'_, '_>, noun: usize, last: usize, firmness: Obligation) -> Option<Found> {
    let end = reader.bounds(noun).end;
    let verb = (last..end).find(|&at| reader.can_be(at, Tags::BE | Tags::MODAL | Tags::RELATIVE))?;
    let stated = reader.discourse.past_adverbs(verb + 1);
    let states = reader.can_be(verb, Tags::BE)
        && reader.can_be(stated, Tags::SAY | Tags::POSITION)
        && form(&reader.lower(stated)) == Form::Past
        && !is_others(&reader.lower(stated));
    let owner = owner(reader, noun)?;
    let opens = reader.opens_clause(owner.start, reader.bounds(noun).start);
    let parties = if owner.parties.is_empty() { reader.discourse.sides.clone() } else { owner.parties };
    (states && opens).then(|| Found {
        words: owner.start..stated + 1,
        verb: noun,
        parties,
        person: None,
        firmness,
        frame: Frame::Free,
    })
}

/// Whether this is a verb by which one deals with another's undertaking.
fn is_others(verb: &str) -> bool {
    OTHERS.iter().any(|known| verb.starts_with(known.trim_end_matches('e')))
}

/// The last of the words that lead to what is undertaken: "to", "for", "of the parties to".
fn object(reader: &Reader<'_, '_>, noun: usize) -> Option<usize> {
    if reader.is_any(noun + 1, &["to", "for"]) {
        return Some(noun + 1);
    }
    let of = reader.is(noun + 1, "of").then(|| reader.discourse.actor_from(noun + 2)).flatten()?;
    let end = reader.discourse.actors.get(of)?.words.end;
    reader.is(end, "to").then_some(end)
}

/// The verb that states the undertaking, before its noun in the same clause.
fn stating_verb(reader: &Reader<'_, '_>, noun: usize) -> Option<usize> {
    let from = reader.bounds(noun).start.max(noun.saturating_sub(NEAR));
    let stops = Tags::MODAL | Tags::BE | Tags::RELATIVE | Tags::OPEN;
    let mut before =
        (from..noun).rev().take_while(|&at| !reader.can_be(at, stops) && !reader.is_mark(at, ';'));
    let verb = before.find(|&at| {
        let states =
            reader.can_be(at, Tags::SAY | Tags::POSITION | Tags::COMMIT | Tags::REQUEST | Tags::OTHER_VERB);
        states && reader.shape(at) == Some(Shape::Lower) && !reader.is_any(at, &["support", "shared"])
    })?;
    let bare = reader.lower(verb);
    let speaks =
        reader.can_be(verb, Tags::SAY) || reader.is_any(verb, &["underscored", "reiterated", "reaffirmed"]);
    // "discussed the Norwegian commitment to" tells whose it is.
    let named = bare == "discussed" && owner(reader, noun).is_some_and(|owner| !owner.parties.is_empty());
    (named || speaks && !is_others(&bare) && form(&bare) != Form::Participle).then_some(verb)
}

/// Whose undertaking it is, as the words right before the noun say.
struct Owner {
    /// The first of those words.
    start: usize,
    /// The parties; none for "its".
    parties: Vec<usize>,
}

fn owner(reader: &Reader<'_, '_>, noun: usize) -> Option<Owner> {
    let from = noun.saturating_sub(6);
    let before: Range<usize> = from..noun;
    let mentions = reader.scene.mentions.parties_within(&before);
    let own = before
        .clone()
        .rev()
        .find(|&at| reader.is_any(at, &["its", "their", "his", "her", "our", "the", "a"]));
    let last = mentions.last().filter(|mention| {
        let between = (mention.words.end..noun).all(|at| {
            let shape = reader.shape(at);
            shape == Some(Shape::Lower) && !reader.can_be(at, Tags::PREPOSITION | Tags::VERB)
                || shape == Some(Shape::Possessive)
        });
        between && !own.is_some_and(|own| own > mention.words.start)
    });
    match (last, own) {
        (Some(mention), _) => {
            let article = mention.words.start.checked_sub(1).filter(|&at| reader.is(at, "the"));
            Some(Owner { start: article.unwrap_or(mention.words.start), parties: vec![mention.row] })
        }
        (None, Some(start)) => {
            let of = reader.is(noun + 1, "of").then(|| reader.discourse.actor_from(noun + 2)).flatten();
            let of = of.and_then(|actor| reader.meant(actor)).map(|meant| meant.parties.clone());
            let ours = reader.is(start, "our").then(|| reader.discourse.we.clone());
            let shared = (start..noun).any(|at| reader.can_be(at, Tags::SIDES));
            let theirs = shared.then(|| reader.discourse.sides.clone());
            Some(Owner { start, parties: of.or(theirs).or(ours).unwrap_or_default() })
        }
        (None, None) => None,
    }
}
