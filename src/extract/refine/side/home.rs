//! Home: the article's own party. A release says of its guests where they are from, and hardly ever of
//! its own people.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::is_country;
use crate::extract::mention::{Mentions, PartyMention, PlaceForm};
use crate::extract::segment::{Part, Source};
use crate::lexicon::PartyForm;
use crate::model::CountryCode;

/// A party that somebody stands for already is home to others only if the text speaks of it so many
/// times as much as of the next.
const TAKEN: usize = 4;

/// What the article tells of its own party.
pub(super) struct Home {
    /// The party that issued it: a government's or an organization's own, or an agency's country.
    issuer: Option<usize>,
    /// For whom those stand who meet somebody of another party, once that is found.
    across: Option<usize>,
    /// The country of the dateline.
    dateline: Option<usize>,
    /// The country that is visited, or of the city that the opening places the contact in.
    host: Option<usize>,
    /// The countries that it speaks of, the most spoken of first.
    spoken_of: Vec<usize>,
}

impl Home {
    /// Reads it.
    pub fn of(source: &Source<'_>, mentions: &Mentions, visited: Option<usize>) -> Self {
        let spoken_of = spoken_of(source, mentions);
        // An agency's dateline may be abroad: its country counts before that, where the text is about it.
        let country = |code: &str| {
            let row = source.lexicon.party_row(&code.parse().ok()?)?;
            let dateline = source.article.dateline.as_ref().and_then(|dateline| dateline.country.as_ref());
            let there = dateline.is_some_and(|country| country.as_str() == code);
            let by_name = |m: &PartyMention| m.row == row && m.form != PartyForm::Capital;
            let named = || mentions.parties.iter().any(by_name);
            (there || named()).then_some(row)
        };
        let published = source.publisher.and_then(|publisher| publisher.party.as_ref());
        let agency = published.and_then(|code| country(code.as_str()));
        let dateline = source.article.dateline.as_ref().and_then(|dateline| dateline.country.as_ref());
        let dateline = dateline.and_then(|code| country(code.as_str()));
        let issuer = source.issuer().or_else(|| signed_off_from(source)).or(agency);
        let host = visited.or_else(|| opening_city(source, mentions).and_then(|code| country(code.as_str())));
        Self { issuer, across: None, dateline, host, spoken_of }
    }

    /// Whoever meets the other side stands for this party, and so do others of whom nothing is said.
    pub fn settle(&mut self, row: usize) {
        self.across.get_or_insert(row);
    }

    /// The article's own party, where more tells it than how often a country is spoken of.
    pub fn own(&self) -> Option<usize> {
        self.issuer.or(self.across).or(self.dateline)
    }

    /// For whom a person may stand, the likeliest first. For whom the person speaks tells more than a
    /// dateline, and less than the article's issuer; `listed` is for whom the next of a list stands.
    pub fn guesses(&self, voice: Option<usize>, listed: Option<usize>) -> impl Iterator<Item = usize> {
        let first = [self.issuer, voice, self.across, listed, self.dateline, self.host];
        first.into_iter().flatten().chain(self.spoken_of.iter().copied())
    }
}

/// The country of the first city that the opening stands in.
fn opening_city<'s>(source: &Source<'_>, mentions: &'s Mentions) -> Option<&'s CountryCode> {
    const SENTENCES: usize = 3;
    let body = source.sentences_of(&[Part::Head]).chain(source.sentences_of(&[Part::Body]).take(SENTENCES));
    let mut cities = body.flat_map(|sentence| mentions.places_within(&sentence.words));
    let city = cities
        .find(|place| place.form == PlaceForm::City && source.is_any(place.preposition, &["in", "at", "to"]));
    city.and_then(|city| city.country.as_ref())
}

/// The country of the capital that stands alone at the foot, under a ministry's name.
fn signed_off_from(source: &Source<'_>) -> Option<usize> {
    let feet: Vec<_> = source.sentences_of(&[Part::Foot]).collect();
    let ministry = feet
        .iter()
        .any(|foot| foot.words.clone().any(|at| source.is_any(at, &["ministry", "embassy", "office"])));
    let city = feet.iter().find_map(|foot| {
        let (_, names) = source.phrase(source.lexicon.party_names(), foot.words.clone())?;
        names.iter().find(|name| name.form == PartyForm::Capital)
    });
    city.filter(|_| ministry).map(|name| name.row)
}

/// The countries that the article speaks of, the most spoken of first. One that a person of the
/// article stands for by title must be far ahead of the others: as a rule the text says of its guests
/// where they are from.
fn spoken_of(source: &Source<'_>, mentions: &Mentions) -> Vec<usize> {
    let mut counts: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let named = mentions.parties.iter().enumerate();
    for (order, mention) in named.filter(|(_, m)| is_country(source, m) && m.form != PartyForm::Capital) {
        counts.entry(mention.row).or_insert((0, order)).0 += 1;
    }
    let guests = mentions.parties.iter().filter(|m| is_guest(source, m)).map(|m| m.row);
    let people = mentions.people.persons.iter().filter_map(|person| person.party());
    let taken: BTreeSet<usize> = guests.chain(people).collect();
    let weighed = counts.into_iter().filter_map(|(row, (count, first))| {
        let weight = if taken.contains(&row) { count / TAKEN } else { count };
        (weight > 0).then_some((Reverse(weight), first, row))
    });
    let mut weighed: Vec<_> = weighed.collect();
    weighed.sort_unstable();
    weighed.into_iter().map(|(_, _, row)| row).collect()
}

/// Whether a party is the other side: "with the Norlandic delegation".
fn is_guest(source: &Source<'_>, party: &PartyMention) -> bool {
    const SIDES: [&str; 6] =
        ["delegation", "side", "counterparts", "counterpart", "officials", "representatives"];
    let start = party.words.start;
    let before = start.checked_sub(if start > 0 && source.is(start - 1, "the") { 2 } else { 1 });
    let with = before.is_some_and(|at| source.is_any(at, &["with", "and"]));
    with && source.is_any(party.words.end, &SIDES)
}
