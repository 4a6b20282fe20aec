//! The day that a sentence further on tells for a contact of the same sort: the lead has none.

use super::{Days, candidate, days_of, is_free};
use crate::extract::mention::{ContactMention, Standing};
use crate::extract::propose::apart::is_beside;
use crate::extract::propose::governor::governor;
use crate::extract::propose::main_contact::{MainContact, Means, is_past, is_prose};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;

/// A day further on.
pub(super) const TOLD_LATER: Rule<Days> = Rule {
    name: "day_told_later",
    says: "The opening names no day for the contact; a later sentence that reports it does.",
    hits: &[
        (
            "Malta invites Kenya\n\nMinister Lind of Malta invited Minister Otieno of Kenya in a meeting.\n\nFish is dear.\n\nPorts are old.\n\nThe ministers met on Friday night.",
            "2020-10-16 weekday",
        ),
        (
            "Malta thanks Kenya\n\nMinister Lind of Malta met Minister Otieno of Kenya.\n\nFish is dear.\n\nPorts are old.\n\nLind and Otieno held talks in Rome on 14 October.",
            "2020-10-14 explicit",
        ),
        (
            "Malta calls Kenya\n\nMinister Lind of Malta spoke by phone with Minister Otieno of Kenya.\n\nFish is dear.\n\nPorts are old.\n\nThe two spoke by phone late on Thursday.",
            "2020-10-15 weekday",
        ),
    ],
    misses: &[
        "Malta thanks Kenya\n\nMinister Lind of Malta met Minister Otieno of Kenya.\n\nFish is dear.\n\nPorts are old.\n\nThey will meet again on Friday.",
        "Malta thanks Kenya\n\nMinister Lind of Malta met Minister Otieno of Kenya.\n\nFish is dear.\n\nPorts are old.\n\nThey last met on 5 May.",
    ],
    propose,
};

/// So many sentences of the text are asked.
const SENTENCES: usize = 20;

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Days>> {
    let Some(main) = MainContact::of(scene).reported().next() else { return Vec::new() };
    let body =
        scene.source.sentences_of(&[Part::Body]).filter(|sentence| is_prose(scene, sentence)).take(SENTENCES);
    let days = body.flat_map(|sentence| days_of(scene, sentence));
    let of_contact = days.filter(|day| {
        let contact = governor(scene, &day.words);
        let same = contact.is_some_and(|contact| {
            contact.sort.is_contact()
                && contact.standing <= Standing::Setting
                && Means::of(contact.sort) == Means::of(main.sort)
                && !is_past(scene, contact)
                && !is_beside(scene, contact)
        });
        same && is_free(scene, day) && contact.is_some_and(|contact| is_of_both(scene, contact))
    });
    of_contact.filter_map(|day| candidate(scene, day).filter(|found| is_recent(scene, found))).collect()
}

/// Whether both sides stand in a contact's clause: "the two spoke", "Lind and Otieno met", "the talks were".
fn is_of_both(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    const BOTH: [&str; 4] = ["they", "two", "both", "counterpart"];
    let source = &scene.source;
    let Some(clause) = scene.clauses.at(contact.words.start) else { return false };
    let together = clause.subject.clone().any(|at| source.is_any(at, &BOTH) || source.names_several(at));
    let before = source.before(contact.words.start, 3);
    let known = contact.sort.is_noun() && before.into_iter().any(|at| source.is_any(at, &["the", "their"]));
    let words = clause.words.start.min(clause.subject.start)..clause.words.end;
    let mut sides: Vec<_> =
        scene.mentions.people_within(&words).iter().map(|mention| mention.person).collect();
    sides.dedup();
    together || known || sides.len() > 1
}

/// Whether a day is not long before the text: what was long ago is another contact.
fn is_recent(scene: &Scene<'_>, found: &Candidate<Days>) -> bool {
    const DAYS: i32 = 8;
    let anchor = scene.mentions.context.anchor();
    anchor.is_none_or(|anchor| (0..=DAYS).contains(&anchor.day.days_since(found.value.start)))
}
