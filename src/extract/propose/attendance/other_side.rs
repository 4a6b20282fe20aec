//! The other side of a contact, where what reports it names that side and not its people: who speaks for
//! it in the text was there.

use super::{Attendance, absent, company, contact, scope};
use crate::extract::mention::Side;
use crate::extract::propose::kind::is_gathering;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::{Part, Sentence};
use crate::lexicon::VerbClass;
use crate::model::Role;

/// The first person with an office of a party in contact who says something, where all who are known to
/// have taken part are of another one.
pub(super) const SPEAKS_FOR_OTHER_SIDE: Rule<Attendance> = Rule {
    name: "speaks_for_other_side",
    says: "The contact was with this party, nobody of it is named there, and the person speaks for it in the text.",
    hits: &[
        (
            "Talks in Oslo\n\nNorwegian Foreign Minister Jon Lind held talks with a delegation from Malta on Friday.\n\nIt was late. It was cold. It was dark. Maltese Trade Minister Ana Torre said that fish is dear.",
            "Ana Torre",
        ),
        (
            "Norway and Malta hold talks\n\nForeign Minister Ana Torre of Malta met Norwegian officials in Oslo.\n\nIt was late. It was cold. It was dark. Norway's Deputy Minister Jon Lind thanked Malta.",
            "Jon Lind",
        ),
        (
            "Talks in Oslo\n\nNorwegian Prime Minister Liv Dahl received envoys from Malta on Friday.\n\nIt was late. It was cold. It was dark. It was far. Malta's Ambassador Ana Torre told the guests that fish is dear.",
            "Ana Torre",
        ),
    ],
    misses: &[
        "Talks in Oslo\n\nNorwegian Foreign Minister Jon Lind met Foreign Minister Ana Torre of Malta on Friday.\n\nIt was late. It was cold. It was dark. Maltese Prime Minister Paul Zahra said that fish is dear.",
        "Talks in Oslo\n\nNorwegian Foreign Minister Jon Lind held talks with a delegation from Malta on Friday.\n\nIt was late. It was cold. It was dark. Kenyan Foreign Minister Omar Haddad said that fish is dear.",
    ],
    propose: speaks_for_other_side,
};

fn speaks_for_other_side(scene: &Scene<'_>) -> Vec<Candidate<Attendance>> {
    /// Who speaks so far on may speak of anything.
    const SENTENCES: usize = 14;
    if is_gathering(scene) {
        return Vec::new();
    }
    let text = scene.source.sentences_of(&[Part::Body]).take(SENTENCES);
    let speaking: Vec<(usize, Candidate<Attendance>)> =
        text.filter_map(|line| speaks_for(scene, line)).collect();
    if speaking.is_empty() {
        return Vec::new();
    }
    let rules = [&contact::MET, &company::ATTENDED, &company::LINED_UP];
    let there = rules.iter().flat_map(|rule| (rule.propose)(scene));
    let parties: Vec<Option<usize>> = there
        .filter_map(|found| scene.mentions.people.person(found.value.person))
        .map(|person| person.party())
        .collect();
    let Some(own) = parties.first().copied().flatten() else { return Vec::new() };
    if parties.iter().any(|party| *party != Some(own)) {
        return Vec::new();
    }
    // The parties that the sentence of the contact names.
    let told = scope::lead(scene).filter(|line| !scope::contacts(scene, line).is_empty());
    let named: Vec<usize> = told
        .flat_map(|line| scene.mentions.parties_within(&line.words))
        .map(|party| party.row)
        .filter(|row| *row != own)
        .collect();
    let other = speaking.into_iter().find(|(party, _)| named.contains(party));
    other.map(|(_, speaker)| speaker).into_iter().collect()
}

/// The person with an office whom a sentence begins with and who says something, and the party that is told of her.
fn speaks_for(scene: &Scene<'_>, line: &Sentence) -> Option<(usize, Candidate<Attendance>)> {
    const BEGINS: usize = 4;
    const NEAR: usize = 2;
    let first = scene.mentions.people_within(&line.words).first()?;
    let person = scene.mentions.people.person(first.person)?;
    let official =
        person.title.is_some() && first.name.is_some() && first.words.start <= line.words.start + BEGINS;
    let Side::Told(party) = person.side else { return None };
    if !official || absent::is_bystander(scene, first) {
        return None;
    }
    let says = scope::verbs(scene, line, &[VerbClass::Say, VerbClass::Position]);
    let verb = says.iter().find(|verb| scene.source.after(first.words.end, NEAR).contains(&verb.start))?;
    let working = format!("\"{}\" for the other side", scene.source.text(verb));
    Some((party, Attendance::of(scene, first, Role::Principal, working)?))
}
