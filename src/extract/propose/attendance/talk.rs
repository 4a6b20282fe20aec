//! Those who speak in the talks: "The Minister thanked the Ambassador", "Du told Kazakbaev that …"; and
//! those who speak at a meeting of many, where nobody in particular is told.

use super::{Attendance, absent, scope};
use crate::extract::mention::Side;
use crate::extract::propose::kind::is_gathering;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::{Part, Sentence};
use crate::lexicon::VerbClass;
use crate::model::Role;

/// A person with an office who says something at the beginning of a sentence, in a text that
/// reports a contact.
pub(super) const SPEAKS_IN_TALKS: Rule<Attendance> = Rule {
    name: "speaks_in_talks",
    says: "The text reports a contact and what the person said in it.",
    hits: &[
        (
            "Officials held talks in the capital.\n\nForeign Minister Ana Torre told Ambassador Liv Dahl that trade grows.",
            "Ana Torre",
        ),
        (
            "The two sides met on Friday. Ambassador Liv Dahl thanked Foreign Minister Ana Torre for the help.",
            "Liv Dahl",
        ),
        (
            "Officials met in the capital. Foreign Minister Ana Torre briefed Ambassador Liv Dahl on the floods.",
            "Ana Torre",
        ),
        (
            "Minister Jon Lind called on President Liv Dahl in the capital.\n\nSpeaking on the occasion, Foreign Minister Ana Torre said that trade grows.",
            "Ana Torre",
        ),
        (
            "Minister Jon Lind called on President Liv Dahl in the capital.\n\nOn the occasion Foreign Minister Ana Torre praised the port.",
            "Ana Torre",
        ),
    ],
    misses: &[
        "The minister met reporters. Prices rose, analysts say, and President Ana Torre is popular.",
        "The two sides met. Spokesman Omar Haddad said that it went well.",
        "The two sides met. On the occasion of Harbor Day, Foreign Minister Ana Torre thanked the port.",
    ],
    propose: speaks_in_talks,
};

fn speaks_in_talks(scene: &Scene<'_>) -> Vec<Candidate<Attendance>> {
    if !scope::lead(scene).any(|sentence| !scope::contacts(scene, sentence).is_empty()) {
        return Vec::new();
    }
    let sentences = scene.source.sentences_of(&[Part::Body]);
    sentences
        .filter_map(|sentence| speaker(scene, sentence).or_else(|| on_the_occasion(scene, sentence)))
        .collect()
}

/// "Speaking on the occasion, Minister Torre said": who spoke there was there.
fn on_the_occasion(scene: &Scene<'_>, sentence: &Sentence) -> Option<Candidate<Attendance>> {
    const BEGINS: usize = 4;
    const NEAR: usize = 2;
    let source = &scene.source;
    let start = sentence.words.start;
    let occasion = (start + 2..start + BEGINS).find(|&at| source.is(at, "occasion"))?;
    let there = source.is_any(occasion - 1, &["the", "this", "that"]) && source.is(occasion - 2, "on");
    let first = scene.mentions.people_within(&(occasion..sentence.words.end)).first()?;
    let addressed = scene.mentions.people.person(first.person)?.addressed && first.name.is_some();
    let says = scope::verbs(scene, sentence, &[VerbClass::Say, VerbClass::Position, VerbClass::Commit]);
    let verb = says.iter().find(|verb| source.after(first.words.end, 3).contains(&verb.start))?;
    // "On the occasion of Harbor Day"
    let begins = first.words.start <= occasion + NEAR && !source.is(occasion + 1, "of");
    let working = format!("\"{}\" on the occasion", source.text(verb));
    let fit = there && addressed && begins && !absent::is_bystander(scene, first);
    fit.then(|| Attendance::of(scene, first, Role::Principal, working)).flatten()
}

