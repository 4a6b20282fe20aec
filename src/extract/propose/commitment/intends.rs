//! "X intends to …", "X plans to …", "X is going to …".

use super::Undertaking;
use super::found::Found;
use super::reader::Reader;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::model::Obligation;

pub(super) const RULE: Rule<Undertaking> = Rule {
    name: "intends_to",
    says: "A party \"intends\", \"plans\", \"aims\" or \"is going\" to do something, or \"offered\" to.",
    hits: &[
        ("Malta intends to buy two ferries.", "Malta intends to buy two ferries"),
        (
            "The two sides plan to open a joint office this year.",
            "The two sides plan to open a joint office this year",
        ),
        ("Norway offered to host the next round.", "Norway offered to host the next round"),
    ],
    misses: &[
        "Norway welcomed plans to open an office.",
        "The minister plans to visit Oslo.",
        "The plan is to open an office.",
    ],
    propose,
};

/// The verbs, each with how firmly it binds.
const VERBS: &[(&str, Obligation)] = &[
    ("intends", Obligation::Plain),
    ("intend", Obligation::Plain),
    ("intended", Obligation::Plain),
    ("plans", Obligation::Plain),
    ("plan", Obligation::Plain),
    ("planned", Obligation::Plain),
    ("aims", Obligation::Hedged),
    ("offered", Obligation::Hedged),
    ("offers", Obligation::Hedged),
    ("going", Obligation::Plain),
];

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Undertaking>> {
    let reader = Reader::of(scene);
    reader.places().filter_map(|at| reader.candidate(intends(&reader, at)?)).collect()
}

fn intends(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let (_, firmness) = VERBS.iter().find(|(verb, _)| reader.is(at, verb))?;
    if !reader.is(at + 1, "to") {
        return None;
    }
    let verb = if reader.is(at, "going") { reader.copula_before(at)? } else { at };
    let (subject, found) = reader.clause(verb, at + 1, *firmness)?;
    (!reader.is_programme(subject, reader.discourse.past_adverbs(at + 2))).then_some(found)
}
