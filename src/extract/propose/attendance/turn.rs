//! Speakers of a transcript: paragraphs or sentences that begin "President Ana Torre: …".

use super::Attendance;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;
use crate::lexicon::Shape;
use crate::model::Role;

/// People whose name and a colon begin what they say.
pub(super) const SPEAKS_IN_TURN: Rule<Attendance> = Rule {
    name: "speaks_in_turn",
    says: "The text is a transcript, in which the person speaks.",
    hits: &[
        ("President of Norland Ana Torre: Good afternoon, colleagues. I am glad to see you.", "Ana Torre"),
        ("Prime Minister Jon Lind: Thank you for the invitation.", "Jon Lind"),
        ("Foreign Minister Omar Haddad: We meet at a good time.", "Omar Haddad"),
    ],
    misses: &[
        "President Ana Torre said: it was a good day.",
        "They discussed the following with Prime Minister Jon Lind: trade and fisheries.",
    ],
    propose: speaks_in_turn,
};

fn speaks_in_turn(scene: &Scene<'_>) -> Vec<Candidate<Attendance>> {
    let mut found = Vec::new();
    for sentence in scene.source.sentences_of(&[Part::Body]) {
        for mention in scene.mentions.people_within(&sentence.words) {
            let before =
                mention.words.start.checked_sub(1).filter(|_| mention.words.start > sentence.words.start);
            let begins = before.is_none_or(|before| {
                scene.source.word(before).is_some_and(|token| matches!(token.word.shape, Shape::Mark(_)))
            });
            if begins && mention.name.is_some() && scene.source.is(mention.words.end, ":") {
                found.extend(Attendance::of(
                    scene,
                    mention,
                    Role::Principal,
                    "speaks in the transcript".into(),
                ));
            }
        }
    }
    found
}
