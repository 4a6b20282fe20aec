//! Delegations: people of whom the text says on which side they sat. "On the Norwegian side", "the
//! Kenyan delegation included", "A led the Kenyan delegation".

use super::{hosts, set};
use crate::extract::mention::{ContactForm, Mentions, PartyMention, PersonIndex, Side};
use crate::extract::segment::{Part, Sentence, Source};

/// Words for those who sit on one side.
const SIDES: [&str; 6] = ["side", "delegation", "team", "part", "participants", "mission"];

/// Who leads a side is told so many words after it: "the delegation of the Norwegian parliament's committee on ports,
/// led by".
const LEADER: usize = 12;

/// Gives their party to all of whom the text says it.
pub(super) fn tell(source: &Source<'_>, mentions: &mut Mentions) {
    let mut told: Vec<(PersonIndex, usize)> = Vec::new();
    let mut last = None;
    for sentence in source.sentences_of(&[Part::Headline, Part::Body]) {
        told.extend(represented(source, mentions, sentence));
        told.extend(of_sides(source, mentions, sentence));
        told.extend(last.map(|row| of_the_delegation(source, mentions, sentence, row)).unwrap_or_default());
        let parties = mentions.parties_within(&sentence.words).iter().rev();
        let mut delegations = parties
            .filter(|party| side_end(source, party).is_some_and(|end| source.is(end - 1, "delegation")));
        last = delegations.next().map(|party| party.row).or(last);
        told.extend(hosts::hosts(source, mentions, sentence));
        told.extend(beside_others(source, mentions, sentence));
    }
    for (person, row) in told {
        set(mentions, person, Side::Told(row));
    }
}

/// Those who are named around the words for a side.
fn of_sides(source: &Source<'_>, mentions: &Mentions, sentence: &Sentence) -> Vec<(PersonIndex, usize)> {
    let parties = mentions.parties_within(&sentence.words).iter();
    let sides: Vec<&PartyMention> = parties.filter(|party| side_end(source, party).is_some()).collect();
    let mut told = Vec::new();
    for (at, party) in sides.iter().enumerate() {
        let Some(end) = side_end(source, party) else { continue };
        let until = sides.get(at + 1).map_or(sentence.words.end, |next| next.words.start);
        // "The delegation led by A met with B": whom they meet is of another side.
        let mut contacts = mentions.contacts_within(&(end..until)).iter();
        let met = contacts.find(|contact| contact.form == ContactForm::Verb);
        let until = met.map_or(until, |contact| contact.words.start);
        let from =
            at.checked_sub(1).and_then(|at| sides.get(at)).map_or(sentence.words.start, |s| s.words.end);
        let after = mentions.people_within(&(end..until));
        let before = mentions.people_within(&(from..party.words.start));
        let names_after = names_those_after(source, mentions, party, end);
        let members_after = if names_after { after } else { &[] };
        let led = leads(source, party) || names_after && after.is_empty();
        let members_before = if led { before } else { &[] };
        let members = members_before.iter().chain(members_after);
        told.extend(members.map(|mention| (mention.person, party.row)));
    }
    told
}

/// "The delegation, which also included Minister Torre": those of the delegation that was named last.
fn of_the_delegation(
    source: &Source<'_>,
    mentions: &Mentions,
    sentence: &Sentence,
    row: usize,
) -> Vec<(PersonIndex, usize)> {
    let start = sentence.words.start;
    let opens = source.is(start, "the") && source.is(start + 1, "delegation");
    let includes = (start + 2..start + 7).find(|&at| {
        source.is_any(at, &["included", "includes", "comprised", "comprises", "consisted", "consists"])
    });
    let Some(includes) = includes.filter(|_| opens) else { return Vec::new() };
    let members = mentions.people_within(&(includes..sentence.words.end));
    members.iter().map(|mention| (mention.person, row)).collect()
}

/// "Norland was represented by Ambassador Torre", "Ambassador Torre represented Norland"
fn represented(source: &Source<'_>, mentions: &Mentions, sentence: &Sentence) -> Vec<(PersonIndex, usize)> {
    let countries = mentions.parties_within(&sentence.words).iter().filter(|party| party.is_country(source));
    let mut told = Vec::new();
    for country in countries {
        let verb = country.words.end;
        let is = source.is_any(verb, &["was", "were", "is"]);
        if is && source.is(verb + 1, "represented") && source.is(verb + 2, "by") {
            let first = mentions.people_within(&(verb + 3..sentence.words.end)).first();
            told.extend(first.map(|mention| (mention.person, country.row)));
        }
    }
    // "Norland's Ana Torre was represented by her envoy Jon Lind"
    for mention in mentions.people_within(&sentence.words) {
        let verb = mention.words.end;
        let row = mentions.people.person(mention.person).and_then(|person| person.party());
        if source.is_any(verb, &["was", "is"])
            && source.is(verb + 1, "represented")
            && source.is(verb + 2, "by")
        {
            let first = mentions.people_within(&(verb + 3..sentence.words.end)).first();
            told.extend(first.map(|mention| mention.person).zip(row));
        }
        let side = verb + 1 + usize::from(source.is(verb + 1, "the"));
        let country = mentions.parties_within(&(side..sentence.words.end)).first();
        let country = country.filter(|country| country.words.start == side && country.is_country(source));
        told.extend(
            country.filter(|_| source.is(verb, "represented")).map(|country| (mention.person, country.row)),
        );
    }
    told
}

