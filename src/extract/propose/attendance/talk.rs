//! Those who speak in the talks: "The Minister thanked the Ambassador", "Du told Kazakbaev that …".

use super::{Attendance, scope};
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
    ],
    misses: &[
        "The minister met reporters. Prices rose, analysts say, and President Ana Torre is popular.",
        "The two sides met. Spokesman Omar Haddad said that it went well.",
    ],
    propose: speaks_in_talks,
};

fn speaks_in_talks(scene: &Scene<'_>) -> Vec<Candidate<Attendance>> {
    if !scope::lead(scene).any(|sentence| !scope::contacts(scene, sentence).is_empty()) {
        return Vec::new();
    }
    let sentences = scene.source.sentences_of(&[Part::Body]);
    sentences.filter_map(|sentence| speaker(scene, sentence)).collect()
}

/// The person whom a sentence begins with and who tells, thanks or briefs another person in it.
fn speaker(scene: &Scene<'_>, sentence: &Sentence) -> Option<Candidate<Attendance>> {
    let mut people = scene.mentions.people_within(&sentence.words).iter();
    let first = people.next().filter(|mention| mention.words.start <= sentence.words.start + 3)?;
    let addressed = scene.mentions.people.person(first.person)?.addressed;
    let says = scope::verbs(scene, sentence, &[VerbClass::Say, VerbClass::Position, VerbClass::MeetAttend]);
    let verb = says.iter().find(|verb| (first.words.end..first.words.end + 2).contains(&verb.start))?;
    let another = people.find(|other| other.person != first.person && other.words.start <= verb.end + 3)?;
    let fit = addressed && !scope::is_bystander(scene, first) && !scope::is_bystander(scene, another);
    let working = format!("\"{}\" in the talks", scene.source.text(verb));
    fit.then(|| Attendance::of(scene, first, Role::Principal, working)).flatten()
}
