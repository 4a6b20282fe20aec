//! Those who speak on a topic in the report of a dialogue: "Water: Minister Torre outlined …".

use super::{Attendance, absent};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::{Part, Sentence};
use crate::model::Role;

/// The people whom a paragraph of a report on a dialogue begins with, after the topic and a colon.
pub(super) const SPEAKS_ON_TOPIC: Rule<Attendance> = Rule {
    name: "speaks_on_topic",
    says: "The report goes topic by topic, and the person with this office begins what is told of one.",
    hits: &[
        (
            "Dialogue\n\nNorway and Malta held a dialogue on Friday in Oslo.\n\nFish: Minister Ana Torre outlined the quota.\n\nSea Ports: Director Liv Dahl spoke of docks.",
            "Liv Dahl",
        ),
        (
            "Dialogue\n\nNorway and Malta held a dialogue on Friday in Oslo.\n\nFish: Minister Ana Torre and Director Jon Lind led a review.\n\nPorts: Director Liv Dahl spoke of docks.",
            "Jon Lind",
        ),
        (
            "Dialogue\n\nNorway and Malta held a dialogue on Friday in Oslo.\n\nPeace and Security: The Minister of Defense, Ana Torre, thanked all.\n\nPorts: Director Liv Dahl spoke of docks.",
            "Ana Torre",
        ),
    ],
    misses: &[
        "Norway and Malta held a dialogue on Friday in Oslo.\n\nFish: The quota was cut, and Minister Ana Torre was glad.\n\nPorts: Docks are dear.",
        "Norway and Malta held a dialogue on Friday in Oslo.\n\nReporters asked: Minister Ana Torre was silent.",
    ],
    propose: speaks_on_topic,
};

fn speaks_on_topic(scene: &Scene<'_>) -> Vec<Candidate<Attendance>> {
    let topics: Vec<_> = scene
        .source
        .sentences_of(&[Part::Body])
        .filter_map(|sentence| after_topic(scene, sentence))
        .collect();
    // One line with a colon is no report by topics.
    if topics.len() < 2 {
        return Vec::new();
    }
    topics.into_iter().flatten().collect()
}

/// The people whom a paragraph that begins with a topic goes on with, if it has any.
fn after_topic(scene: &Scene<'_>, sentence: &Sentence) -> Option<Vec<Candidate<Attendance>>> {
    const LONGEST: usize = 7;
    const GAP: usize = 3;
    let source = &scene.source;
    let mut first = sentence.words.clone().take(LONGEST);
    let colon = first.find(|&at| source.is(at, ":"))?;
    let topic = (sentence.words.start..colon).all(|at| {
        source.is_any(at, &["and", "of", "the", ",", "&"])
            || source.word(at).is_some_and(|token| token.word.shape.is_capital())
    });
    let mut end = colon + 1;
    let mut found = Vec::new();
    for mention in scene.mentions.people_within(&(colon + 1..sentence.words.end)) {
        let gap = end..mention.words.start;
        let official =
            scene.mentions.people.person(mention.person).is_some_and(|person| person.title.is_some());
        let joined = gap.len() <= GAP && gap.into_iter().all(|at| source.is_any(at, &["and", "the", ","]));
        if !joined || !official || mention.name.is_none() || absent::is_bystander(scene, mention) {
            break;
        }
        end = mention.words.end;
        let working = format!("begins what is told of \"{}\"", source.text(&(sentence.words.start..colon)));
        found.extend(Attendance::of(scene, mention, Role::Principal, working));
    }
    (topic && !found.is_empty()).then_some(found)
}
