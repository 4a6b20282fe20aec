//! "X is ready to …", "X remains committed to …", "X is keen on and prepared for …": undertakings in what
//! a party is said to be.

use super::Undertaking;
use super::found::Found;
use super::head::{Head, SELVES};
use super::reader::Reader;
use crate::extract::discourse::Tags;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::lexicon::{Shape, VerbClass};
use crate::model::Obligation;

pub(super) const COMMITTED: Rule<Undertaking> = Rule {
    name: "committed_to",
    says: "A party is or remains \"committed\", \"dedicated\", \"determined\" or \"resolved\" to something.",
    hits: &[
        (
            "Malta remains firmly committed to keeping the harbour open.",
            "Malta remains firmly committed to keeping the harbour open",
        ),
        (
            "Norway and Chile are committed to a safe passage for all ships.",
            "Norway and Chile are committed to a safe passage for all ships",
        ),
        (
            "The Maltese government is determined to clear the harbour.",
            "The Maltese government is determined to clear the harbour",
        ),
        (
            "Malta is committed, together with its partners, to keeping the harbour open.",
            "Malta is committed, together with its partners, to keeping the harbour open",
        ),
    ],
    misses: &[
        "The crimes were committed to hide the truth.",
        "Norway is interested in the harbour.",
        "The date is determined.",
    ],
    propose: |scene| propose(scene, |firmness| firmness != Obligation::Hedged),
};

pub(super) const READY: Rule<Undertaking> = Rule {
    name: "ready_to",
    says: "A party is, stands or remains \"ready\", \"willing\", \"prepared\" or \"open\" to do something.",
    hits: &[
        (
            "Minister Anna Lind said that Malta is ready to work with Tunisia to clear the harbour.",
            "Malta is ready to work with Tunisia to clear the harbour",
        ),
        (
            "Chile always values its ties with Norway, and stands ready to deepen them.",
            "Chile always values its ties with Norway, and stands ready to deepen them",
        ),
        (
            "\"We are ready for cooperation,\" Chilean President Rosa Paz said.",
            "We are ready for cooperation",
        ),
        (
            "\"We remain keen on and prepared for joint repairs,\" Chilean President Rosa Paz said.",
            "We remain keen on and prepared for joint repairs",
        ),
        (
            "Norway is able and willing to clear the harbour.",
            "Norway is able and willing to clear the harbour",
        ),
        ("Norway is ready, willing and able to help.", "Norway is ready, willing and able to help"),
        ("Norway declared itself ready to host talks.", "Norway declared itself ready to host talks"),
        ("Norway is open to talks if Chile asks.", "Norway is open to talks if Chile asks"),
    ],
    misses: &[
        "Norway thanked Chile for being ready to help.",
        "The ships are ready to sail.",
        "Norway is not ready to sign.",
        "Norway is no longer willing to sign.",
        "The harbour of Norway is open to ships.",
        "\"I am happy to see you here,\" Chilean President Rosa Paz said.",
        "\"We are glad to meet with you,\" Chilean President Rosa Paz said.",
    ],
    propose: |scene| propose(scene, |firmness| firmness == Obligation::Hedged),
};

fn propose(scene: &Scene<'_>, firm: fn(Obligation) -> bool) -> Vec<Candidate<Undertaking>> {
    let reader = Reader::of(scene);
    let heads = reader.places(Tags::TURN).filter_map(|at| reader.head(at, &[VerbClass::Adjective]));
    let heads = heads.filter(|head| firm(head.firmness));
    heads.filter_map(|head| reader.candidate(predicate(&reader, head)?)).collect()
}

fn predicate(reader: &Reader<'_, '_>, head: Head) -> Option<Found> {
    let last = reader.complement(head)?;
    let verb = reader.copula_before(head.at)?;
    if reader.is_courtesy(last) {
        return None;
    }
    reader.clause(verb, last, head.firmness).map(|(_, found)| found)
}

/// How many words a row of predicates may have before its last: "keen on and", "able, free and".
const ROW: usize = 6;

impl Reader<'_, '_> {
    /// The "is", "stands" or "declared" (itself) that belongs to an adjective, over adverbs and other
    /// adjectives in a row with it; none under "not".
    pub fn copula_before(&self, adjective: usize) -> Option<usize> {
        // 'was "committed to peace"'
        let open =
            adjective.checked_sub(1).filter(|&at| matches!(self.shape(at), Some(Shape::Mark('"' | '“'))));
        let after = self.before_adverbs(open.unwrap_or(adjective));
        let before = after.checked_sub(1)?;
        let row = self.is_any(before, &["and", "or"]);
        let verb = if row { self.copula_of_row(before)? } else { before };
        let denied = (verb..adjective).any(|at| self.can_be(at, Tags::NEGATION));
        let declares = self.can_be(verb, Tags::SAY | Tags::AFFIRM) && self.is_any(after, SELVES);
        let is_verb = declares || self.can_be(verb, Tags::BE | Tags::STAY);
        (is_verb && !denied && !self.is_any(verb, &["be", "being"])).then_some(verb)
    }

    /// Whether what follows "glad to" is said out of politeness: "glad to see you", "happy to note".
    fn is_courtesy(&self, to: usize) -> bool {
        let act = self.discourse.past_adverbs(to + 1);
        let you = (act + 1..act + 3).any(|at| self.is(at, "you"));
        self.can_be(act, Tags::COURTESY) || you && (self.can_be(act, Tags::MOVE) || self.is(act, "see"))
    }

    /// The copula of adjectives in a row, before their last "and".
    fn copula_of_row(&self, and: usize) -> Option<usize> {
        let row = (and.saturating_sub(ROW)..and).rev();
        let mut row = row.take_while(|&at| {
            matches!(self.shape(at), Some(Shape::Lower | Shape::Mark(',') | Shape::Possessive))
                && !self.can_be(at, Tags::DETERMINER | Tags::RELATIVE | Tags::MODAL)
        });
        row.find(|&at| self.can_be(at, Tags::BE | Tags::STAY))
    }
}
