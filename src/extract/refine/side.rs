//! Sides: for whom a person stands whose title does not say.
//!
//! A ministry's release calls its own minister "the Minister" and the guest "the Kuwaiti Ambassador".
//! So a person without a party stands, in this order, for
//! 1. the party of the person before in a list that goes on under it ("Fijian Minister of Health A,
//!    Minister of Education B and …");
//! 2. the party that alone has such an office ("Secretary of State");
//! 3. the party that the person speaks for ("Torre said that Norland will …");
//! 4. the party that issued the article;
//! 5. the party that the text speaks of most and that nobody else stands for.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::extract::mention::{Mentions, PartyMention, PersonIndex, PersonMention};
use crate::extract::segment::{Part, Sentence, Source};
use crate::lexicon::{PartyForm, Shape, VerbClass};

/// A party that somebody stands for already is home to others only if the text speaks of it so many
/// times as much as of the next.
const TAKEN: usize = 4;

/// Gives a party to every person of the article who has none, as far as the text tells.
pub(in crate::extract) fn sides(source: &Source<'_>, mentions: &mut Mentions) {
    share_in_lists(source, mentions);
    lead_delegations(source, mentions);
    receive_at_home(source, mentions);
    meet_together(source, mentions);
    let voices = voices(source, mentions);
    for (index, person) in mentions.people.persons.iter_mut().enumerate() {
        let voice = voices.get(&PersonIndex(index)).copied();
        let office = person.title.as_deref().and_then(|title| source.lexicon.party_of_office(title));
        person.party = person.party.or(office).or(voice);
    }
    let home = home(source).or_else(|| most_spoken_of(source, mentions));
    for person in &mut mentions.people.persons {
        person.party = person.party.or(home);
    }
}

/// "A and B led the Norlandic delegation": whoever has no party yet stands for Norland.
fn lead_delegations(source: &Source<'_>, mentions: &mut Mentions) {
    let mut led = Vec::new();
    for party in mentions.parties.iter() {
        let verb = party.words.start.checked_sub(2).filter(|&at| source.is(at + 1, "the"));
        let leads = verb.is_some_and(|at| source.is_any(at, &["led", "headed", "leads", "heads"]));
        if !leads || !source.is(party.words.end, "delegation") {
            continue;
        }
        let sentence = source.sentence_at(party.words.start).map(|sentence| sentence.words.start);
        // Back to the verb of another delegation in the same sentence, or to its beginning.
        let from = (sentence.unwrap_or(0)..party.words.start).rev().find(|&at| source.is(at, "delegation"));
        let from = from.or(sentence).unwrap_or(party.words.start);
        led.extend(mentions.people_within(&(from..party.words.start)).iter().map(|m| (m.person, party.row)));
    }
    for (person, row) in led {
        if let Some(person) = mentions.people.persons.get_mut(person.0) {
            person.party = person.party.or(Some(row));
        }
    }
}

/// "In Norland I met Prime Minister Torre": those whom a traveler meets in a country stand for it.
fn receive_at_home(source: &Source<'_>, mentions: &mut Mentions) {
    let mut hosts = Vec::new();
    for sentence in source.sentences_of(&[Part::Body]) {
        let start = sentence.words.start;
        let country = mentions.parties_within(&(start + 1..start + 3)).first();
        let Some(country) = country.filter(|m| source.is(start, "in") && m.form == PartyForm::Name) else {
            continue;
        };
        let met =
            (country.words.end..sentence.words.end).find(|&at| source.is_any(at, &["met", "meet", "meets"]));
        let Some(met) = met.filter(|_| is_country(source, country)) else { continue };
        hosts.extend(
            mentions.people_within(&(met..sentence.words.end)).iter().map(|m| (m.person, country.row)),
        );
    }
    for (person, row) in hosts {
        if let Some(person) = mentions.people.persons.get_mut(person.0) {
            person.party = person.party.or(Some(row));
        }
    }
}

/// "A and B met with C": A and B are of one side.
fn meet_together(source: &Source<'_>, mentions: &mut Mentions) {
    let mut sides = Vec::new();
    for contact in mentions.contacts.iter() {
        let sentence = source.sentence_at(contact.words.start).map_or(0, |sentence| sentence.words.start);
        let [.., first, second] = mentions.people_within(&(sentence..contact.words.start)) else { continue };
        let joined = second.words.start == first.words.end + 1 && source.is(first.words.end, "and");
        let subject = contact.words.start <= second.words.end + 1;
        let with =
            source.is(contact.words.end, "with") || source.is(contact.words.end.saturating_sub(1), "with");
        if joined && subject && with {
            sides.push((first.person, second.person));
        }
    }
    for (first, second) in sides {
        let party = |person: PersonIndex| mentions.people.person(person).and_then(|person| person.party);
        let (whose, row) = match (party(first), party(second)) {
            (Some(row), None) => (second, row),
            (None, Some(row)) => (first, row),
            _ => continue,
        };
        if let Some(person) = mentions.people.persons.get_mut(whose.0) {
            person.party = Some(row);
        }
    }
}

/// The party that each person speaks for, by what is said to be its will while the person speaks.
fn voices(source: &Source<'_>, mentions: &Mentions) -> BTreeMap<PersonIndex, usize> {
    let mut votes: BTreeMap<PersonIndex, BTreeMap<usize, usize>> = BTreeMap::new();
    let mut speaking: Option<(usize, PersonIndex)> = None;
    for sentence in source.sentences_of(&[Part::Body]) {
        let new = speaker(source, mentions, sentence);
        speaking = new.map(|person| (sentence.paragraph, person)).or(speaking);
        let Some((_, person)) = speaking.filter(|(paragraph, _)| *paragraph == sentence.paragraph) else {
            continue;
        };
        for party in mentions.parties_within(&sentence.words).iter().filter(|party| wills(source, party)) {
            *votes.entry(person).or_default().entry(party.row).or_default() += 1;
        }
    }
    let most = |rows: BTreeMap<usize, usize>| {
        rows.into_iter().max_by_key(|&(row, n)| (n, Reverse(row))).map(|(row, _)| row)
    };
    votes.into_iter().filter_map(|(person, rows)| Some((person, most(rows)?))).collect()
}

