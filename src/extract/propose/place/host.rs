//! The host: in whose country those met who came to see somebody. Who receives is at home, and so is
//! whoever is called on, whoever has a visitor or an ambassador before him, and whoever meets others at his
//! own office.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::extract::mention::{ContactMention, PersonMention};
use crate::extract::propose::attendance;
use crate::extract::propose::kind::is_gathering;
use crate::extract::propose::main_contact::MainContact;
use crate::extract::rule::Scene;
use crate::extract::segment::Part;
use crate::lexicon::{Cue, PartyForm};
use crate::model::CountryCode;

/// The country of the main contact's host, where its words tell who that is.
pub(super) fn host(scene: &Scene<'_>) -> Option<CountryCode> {
    if is_gathering(scene) {
        return None;
    }
    let told = |contact| {
        of_guest(scene, contact).or_else(|| at_own_office(scene, contact)).or_else(|| by_verb(scene, contact))
    };
    MainContact::of(scene).reported().find_map(told)
}

/// The country in which a visitor or an ambassador was met: both are told to be away from home.
pub(super) fn of_guest(scene: &Scene<'_>, contact: &ContactMention) -> Option<CountryCode> {
    let words = &scene.source.sentence_at(contact.words.start)?.words;
    let people = scene.mentions.people_within(words);
    let present = attendance::present(scene);
    let mut there = people.iter().filter(|person| present.contains(&person.person));
    let away = |person: &PersonMention| {
        is_visiting(scene, person) || is_envoy(scene, person) || heads_delegation(scene, contact, person)
    };
    let guest = there.find(|person| away(person))?;
    if let Some(country) = accredited_to(scene, guest) {
        return Some(country);
    }
    let own = country(scene, guest)?;
    let others = people.iter().filter(|person| person.person != guest.person);
    let mut others: BTreeSet<CountryCode> = others.filter_map(|person| country(scene, person)).collect();
    others.remove(&own);
    if others.len() == 1 { others.pop_first() } else { None }
}

/// The country of the one who acts in a contact: of those who meet in a palace, it is most likely the host.
pub(super) fn of_subject(scene: &Scene<'_>) -> Option<CountryCode> {
    MainContact::of(scene).reported().find_map(|contact| {
        let words = scene.source.sentence_at(contact.words.start)?.words.clone();
        country(scene, first(scene, words.start..contact.words.start)?)
    })
}

/// The country of whoever receives in a contact.
fn by_verb(scene: &Scene<'_>, contact: &ContactMention) -> Option<CountryCode> {
    let source = &scene.source;
    let sentence = source.sentence_at(contact.words.start)?.words.clone();
    let word = |cue| contact.words.clone().any(|at| source.is_cue(at, cue));
    let before = sentence.start..contact.words.start;
    let behind = contact.words.start..sentence.end;
    let by = (contact.words.end..sentence.end.min(contact.words.end + 3)).any(|at| source.is(at, "by"))
        || source.is(contact.words.end.saturating_sub(1), "by");
    // "Envoy Received in Audience": a headline's passive without its helper.
    let headline = source.sentence_at(contact.words.start).is_some_and(|line| line.part == Part::Headline);
    let alone = scene.mentions.people_within(&(contact.words.end..sentence.end)).is_empty()
        && scene.mentions.parties_within(&(contact.words.end..sentence.end)).is_empty();
    if headline && alone && source.is_any(contact.words.start, &["received", "welcomed", "hosted"]) {
        return None;
    }
    match (word(Cue::Host), word(Cue::Guest)) {
        (true, _) if by => country(scene, first(scene, behind)?),
        (true, _) => last(scene, before.clone())
            .and_then(|person| country(scene, person))
            .or_else(|| scene.mentions.parties_within(&before).last()?.of(source)?.country.clone()),
        (_, true) => country(scene, first(scene, behind)?),
        _ => None,
    }
}

