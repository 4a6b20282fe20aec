//! Places: cities, countries and buildings, each with the word before it that makes it a place.
//!
//! A capital letter and a row of a table do not make a place: "Beijing said" is a government and
//! "Victoria" may be a person. So only names behind a preposition, a verb of going or a city's comma
//! are taken, and none that is part of a person's name.

use std::ops::Range;

use super::in_order::{InOrder, Placed};
use super::parties::PartyMention;
use super::people::People;
use crate::extract::segment::Source;
use crate::lexicon::{Cue, PartyForm, Shape, WordClass};
use crate::model::CountryCode;

/// Words that name a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) struct PlaceMention {
    /// The words, without preposition and article.
    pub words: Range<usize>,
    /// What they name.
    pub form: PlaceForm,
    /// The country that they name or lie in, where that is known.
    pub country: Option<CountryCode>,
    /// The place of the preposition before them.
    pub preposition: usize,
}

impl Placed for PlaceMention {
    fn words(&self) -> &Range<usize> {
        &self.words
    }
}

/// What words for a place name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum PlaceForm {
    /// A city, village, island or other place on a map.
    City,
    /// A country.
    Country,
    /// A building, office or room.
    Venue,
}

/// Words that a place may stand behind.
const BEFORE: &[&str] = &[
    "in", "at", "to", "into", "inside", "outside", "near", "visited", "visits", "visit", "visiting", "from",
    "toured", "for", "leave", "reached", "of",
];

/// So many of the parties that an article names first tell what it is about.
const ABOUT: usize = 60;

/// A building's name has at most so many words.
const LONGEST: usize = 12;

/// Small words within the names of buildings.
const WITHIN: &[&str] = &[
    "of", "the", "for", "and", "'s", "’s", "de", "des", "du", "al", "el", "la", "las", "los", "do", "da",
    "della", "del",
];

/// Every place that an article names as one, in order.
pub(super) fn places(
    source: &Source<'_>,
    parties: &InOrder<PartyMention>,
    people: &People,
) -> Vec<PlaceMention> {
    let mut places: Vec<PlaceMention> = Vec::new();
    let mut at = 1;
    while at < source.tokens.len() {
        let found =
            place_at(source, parties, people, at).map(|found| in_its_city(source, places.last(), found));
        at = found.as_ref().map_or(at + 1, |found| found.words.end.max(at + 1));
        places.extend(found);
    }
    places
}

/// "at the State House, Abuja", "at the State House, Asokoro, Abuja": a city behind a building, or behind a quarter
/// that no table knows, stands where the building does.
fn in_its_city(source: &Source<'_>, before: Option<&PlaceMention>, found: PlaceMention) -> PlaceMention {
    let comma = found.words.start.checked_sub(1).filter(|&at| source.is(at, ","));
    const QUARTER: usize = 3;
    let building = before.filter(|place| {
        let quarter = comma.map_or(0..0, |comma| place.words.end + 1..comma);
        let capital = |at: usize| source.word(at).is_some_and(|word| word.word.shape == Shape::Capital);
        let parted = (1..=QUARTER).contains(&quarter.len())
            && source.is(place.words.end, ",")
            && quarter.clone().all(capital);
        place.form == PlaceForm::Venue && (Some(place.words.end) == comma || parted)
    });
    match building {
        Some(building) if found.form == PlaceForm::City => {
            PlaceMention { preposition: building.preposition, ..found }
        }
        _ => match comma.filter(|_| found.form == PlaceForm::City) {
            Some(comma) => {
                let preposition = of_quarter(source, comma).unwrap_or(found.preposition);
                PlaceMention { preposition, ..found }
            }
            None => found,
        },
    }
}

/// "in Munyonyo, Kampala": the preposition before a part of a city that no table knows, which the city's name
/// follows.
fn of_quarter(source: &Source<'_>, comma: usize) -> Option<usize> {
    const WORDS: usize = 3;
    let capital = |at: &usize| {
        let word = source.word(*at).is_some_and(|word| word.word.shape == Shape::Capital);
        word && source.phrase(source.lexicon.words(), *at..*at + 1).is_none()
    };
    let quarter = source.before(comma, WORDS).rev().take_while(capital).count();
    let start = comma - quarter;
    let known = source.phrase(source.lexicon.place_names(), start..comma).is_some()
        || source.phrase(source.lexicon.party_names(), start..comma).is_some();
    let preposition = start.checked_sub(1).filter(|&at| source.is_any(at, &["in", "at", "near"]))?;
    (quarter > 0 && !known).then_some(preposition)
}

