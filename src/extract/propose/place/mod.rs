//! Place: where the main contact took place.
//!
//! A place counts when it stands with the words for the contact: a city, a building, the country
//! alone. Where the text names none, it is the dateline's or the sign-off's.

mod at_dateline;
mod at_host;
mod host;
mod in_city;
mod in_country;
mod in_opening;
mod in_venue;
mod told_later;
mod whereabouts;

use std::fmt;

use super::apart::is_beside;
use super::governor::{governor, held_where};
use super::main_contact::{MainContact, at_event, is_past, opening};
use crate::extract::clause::Opens;
use crate::extract::mention::{ContactMention, PlaceForm, PlaceMention, Standing};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::{Part, Sentence};
use crate::lexicon::{ContactWord, Cue, fold};
use crate::model::{CountryCode, Location};

/// The place of a meeting, as read from words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The city or named place, as the text spells it.
    pub place: Option<String>,
    /// Its country.
    pub country: Option<CountryCode>,
    /// The building or room within it.
    pub venue: Option<String>,
}

impl Spot {
    /// Whether both are the same place, whatever the building and however it is spelled.
    pub fn same_spot(&self, other: &Self) -> bool {
        let folded = |spot: &Self| spot.place.as_deref().map(|place| fold(place).into_owned());
        self.country == other.country && folded(self) == folded(other)
    }
}

impl From<&Location> for Spot {
    fn from(at: &Location) -> Self {
        let [place, venue] = [&at.place, &at.venue].map(|name| name.clone().map(String::from));
        Self { place, country: at.country.clone(), venue }
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let country = self.country.as_ref().map(CountryCode::as_str);
        let parts = [self.venue.as_deref(), self.place.as_deref(), country];
        f.write_str(&parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
    }
}

/// The surest first; the first that has a candidate decides.
pub(in crate::extract) const RULES: &[Rule<Spot>] = &[
    in_city::IN_CITY,
    in_venue::IN_VENUE,
    in_country::IN_COUNTRY,
    told_later::TOLD_LATER,
    at_host::AT_HOST,
    at_dateline::AT_DATELINE,
    whereabouts::WHEREABOUTS,
    in_opening::IN_OPENING,
];

/// A rule names no more candidates than a reviewer would look at.
const MOST: usize = 4;

/// The place that stands with a contact beside the main one, in its sentence: a city, else a country alone.
pub(in crate::extract) fn of_this(
    scene: &Scene<'_>,
    sentence: &Sentence,
    contact: &ContactMention,
) -> Option<Candidate<Spot>> {
    let places = || scene.mentions.places_within(&sentence.words).iter();
    let own = |form: PlaceForm| {
        places().find(|place| {
            let words = place.preposition..place.words.end;
            let stays = scene.source.is_any(place.preposition, &["in", "at", "inside", "near", "outside"]);
            place.form == form
                && (held_there(scene, place) == Some(contact)
                    || going_to(scene, place) == Some(contact)
                    || stays && governor(scene, &words) == Some(contact))
        })
    };
    if let Some(city) = own(PlaceForm::City) {
        return place_of(scene, city, "stands with the contact");
    }
    let country = own(PlaceForm::Country)?;
    let value = Spot { country: country.country.clone(), ..Spot::default() };
    let span = scene.source.span(&country.words)?;
    Some(Candidate { value, span, working: "the country that stands with the contact".into() })
}

/// The places of this form that stand with the words for the main contact, the surest first.
fn of_contact<'s>(scene: &'s Scene<'_>, form: PlaceForm) -> Vec<&'s PlaceMention> {
    let main = MainContact::of(scene);
    let headline = scene.source.sentences_of(&[Part::Headline]);
    let text = opening(scene).filter(|sentence| sentence.part == Part::Body);
    let places = text.chain(headline).flat_map(|sentence| scene.mentions.places_within(&sentence.words));
    let mut found: Vec<(u8, &PlaceMention)> = places
        .filter(|place| place.form == form && !scene.source.is_quoted(place.words.start))
        .filter_map(|place| Some((rank(scene, main, place)?, place)))
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, place)| place).collect()
}

