//! "X intends to …", "X plans to …", "X is going to …", "X is to …", "X offered to …".

use super::Undertaking;
use super::found::Found;
use super::reader::Reader;
use crate::extract::discourse::Tags;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::lexicon::VerbClass;
use crate::model::Obligation;

pub(super) const RULE: Rule<Undertaking> = Rule {
    name: "intends_to",
    says: "A party \"intends\", \"plans\", \"aims\" or \"is going\" to do something, or \"offered\" to.",
    hits: &[
        ("Malta intends to buy two ferries.", "Malta intends to buy two ferries"),
        (
            "Norway and Chile met. The two sides plan to open a joint office this year.",
            "The two sides plan to open a joint office this year",
        ),
        ("Norway offered to host the next round.", "Norway offered to host the next round"),
        (
            "Norwegian Foreign Minister Kari Holm has offered to host talks.",
            "Norwegian Foreign Minister Kari Holm has offered to host talks",
        ),
        ("Norway is planning to reopen its consulate.", "Norway is planning to reopen its consulate"),
        ("Norway has offered its help to Chile.", "Norway has offered its help to Chile"),
        ("Under the deal Norway is to send two ships.", "Norway is to send two ships"),
    ],
    misses: &[
        "Norway welcomed plans to open an office.",
        "The minister plans to visit Oslo.",
        "The plan is to open an office.",
        "The minister is to meet his counterpart. Norway is to be thanked.",
    ],
    propose,
};

/// The verbs. How firmly each binds stands in the table of verbs; "is to" and "going to" bind plainly.
const VERBS: &[&str] = &[
    "intends", "intend", "intended", "plans", "plan", "planned", "aims", "offered", "offers", "going",
    "planning", "is", "are",
];

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Undertaking>> {
    let reader = Reader::of(scene);
    reader.places(Tags::TURN).filter_map(|at| reader.candidate(intends(&reader, at)?)).collect()
}

fn intends(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    if !reader.is_any(at, VERBS) {
        return None;
    }
    let firmness = reader.firmness(at, &[VerbClass::Intend, VerbClass::Hedge]).unwrap_or(Obligation::Plain);
    let offers = reader.lower(at).starts_with("offer");
    if offers && (at + 1..at + 4).any(|help| reader.can_be(help, Tags::HELP)) {
        return reader.clause(at, at, firmness).map(|(_, found)| found);
    }
    let act = reader.discourse.past_adverbs(at + 2);
    if !reader.is(at + 1, "to") || reader.is_any(act, &["be", "have"]) {
        return None;
    }
    let progressive = reader.is_any(at, &["going", "planning"]);
    let verb = if progressive { reader.copula_before(at)? } else { at };
    let (subject, found) = reader.clause(verb, at + 1, firmness)?;
    // To offer to host a round is more than to have it in the programme.
    (offers || !reader.is_programme(subject, act)).then_some(found)
}