/// "ended his Addis Ababa visit": the place that a journey or talks are called by.
fn names_journey(source: &Source<'_>, at: usize) -> bool {
    let name = source.phrase(source.lexicon.place_names(), at..at + LONGEST);
    name.is_some_and(|(n, _)| source.is_any(at + n, &["visit", "trip", "talks", "meeting", "tour", "stay"]))
}

/// The place whose name begins here.
fn place_at(
    source: &Source<'_>,
    parties: &InOrder<PartyMention>,
    people: &People,
    at: usize,
) -> Option<PlaceMention> {
    source.word(at).filter(|word| word.word.shape.is_capital())?;
    let preposition = before_name(source, at).checked_sub(1)?;
    let listed = source.is_any(preposition, &[",", "and"]);
    // "on the Indonesian island of Bali", not "on Bali".
    let on = source.is(preposition, "on") && preposition + 2 < at;
    let owned = source.is_any(at - 1, &["his", "her", "their"]) && names_journey(source, at);
    if !source.is_any(preposition, BEFORE) && !listed && !on && !owned {
        return None;
    }
    let venue = || venue(source, at).filter(|_| !listed);
    let on_map = on_map(source, parties, at).or_else(|| seat(source, parties, at, preposition));
    // "Port Louis" is a city, "Port Authority" is not one.
    let venue = venue().filter(|venue| {
        on_map.as_ref().is_none_or(|(city, ..)| {
            city.end < venue.end || city.end == venue.end && venue_word(source, at) == Some(venue.len())
        })
    });
    let (words, form, country) = venue
        .map(|words| (words, PlaceForm::Venue, None))
        .or_else(|| on_map.map(|(words, form, country)| (words, form, Some(country))))?;
    let person = people.mentions.partition_point(|mention| mention.words.end <= at);
    let in_person = people.mentions.get(person).is_some_and(|mention| mention.words.start < words.end);
    let building = form == PlaceForm::Venue && country.is_none();
    (!in_person || building && source.is(preposition, "at")).then_some(PlaceMention {
        words,
        form,
        country,
        preposition,
    })
}

/// Where the words begin that lead up to a name: its article, "the capital", "Kenya's northern city of".
fn before_name(source: &Source<'_>, at: usize) -> usize {
    const ARTICLES: &[&str] = &["the", "our", "his", "her", "its", "a", "an", "nearby"];
    const SETTLEMENTS: &[&str] = &[
        "capital", "city", "town", "village", "resort", "port", "island", "seat", "suburb", "province",
        "region", "state", "district",
    ];
    const ADJECTIVES: usize = 3;
    // "in central Jakarta", "in northern Kabul"
    const PARTS: &[&str] = &[
        "central",
        "downtown",
        "northern",
        "southern",
        "eastern",
        "western",
        "north",
        "south",
        "east",
        "west",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "midtown",
        "suburban",
        "inner",
        "old",
        "historic",
        "coastal",
        "wartime",
        "rainy",
        "sunny",
        "neutral",
    ];
    let back = |at: usize, words: &[&str]| at - usize::from(at > 0 && source.is_any(at - 1, words));
    let part = at > 0
        && source.is_any(at - 1, PARTS)
        && source.word(at - 1).is_some_and(|word| word.word.shape == Shape::Lower);
    if part {
        return back(at - 1, ARTICLES);
    }
    // "in Uganda's capital, Kampala"
    let comma = at.checked_sub(2).filter(|&kind| source.is(at - 1, ",") && source.is_any(kind, SETTLEMENTS));
    let of = comma.map_or_else(|| back(at, &["of"]), |kind| kind + 1);
    let mut kind = back(of, SETTLEMENTS);
    if kind == of {
        return back(at, ARTICLES);
    }
    // "capital city", "resort town"
    kind = back(kind, SETTLEMENTS);
    let is_adjective = |at: usize| {
        // "the rebel-held capital", "the Houthi-run capital"
        let joined = |at: usize| source.word(at).is_some_and(|word| word.word.joined);
        if joined(at) || joined(at + 1) {
            return true;
        }
        let lower = source.word(at).is_some_and(|word| word.word.shape == Shape::Lower);
        let other = [Cue::Preposition, Cue::Determiner, Cue::Be, Cue::Past, Cue::Subject];
        lower && !other.iter().any(|&cue| source.is_cue(at, cue)) && !source.is_any(at, BEFORE)
    };
    let adjectives =
        |kind: usize| source.before(kind, ADJECTIVES).rev().take_while(|&at| is_adjective(at)).count();
    kind -= adjectives(kind);
    let possessive = kind.checked_sub(1).and_then(|at| source.word(at));
    kind -= usize::from(possessive.is_some_and(|word| word.word.shape == Shape::Possessive));
    let is_owner = |at: usize| source.word(at).is_some_and(|word| word.word.shape.is_capital());
    let owner = source.before(kind, ADJECTIVES).rev().take_while(|&at| is_owner(at)).count();
    // "in the northern Tanzanian town of Arusha"
    let before = if owner == 1 { adjectives(kind - 1) } else { 0 };
    back(kind - owner - before, ARTICLES)
}

