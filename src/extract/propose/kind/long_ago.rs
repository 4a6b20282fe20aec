//! What happened long ago is history, and no report.

use super::Contact;
use crate::extract::mention::Standing;
use crate::extract::propose::main_contact::{MainContact, first_words, has_sides, is_past};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::{Part, Sentence};
use crate::lexicon::{Shape, WordClass};
use crate::model::MeetingKind;

/// Told as history.
pub(super) const LONG_AGO: Rule<Contact> = Rule {
    name: "long_ago",
    says: "The text opens years or decades ago, and reports no contact of today.",
    hits: &[
        (
            "The day Otieno came\n\nFifty years ago this month, President Otieno of Kenya met King Hamza of Jordan in Amman.",
            "none",
        ),
        (
            "A bridge of friends\n\nIn 1956, the presidents of Malta and Kenya met in Valletta.\n\nThe bridge is old.",
            "none",
        ),
        ("On this day\n\nOn 16 October 1962, the ministers of Malta and Kenya met in Valletta.", "none"),
    ],
    misses: &[
        "Ties at fifty\n\nFifty years ago, Malta and Kenya set up relations. On Monday, Minister Lind of Malta met Minister Otieno of Kenya in Valletta.",
        "Ministers meet\n\nIn 2020, Minister Lind of Malta met Minister Otieno of Kenya in Valletta.",
        "Malta thanks Kenya\n\nTwo years after the war, Malta thanked Kenya for its help.",
    ],
    propose,
};

/// An opening is years back where it says so within so many words.
const WITHIN: usize = 6;

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Contact>> {
    let first = scene.source.sentences_of(&[Part::Body]).next();
    let old = first.is_some_and(|first| is_long_ago(scene, first));
    let working = "the text opens long ago and reports no contact of today".to_owned();
    let span = first_words(scene).filter(|_| old && !tells_today(scene, first));
    span.map(|span| Candidate { value: Contact(MeetingKind::NotDiplomatic), span, working })
        .into_iter()
        .collect()
}

/// "Fifty years ago", "In 1956", "On 16 October 1962": how a sentence begins.
fn is_long_ago(scene: &Scene<'_>, first: &Sentence) -> bool {
    let source = &scene.source;
    let start = first.words.start;
    let mut opening = start..first.words.end.min(start + WITHIN);
    let published = scene.source.article.published.map(|day| u64::from(day.0.year().unsigned_abs()));
    let year = |at: usize| {
        let year: u64 = source.word(at)?.word.text.parse().ok()?;
        let old = published.map_or(1990, |published| published.saturating_sub(3));
        (1500..=old).contains(&year).then_some(())
    };
    let dated = source.is_any(start, &["in", "on", "by"])
        && opening
            .clone()
            .any(|at| source.word(at).is_some_and(|w| w.word.shape == Shape::Number) && year(at).is_some());
    let ago = opening.any(|at| {
        source.is_any(at, &["years", "decades", "century", "centuries"]) && source.is(at + 1, "ago")
    });
    // "Two years ago" is not yet history.
    let few = |at: usize| {
        let told = source.phrase(source.lexicon.words(), at..at + 1);
        told.is_some_and(|(_, classes)| classes.iter().any(|c| matches!(c, WordClass::Number(n) if *n < 5)))
    };
    dated || ago && !few(start)
}

/// Whether a later sentence reports a contact of two sides that is not told as past.
fn tells_today(scene: &Scene<'_>, first: Option<&Sentence>) -> bool {
    let end = first.map_or(0, |first| first.words.end);
    MainContact::of(scene).reported().any(|contact| {
        contact.words.start >= end
            && contact.standing == Standing::Reported
            && has_sides(scene, contact)
            && !is_past(scene, contact)
    })
}