/// How surely a place is the main contact's, 0 the surest; none if it is another's.
fn rank(scene: &Scene<'_>, main: MainContact<'_>, place: &PlaceMention) -> Option<u8> {
    let source = &scene.source;
    let contact = held_there(scene, place)
        .or_else(|| going_to(scene, place))
        .or_else(|| governor(scene, &(place.preposition..place.words.end)))?;
    let there = held_there(scene, place).is_some();
    let visits = matches!(contact.sort, ContactWord::Trip | ContactWord::Visit);
    let stays = source.is_any(place.preposition, &["in", "at", "on", "inside", "near", "outside"]);
    let goes = visits
        && (source.is_any(place.preposition, &["to", ",", "and"])
            || contact.words.contains(&place.preposition))
        || contact.sort == ContactWord::Receive && source.is(place.preposition, "to");
    // "officials in Oslo said": where those are who tell of it.
    let tells = scene.clauses.verb_at(place.words.end).is_some_and(|(_, verb)| verb.says)
        && contact.words.end != place.preposition;
    if !stays && !goes && !there || tells {
        return None;
    }
    // "met to press for a truce in Oslo": where something else is to be.
    let own = scene.clauses.index_at(place.words.start);
    let aim = own != scene.clauses.index_at(contact.words.start)
        && own.and_then(|own| scene.clauses.get(own)).is_some_and(|clause| clause.opens == Opens::To);
    // "returned to Oslo after a visit": where whoever made it came back to.
    let back = source.is(place.preposition, "to")
        && place
            .preposition
            .checked_sub(1)
            .is_some_and(|at| source.is_any(at, &["returned", "back", "home"]));
    let lives = place.preposition.checked_sub(1).is_some_and(|at| source.is_cue(at, Cue::Home));
    // "told reporters in Riyadh" dates what was said; "noted that the truce in the north" does not.
    let said_there =
        stays && contact.standing <= Standing::Setting && place.preposition < contact.words.end + 4;
    // A place before the contact's words is theirs where it opens the sentence.
    let before = u8::from(place.words.end <= contact.words.start);
    match contact.sort {
        _ if lives || back || aim || is_beside(scene, contact) => None,
        // "discussed the attack in Nairobi" names a topic.
        _ if source.is_cue(contact.words.start, Cue::Topic) => None,
        _ if at_event(scene, contact) => Some(4),
        ContactWord::Say | ContactWord::Remarks => said_there.then_some(6),
        _ if main.lead == Some(contact) => Some(before),
        _ if contact.standing == Standing::Reported => Some(2 + before),
        _ if contact.standing == Standing::Setting => (!is_past(scene, contact)).then_some(4),
        _ if contact.standing == Standing::Known => Some(5),
        _ => None,
    }
}

/// "flew to Oslo, where she met Lind": the contact that a clause tells of a place.
fn held_there<'s>(scene: &'s Scene<'_>, place: &PlaceMention) -> Option<&'s ContactMention> {
    held_where(scene, place.words.end)
}

/// The visit that a place is the object of: "visited Rome".
fn going_to<'s>(scene: &'s Scene<'_>, place: &PlaceMention) -> Option<&'s ContactMention> {
    let words = place.preposition.saturating_sub(4)..place.words.start;
    let mut contacts = scene.mentions.contacts_within(&words).iter();
    contacts.rfind(|contact| contact.words.contains(&place.preposition))
}

/// The candidate that a city makes.
fn place_of(scene: &Scene<'_>, city: &PlaceMention, why: &str) -> Option<Candidate<Spot>> {
    let words = scene.source.text(&city.words);
    let value = Spot { place: Some(words.to_owned()), country: city.country.clone(), venue: None };
    Some(Candidate { value, span: scene.source.span(&city.words)?, working: format!("\"{words}\" {why}") })
}

/// The dateline's city as the text spells it further on: datelines are often printed in capitals.
fn dateline_city(scene: &Scene<'_>) -> Option<String> {
    let printed = scene.source.article.dateline.as_ref()?.place.clone().map(String::from)?;
    if printed.chars().any(char::is_lowercase) {
        return Some(printed);
    }
    let places = scene.mentions.places_within(&(0..scene.source.tokens.len())).iter();
    let spelled = places.map(|place| scene.source.text(&place.words)).find(|words| {
        words.chars().any(char::is_lowercase) && fold(words).eq_ignore_ascii_case(&fold(&printed))
    });
    Some(spelled.map_or(printed, str::to_owned))
}

/// The building that stands with the contact.
fn venue(scene: &Scene<'_>) -> Option<String> {
    let venue = of_contact(scene, PlaceForm::Venue).into_iter().next()?;
    Some(scene.source.text(&venue.words).to_owned())
}
