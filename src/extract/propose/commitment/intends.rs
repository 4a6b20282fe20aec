//! "X intends to …", "X plans to …", "X is going to …", "X is to …", "X offered to …", "X announced two
//! million euros for …".

use super::Undertaking;
use super::found::Found;
use super::frame::Frame;
use super::reader::Reader;
use crate::extract::discourse::{Form, Tags, form};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::lexicon::VerbClass;
use crate::model::Obligation;

pub(super) const RULE: Rule<Undertaking> = Rule {
    name: "intends_to",
    says: "A party \"intends\", \"plans\", \"aims\" or \"is going\" to do something, \"offered\" to, or announced how much it will give.",
    hits: &[
        (
            "Norway and Chile met. Technical teams from the two sides are to clear the harbour.",
            "Technical teams from the two sides are to clear the harbour",
        ),
        (
            "Norway announced a grant of 15 million euros for the harbour.",
            "Norway announced a grant of 15 million euros for the harbour",
        ),
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
        (
            "Norway threatened to close the harbour unless Chile pays.",
            "Norway threatened to close the harbour unless Chile pays",
        ),
        ("Norway has offered its help to Chile.", "Norway has offered its help to Chile"),
        (
            "Norway offered Chilean President Rosa Paz help with the harbour.",
            "Norway offered Chilean President Rosa Paz help with the harbour",
        ),
        (
            "Norway announced two million euros in funding for the harbour.",
            "Norway announced two million euros in funding for the harbour",
        ),
        ("Under the deal Norway is to send two ships.", "Norway is to send two ships"),
        (
            "Norwegian Foreign Minister Kari Holm said she planned to sign the decree.",
            "she planned to sign the decree",
        ),
        ("Norway does not intend to close the harbour.", "Norway does not intend to close the harbour"),
    ],
    misses: &[
        "Norway welcomed plans to open an office.",
        "The minister plans to visit Oslo.",
        "The plan is to open an office.",
        "The minister is to meet his counterpart. Norway is to be thanked.",
        "Norway offered its condolences to Chile.",
        "Norway announced two days of mourning.",
        "Norway announced that two million people live there.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Undertaking>> {
    let reader = Reader::of(scene);
    let intends = reader.places(Tags::TURN).filter_map(|at| reader.candidate(intends(&reader, at)?));
    let is_to = reader.places(Tags::BE).filter_map(|at| reader.candidate(is_to(&reader, at)?));
    intends.chain(is_to).collect()
}

fn intends(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let head = reader.head(at, &[VerbClass::Intend, VerbClass::Hedge])?;
    let last = reader.complement(head)?;
    let progressive = form(&reader.lower(at)) == Form::Participle;
    let verb = if progressive { reader.copula_before(at).unwrap_or(at) } else { at };
    let (subject, found) = reader.clause(verb, last, head.firmness)?;
    // To offer to host a round is more than to have it in the programme.
    let act = reader.discourse.past_adverbs(last + 1);
    let offers = head.class == VerbClass::Hedge;
    // To say that one means to sign a decree is more than to have a signing in the programme.
    let said = matches!(found.frame, Frame::Said(_)) && !reader.can_be(act, Tags::MOVE);
    let stays_away = reader.is_denied(at) && reader.can_be(act, Tags::MOVE);
    (last == at || offers || said || stays_away || !reader.is_programme(subject, act)).then_some(found)
}

/// "Norway is to send two ships"
fn is_to(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let act = reader.discourse.past_adverbs(at + 2);
    let present = reader.is_any(at, &["is", "are"]) && reader.is(at + 1, "to");
    if !present || reader.is_any(act, &["be", "have"]) {
        return None;
    }
    let (subject, found) = reader.clause(at, at + 1, Obligation::Plain)?;
    (!reader.is_programme(subject, act)).then_some(found)
}
