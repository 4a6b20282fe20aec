//! "X is ready to …": the hedged undertaking.

use super::Undertaking;
use super::found::Found;
use super::reader::Reader;
use crate::extract::discourse::Tags;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::model::Obligation;

pub(super) const RULE: Rule<Undertaking> = Rule {
    name: "ready_to",
    says: "A party is, stands or remains \"ready\", \"willing\" or \"prepared\" to do something.",
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
    ],
    misses: &[
        "Norway thanked Chile for being ready to help.",
        "The ships are ready to sail.",
        "Norway is not ready to sign.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Undertaking>> {
    let reader = Reader::of(scene);
    let words = reader.places(Tags::TURN).filter(|&at| reader.is_any(at, &["ready", "willing", "prepared"]));
    words.filter_map(|at| reader.candidate(ready(&reader, at)?)).collect()
}

fn ready(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    if !reader.is_any(at + 1, &["to", "for"]) {
        return None;
    }
    let verb = reader.copula_before(at)?;
    reader.clause(verb, at + 1, Obligation::Hedged).map(|(_, found)| found)
}

impl Reader<'_, '_> {
    /// The "is" or "stands" that belongs to an adjective, over adverbs; none under "not".
    pub fn copula_before(&self, adjective: usize) -> Option<usize> {
        let after = self.before_adverbs(adjective);
        let verb = after.checked_sub(1)?;
        let denied = (after..adjective).any(|at| self.can_be(at, Tags::NEGATION));
        (self.can_be(verb, Tags::BE | Tags::STAY) && !denied && !self.is_any(verb, &["be", "being"]))
            .then_some(verb)
    }
}
