//! The place of the dateline or sign-off, where the text names no other.

use super::Spot;
use crate::extract::propose::main_contact::{MainContact, first_words};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::model::Span;

/// The dateline.
pub(super) const AT_DATELINE: Rule<Spot> = Rule {
    name: "at_dateline",
    says: "The text names no other place, so it is the one that it is dated or signed from.",
    hits: &[
        ("VALLETTA — Minister Lind of Sweden met Minister Borg of Malta on Friday.", "VALLETTA, MLT"),
        ("VALLETTA — The ministers held talks on Friday.", "VALLETTA, MLT"),
        ("VALLETTA — President Otieno said on Friday during a visit that trade grows.", "VALLETTA, MLT"),
    ],
    misses: &["The ministers met.", "Minister Lind met Minister Borg of Malta."],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Spot>> {
    let candidate = || {
        MainContact::of(scene).reported().next()?;
        let dateline = scene.source.article.dateline.as_ref()?;
        let place = dateline.place.clone().map(String::from)?;
        let span = printed(scene, &place).or_else(|| first_words(scene))?;
        let working = format!("the text is dated from {place} and names no other place");
        let value = Spot { place: Some(place), country: dateline.country.clone(), venue: None };
        Some(Candidate { value, span, working })
    };
    candidate().into_iter().collect()
}

/// Where the text has the name of its dateline's place.
fn printed(scene: &Scene<'_>, place: &str) -> Option<Span> {
    let text = &scene.source.article.text;
    let at = text.find(place)?;
    text.span(at..at + place.len())
}