/// A run of capitalized words in which one is a building's: "Saadabad Palace", "Ministry of Foreign
/// Affairs", "Prime Minister's Office".
fn venue(source: &Source<'_>, at: usize) -> Option<Range<usize>> {
    let mut end = at;
    let mut building = None;
    while end < at + LONGEST {
        let Some(word) = source.word(end) else { break };
        let capital = word.word.shape.is_capital();
        let possessive = word.word.shape == Shape::Possessive;
        // "Undertakes First Visit Abroad After Winning the Presidency"
        let adverb = source.is_any(end, &["abroad", "after", "before", "during", "since", "amid", "ahead"]);
        if adverb || !capital && !possessive && !source.is_any(end, WITHIN) {
            break;
        }
        if capital && let Some(n) = venue_word(source, end) {
            building = Some(end + n);
            end += n;
            continue;
        }
        end += 1;
    }
    let building = building?;
    // "Ministry of Foreign Affairs": what follows the building's word with "of" belongs to it.
    let end = if source.is_any(building, &["of", "for", "de", "del", "do", "da"]) { end } else { building };
    let last = (building..=end).rev().find(|&end| !source.is_any(end.saturating_sub(1), WITHIN))?;
    Some(at..last.max(building))
}

/// How many words the building's word here has, if one is here.
fn venue_word(source: &Source<'_>, at: usize) -> Option<usize> {
    let (n, classes) = source.phrase(source.lexicon.words(), at..usize::MAX)?;
    classes.iter().any(|class| *class == WordClass::Venue).then_some(n)
}

/// A city or country of the tables.
fn on_map(
    source: &Source<'_>,
    parties: &InOrder<PartyMention>,
    at: usize,
) -> Option<(Range<usize>, PlaceForm, CountryCode)> {
    if let Some((words, form, country)) = quarter(source, parties, at) {
        return Some((words, form, country));
    }
    let city = city(source, parties, at);
    let party = parties.at(at);
    let country = party.and_then(|mention| {
        let country = mention.of(source)?.country.clone()?;
        let row = mention.of(source)?;
        // Luxembourg and Singapore are cities as well as states.
        let city_state = row.capitals.iter().any(|capital| *capital == source.text(&mention.words));
        let form = match mention.form {
            PartyForm::Name if city_state => PlaceForm::City,
            PartyForm::Name => PlaceForm::Country,
            PartyForm::Capital => PlaceForm::City,
            // "in the Kenyan capital": the country, where its capital goes without a name.
            PartyForm::Demonym if source.is(mention.words.end, "capital") => {
                return Some((mention.words.start..mention.words.end + 1, PlaceForm::Country, country));
            }
            PartyForm::Demonym | PartyForm::Seat => return None,
        };
        Some((mention.words.clone(), form, country))
    });
    match (city, country) {
        (Some(city), Some(country)) if city.0.end > country.0.end => Some(city),
        (_, Some(country)) => Some(country),
        // "Chinese" begins no city, and "Kuwaiti City" is none.
        (Some(city), None) => party.is_none_or(|party| party.words.end < city.0.end).then_some(city),
        (None, None) => None,
    }
}

