//! "X is committed to …", "X remains determined to …".

use super::Undertaking;
use super::found::Found;
use super::reader::Reader;
use crate::extract::discourse::Tags;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::model::Obligation;

pub(super) const RULE: Rule<Undertaking> = Rule {
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
    ],
    misses: &[
        "The crimes were committed to hide the truth.",
        "Norway is interested in the harbour.",
        "The date is determined.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Undertaking>> {
    let reader = Reader::of(scene);
    let words = reader
        .places(Tags::TURN)
        .filter(|&at| reader.is_any(at, &["committed", "dedicated", "determined", "resolved", "pledged"]));
    words.filter_map(|at| reader.candidate(committed(&reader, at)?)).collect()
}

fn committed(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    if !reader.is(at + 1, "to") {
        return None;
    }
    let verb = reader.copula_before(at)?;
    let firmness = if reader.is(at, "determined") { Obligation::Plain } else { Obligation::Explicit };
    reader.clause(verb, at + 1, firmness).map(|(_, found)| found)
}