/// The person whom a sentence begins with and who says something in it.
fn speaker(source: &Source<'_>, mentions: &Mentions, sentence: &Sentence) -> Option<PersonIndex> {
    let first = mentions.people_within(&sentence.words).first()?;
    let begins = first.words.start <= sentence.words.start + 3;
    let mut after = first.words.end..sentence.words.end.min(first.words.end + 6);
    let says = after.any(|at| {
        let verb = source.lexicon.verbs().longest(source.words(&(at..sentence.words.end)));
        verb.is_some_and(|(_, senses)| {
            senses.iter().any(|sense| matches!(sense.class, VerbClass::Say | VerbClass::Commit))
        })
    });
    (begins && says).then_some(first.person)
}

/// Whether a party is said to be willing, ready or committed right here: "Norland will", "the
/// Norlandic side stands ready", "Norland's commitment".
fn wills(source: &Source<'_>, party: &PartyMention) -> bool {
    const NEAR: usize = 4;
    const BETWEEN: [&str; 12] = [
        "side",
        "government",
        "delegation",
        "also",
        "always",
        "therefore",
        "firm",
        "strong",
        "continued",
        "continuing",
        "full",
        "readiness",
    ];
    let after = party.words.end..(party.words.end + NEAR).min(source.tokens.len());
    let belongs = |at: usize| {
        source.is_any(at, &BETWEEN) || source.word(at).is_some_and(|t| t.word.shape == Shape::Possessive)
    };
    let reach = after.clone().find(|&at| !belongs(at)).unwrap_or(after.end);
    is_country(source, party)
        && (party.words.end..=reach).any(|at| {
            let verb = source.lexicon.verbs().longest(source.words(&(at..at + NEAR)));
            verb.is_some_and(|(_, senses)| {
                senses.iter().any(|sense| {
                    use VerbClass::{Commit, Hedge, Intend, NounExplicit, NounHedged, NounPlain};
                    matches!(sense.class, Commit | Hedge | Intend | NounExplicit | NounHedged | NounPlain)
                })
            })
        })
}

/// The party that issued the article: its publisher's, where that is an office, or the country of the
/// city that a ministry signs off from.
fn home(source: &Source<'_>) -> Option<usize> {
    source.issuer().or_else(|| signed_off_from(source))
}

/// The country of the capital that stands alone at the foot, under a ministry's name.
fn signed_off_from(source: &Source<'_>) -> Option<usize> {
    let feet: Vec<_> = source.sentences_of(&[Part::Foot]).collect();
    let ministry = feet
        .iter()
        .any(|foot| foot.words.clone().any(|at| source.is_any(at, &["ministry", "embassy", "office"])));
    let city = feet.iter().find_map(|foot| {
        let words = source.words(&foot.words);
        let (_, names) = source.lexicon.party_names().longest(words)?;
        names.iter().find(|name| name.form == PartyForm::Capital)
    });
    city.filter(|_| ministry).map(|name| name.row)
}

/// The country that the article speaks of most. One that a person of the article stands for by
/// title must be far ahead of the others: as a rule the text says of its guests where they are from.
fn most_spoken_of(source: &Source<'_>, mentions: &Mentions) -> Option<usize> {
    let mut counts: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let named = mentions.parties.iter().enumerate();
    for (order, mention) in named.filter(|(_, m)| is_country(source, m) && m.form != PartyForm::Capital) {
        counts.entry(mention.row).or_insert((0, order)).0 += 1;
    }
    let guests: Vec<usize> = mentions.parties.iter().filter(|m| is_guest(source, m)).map(|m| m.row).collect();
    let taken = |row: usize| {
        guests.contains(&row) || mentions.people.persons.iter().any(|person| person.party == Some(row))
    };
    let weighed = counts.into_iter().filter_map(|(row, (count, first))| {
        let weight = if taken(row) { count / TAKEN } else { count };
        (weight > 0).then_some((weight, Reverse(first), row))
    });
    weighed.max().map(|(_, _, row)| row)
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

fn is_country(source: &Source<'_>, mention: &PartyMention) -> bool {
    mention.of(source).is_some_and(|row| row.country.is_some())
}

/// Lets a party go on through a list: after a person with a party, those who follow after a comma,
/// or after "and" at the end of such a list, stand for it too unless they have one of their own.
fn share_in_lists(source: &Source<'_>, mentions: &mut Mentions) {
    let mut last: Option<(&PersonMention, usize)> = None;
    let mut shared: Vec<(PersonIndex, usize)> = Vec::new();
    for mention in mentions.people.mentions.iter() {
        let own = mentions.people.person(mention.person).and_then(|person| person.party);
        let party = own.or_else(|| {
            let (before, party) = last?;
            let gap = before.words.end..mention.words.start;
            let list = gap.len() <= 2 && gap.clone().all(|at| source.is_any(at, &[",", ";", "and"]));
            let comma = gap.clone().any(|at| source.is_any(at, &[",", ";"]));
            (list && comma).then_some(party)
        });
        if let Some(party) = party {
            if own.is_none() {
                shared.push((mention.person, party));
            }
            last = Some((mention, party));
        } else {
            last = None;
        }
    }
    for (person, party) in shared {
        if let Some(person) = mentions.people.persons.get_mut(person.0) {
            person.party = person.party.or(Some(party));
        }
    }
}
