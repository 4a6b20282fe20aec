//! "visited Fiji", "who is in Ukraine on a visit": only the country is named.

use super::{MOST, Spot, dateline_city, of_contact, told_later, whereabouts};
use crate::extract::mention::{PlaceForm, PlaceMention, Standing};
use crate::extract::propose::governor::governor;
use crate::extract::propose::main_contact::{MainContact, opening};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;
use crate::lexicon::{ContactWord, PartyForm};
use crate::model::CountryCode;

/// A country alone.
pub(super) const IN_COUNTRY: Rule<Spot> = Rule {
    name: "in_country",
    says: "Only the country of the meeting or visit is named; the dateline gives the city if it lies there.",
    hits: &[
        ("Minister Lind visited Fiji on 12 October.", "FJI"),
        ("President Costa met with Director Orr, who is on a visit to Malta.", "MLT"),
        ("The ministers of Kenya and Cyprus held talks in Saudi Arabia on Saturday.", "SAU"),
    ],
    misses: &["The ministers of Kenya and Cyprus met.", "The ministers met and discussed the war in Sudan."],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Spot>> {
    let countries = of_contact(scene, PlaceForm::Country).into_iter().chain(on_visit(scene));
    let mut candidates: Vec<_> = countries
        .take(MOST)
        .filter_map(|place| {
            let country = place.country.clone();
            let dateline = scene.source.article.dateline.as_ref();
            let itself = (place.form == PlaceForm::City).then(|| scene.source.text(&place.words).to_owned());
            let city = dateline
                .filter(|_| itself.is_none())
                .filter(|dateline| dateline.country == country)
                .and_then(|_| dateline_city(scene));
            let city = itself.or(city).or_else(|| city_of(scene, country.as_ref()?));
            // "during her first trip to Norland … as she met President Lind in Oslo"
            let later = || later_cities(scene).into_iter().find(|spot| spot.country == country);
            let city = city.or_else(|| later().and_then(|spot| spot.place));
            let working = match &city {
                Some(city) => {
                    format!("\"{}\", and its city {city} is named", scene.source.text(&place.words))
                }
                None => format!("\"{}\" is named, and no city", scene.source.text(&place.words)),
            };
            let span = scene.source.span(&place.words)?;
            Some(Candidate { value: Spot { place: city, country, venue: None }, span, working })
        })
        .collect();
    if candidates.is_empty() {
        candidates.extend(goal(scene));
    }
    candidates
}

/// "Official Visit of Minister Torre, Norland's envoy to Sudland": where a headline's visit leads.
fn goal(scene: &Scene<'_>) -> Option<Candidate<Spot>> {
    let source = &scene.source;
    let headline = source.sentences_of(&[Part::Headline]).next()?;
    let mut contacts = scene.mentions.contacts_within(&headline.words).iter();
    let visit = contacts.find(|contact| {
        matches!(contact.sort, ContactWord::Trip | ContactWord::Visit)
            && contact.standing <= Standing::Setting
    })?;
    let parties = scene.mentions.parties_within(&(visit.words.end..headline.words.end)).iter();
    let goal = parties.rev().find(|party| {
        party.form == PartyForm::Name
            && party.words.start.checked_sub(1).is_some_and(|at| source.is(at, "to"))
    })?;
    let country = goal.of(source)?.country.clone()?;
    let working = format!("the headline's visit leads to \"{}\"", source.text(&goal.words));
    let value = Spot { place: None, country: Some(country), venue: None };
    Some(Candidate { value, span: source.span(&goal.words)?, working })
}

/// The cities that later sentences tell for the contact, and those in which one of those in it then was.
fn later_cities(scene: &Scene<'_>) -> Vec<Spot> {
    let later = (told_later::TOLD_LATER.propose)(scene).into_iter();
    let there = (whereabouts::WHEREABOUTS.propose)(scene).into_iter();
    later.chain(there).map(|candidate| candidate.value).collect()
}

/// The first city of a country that the opening names as a place.
fn city_of(scene: &Scene<'_>, country: &CountryCode) -> Option<String> {
    let source = &scene.source;
    let sentences = opening(scene).filter(|sentence| sentence.part == Part::Body);
    let mut places = sentences.flat_map(|sentence| scene.mentions.places_within(&sentence.words));
    let city = places.find(|place| {
        place.form == PlaceForm::City
            && place.country.as_ref() == Some(country)
            && source.is_any(place.preposition, &["in", "at", "to", "visited"])
            && governor(scene, &(place.preposition..place.words.end)).is_some()
            && !source.is_quoted(place.words.start)
    })?;
    Some(source.text(&city.words).to_owned())
}

/// The country that a guest of the opening is on a visit to.
pub(super) fn on_visit<'s>(scene: &'s Scene<'_>) -> impl Iterator<Item = &'s PlaceMention> {
    let source = &scene.source;
    let lead = MainContact::of(scene).lead.and_then(|lead| source.sentence_at(lead.words.start));
    let places = lead.map(|lead| scene.mentions.places_within(&lead.words)).unwrap_or_default();
    places.iter().filter(move |place| {
        let at = place.preposition;
        let beside = scene.mentions.contacts_within(&source.before(at, 6)).last();
        let on_visit = beside.is_some_and(|visit| {
            matches!(visit.sort, ContactWord::Trip | ContactWord::Visit)
                && visit.words.end + 1 >= at
                && visit.standing != Standing::Ahead
        });
        let is =
            at.checked_sub(1).is_some_and(|at| source.is_any(at, &["is", "was", "arrived", "currently"]));
        let guest = on_visit && source.is(at, "to") || is && source.is_any(at, &["in", "visiting"]);
        guest && place.form != PlaceForm::Venue
    })
}
