//! "X reaffirmed its commitment to …", "voiced Norway's readiness to …": undertakings in a noun.

use super::Undertaking;
use super::found::Found;
use super::frame::Frame;
use super::head::Head;
use super::owner::Owner;
use super::reader::Reader;
use crate::extract::discourse::{Form, Meant, Tags, form};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::lexicon::{Shape, VerbClass};

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
        (
            "Norway and Chile met. Mutual readiness to protect the harbour was underlined.",
            "Mutual readiness to protect the harbour was underlined",
        ),
        (
            "Norwegian Foreign Minister Kari Holm regretted the storm, while also voicing readiness to rebuild.",
            "voicing readiness to rebuild",
        ),
        (
            "Norway and Chile have no plans to close the harbour.",
            "Norway and Chile have no plans to close the harbour",
        ),
        (
            "Norway's commitment to protect the harbour remains firm, Holm said.",
            "Norway's commitment to protect the harbour remains firm",
        ),
        ("Norway has no intention of leaving the harbour.", "Norway has no intention of leaving the harbour"),
        (
            "Norwegian Foreign Minister Kari Holm told Chile of Norway's decision on 5 October to rebuild the harbour.",
            "Norway's decision on 5 October to rebuild the harbour",
        ),
        (
            "Norway and Chile met. Readiness to share the harbour was voiced by both sides.",
            "Readiness to share the harbour was voiced by both sides",
        ),
        (
            "Norwegian Foreign Minister Kari Holm spoke of her country's intention to clear the harbour.",
            "Norwegian Foreign Minister Kari Holm spoke of her country's intention to clear the harbour",
        ),
        (
            "Norway and Chile met. The sides expressed readiness to share the harbour.",
            "The sides expressed readiness to share the harbour",
        ),
        (
            "Norwegian Foreign Minister Kari Holm reiterated the ironclad Norwegian commitment to free trade.",
            "the ironclad Norwegian commitment to free trade",
        ),
        (
            "Norway and Chile ended two days of talks on Sunday with an agreement to share the harbour and its tolls.",
            "an agreement to share the harbour and its tolls",
        ),
        (
            "Norway and Chile met. The talks led to a decision to share the harbour.",
            "The talks led to a decision to share the harbour",
        ),
        (
            "Norway and Chile signed an agreement to share the harbour.",
            "Norway and Chile signed an agreement to share the harbour",
        ),
        (
            "Norway has given Chile a guarantee that the ships will sail.",
            "Norway has given Chile a guarantee that the ships will sail",
        ),
        (
            "Norway and Chile reached an agreement to share the harbour.",
            "Norway and Chile reached an agreement to share the harbour",
        ),
        (
            "Norwegian Foreign Minister Kari Holm reiterated Norway's \"firm commitment\" to free trade.",
            "Norway's \"firm commitment\" to free trade",
        ),
    ],
    misses: &[
        "Norway praised Chile's commitment to reopen the line.",
        "Norway thanked Chile for its readiness to help.",
        "Norway reaffirmed its support for the line.",
        "Norway noted efforts to clear the harbour.",
        "Norway voiced gratitude for Chile's commitment to clear the harbour.",
        "Norway made no promise to clear the harbour.",
        "Norway recalled its decision last year to clear the harbour.",
        "Norway stressed the role of strong courts and a commitment to fair trials.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Undertaking>> {
    let reader = Reader::of(scene);
    reader.places(Tags::TURN).filter_map(|at| reader.candidate(noun(&reader, at)?)).collect()
}

