//! Who writes a letter, and to whom, where the text is the letter itself.

use super::Attendance;
use crate::extract::propose::letter::is_letter;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;
use crate::model::Role;

/// The people at the head and the foot of a letter.
pub(super) const WRITES: Rule<Attendance> = Rule {
    name: "writes",
    says: "The text is a letter, and the person is named at its head as addressed or at its foot as the writer.",
    hits: &[
        (
            "To President Ana Costa of Cyprus\n\nDear Madam President,\n\nI congratulate you on the national day of Cyprus.\n\nSincerely,\n\nJames Otieno\n\nPresident of Kenya",
            "James Otieno",
        ),
        (
            "To President Ana Costa of Cyprus\n\nDear Madam President,\n\nI congratulate you on the national day of Cyprus.\n\nSincerely,\n\nJames Otieno\n\nPresident of Kenya",
            "Ana Costa",
        ),
        (
            "To Her Majesty Queen Maud of Norway\n\nYour Majesty, dear friend,\n\nDear Queen, I wish you health.\n\nYours,\n\nJames Otieno",
            "Maud",
        ),
    ],
    misses: &[
        "Dear readers, President Ana Costa of Cyprus is on holiday.",
        "President James Otieno wrote to President Ana Costa of Cyprus. The letter was long.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Attendance>> {
    const ENDS: &[Part] = &[Part::Headline, Part::Foot];
    if is_letter(&scene.source).is_none() {
        return Vec::new();
    }
    let people =
        scene.source.sentences_of(ENDS).flat_map(|sentence| scene.mentions.people_within(&sentence.words));
    let named = people.filter(|mention| mention.name.is_some());
    named
        .filter_map(|mention| {
            Attendance::of(scene, mention, Role::Principal, "named at an end of the letter".into())
        })
        .collect()
}
