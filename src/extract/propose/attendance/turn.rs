//! Speakers of a transcript: paragraphs or sentences that begin "President Ana Torre: …".

use super::Attendance;
use crate::extract::mention::PersonMention;
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
    /// So many turns make a transcript, in which a name alone is a speaker's.
    const TURNS: usize = 3;
    let mut turns = Vec::new();
    for sentence in scene.source.sentences_of(&[Part::Body]) {
        for mention in scene.mentions.people_within(&sentence.words) {
            let before =
                mention.words.start.checked_sub(1).filter(|_| mention.words.start > sentence.words.start);
            let begins = before.is_none_or(|before| {
                let ends = ['.', '!', '?', '"', '”', ')', '’'];
                let shape = scene.source.word(before).map(|token| token.word.shape);
                matches!(shape, Some(Shape::Mark(mark)) if ends.contains(&mark))
            });
            if begins && mention.name.is_some() && scene.source.is(mention.words.end, ":") {
                turns.push(mention);
            }
        }
    }
    let transcript = turns.len() >= TURNS;
    let addressed = |mention: &PersonMention| {
        scene.mentions.people.person(mention.person).is_some_and(|person| person.addressed)
    };
    let speakers = turns.into_iter().filter(|mention| transcript || addressed(mention));
    let working = || "speaks in the transcript".to_owned();
    speakers.filter_map(|mention| Attendance::of(scene, mention, Role::Principal, working())).collect()
}
