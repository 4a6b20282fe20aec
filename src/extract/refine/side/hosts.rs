//! Hosts: whoever is met abroad stands for the country in which the meeting was: "In Oslo she met President Lind",
//! "flew to Oslo, where she was received by President Lind".

use crate::extract::mention::{ContactForm, Mentions, PartyMention, PersonIndex, Standing};
use crate::extract::segment::{Sentence, Source};
use crate::lexicon::{ContactWord, PartyForm};

/// Those whom a sentence says to be met in which country, as a row of the parties.
pub(super) fn hosts(
    source: &Source<'_>,
    mentions: &Mentions,
    sentence: &Sentence,
) -> Vec<(PersonIndex, usize)> {
    let mut told = met_there(source, mentions, sentence);
    told.extend(met_in_capital(source, mentions, sentence));
    told.extend(met_where(source, mentions, sentence));
    told.extend(greeted_on_arrival(source, mentions, sentence));
    told
}

/// "arrived in Oslo on Friday and was greeted at the airport by President Lind"
fn greeted_on_arrival(
    source: &Source<'_>,
    mentions: &Mentions,
    sentence: &Sentence,
) -> Vec<(PersonIndex, usize)> {
    const BY: usize = 16;
    let arrived = |preposition: usize| {
        source.is_any(preposition, &["in", "at"])
            && preposition
                .checked_sub(1)
                .is_some_and(|at| source.is_any(at, &["arrived", "landed", "arriving"]))
    };
    let places = mentions.places_within(&sentence.words).iter();
    let Some(place) = places.into_iter().find(|place| arrived(place.preposition)) else { return Vec::new() };
    let row = place.country.clone().and_then(|country| source.lexicon.party_row(&country.into()));
    let greets = ["greeted", "received", "welcomed", "met", "hosted"];
    let greeted = (place.words.end..sentence.words.end).find(|&at| source.is_any(at, &greets));
    let by = greeted.and_then(|greeted| source.after(greeted, BY).find(|&at| source.is(at, "by")));
    let Some((row, by)) = row.zip(by) else { return Vec::new() };
    let party = |person: PersonIndex| mentions.people.person(person)?.party();
    let guests = mentions.people_within(&(sentence.words.start..place.words.start)).iter();
    let at_home = guests.into_iter().any(|guest| party(guest.person) == Some(row));
    let next = mentions.contacts_within(&(by..sentence.words.end)).first();
    let until = next.map_or(sentence.words.end, |next| next.words.start);
    let hosts = mentions.people_within(&(by..until)).iter().filter(|_| !at_home);
    hosts.map(|host| (host.person, row)).collect()
}

/// "flew to Oslo, where she met President Lind", "a visit to Norland, during which he met President Lind".
fn met_where(source: &Source<'_>, mentions: &Mentions, sentence: &Sentence) -> Vec<(PersonIndex, usize)> {
    const NEAR: usize = 6;
    // What is longer is a table or a text without marks, which must not cost more than its length.
    const FAR: usize = 60;
    let mut told = Vec::new();
    for at in sentence.words.clone() {
        let during = at.checked_sub(1).is_some_and(|before| source.is(before, "during"));
        if !(source.is(at, "where") || source.is(at, "which") && during) {
            continue;
        }
        let before = sentence.words.start.max(at.saturating_sub(NEAR))..at;
        let city = mentions.places_within(&before).last();
        let city = city.filter(|city| !is_seat_of_many(source, city.words.start));
        let of_city = city.and_then(|city| source.lexicon.party_row(&city.country.clone()?.into()));
        let country = mentions.parties_within(&before).last();
        let country = country.filter(|party| party.form == PartyForm::Name && party.is_country(source));
        let Some(row) = of_city.or(country.map(|country| country.row)) else { continue };
        let end = sentence.words.end.min(at + FAR);
        let contacts = mentions.contacts_within(&(at..end));
        let mut held = contacts.iter().filter(|contact| contact.standing <= Standing::Setting);
        let Some(met) = held.find(|contact| is_face_to_face(contact.sort)) else { continue };
        let start = sentence.words.start.max(at.saturating_sub(FAR));
        let known = mentions.people_within(&(start..met.words.start));
        let party = |person: PersonIndex| mentions.people.person(person)?.party();
        let at_home = known.iter().any(|mention| party(mention.person) == Some(row));
        let until = held.next().map_or(end, |next| next.words.start);
        let hosts = mentions.people_within(&(met.words.end..until)).iter();
        let new = hosts.filter(|host| !known.iter().any(|known| known.person == host.person));
        told.extend(new.filter(|_| !at_home).map(|host| (host.person, row)));
    }
    told
}

/// Whether those who are in such a contact see each other.
fn is_face_to_face(sort: ContactWord) -> bool {
    use ContactWord::*;
    matches!(sort, Meet | Receive | Meeting | Discuss)
}

/// "In Norland I met Prime Minister Torre", "In Oslo last night, she met President Torre": those whom a traveler meets
/// in a country or its capital stand for it.
fn met_there(source: &Source<'_>, mentions: &Mentions, sentence: &Sentence) -> Vec<(PersonIndex, usize)> {
    let start = sentence.words.start;
    let country = mentions.parties_within(&(start + 1..start + 3)).first();
    let place = |m: &&PartyMention| matches!(m.form, PartyForm::Name | PartyForm::Capital);
    let country =
        country.filter(|m| source.is(start, "in") && place(m) && !is_seat_of_many(source, m.words.start));
    let Some(country) = country.filter(|country| country.is_country(source)) else { return Vec::new() };
    let met =
        (country.words.end..sentence.words.end).find(|&at| source.is_any(at, &["met", "meet", "meets"]));
    let hosts = met.map(|met| mentions.people_within(&(met..sentence.words.end))).unwrap_or_default();
    hosts.iter().map(|mention| (mention.person, country.row)).collect()
}

/// "Kenyan Minister Otieno met President Torre in Oslo": of a capital that is not the own one, the host is met.
fn met_in_capital(
    source: &Source<'_>,
    mentions: &Mentions,
    sentence: &Sentence,
) -> Vec<(PersonIndex, usize)> {
    let mut contacts = mentions.contacts_within(&sentence.words).iter();
    let met = contacts.find(|contact| contact.form == ContactForm::Verb && contact.sort == ContactWord::Meet);
    let Some(met) = met else { return Vec::new() };
    let after = met.words.end..sentence.words.end;
    let capital = mentions.parties_within(&after).iter().find(|party| {
        let inside = party.words.start.checked_sub(1).is_some_and(|at| source.is(at, "in"));
        party.form == PartyForm::Capital && inside && !is_seat_of_many(source, party.words.start)
    });
    let Some(capital) = capital else { return Vec::new() };
    let party = |person: PersonIndex| mentions.people.person(person)?.party();
    let subject = mentions.people_within(&(sentence.words.start..met.words.start)).first();
    let abroad = subject.and_then(|subject| party(subject.person)).is_some_and(|row| row != capital.row);
    let hosts = mentions.people_within(&(met.words.end..capital.words.start)).first().filter(|_| abroad);
    hosts.into_iter().map(|mention| (mention.person, capital.row)).collect()
}

/// Organizations sit in some capitals too, where everybody meets.
fn is_seat_of_many(source: &Source<'_>, city: usize) -> bool {
    const SEATS: [&str; 5] = ["brussels", "vienna", "nairobi", "addis", "jakarta"];
    source.is_any(city, &SEATS)
}