/// "Director Torre, Mission Chief Lind, along with other Fund officials": those named before are of the same.
fn beside_others(source: &Source<'_>, mentions: &Mentions, sentence: &Sentence) -> Vec<(PersonIndex, usize)> {
    const GAP: usize = 4;
    const OTHERS: &[&str] = &[
        "officials",
        "representatives",
        "members",
        "experts",
        "staff",
        "delegates",
        "diplomats",
        "executives",
    ];
    let mut told = Vec::new();
    for party in mentions.parties_within(&sentence.words) {
        let other = party.words.start.checked_sub(1).filter(|&at| source.is_any(at, &["other", "fellow"]));
        let others = source.after(party.words.end, 3).any(|at| source.is_any(at, OTHERS));
        let Some(mut end) = other.filter(|_| others) else { continue };
        let before = mentions.people_within(&(sentence.words.start..end));
        for mention in before.iter().rev() {
            let gap = mention.words.end..end;
            let joins = |at: usize| {
                source.is_any(at, &[",", "and", "along", "together", "with", "as", "well", "the"])
            };
            if gap.len() > GAP || !gap.clone().all(joins) {
                break;
            }
            told.push((mention.person, party.row));
            end = mention.words.start;
        }
    }
    told
}

/// The place after "the Norwegian side", "Norway's delegation", "a delegation from Norway".
fn side_end(source: &Source<'_>, party: &PartyMention) -> Option<usize> {
    const FAR: usize = 20;
    let possessive = usize::from(source.is_any(party.words.end, &["'s", "’s"]));
    let at = party.words.end + possessive;
    let start = party.words.start;
    let link = start.checked_sub(if start > 0 && source.is(start - 1, "the") { 2 } else { 1 });
    let from = link.is_some_and(|link| {
        let side =
            link.checked_sub(1).is_some_and(|side| source.is_any(side, &["delegation", "team", "mission"]));
        side && source.is_any(link, &["from", "of"])
    });
    // "Norland's side was led by Torre and Sudland's by Lind"
    let led = |at: usize| source.is_any(at, &["led", "headed"]) && source.is(at + 1, "by");
    let joined = link.is_some_and(|link| source.is_any(link, &["and", "while", ","]));
    let too = possessive == 1 && joined && source.is(at, "by") && source.before(start, FAR).any(led);
    let end = if too {
        Some(at)
    } else if source.is_any(at, &SIDES) {
        Some(at + 1)
    } else {
        from.then_some(party.words.end)
    };
    // "an IMF delegation", "the World Bank team"
    let group = end.is_some_and(|end| {
        source.is_any(end - 1, &["delegation", "team", "mission"]) && !source.is(end, "to")
    });
    end.filter(|_| party.is_country(source) || group)
}

/// Whether those of a side are named after it: "On the Norwegian side", "the Kenyan delegation included".
fn names_those_after(source: &Source<'_>, mentions: &Mentions, party: &PartyMention, end: usize) -> bool {
    let start = party.words.start;
    let before = start.checked_sub(if start > 0 && source.is(start - 1, "the") { 2 } else { 1 });
    let from_there = before.is_some_and(|at| source.is_any(at, &["on", "from", "for"]));
    // "The Kenyan delegation in the talks was led by"
    let lists = mentions.presence_within(&(end.saturating_sub(1)..end + 3));
    let led =
        source.after(end, LEADER).any(|at| source.is_any(at, &["led", "headed"]) && source.is(at + 1, "by"));
    from_there || led || source.is(end, "by") || lists.iter().any(|presence| presence.names_after())
}

/// "A and B led the Norlandic delegation"
fn leads(source: &Source<'_>, party: &PartyMention) -> bool {
    let verb = party.words.start.checked_sub(2).filter(|&at| source.is(at + 1, "the"));
    verb.is_some_and(|at| source.is_any(at, &["led", "headed", "leads", "heads", "leading", "heading"]))
}
