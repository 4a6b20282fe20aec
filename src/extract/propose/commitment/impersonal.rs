//! "It was agreed to …", "there was agreement that …": what the parties together undertook.

use super::Undertaking;
use super::found::Found;
use super::frame::Frame;
use super::reader::Reader;
use crate::extract::discourse::Tags;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::model::Obligation;

pub(super) const RULE: Rule<Undertaking> = Rule {
    name: "it_was_agreed",
    says: "\"It was agreed\" or \"there was agreement\" that something will be done: all sides are bound.",
    hits: &[
        (
            "Norway and Chile held talks. It was agreed to open a joint office.",
            "It was agreed to open a joint office",
        ),
        (
            "Norway and Chile held talks. It has been agreed that the next round will be held in May.",
            "It has been agreed that the next round will be held in May",
        ),
        (
            "Norway and Chile held talks. An agreement was reached to open a joint office.",
            "An agreement was reached to open a joint office",
        ),
    ],
    misses: &[
        "Norway and Chile held talks. It was agreed that fishing is important.",
        "Norway and Chile held talks. It was noted that fishing will grow.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Undertaking>> {
    let reader = Reader::of(scene);
    reader.places(Tags::TURN).filter_map(|at| reader.candidate(agreed(&reader, at)?)).collect()
}

fn agreed(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let start = opening(reader, at)?;
    let next = reader.discourse.past_adverbs(at + 1);
    let next = if reader.is(next, "reached") { next + 1 } else { next };
    let undertaken = reader.is(next, "to") || reader.is(next, "that") && reader.that_will(next);
    let frame = reader.frame(start);
    (undertaken && frame != Frame::Unbound).then(|| Found {
        words: start..reader.reach(next),
        verb: at,
        parties: reader.discourse.sides.clone(),
        person: None,
        firmness: Obligation::Explicit,
        frame,
    })
}

/// Where "it was agreed", "there was agreement" or "an agreement was reached" begins, for its last word.
fn opening(reader: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let participle = reader.is_any(at, &["agreed", "decided"]);
    let noun = reader.is_any(at, &["agreement", "consensus", "understanding"]);
    let reached = reader.is(at, "was") && reader.is(at + 1, "reached");
    if !(participle || noun || reached) {
        return None;
    }
    let mut start = at;
    while start > 0 && reader.can_be(start - 1, Tags::BE | Tags::HAVE | Tags::ADVERB) {
        start -= 1;
    }
    let opener = start.checked_sub(1)?;
    let impersonal = participle && reader.is(opener, "it") || noun && reader.is(opener, "there");
    let agreement = reached && reader.is_any(opener, &["agreement", "consensus", "understanding"]);
    if agreement {
        let article = opener.checked_sub(1).is_some_and(|before| reader.is_any(before, &["an", "a"]));
        return Some(opener - usize::from(article));
    }
    (impersonal && start < at).then_some(opener)
}

impl Reader<'_, '_> {
    /// Whether "will" or "would" is the verb of the clause after "that", and not "should" or "is".
    pub fn that_will(&self, that: usize) -> bool {
        let mut words = that + 1..self.bounds(that).end;
        let verb = words.find(|&at| self.can_be(at, Tags::MODAL | Tags::OUGHT | Tags::BE | Tags::HAVE));
        verb.is_some_and(|at| self.can_be(at, Tags::MODAL))
    }
}
