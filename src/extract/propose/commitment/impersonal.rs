//! "It was agreed to …", "there was agreement that …": what the parties together undertook.

use super::Undertaking;
use super::found::Found;
use super::frame::Frame;
use super::reader::Reader;
use crate::extract::discourse::{Form, Tags, form};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::model::Obligation;

pub(super) const RULE: Rule<Undertaking> = Rule {
    name: "it_was_agreed",
    says: "\"It was agreed\" or \"there was agreement\" that something will be done: all sides are bound. Or an \"accord commits\" whom it names.",
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
            "Norway and Chile held talks. There was broad agreement that the talks will go on.",
            "There was broad agreement that the talks will go on",
        ),
        (
            "Norway and Chile held talks. There was agreement that the next round be held in May.",
            "There was agreement that the next round be held in May",
        ),
        (
            "Norway and Chile held talks. The accord commits Norway to clear the harbour.",
            "The accord commits Norway to clear the harbour",
        ),
        (
            "Norway and Chile signed a treaty obliging both countries to clear the harbour.",
            "obliging both countries to clear the harbour",
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
    let agreed = reader.places(Tags::BE).filter_map(|at| reader.candidate(agreed(&reader, at)?));
    let bound = reader.places(Tags::INSTRUMENT).filter_map(|at| reader.candidate(instrument(&reader, at)?));
    agreed.chain(bound).collect()
}

/// How an instrument binds whoever is named behind it.
const BINDS: &[&str] = &[
    "commits",
    "commit",
    "committed",
    "committing",
    "binds",
    "bind",
    "bound",
    "binding",
    "obliges",
    "oblige",
    "obliged",
    "obliging",
    "obligates",
    "obligate",
    "obligated",
    "obligating",
    "requires",
    "require",
    "required",
    "requiring",
];

/// "The accord commits Norway to …", "a treaty obliging both countries to …": those whom it binds.
fn instrument(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let which = at + 1 + usize::from(reader.can_be(at + 1, Tags::RELATIVE));
    let verb = reader.discourse.past_adverbs(which);
    let binds = reader.is_any(verb, BINDS);
    let actor = reader.discourse.actor_from(verb + 1).filter(|_| binds)?;
    let to = reader.discourse.actors.get(actor)?.words.end;
    let participle = form(&reader.lower(verb)) == Form::Participle;
    let begins = reader.phrase_begins(at);
    let opens = reader.opens_clause(begins, reader.bounds(at).start) && which == at + 1;
    let start = if opens && !participle { begins } else { verb };
    let frame = reader.frame(start);
    (reader.is(to, "to") && frame != Frame::Unbound).then(|| Found {
        words: start..reader.reach(to),
        verb: to,
        parties: reader.meant(actor).map(|meant| meant.parties.clone()).unwrap_or_default(),
        person: None,
        firmness: Obligation::Legal,
        frame: Frame::Free,
    })
}

/// What is agreed on in "there was agreement".
const AGREEMENTS: &[&str] = &["agreement", "consensus", "understanding"];

fn agreed(reader: &Reader<'_, '_>, be: usize) -> Option<Found> {
    let (start, at) = opening(reader, be)?;
    let next = reader.discourse.past_adverbs(at + 1);
    let act = reader.is_any(next, &["on", "upon"]) && reader.names_act(next + 1);
    let undertaken = act || reader.is(next, "to") || reader.is(next, "that") && reader.that_will(next);
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

/// Where "it was agreed", "there was agreement" or "an agreement was reached" begins, and its last word.
fn opening(reader: &Reader<'_, '_>, be: usize) -> Option<(usize, usize)> {
    let mut verb = be;
    while verb > 0 && reader.can_be(verb - 1, Tags::BE | Tags::HAVE | Tags::ADVERB) {
        verb -= 1;
    }
    let opener = verb.checked_sub(1)?;
    let done = reader.discourse.past_adverbs(be + 1);
    if reader.is(opener, "it") {
        return reader.is_any(done, &["agreed", "decided", "resolved"]).then_some((opener, done));
    }
    if reader.is(opener, "there") {
        const DESCRIBED: usize = 4;
        let noun = (done..done + DESCRIBED).find(|&at| reader.is_any(at, AGREEMENTS))?;
        return Some((opener, noun));
    }
    let reached = reader.is_any(opener, AGREEMENTS) && reader.is(done, "reached");
    let article = opener.checked_sub(1).is_some_and(|before| reader.is_any(before, &["an", "a"]));
    reached.then_some((opener - usize::from(article), done))
}

impl Reader<'_, '_> {
    /// Whether "will" or "would" is the verb of the clause after "that", and not "should" or "is".
    pub fn that_will(&self, that: usize) -> bool {
        let mut words = that + 1..self.bounds(that).end;
        let verb = words.find(|&at| self.can_be(at, Tags::MODAL | Tags::OUGHT | Tags::BE | Tags::HAVE));
        // "agreed that the next round be held"
        verb.is_some_and(|at| self.can_be(at, Tags::MODAL) || self.is(at, "be"))
    }
}