/// The person whom a sentence begins with and who tells, thanks or briefs another person in it.
fn speaker(scene: &Scene<'_>, sentence: &Sentence) -> Option<Candidate<Attendance>> {
    let mut people = scene.mentions.people_within(&sentence.words).iter();
    let first = people.next().filter(|mention| mention.words.start <= sentence.words.start + 3)?;
    let addressed = scene.mentions.people.person(first.person)?.addressed;
    let says = scope::verbs(scene, sentence, &[VerbClass::Say, VerbClass::Position, VerbClass::MeetAttend]);
    let verb = says.iter().find(|verb| scene.source.after(first.words.end, 2).contains(&verb.start))?;
    let another = people.find(|other| other.person != first.person && other.words.start <= verb.end + 3)?;
    let fit = addressed && !absent::is_bystander(scene, first) && !absent::is_bystander(scene, another);
    let working = format!("\"{}\" in the talks", scene.source.text(verb));
    fit.then(|| Attendance::of(scene, first, Role::Principal, working)).flatten()
}

/// A person with an office who says something in the report of a meeting of many.
pub(super) const SPEAKS_AT_GATHERING: Rule<Attendance> = Rule {
    name: "speaks_at_gathering",
    says: "The text reports a meeting of many parties, and what the person with this office said at it.",
    hits: &[
        (
            "Ministers approve plan\n\nThe fifth meeting of the energy ministers of BIMSTEC was held in Kathmandu.\n\nFine. It rained. It was hot. Foreign Minister of Nepal Ana Torre announced that trade grows.",
            "Ana Torre",
        ),
        (
            "Council meets\n\nThe Council of the African Union held its session in Accra.\n\nFine. It rained. It was hot. Nigeria's Minister of State, Omar Haddad, thanked Benin.",
            "Omar Haddad",
        ),
        (
            "ASEAN foreign ministers met in Hanoi\n\nASEAN foreign ministers met in Hanoi.\n\nFine. It rained. It was hot. Malaysian Foreign Minister Liv Dahl said that fish is dear.",
            "Liv Dahl",
        ),
    ],
    misses: &[
        "Council meets\n\nThe Council of the African Union held its session in Accra.\n\nFine. It rained. It was hot. In Lagos, Nigeria's Minister of State, Omar Haddad, thanked Benin.",
        "Minister Lind of Sweden met Minister Borg of Malta.\n\nFine. It rained. It was hot. Foreign Minister of Nepal Ana Torre said that trade grows.",
    ],
    propose: speaks_at_gathering,
};

fn speaks_at_gathering(scene: &Scene<'_>) -> Vec<Candidate<Attendance>> {
    if !is_gathering(scene) {
        return Vec::new();
    }
    let sentences = scene.source.sentences_of(&[Part::Body]);
    sentences.filter_map(|sentence| official(scene, sentence)).collect()
}

/// The person with an office and a party who says something in a sentence that is told of no other place.
fn official(scene: &Scene<'_>, sentence: &Sentence) -> Option<Candidate<Attendance>> {
    const BEGINS: usize = 8;
    const ASIDE: usize = 10;
    let first = scene.mentions.people_within(&sentence.words).first()?;
    let person = scene.mentions.people.person(first.person)?;
    let begins = first.words.start <= sentence.words.start + BEGINS && first.name.is_some();
    let official = person.title.is_some() && matches!(person.side, Side::Told(_));
    let says = scope::verbs(scene, sentence, &[VerbClass::Say, VerbClass::Position]);
    // "Torre, in her opening remarks, told the Council"
    let aside = scene.source.is(first.words.end, ",");
    let near = scene.source.after(first.words.end, if aside { ASIDE } else { 3 });
    let verb = says.iter().find(|verb| near.contains(&verb.start))?;
    let elsewhere = !scene.mentions.places_within(&(sentence.words.start..first.words.start)).is_empty()
        || (sentence.words.start..verb.end)
            .any(|at| scene.source.is_any(at, &["earlier", "meanwhile", "last"]));
    let to_press = scene.source.is_any(verb.end, &["reporters", "journalists", "media"]);
    let fit = begins && official && !elsewhere && !to_press && !absent::is_bystander(scene, first);
    let working = format!("\"{}\" at the meeting", scene.source.text(verb));
    fit.then(|| Attendance::of(scene, first, Role::Principal, working)).flatten()
}
