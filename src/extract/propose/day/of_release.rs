//! A text without any day for the contact reports it as of its own.

use super::Days;
use crate::calendar::{Against, Anchor, DateOrder, Direction};
use crate::extract::mention::ContactMention;
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
    scene.mentions.context.anchors.iter().filter_map(|anchor| of_text(scene, reported, anchor)).collect()
}

/// The day of the text itself.
fn of_text(scene: &Scene<'_>, reported: Option<&ContactMention>, anchor: &Anchor) -> Option<Candidate<Days>> {
    let words = reported.and_then(|contact| date_line(scene, anchor).or_else(|| words_of(scene, contact)));
    let span = words.or_else(|| first_words(scene).filter(|_| reported.is_some()));
    let source =
        if anchor.basis == Basis::Dateline { "the dateline's day" } else { "the day of publication" };
    let working = format!("{source} is {}{}", anchor.day.in_words(), anchor.note);
    let value = Days { start: anchor.day, end: None, basis: anchor.basis };
    span.map(|span| Candidate { value, span, working })
}

/// The line of the head or foot that has the anchor's day.
fn date_line(scene: &Scene<'_>, anchor: &Anchor) -> Option<Span> {
    let lines = scene.source.sentences_of(&[Part::Head, Part::Foot]);
    let order = &scene.mentions.context.order;
    let mut days = lines.flat_map(|sentence| scene.mentions.days_within(&sentence.words));
    let same = days.find(|day| {
        let is_anchor = |order: &DateOrder| {
            let against = Against { anchor: Some(anchor), direction: Direction::Past, order };
            day.told.resolve("", against).is_some_and(|resolved| resolved.start == anchor.day)
        };
        is_anchor(order) || is_anchor(&order.turned())
    })?;
    Some(same.span)
}
