//! Meetings and visits.

use std::collections::BTreeSet;

use super::{Contact, candidate};
use crate::extract::mention::{ContactMention, PersonIndex};
use crate::extract::propose::main_contact::MainContact;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;
use crate::lexicon::{ContactWord, Cue};
use crate::model::MeetingKind;

/// A meeting or visit.
pub(super) const FACE_TO_FACE: Rule<Contact> = Rule {
    name: "face_to_face",
    says: "The headline or the opening tells that they met, held talks or visited, and of no other means.",
    hits: &[
        (
            "Federal Councillor Ana Lind visited Ghana from 3 to 5 May. She met President Otieno in Accra.",
            "in_person",
        ),
        ("Senior diplomats of Kenya and Malta resumed talks on fish in Valletta on Tuesday.", "in_person"),
        ("Minister Lind of Sweden met Minister Borg of Malta on Monday.", "in_person"),
        ("President Otieno of Kenya received the Ambassador of Cyprus.", "in_person"),
        (
            "Harbor Daily\n\nOld customs house hosts talks on fish\n\nMinister Jon Borg of Kenya was received by Minister Ana Lind of Malta in Valletta.",
            "in_person",
        ),
        ("Talks with Malta\n\nConsultations between Malta and Tunisia were held in Valletta.", "in_person"),
    ],
    misses: &[
        "Malta has called off next week's visit by Foreign Minister Jon Borg of Kenya.",
        "Foreign Minister Jon Borg of Kenya will next week undertake a two-day working visit to Malta.",
        "Foreign Minister Jon Borg of Kenya is mulling a trip to Malta.",
        "The President of Kenya expressed sorrow over the earthquake in Malta.",
        "The defense minister of Kenya visited soldiers in their barracks on Monday.",
        "The remark of the envoy of Kenya has been seen as a sign of irritation with Malta.",
        "The city council met on Monday to discuss the school budget.",
        "Cabinet sworn in\n\nPresident Otieno of Kenya swore in 14 ministers on Monday. Otieno told the ministers, who met him at noon, to save.\n\nThe new foreign minister is a lecturer.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Contact>> {
    use ContactWord::{Discuss, Gather, Meet, Meeting, Receive, Summit, Trip, Visit};
    let main = MainContact::of(scene);
    let face_to_face =
        |sort| matches!(sort, Discuss | Gather | Meet | Meeting | Receive | Summit | Trip | Visit);
    main.reported()
        .find(|contact| face_to_face(contact.sort) && has_two(scene, contact))
        .and_then(|contact| candidate(scene, MeetingKind::InPerson, contact, "is a meeting"))
        .into_iter()
        .collect()
}

/// Whether two sides can have met: "after talks between Republicans and Democrats" none did, nor where a
/// minister meets the soldiers of his own country.
fn has_two(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    let person = || {
        let sentence = scene.source.sentence_at(contact.words.start)?;
        let mut people = scene.mentions.people_within(&sentence.words).iter();
        people.find(|mention| {
            scene.mentions.people.person(mention.person).is_some_and(|person| person.addressed)
        })
    };
    let abroad = || {
        let sentence = scene.source.sentence_at(contact.words.start)?;
        let places = scene.mentions.places_within(&sentence.words).iter();
        let own = person().and_then(|mention| scene.mentions.people.person(mention.person)?.party());
        let own = scene.source.party(own?)?.country.as_ref();
        places.map(|place| place.country.as_ref()).find(|country| country.is_some() && *country != own)
    };
    let two = || {
        let sentence = scene.source.sentence_at(contact.words.start)?;
        let mut people = scene.mentions.people_within(&sentence.words).iter();
        let first = person()?.person;
        people.find(|mention| {
            mention.person != first
                && scene.mentions.people.person(mention.person).is_some_and(|person| person.addressed)
        })
    };
    // "Councillor Lind visited Ghana": nobody visits what is known to be their own country.
    let visited = || {
        let sentence = scene.source.sentence_at(contact.words.start)?;
        let own = person().and_then(|mention| scene.mentions.people.person(mention.person)?.party());
        let mut named = scene.mentions.parties_within(&(contact.words.end..sentence.words.end)).iter();
        let visit = matches!(contact.sort, ContactWord::Visit | ContactWord::Trip);
        named.find(|party| visit && party.is_country(&scene.source) && Some(party.row) != own)
    };
    let of_one = is_of_one_side(scene, contact);
    scene.opening.has_sides() && !of_one
        || scene.opening.may_have_sides()
            && person().is_some()
            && (two().is_some() && (!of_one || scene.source.issuer().is_some())
                || abroad().is_some()
                || visited().is_some())
}

/// So many sentences behind that of a contact may tell between whom it was.
const AFTER: usize = 2;

/// Words that tell of another side without its name.
const TWO: &[&str] = &[
    "both",
    "sides",
    "countries",
    "nations",
    "states",
    "neighbors",
    "neighbours",
    "counterparts",
    "visiting",
    "visitors",
    "allies",
    "joint",
    "trilateral",
    "regional",
    "international",
    "ties",
];

/// "the two", "two ministers", not "two resolutions".
fn is_two(scene: &Scene<'_>, at: usize) -> bool {
    let source = &scene.source;
    let the = at.checked_sub(1).is_some_and(|before| source.is_any(before, &["the", "these", "our"]));
    source.is(at, "two") && (the || source.names_several(at + 1) || source.names_several(at + 2))
}

/// Whether the sentence of a contact, those beside it and the headline know of one side alone: its president and
/// ministers, with no word of another's.
fn is_of_one_side(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    let source = &scene.source;
    let Some(sentence) = source.sentence_at(contact.words.start) else { return false };
    let before = sentence.words.start.checked_sub(1).and_then(|at| source.sentence_at(at));
    let headline = source.sentences_of(&[Part::Headline]);
    // A line below the headline may tell of talks, and only the lead between whom: "Old customs house hosts talks".
    let after =
        source.sentences.iter().skip_while(|other| other.words.start <= sentence.words.start).take(AFTER);
    let told = headline.chain(before).chain([sentence]).chain(after);
    let mut sides: BTreeSet<usize> = source.issuer().into_iter().collect();
    let mut unknown: BTreeSet<PersonIndex> = BTreeSet::new();
    for sentence in told {
        let of_two =
            |at: usize| source.is_cue(at, Cue::Diplomacy) || source.is_any(at, TWO) || is_two(scene, at);
        if sentence.words.clone().any(of_two) {
            return false;
        }
        sides.extend(scene.mentions.parties_within(&sentence.words).iter().map(|party| party.row));
        for mention in scene.mentions.people_within(&sentence.words) {
            let person = scene.mentions.people.person(mention.person);
            match person.map(|person| (person.party(), person.addressed)) {
                Some((Some(party), _)) => {
                    sides.insert(party);
                }
                Some((None, true)) => {
                    unknown.insert(mention.person);
                }
                _ => {}
            }
        }
    }
    // "Kenya's president swore in ministers. Minister Otieno met the president": all are of the one that is named.
    sides.len() == 1 || sides.is_empty() && unknown.len() < 2
}
