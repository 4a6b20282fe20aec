//! "It is our aim to …", "the intention of X is to …": undertakings in a noun beside "is".

use super::Undertaking;
use super::found::Found;
use super::frame::Frame;
use super::head::Head;
use super::owner::Owner;
use super::reader::Reader;
use crate::extract::discourse::{Meant, Tags};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::lexicon::{Takes, VerbClass};

pub(super) const RULE: Rule<Undertaking> = Rule {
    name: "aim_is_to",
    says: "To do something is a party's \"aim\", \"task\", \"plan\" or \"intention\".",
    hits: &[
        (
            "Norwegian Foreign Minister Kari Holm said it was her aim to reopen the harbour.",
            "it was her aim to reopen the harbour",
        ),
        (
            "The intention of Norway is to reopen the harbour.",
            "The intention of Norway is to reopen the harbour",
        ),
        (
            "\"Our goal remains to reopen the harbour,\" Norwegian Prime Minister Ola Berg said.",
            "Our goal remains to reopen the harbour",
        ),
        ("Norway's plan is to reopen the harbour.", "Norway's plan is to reopen the harbour"),
    ],
    misses: &[
        "The aim of the visit is to deepen ties.",
        "The plan is to open an office.",
        "Norwegian Foreign Minister Kari Holm said it was the task of all to help.",
        "It is a pleasure to be in Norway.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Undertaking>> {
    let reader = Reader::of(scene);
    let heads = reader.places(Tags::TURN).filter_map(|at| reader.head(at, &[VerbClass::Purpose]));
    heads.filter_map(|head| reader.candidate(purpose(&reader, head)?)).collect()
}

fn purpose(reader: &Reader<'_, '_>, head: Head) -> Option<Found> {
    let owner = reader.owner(head.at)?;
    let (start, last) = beside_it(reader, head, &owner).or_else(|| as_subject(reader, head, &owner))?;
    let frame = reader.frame(start);
    let meant = bound(reader, &owner, frame)?;
    (frame != Frame::Unbound && !meant.parties.is_empty()).then(|| Found {
        words: start..reader.reach(last),
        verb: last,
        parties: meant.parties,
        person: meant.person,
        firmness: head.firmness,
        frame,
    })
}

/// "it is our aim, as neighbors, to": where it begins, and its "to".
fn beside_it(reader: &Reader<'_, '_>, head: Head, owner: &Owner) -> Option<(usize, usize)> {
    let mut verb = reader.before_adverbs(owner.start).checked_sub(1)?;
    if reader.is(verb, "be") {
        verb = verb.checked_sub(1)?;
    }
    let it = reader.before_adverbs(verb).checked_sub(1)?;
    let is = reader.is(it, "it") && reader.can_be(verb, Tags::BE | Tags::STAY | Tags::MODAL);
    let last = reader.complement(Head { takes: Takes::TO, ..head })?;
    is.then_some((it, last))
}

/// "our aim is to": where it begins, and its "to".
fn as_subject(reader: &Reader<'_, '_>, head: Head, owner: &Owner) -> Option<(usize, usize)> {
    let end = if reader.is(head.at + 1, "of") {
        let of = reader.discourse.actor_from(head.at + 2)?;
        reader.discourse.actors.get(of)?.words.end
    } else {
        head.at + 1
    };
    let verb = reader.discourse.past_adverbs(end);
    let last = reader.discourse.past_adverbs(verb + 1);
    let is = reader.can_be(verb, Tags::BE | Tags::STAY) && reader.is(last, "to");
    let opens = reader.opens_clause(owner.start, reader.bounds(head.at).start);
    (is && opens).then_some((owner.start, last))
}

/// Whose aim it is: whom the words name, or for "his" and "our" whoever says so.
fn bound(reader: &Reader<'_, '_>, owner: &Owner, frame: Frame) -> Option<Meant> {
    if !owner.parties.is_empty() {
        return Some(Meant { parties: owner.parties.clone(), person: None });
    }
    let own = reader.is_any(owner.start, &["his", "her", "its", "their", "our", "my"]);
    let (Frame::Said(verb), true) = (frame, own) else { return None };
    reader.meant(reader.subject(verb)?.actor).cloned()
}
