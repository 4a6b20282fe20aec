//! Those who stand around the words that report the contact: "X met with Y", "a call between X and Y".

use super::{Attendance, scope};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;
use crate::lexicon::VerbClass;
use crate::model::Role;

/// People around a verb or noun of meeting in the headline or the first sentences.
pub(super) const MET: Rule<Attendance> = Rule {
    name: "met",
    says: "The headline or the first sentences name the person beside the words that report the contact.",
    hits: &[
        ("Foreign Minister Ana Torre met with Norwegian Ambassador Liv Dahl on Friday.", "Liv Dahl"),
        ("President Ana Torre spoke by telephone with Prime Minister Jon Lind today.", "Jon Lind"),
        ("Call with Prime Minister Jon Lind\n\nThe two leaders spoke about fisheries.", "Jon Lind"),
        ("Prime Minister Jon Lind received Minister of Trade Omar Haddad in the capital.", "Jon Lind"),
    ],
    misses: &[
        "Prime Minister Jon Lind presented the budget.",
        "The ministers met on Friday to discuss the plan that President Ana Torre announced.",
        "The ministers met, according to Foreign Minister Ana Torre.",
    ],
    propose: met,
};

/// People around a verb of meeting further on, as in the report of a visit with several hosts.
pub(super) const RECEIVED: Rule<Attendance> = Rule {
    name: "met_further_on",
    says: "A later sentence of a report on a visit says that the person met or received the visitors.",
    hits: &[
        (
            "Foreign Minister's visit to Jordan\n\nIt was a useful visit. The crisis goes on. Aid is needed. Talks help. In Amman I met Prime Minister Omar Haddad.",
            "Omar Haddad",
        ),
        (
            "Visit to Norway\n\nIt was cold. It was dark. It was late. It was quiet. The delegation was received by Prime Minister Jon Lind.",
            "Jon Lind",
        ),
        (
            "President's state visit to Oman\n\nIt was hot. It was dry. It was early. It was loud. She called on Foreign Minister Omar Haddad.",
            "Omar Haddad",
        ),
    ],
    misses: &[
        "Budget talks\n\nIt was a long day. It was cold. It was dark. It was late. He met Prime Minister Jon Lind.",
        "Visit to Norway\n\nIt was cold. It was dark. It was late. It was quiet. Prime Minister Jon Lind lives there.",
    ],
    propose: met_further_on,
};

fn met_further_on(scene: &Scene<'_>) -> Vec<Candidate<Attendance>> {
    let headline = scene.source.sentences_of(&[Part::Headline]).next();
    let visit = headline.is_some_and(|line| {
        line.words.clone().any(|at| scene.source.is_any(at, &["visit", "visits", "tour"]))
    });
    if !visit {
        return Vec::new();
    }
    let mut found = Vec::new();
    for sentence in scene.source.sentences_of(&[Part::Body]) {
        let contacts = scope::verbs(scene, sentence, &[VerbClass::Meet, VerbClass::MeetInPerson]);
        for mention in scene.mentions.people_within(&sentence.words) {
            let Some(contact) = contacts.iter().find(|contact| scope::reaches(scene, contact, mention))
            else {
                continue;
            };
            let named = mention.name.is_some() && scope::is_person(scene, mention);
            let working = format!("beside \"{}\" in the report of a visit", scene.source.text(contact));
            found.extend(Attendance::of(scene, mention, Role::Principal, working).filter(|_| named));
        }
    }
    found
}

fn met(scene: &Scene<'_>) -> Vec<Candidate<Attendance>> {
    let mut found = Vec::new();
    for sentence in scope::lead(scene) {
        let contacts = scope::contacts(scene, sentence);
        for mention in scene.mentions.people_within(&sentence.words) {
            let Some(contact) = contacts.iter().find(|contact| scope::reaches(scene, contact, mention))
            else {
                continue;
            };
            if !scope::is_person(scene, mention) {
                continue;
            }
            let words = scene.source.text(contact);
            let working = format!("named beside \"{words}\" where the contact is reported");
            found.extend(Attendance::of(scene, mention, Role::Principal, working));
        }
    }
    found
}