/// "Central Jakarta", "South Manila": a part of a city that goes by a quarter of the sky, where no country does.
fn quarter(
    source: &Source<'_>,
    parties: &InOrder<PartyMention>,
    at: usize,
) -> Option<(Range<usize>, PlaceForm, CountryCode)> {
    const QUARTERS: [&str; 8] = ["central", "north", "south", "east", "west", "downtown", "greater", "metro"];
    let named = source.phrase(source.lexicon.place_names(), at..usize::MAX).is_some_and(|(n, _)| n > 1);
    if !source.is_any(at, &QUARTERS) || named || parties.at(at).is_some() {
        return None;
    }
    let (words, form, country) = on_map(source, parties, at + 1)?;
    (form == PlaceForm::City).then_some((at..words.end, form, country))
}

/// "at the Elysee": where a government sits, by a name that is no building's by itself.
fn seat(
    source: &Source<'_>,
    parties: &InOrder<PartyMention>,
    at: usize,
    preposition: usize,
) -> Option<(Range<usize>, PlaceForm, CountryCode)> {
    let mention = parties.at(at).filter(|mention| mention.form == PartyForm::Seat)?;
    let country = mention.of(source)?.country.clone()?;
    source.is(preposition, "at").then(|| (mention.words.clone(), PlaceForm::Venue, country))
}

/// A city with its country: the largest of its name, unless the article is about the country of
/// another that is not much smaller.
fn city(
    source: &Source<'_>,
    parties: &InOrder<PartyMention>,
    at: usize,
) -> Option<(Range<usize>, PlaceForm, CountryCode)> {
    let (n, rows) = source.phrase(source.lexicon.place_names(), at..usize::MAX)?;
    let words = at..at + n;
    // "in Central Africa", "to East Asia": a part of a continent.
    const CONTINENTS: &[&str] =
        &["africa", "asia", "america", "europe", "pacific", "african", "asian", "european", "american"];
    if n == 1 && is_common(source, at) || source.is_any(words.end, CONTINENTS) {
        return None;
    }
    let after =
        source.is(words.end, ",").then(|| words.end + 1).and_then(|at| named_country(source, parties, at));
    let home = source.publisher.and_then(|publisher| publisher.party.as_ref());
    let about = |code: &CountryCode| {
        let mut named = parties.iter().take(ABOUT).filter_map(|mention| mention.of(source)?.country.as_ref());
        home.is_some_and(|home| home.as_str() == code.as_str()) || named.any(|country| country == code)
    };
    let largest = rows.iter().map(|row| row.population).max()?;
    let best = rows.iter().max_by_key(|row| {
        let country = source.lexicon.country_of(row);
        let told = after.is_some() && country == after.as_ref();
        let fits = row.population.saturating_mul(4) >= largest && country.is_some_and(about);
        (told, fits, row.population)
    })?;
    // "Baguio City"
    let city = source.is(words.end, "city")
        && source.word(words.end).is_some_and(|word| word.word.shape == Shape::Capital);
    let words = words.start..words.end + usize::from(city);
    Some((words, PlaceForm::City, source.lexicon.country_of(best)?.clone()))
}

/// The country that these words name.
fn named_country(source: &Source<'_>, parties: &InOrder<PartyMention>, at: usize) -> Option<CountryCode> {
    let mention = parties.at(at).filter(|mention| mention.form == PartyForm::Name)?;
    mention.of(source)?.country.clone()
}

/// Whether a city's name is more often another word, and nothing but "in" tells them apart; or it is
/// a month or a day.
fn is_common(source: &Source<'_>, at: usize) -> bool {
    let Some((_, classes)) = source.phrase(source.lexicon.words(), at..usize::MAX) else {
        return false;
    };
    let weak = classes.iter().any(|class| matches!(class, WordClass::WeakPlace | WordClass::NotName));
    let never = classes.iter().any(|class| matches!(class, WordClass::Month(_) | WordClass::Weekday(_)));
    never || weak && !at.checked_sub(1).is_some_and(|before| source.is(before, "in"))
}