/// "met the minister at his office": the office of whoever acts.
fn at_own_office(scene: &Scene<'_>, contact: &ContactMention) -> Option<CountryCode> {
    const OFFICES: [&str; 8] =
        ["office", "residence", "palace", "home", "headquarters", "chambers", "ministry", "house"];
    const BEHIND: usize = 30;
    let source = &scene.source;
    let sentence = source.sentence_at(contact.words.start)?.words.clone();
    let guest = contact.words.clone().any(|at| source.is_cue(at, Cue::Guest));
    let by = (contact.words.start..contact.words.end + 3).any(|at| source.is(at, "by"));
    let own = (contact.words.end..sentence.end.min(contact.words.end + BEHIND)).any(|at| {
        source.is_any(at, &["at", "in"])
            && source.is_any(at + 1, &["his", "her"])
            && (at + 2..at + 4).any(|at| source.is_any(at, &OFFICES))
    });
    let subject = || country(scene, first(scene, sentence.start..contact.words.start)?);
    (own && !guest && !by).then(subject).flatten()
}

/// "the visiting prime minister of Barbados"
fn is_visiting(scene: &Scene<'_>, person: &PersonMention) -> bool {
    const BEFORE: usize = 3;
    const BEHIND: usize = 14;
    let named = person.name.as_ref().map_or(person.words.end, |name| name.start);
    let source = &scene.source;
    let visiting = (person.words.start.saturating_sub(BEFORE)..named).any(|at| source.is(at, "visiting"));
    // "Lind, who is in the country for a visit", "on a visit to the country"
    let end = person.words.end;
    let beside = source.is(end, ",") && source.is_any(end + 1, &["who", "on", "currently", "now"]);
    let in_country = (end + 1..end + BEHIND).any(|at| {
        source.is_any(at, &["in", "to"]) && source.is(at + 1, "the") && source.is(at + 2, "country")
    });
    visiting || beside && in_country
}

/// "met with a South African delegation headed by Rita Malope": whoever is met with a delegation has come.
fn heads_delegation(scene: &Scene<'_>, contact: &ContactMention, person: &PersonMention) -> bool {
    const BEFORE: usize = 8;
    let source = &scene.source;
    let start = person.words.start;
    let heads = start
        .checked_sub(2)
        .is_some_and(|at| source.is_any(at, &["led", "headed"]) && source.is(at + 1, "by"));
    let from = contact.words.end.max(start.saturating_sub(BEFORE));
    heads && (from..start).any(|at| source.is_any(at, &["delegation", "mission", "team", "group"]))
}

/// Whether a person's office is to live in another country: an ambassador's.
fn is_envoy(scene: &Scene<'_>, person: &PersonMention) -> bool {
    let source = &scene.source;
    let introduced = scene.mentions.people.person(person.person).map(|person| person.introduced.clone());
    let mut words = person.words.clone().chain(introduced.unwrap_or_default());
    words.any(|at| is_resident(scene, at) && !source.is_any(at + 1, &["-", "at"]))
}

/// "Ambassador", "High Commissioner".
fn is_resident(scene: &Scene<'_>, at: usize) -> bool {
    let source = &scene.source;
    let high = at.checked_sub(1).is_some_and(|before| source.is(before, "high"));
    source.is_cue(at, Cue::Resident) || high && source.is(at, "commissioner")
}

/// "the Chinese Ambassador to Zambia"
fn accredited_to(scene: &Scene<'_>, person: &PersonMention) -> Option<CountryCode> {
    let source = &scene.source;
    let mut words = person.words.start..person.words.end + 3;
    let to =
        words.find(|&at| source.is(at, "to") && source.before(at, 2).any(|at| is_resident(scene, at)))?;
    let mut parties = scene.mentions.parties_within(&(to + 1..to + 4)).iter();
    parties.find(|party| party.form == PartyForm::Name)?.of(source)?.country.clone()
}

fn first<'s>(scene: &'s Scene<'_>, words: Range<usize>) -> Option<&'s PersonMention> {
    scene.mentions.people_within(&words).first()
}

fn last<'s>(scene: &'s Scene<'_>, words: Range<usize>) -> Option<&'s PersonMention> {
    scene.mentions.people_within(&words).last()
}

/// The country that a person stands for.
fn country(scene: &Scene<'_>, person: &PersonMention) -> Option<CountryCode> {
    let party = scene.mentions.people.person(person.person)?.party()?;
    scene.source.party(party)?.country.clone()
}
