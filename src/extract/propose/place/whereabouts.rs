//! The city that one of those in contact is said to have been in, where no place stands with the contact.

use super::{MOST, Spot, place_of};
use crate::extract::clause::{Clause, Form, Opens, Tense, VerbGroup};
use crate::extract::mention::{PlaceForm, PlaceMention};
use crate::extract::propose::attendance;
use crate::extract::propose::main_contact::{MainContact, is_prose};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;
use crate::lexicon::{Cue, Shape};

/// Where somebody was.
pub(super) const WHEREABOUTS: Rule<Spot> = Rule {
    name: "whereabouts",
    says: "No place stands with the contact; a sentence tells where one of those in it came, stayed or spoke.",
    hits: &[
        (
            "Minister Eva Lind of Malta met Minister Omar Otieno of Kenya on Friday.\n\nFish is dear.\n\nPorts are old.\n\nLind told reporters outside the ministry in Nairobi that fish was dear.",
            "Nairobi, KEN",
        ),
        (
            "Minister Eva Lind of Malta met Minister Omar Otieno of Kenya on Friday.\n\nFish is dear.\n\nPorts are old.\n\nLind, who was in Nairobi from Thursday to Saturday, saw the port.",
            "Nairobi, KEN",
        ),
        (
            "Minister Eva Lind of Malta met Minister Omar Otieno of Kenya on Friday.\n\nFish is dear.\n\nPorts are old.\n\nShe flew into Nairobi late on Thursday.",
            "Nairobi, KEN",
        ),
    ],
    misses: &[
        "Minister Eva Lind of Malta met Minister Omar Otieno of Kenya on Friday.\n\nFish is dear.\n\nPorts are old.\n\nLind will arrive in Rome on Monday.",
        "Minister Eva Lind of Malta met Minister Omar Otieno of Kenya on Friday.\n\nFish is dear.\n\nPorts are old.\n\nLind was in Rome last year.",
        "Minister Eva Lind of Malta met Minister Omar Otieno of Kenya on Friday.\n\nFish is dear.\n\nPorts are old.\n\nA spokesman told reporters in Rome that fish was dear.",
    ],
    propose,
};

/// So many sentences of the text are asked.
const SENTENCES: usize = 24;

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Spot>> {
    if MainContact::of(scene).reported().next().is_none() {
        return Vec::new();
    }
    let body =
        scene.source.sentences_of(&[Part::Body]).filter(|sentence| is_prose(scene, sentence)).take(SENTENCES);
    let places = body.flat_map(|sentence| scene.mentions.places_within(&sentence.words));
    let there = places.filter(|place| place.form == PlaceForm::City && was_there(scene, place));
    there.take(MOST).filter_map(|city| place_of(scene, city, "is where one of them was")).collect()
}

/// "flew into Nairobi", "was in Nairobi", "told reporters in Nairobi", of somebody who was in the contact.
fn was_there(scene: &Scene<'_>, place: &PlaceMention) -> bool {
    const NEAR: usize = 8;
    let source = &scene.source;
    let Some(clause) = scene.clauses.at(place.words.start) else { return false };
    let Some(verb) = clause.verb.as_ref().filter(|verb| verb.form == Form::Finite && !verb.negated) else {
        return false;
    };
    let told = matches!(verb.tense, Tense::Past | Tense::Perfect | Tense::Present);
    let behind = verb.words.end <= place.preposition && place.preposition <= verb.words.end + NEAR;
    let lives = place.preposition.checked_sub(1).is_some_and(|at| source.is_cue(at, Cue::Home));
    told && behind
        && !lives
        && !source.is_quoted(place.words.start)
        && leads_there(scene, verb, place)
        && !is_long_ago(scene, clause)
        && acts(scene, clause)
}

/// Whether a verb of being, coming or speaking takes the place with its preposition.
fn leads_there(scene: &Scene<'_>, verb: &VerbGroup, place: &PlaceMention) -> bool {
    const BESIDE: usize = 1;
    let source = &scene.source;
    let is = source.is_cue(verb.verb, Cue::Be) && place.preposition <= verb.words.end + BESIDE;
    let comes = source.is_cue(verb.verb, Cue::Stays);
    let speaks = verb.says || source.is_cue(verb.verb, Cue::Addresses);
    let stays = source.is_any(place.preposition, &["in", "at", "inside", "outside", "near"]);
    stays && (is || comes || speaks) || comes && source.is_any(place.preposition, &["into", "to"])
}

/// "last year", "in 2015"
fn is_long_ago(scene: &Scene<'_>, clause: &Clause) -> bool {
    let source = &scene.source;
    let number = |at: usize| source.word(at).is_some_and(|word| word.word.shape == Shape::Number);
    clause.words.clone().any(|at| {
        source.is_any(at, &["last", "ago", "previous", "previously", "former", "again", "next"])
            || source.is_any(at, &["in", "since"]) && number(at + 1)
    })
}

/// Whether somebody who was in the contact is the subject of a clause, or what it is told of.
fn acts(scene: &Scene<'_>, clause: &Clause) -> bool {
    let present = attendance::present(scene);
    let mentions = &scene.mentions;
    let pronoun = clause.subject.len() == 1
        && clause.subject.clone().any(|at| scene.source.is_any(at, &["he", "she", "they"]));
    // "Both leaders are in Rome for a summit"
    let both = clause.subject.clone().any(|at| scene.source.is_any(at, &["both", "two"]))
        && clause.subject.clone().any(|at| scene.source.names_several(at));
    let who = match clause.opens {
        Opens::Relative => scene.source.before(clause.opener, 6),
        _ => clause.subject.clone(),
    };
    pronoun
        || both
        || mentions.people_within(&who).last().is_some_and(|mention| present.contains(&mention.person))
}
