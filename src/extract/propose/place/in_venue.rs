//! "at the Ministry of Foreign Affairs": a building, with the dateline's city where there is one.

use super::host::{host, of_subject};
use super::in_country::on_visit;
use super::{MOST, Spot, of_contact};
use crate::extract::mention::{PlaceForm, PlaceMention};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Source;
use crate::lexicon::{PartyForm, Shape};
use crate::model::CountryCode;

/// A building.
pub(super) const IN_VENUE: Rule<Spot> = Rule {
    name: "in_venue",
    says: "The building that stands with the words for the meeting; its city is the dateline's.",
    hits: &[
        (
            "The Prime Minister of Togo met the Ambassador of Malta at the Prime Minister's Office.",
            "Prime Minister's Office, TGO",
        ),
        (
            "Minister Lind held talks with Minister Borg at the Ministry of Foreign Affairs today.",
            "Ministry of Foreign Affairs",
        ),
        ("The ministers of Malta and Italy met at the State Department on Monday.", "State Department, USA"),
        ("NAIROBI — The ministers of Malta and Kenya met at the White House on Monday.", "White House, USA"),
        (
            "NAIROBI — The presidents of Uganda and Kenya met at State House, Entebbe on Monday.",
            "State House, Entebbe, Entebbe, UGA",
        ),
    ],
    misses: &[
        "The ministers met.",
        "The minister of Malta met the envoy, who works at the Ministry of Finance.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Spot>> {
    let venues = of_contact(scene, PlaceForm::Venue).into_iter().take(MOST);
    let candidates = venues.filter_map(|venue| {
        let words = scene.source.text(&venue.words);
        let dateline = scene.source.article.dateline.as_ref();
        if let Some(own) = city_within(scene, venue) {
            let value = Spot { place: Some(own.0), country: own.1, venue: Some(words.to_owned()) };
            let working = format!("\"{words}\" names its city");
            return Some(Candidate { value, span: scene.source.span(&venue.words)?, working });
        }
        // "PRISTINA — … met at the White House": the reporter's city is not theirs.
        let seat = seat_of(scene, venue);
        let dateline = dateline.filter(|dateline| seat.is_none() || dateline.country == seat);
        let city = dateline.and_then(|dateline| dateline.place.clone().map(String::from));
        let (value, working) = match city {
            Some(city) => {
                let country = dateline.and_then(|dateline| dateline.country.clone());
                let working = format!("\"{words}\", and the text is dated from {city}");
                (Spot { place: Some(city), country, venue: Some(words.to_owned()) }, working)
            }
            None => {
                let country = country(scene, venue);
                (
                    Spot { place: Some(words.to_owned()), country, venue: None },
                    format!("\"{words}\" is a building"),
                )
            }
        };
        Some(Candidate { value, span: scene.source.span(&venue.words)?, working })
    });
    candidates.collect()
}

/// "State House, Entebbe": the city that a building's own name ends with, and its country.
fn city_within(scene: &Scene<'_>, venue: &PlaceMention) -> Option<(String, Option<CountryCode>)> {
    let source = &scene.source;
    let comma = venue.words.clone().find(|&at| source.is(at, ","))?;
    let words = comma + 1..venue.words.end;
    let (count, places) = source.phrase(source.lexicon.place_names(), words.clone())?;
    let largest = places.iter().max_by_key(|place| place.population)?;
    let country = source.lexicon.country_of(largest).cloned();
    (count == words.len()).then(|| (source.text(&words).to_owned(), country))
}

/// The country of a building: that of the party whose seat it is; or its owner's, whose office it is;
/// in its own releases the publisher's; or where the guest is on a visit, or whoever acts is at home.
fn country(scene: &Scene<'_>, venue: &PlaceMention) -> Option<CountryCode> {
    let source = &scene.source;
    if let Some(country) = seat_of(scene, venue) {
        return Some(country);
    }
    let publisher = || source.publisher?.party.as_ref()?.as_str().parse().ok();
    let visited = || on_visit(scene).find_map(|place| place.country.clone());
    let told = owner(scene, source, venue).or_else(|| host(scene)).or_else(publisher).or_else(visited);
    told.or_else(|| of_subject(scene))
}

/// The Quirinale is Italy's wherever it is spoken of; of a name that several governments' houses have, the
/// dateline's country tells whose it is.
fn seat_of(scene: &Scene<'_>, venue: &PlaceMention) -> Option<CountryCode> {
    let source = &scene.source;
    let dateline = source.article.dateline.as_ref().and_then(|dateline| dateline.country.as_ref());
    let parties = scene.mentions.parties_within(&venue.words).iter();
    let mut seats = parties.filter(|party| party.form == PartyForm::Seat);
    let seat = seats.find_map(|seat| Some((seat, seat.of(source)?.country.clone()?)));
    let (mention, country) = seat?;
    let (_, names) = source.phrase(source.lexicon.party_names(), mention.words.clone())?;
    let mut namesakes = names.iter().filter_map(|name| source.party(name.row)?.country.as_ref());
    Some(namesakes.find(|country| Some(*country) == dateline).cloned().unwrap_or(country))
}

/// "at the Prime Minister's Office": the country whose Prime Minister the sentence names first.
fn owner(scene: &Scene<'_>, source: &Source<'_>, venue: &PlaceMention) -> Option<CountryCode> {
    let mut words = venue.words.clone();
    let possessive =
        words.find(|&at| source.word(at).is_some_and(|word| word.word.shape == Shape::Possessive))?;
    let office = source.words(&(venue.words.start..possessive)).first()?;
    let sentence = source.sentence_at(venue.words.start)?;
    let before = sentence.words.start..venue.words.start;
    let named = before.clone().find(|&at| source.is(at, office.word.text))?;
    let parties = scene.mentions.parties_within(&before);
    let near = parties.iter().filter(|mention| mention.form != PartyForm::Capital);
    near.min_by_key(|mention| mention.words.start.abs_diff(named))?.of(source)?.country.clone()
}
