//! Those who stand around the words that report the contact: "X met with Y", "a call between X and Y".

use super::{Attendance, scope};
use crate::extract::rule::{Candidate, Rule, Scene};
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

fn met(scene: &Scene<'_>) -> Vec<Candidate<Attendance>> {
    let mut found = Vec::new();
    for sentence in scope::lead(scene) {
        let contacts = scope::contacts(scene, sentence);
        for mention in scene.mentions.people_within(&sentence.words) {
            let Some(contact) = contacts.iter().find(|contact| scope::reaches(scene, contact, mention))
            else {
                continue;
            };
            let words = scene.source.text(contact);
            let working = format!("named beside \"{words}\" where the contact is reported");
            found.extend(Attendance::of(scene, mention, Role::Principal, working));
        }
    }
    found
}
