//! The place of the dateline or sign-off, where the text names no other.

use std::ops::Range;

use super::{Spot, dateline_city};
use crate::extract::propose::main_contact::{MainContact, first_words};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;
use crate::lexicon::{PartyForm, Shape};
use crate::model::Span;

/// The dateline.
pub(super) const AT_DATELINE: Rule<Spot> = Rule {
    name: "at_dateline",
    says: "The text names no other place, so it is the one that it is dated or signed from.",
    hits: &[
        ("VALLETTA — Minister Lind of Sweden met Minister Borg of Malta on Friday.", "VALLETTA, MLT"),
        ("VALLETTA — The ministers held talks on Friday.", "VALLETTA, MLT"),
        ("VALLETTA — The ministers held talks on Friday. Fish from Valletta is dear.", "Valletta, MLT"),
        ("VALLETTA — President Otieno said on Friday during a visit that trade grows.", "VALLETTA, MLT"),
        (
            "Remarks after the talks with Minister Borg of Malta, Nairobi, 14 October 2020\n\nWe held talks today.",
            "Nairobi, KEN",
        ),
        (
            "UNITED NATIONS, Oct. 16 — Minister Lind of Sweden met Minister Borg of Malta on Friday.",
            "UNITED NATIONS, USA",
        ),
        (
            "Minister Lind of Sweden met Minister Borg of Malta on Friday. (Nairobi/17 October).",
            "Nairobi, KEN",
        ),
    ],
    misses: &[
        "The ministers met.",
        "Minister Lind met Minister Borg of Malta.",
        "NAIROBI — Minister Otieno of Kenya returned home on Friday after a visit to Malta. During the visit he met Minister Borg.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Spot>> {
    let candidate = || {
        MainContact::of(scene).reported().next()?;
        let dateline = scene.source.article.dateline.as_ref().filter(|_| !came_home(scene))?;
        let place = dateline.place.clone().map(String::from)?;
        let span = printed(scene, &place).or_else(|| first_words(scene))?;
        let working = format!("the text is dated from {place} and names no other place");
        let value = Spot { place: dateline_city(scene), country: dateline.country.clone(), venue: None };
        Some(Candidate { value, span, working })
    };
    candidate().or_else(|| beside_day(scene)).or_else(|| at_united_nations(scene)).into_iter().collect()
}

/// "returned home on Friday after a visit": the text is dated from where the visitor lives.
fn came_home(scene: &Scene<'_>) -> bool {
    const NEAR: usize = 3;
    let source = &scene.source;
    let Some(first) = source.sentences_of(&[Part::Body]).next() else { return false };
    first.words.clone().any(|at| {
        source.is(at, "home")
            && source
                .before(at, NEAR)
                .any(|at| source.is_any(at, &["returned", "returns", "arrived", "back", "came"]))
    })
}

/// "UNITED NATIONS, Sept. 5 — ": a dateline that is no city's.
fn at_united_nations(scene: &Scene<'_>) -> Option<Candidate<Spot>> {
    MainContact::of(scene).reported().next()?;
    let source = &scene.source;
    let start = source.sentences_of(&[Part::Body]).next()?.words.start;
    let words = start..start + 2;
    let upper = words.clone().all(|at| source.word(at).is_some_and(|word| word.word.shape == Shape::Upper));
    let dated = upper && source.is_any(start + 2, &[",", "(", "—", "–", "-", ":"]);
    let named = dated && source.is(start, "united") && source.is(start + 1, "nations");
    let place = named.then(|| source.text(&words).to_owned());
    let value = Spot { place: Some(place?), country: "USA".parse().ok(), venue: None };
    let working = "the text is dated from the headquarters of the United Nations".to_owned();
    Some(Candidate { value, span: source.span(&words)?, working })
}

/// The city that a line of the head or foot has beside its day: "…, Nairobi, 14 October 2020".
fn beside_day(scene: &Scene<'_>) -> Option<Candidate<Spot>> {
    MainContact::of(scene).reported().next()?;
    let head = scene.source.sentences.iter().take(HEAD);
    let foot = scene.source.sentences_of(&[Part::Foot]);
    let days = head.chain(foot).flat_map(|sentence| scene.mentions.days_within(&sentence.words));
    let beside = days.filter(|day| day.told.is_written()).find_map(|day| city_before(scene, day.words.start));
    let city = beside.or_else(|| signed(scene))?;
    let words = scene.source.text(&city);
    let value = Spot {
        place: Some(words.to_owned()),
        country: scene.source.lexicon.country_of_phrase(words),
        venue: None,
    };
    let working = format!("\"{words}\" stands beside the day of the text, which names no other place");
    Some(Candidate { value, span: scene.source.span(&city)?, working })
}

/// The city between a comma, a parenthesis or the line's beginning and a comma right before these words.
fn city_before(scene: &Scene<'_>, day: usize) -> Option<Range<usize>> {
    const WORDS: usize = 4;
    let source = &scene.source;
    let end = day.checked_sub(1).filter(|&at| source.is(at, ","))?;
    let first = source.sentence_at(day)?.words.start;
    let capital = |at: &usize| source.word(*at).is_some_and(|word| word.word.shape.is_capital());
    let count = (first.max(end.saturating_sub(WORDS))..end).rev().take_while(capital).count();
    let start = end - count;
    let opens = start == first || source.is_any(start - 1, &[",", "(", "—", "-"]);
    (opens && is_city(scene, &(start..end))).then_some(start..end)
}

/// The city that a text is signed from in parentheses at its very end: "(Valletta/14 March)".
fn signed(scene: &Scene<'_>) -> Option<Range<usize>> {
    const LAST: usize = 14;
    const WORDS: usize = 4;
    let source = &scene.source;
    let end = source.sentences_of(&[Part::Body, Part::Foot]).last()?.words.end;
    let open = (end.saturating_sub(LAST)..end).rev().find(|&at| source.is(at, "("))?;
    let close = (open + 1..end.min(open + 2 + WORDS)).find(|&at| source.is_any(at, &["/", ","]))?;
    is_city(scene, &(open + 1..close)).then_some(open + 1..close)
}

/// Whether all of these words are the name of a city.
fn is_city(scene: &Scene<'_>, words: &Range<usize>) -> bool {
    let source = &scene.source;
    let city =
        source.phrase(source.lexicon.place_names(), words.clone()).is_some_and(|(n, _)| n == words.len());
    let capital = source.phrase(source.lexicon.party_names(), words.clone()).is_some_and(|(n, names)| {
        n == words.len() && names.iter().any(|name| name.form == PartyForm::Capital)
    });
    !words.is_empty() && (city || capital)
}

/// So many sentences at the beginning may be lines of the head.
const HEAD: usize = 8;

/// Where the text has the name of its dateline's place.
fn printed(scene: &Scene<'_>, place: &str) -> Option<Span> {
    let text = &scene.source.article.text;
    let at = text.find(place)?;
    text.span(at..at + place.len())
}
