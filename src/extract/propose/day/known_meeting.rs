//! The day of a meeting that a later sentence tells: "The talks took place on 5 May".

use super::{Days, candidate, is_free};
use crate::extract::mention::Standing;
use crate::extract::propose::governor::governor;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::{Part, Source};
use crate::lexicon::ContactWord;

/// The day of "the meeting".
pub(super) const KNOWN_MEETING: Rule<Days> = Rule {
    name: "day_of_known_meeting",
    says: "A later sentence tells when \"the meeting\", \"the talks\" or \"the visit\" took place.",
    hits: &[
        (
            "Ministers agree on the line\n\nThe ministers agreed.\n\nThey praised each other.\n\nThe line is old.\n\nThe meeting was held on 5 May 2020 in Rome.",
            "2020-05-05 explicit",
        ),
        (
            "Ministers agree\n\nThey agreed.\n\nAll is well.\n\nThe talks took place on Friday.",
            "2020-10-16 weekday",
        ),
        (
            "Ministers agree\n\nThey agreed.\n\nAll is well.\n\nThis visit took place on 9 and 10 October.",
            "2020-10-09..2020-10-10 explicit",
        ),
    ],
    misses: &[
        "Ministers agree\n\nThey agreed.\n\nAll is well.\n\nThe next meeting will be held on 5 November.",
        "Ministers agree\n\nThey agreed.\n\nAll is well.\n\nTheir last meeting was held on 5 May.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Days>> {
    let body = scene.source.sentences_of(&[Part::Body]);
    let days = body.flat_map(|sentence| scene.mentions.days_within(&sentence.words));
    let known = days.filter(|day| {
        let contact = governor(scene, &day.words).filter(|contact| contact.sort.is_noun());
        is_free(scene, day)
            && contact.is_some_and(|contact| {
                contact.standing == Standing::Reported
                    && contact.sort != ContactWord::Remarks
                    && is_definite(&scene.source, contact.words.start)
            })
    });
    known.filter_map(|day| candidate(scene, day)).collect()
}

/// Whether a noun is spoken of as known and as itself: "The meeting", not "the next meeting".
fn is_definite(source: &Source<'_>, noun: usize) -> bool {
    let before = noun.checked_sub(1).is_some_and(|at| source.is_any(at, &["the", "this", "these"]));
    let opens = source.sentence_at(noun).is_some_and(|sentence| noun <= sentence.words.start + 2);
    before && opens
}
