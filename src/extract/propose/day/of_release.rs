//! A text without any day for the contact reports it as of its own.

use super::Days;
use crate::extract::mention::{ContactMention, Direction, Reference};
use crate::extract::propose::main_contact::{MainContact, first_words, words_of};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;
use crate::model::{Basis, Span};

/// The text's own day.
pub(super) const OF_RELEASE: Rule<Days> = Rule {
    name: "day_of_release",
    says: "The text names no day for the contact, so it has the day of the dateline or of the release.",
    hits: &[
        ("Minister Lind of Sweden met Minister Borg of Malta.", "2020-10-18 publication"),
        (
            "Call with Malta\n\nThe President of Kenya spoke with the President of Malta.",
            "2020-10-18 publication",
        ),
        ("Talks with Malta\n\n18 October 2020\n\nThe ministers held talks.", "2020-10-18 publication"),
    ],
    misses: &["The harbour line is old.", "Minister Lind will visit Malta."],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Days>> {
    let reported = MainContact::of(scene).reported().next();
    Reference::all(scene.source.article).filter_map(|reference| of_text(scene, reported, reference)).collect()
}

/// The day of the text itself.
fn of_text(
    scene: &Scene<'_>,
    reported: Option<&ContactMention>,
    reference: Reference,
) -> Option<Candidate<Days>> {
    let words = reported.and_then(|contact| date_line(scene, reference).or_else(|| words_of(scene, contact)));
    let span = words.or_else(|| first_words(scene).filter(|_| reported.is_some()));
    let source =
        if reference.basis == Basis::Dateline { "the dateline's day" } else { "the day of publication" };
    let working = format!("{source} is {}", reference.day.in_words());
    let value = Days { start: reference.day, end: None, basis: reference.basis };
    span.map(|span| Candidate { value, span, working })
}

/// The line of the head or foot that has the reference's day.
fn date_line(scene: &Scene<'_>, reference: Reference) -> Option<Span> {
    let lines = scene.source.sentences_of(&[Part::Head, Part::Foot]);
    let mut days = lines.flat_map(|sentence| scene.mentions.days_within(&sentence.words));
    let same = days.find(|day| {
        let resolved = day.resolve(&scene.source, Some(reference), Direction::Past);
        resolved.is_some_and(|resolved| resolved.start == reference.day)
    })?;
    scene.source.span(&same.words)
}
