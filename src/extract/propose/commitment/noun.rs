//! "X reaffirmed its commitment to …", "voiced Norway's readiness to …": undertakings in a noun.

use super::Undertaking;
use super::found::Found;
use super::frame::Frame;
use super::owner::Owner;
use super::reader::{Form, Reader, form};
use crate::extract::discourse::{Meant, Tags};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::lexicon::{Shape, VerbClass};
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
            "Norway's readiness to send two ships",
        ),
        (
            "Norway and Chile expressed their firm determination to protect the harbour, and thanked the hosts.",
            "Norway and Chile expressed their firm determination to protect the harbour",
        ),
        ("Norway stands by its commitment to free trade.", "Norway stands by its commitment to free trade"),
        (
            "Norway and Chile met. The readiness to protect the harbour was reaffirmed.",
            "The readiness to protect the harbour was reaffirmed",
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

/// The nouns. How firmly each binds stands in the table of verbs.
const NOUNS: &[&str] = &[
    "commitment",
    "commitments",
    "pledge",
    "pledges",
    "promise",
    "vow",
    "resolve",
    "determination",
    "dedication",
    "decision",
    "readiness",
    "willingness",
    "preparedness",
    "intention",
    "intentions",
    "intent",
    "plan",
    "plans",
];

/// How far before the noun its verb may stand.
const NEAR: usize = 40;

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Undertaking>> {
    let reader = Reader::of(scene);
    reader.places(Tags::TURN).filter_map(|at| reader.candidate(noun(&reader, at)?)).collect()
}

fn noun(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    reader.shape(at).filter(|shape| *shape == Shape::Lower)?;
    if !reader.is_any(at, NOUNS) {
        return None;
    }
    let firmness =
        reader.firmness(at, &[VerbClass::NounExplicit, VerbClass::NounPlain, VerbClass::NounHedged])?;
    let last = object(reader, at)?;
    let Some(verb) = stating_verb(reader, at) else { return passive(reader, at, last, firmness) };
    let subject = reader.subject(verb);
    let frame = subject.map_or(Frame::Free, |subject| reader.frame(subject.start));
    if frame == Frame::Unbound {
        return None;
    }
    let stating = subject.and_then(|subject| reader.meant(subject.actor));
    let owner = reader.owner(at);
    let parties = bound(reader, verb, owner.as_ref(), stating)?;
    let end = reader.reach(last);
    let phrase = owner.as_ref().map_or(at, |owner| owner.start);
    let start = subject.map_or(phrase, |subject| reader.after_another(subject, verb));
    // "Norway's readiness" says by itself who is bound; and where the report is longer than the
    // undertaking, the undertaking alone is quoted.
    let long = phrase.saturating_sub(start) > end.saturating_sub(phrase);
    let alone = owner.as_ref().is_some_and(|owner| owner.named || long);
    let words = if alone { phrase..end } else { start..end };
    Some(Found { words, verb: at, parties, person: stating.and_then(|meant| meant.person), firmness, frame })
}

/// Who is bound: the owner that the words name, as long as the speaker can speak for it; else the speaker.
fn bound(
    reader: &Reader<'_, '_>,
    verb: usize,
    owner: Option<&Owner>,
    stating: Option<&Meant>,
) -> Option<Vec<usize>> {
    let named = owner.filter(|owner| !owner.parties.is_empty());
    match (named, stating) {
        (Some(owner), Some(stating)) if !owner.named && !stating.parties.is_empty() => {
            Some(stating.parties.clone())
        }
        (Some(owner), Some(stating)) => {
            let own = stating.parties.is_empty()
                || reader.can_be(verb, Tags::AFFIRM)
                || owner.parties.iter().any(|row| stating.parties.contains(row));
            own.then(|| owner.parties.clone())
        }
        (Some(owner), None) => Some(owner.parties.clone()),
        (None, stating) => stating.map(|stating| stating.parties.clone()),
    }
}

/// "the readiness to deepen ties was noted": the owner is bound, or all sides.
fn passive(reader: &Reader<'_, '_>, noun: usize, last: usize, firmness: Obligation) -> Option<Found> {
    let bounds = reader.bounds(noun);
    let verb = (last..bounds.end).find(|&at| reader.can_be(at, Tags::BE | Tags::MODAL | Tags::RELATIVE))?;
    let stated = reader.discourse.past_adverbs(verb + 1);
    let states = reader.can_be(verb, Tags::BE)
        && reader.can_be(stated, Tags::SAY | Tags::POSITION)
        && !reader.can_be(stated, Tags::DEALS)
        && form(&reader.lower(stated)) == Form::Past;
    let owner = reader.owner(noun)?;
    let opens = reader.opens_clause(owner.start, bounds.start);
    let parties = if owner.parties.is_empty() { reader.discourse.sides.clone() } else { owner.parties };
    let words = owner.start..stated + 1;
    (states && opens).then_some(Found {
        words,
        verb: noun,
        parties,
        person: None,
        firmness,
        frame: Frame::Free,
    })
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

/// The verb that states the undertaking, before its noun in the same clause; none where it deals with
/// another's.
fn stating_verb(reader: &Reader<'_, '_>, noun: usize) -> Option<usize> {
    let from = reader.bounds(noun).start.max(noun.saturating_sub(NEAR));
    let stops = Tags::MODAL | Tags::BE | Tags::RELATIVE | Tags::OPEN;
    let before = (from..noun).rev().take_while(|&at| !reader.can_be(at, stops) && !reader.is_mark(at, ';'));
    let verbs = Tags::SAY
        | Tags::AFFIRM
        | Tags::STAY
        | Tags::POSITION
        | Tags::COMMIT
        | Tags::REQUEST
        | Tags::OTHER_VERB;
    let verb = before.into_iter().find(|&at| {
        let lower = reader.shape(at) == Some(Shape::Lower);
        lower && reader.can_be(at, verbs) && !reader.is_any(at, &["support", "shared", "continued"])
    })?;
    // "discussed the Norwegian commitment to" tells whose it is.
    let named =
        reader.is(verb, "discussed") && reader.owner(noun).is_some_and(|owner| !owner.parties.is_empty());
    let speaks =
        reader.can_be(verb, Tags::SAY | Tags::AFFIRM | Tags::STAY) && !reader.can_be(verb, Tags::DEALS);
    (named || speaks && form(&reader.lower(verb)) != Form::Participle).then_some(verb)
}