fn noun(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let opens = at == reader.bounds(at).start;
    reader.shape(at).filter(|shape| *shape == Shape::Lower || opens)?;
    let head = reader.head(at, &[VerbClass::NounExplicit, VerbClass::NounPlain, VerbClass::NounHedged])?;
    let last = reader.complement(head)?;
    let owner = reader.owner(at);
    let phrase = owner.as_ref().map_or_else(|| reader.phrase_begins(at), |owner| owner.start);
    let Some(verb) = reader.stating_verb(at, phrase, owner.as_ref()) else {
        return closing(reader, head, last, owner.as_ref()).or_else(|| passive(reader, head, last, owner));
    };
    let subject = reader.subject(verb);
    let frame = subject.map_or(Frame::Free, |subject| reader.frame(subject.start));
    if frame == Frame::Unbound {
        return None;
    }
    let stating = subject.and_then(|subject| reader.meant(subject.actor));
    let parties = bound(reader, verb, owner.as_ref(), stating)?;
    if reader.is_recalled(at, at) {
        return None;
    }
    let end = reader.reach(last);
    let start = subject.map_or(phrase, |subject| reader.after_another(subject, verb, end));
    // "Norway's readiness" says by itself who is bound; and where the report is longer than the
    // undertaking, the undertaking alone is quoted.
    let long = phrase.saturating_sub(start) > end.saturating_sub(phrase);
    let alone = owner.as_ref().is_some_and(|owner| owner.named || long);
    let words = if alone { phrase..end } else { start..end };
    let person = stating.and_then(|meant| meant.person);
    Some(Found { words, verb: at, parties, person, firmness: head.firmness, frame })
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

/// "The talks ended with an agreement to …", "the meeting resulted in a decision to …": those who ended them, or all
/// sides.
fn closing(reader: &Reader<'_, '_>, head: Head, last: usize, owner: Option<&Owner>) -> Option<Found> {
    let phrase = owner.map_or_else(|| reader.phrase_begins(head.at), |owner| owner.start);
    let verb = reader.closing_verb(phrase).filter(|_| !reader.is(last, "that"))?;
    let subject = reader.subject(verb);
    let told = subject.and_then(|subject| reader.meant(subject.actor));
    let clause = || reader.scene.clauses.verb_at(verb).map(|(clause, _)| clause.subject.start);
    let start = subject.map(|subject| subject.start).or_else(clause).filter(|&start| start < verb)?;
    let named = owner.filter(|owner| owner.named && !owner.parties.is_empty());
    let parties = match (named, told) {
        (Some(owner), _) => owner.parties.clone(),
        (None, Some(told)) if !told.parties.is_empty() => told.parties.clone(),
        _ => reader.discourse.sides.clone(),
    };
    let frame = reader.frame(start);
    let end = reader.reach(last);
    let long = phrase.saturating_sub(start) > end.saturating_sub(phrase);
    (frame != Frame::Unbound && !reader.is_recalled(start, verb)).then_some(Found {
        words: if long { phrase..end } else { start..end },
        verb: head.at,
        parties,
        person: None,
        firmness: head.firmness,
        frame,
    })
}

/// "the readiness to deepen ties was noted": the owner is bound, or all sides.
fn passive(reader: &Reader<'_, '_>, head: Head, last: usize, owner: Option<Owner>) -> Option<Found> {
    let bounds = reader.bounds(head.at);
    let verbs = Tags::BE | Tags::STAY | Tags::MODAL | Tags::RELATIVE;
    let verb = (last..bounds.end).find(|&at| reader.can_be(at, verbs))?;
    let stated = reader.discourse.past_adverbs(verb + 1);
    let said = reader.can_be(verb, Tags::BE)
        && reader.can_be(stated, Tags::SAY | Tags::POSITION)
        && !reader.can_be(stated, Tags::DEALS)
        && form(&reader.lower(stated)) == Form::Past;
    // "Norway's commitment to peace is firm", "still stands"
    let named = owner.as_ref().is_some_and(|owner| !owner.parties.is_empty());
    let firm = reader.can_be(stated, Tags::FIRM) && reader.can_be(verb, Tags::BE | Tags::STAY);
    let stands =
        reader.is_any(verb, &["stands", "remains"]) && matches!(reader.shape(verb + 1), Some(Shape::Mark(_)));
    let states = said || named && (firm || stands);
    let stated = if stands { verb } else { stated };
    let together = reader.phrase_begins(head.at);
    let joint = (together..head.at).any(|at| reader.is_any(at, &["joint", "mutual", "common", "shared"]));
    let (start, parties) = match owner {
        Some(owner) => (owner.start, owner.parties),
        None if joint => (together, Vec::new()),
        // "Readiness to share it was voiced by both sides."
        None => {
            let by = reader.discourse.past_adverbs(stated + 1);
            let by = reader.discourse.actor_from(by + 1).filter(|_| reader.is(by, "by"))?;
            let end = reader.discourse.actors.get(by)?.words.end;
            let parties = reader.meant(by)?.parties.clone();
            return (said && reader.opens_clause(together, bounds.start)).then_some(Found {
                words: together..end,
                verb: head.at,
                parties,
                person: None,
                firmness: head.firmness,
                frame: Frame::Free,
            });
        }
    };
    let parties = if parties.is_empty() { reader.discourse.sides.clone() } else { parties };
    (states && reader.opens_clause(start, bounds.start)).then_some(Found {
        words: start..stated + 1,
        verb: head.at,
        parties,
        person: None,
        firmness: head.firmness,
        frame: Frame::Free,
    })
}
