//! Sides: the parties that an article is about, for "the two sides", "both leaders" and "we".

use crate::extract::mention::PersonMention;
use crate::extract::propose::attendance;
use crate::extract::rule::{Scene, all_of};
use crate::extract::segment::{Part, Sentence};

/// How many sentences of the text may introduce the sides.
const LEAD: usize = 3;

/// The parties to the main contact, as places in the lexicon: those that the participants stand for,
/// and where these are fewer than two, those that the headline and the lead name.
pub(super) fn sides(scene: &Scene<'_>) -> Vec<usize> {
    let mut sides = Vec::new();
    for (_, candidate) in all_of(attendance::RULES, scene) {
        let person = scene.mentions.people.person(candidate.value.person);
        add(&mut sides, person.and_then(|person| person.party));
    }
    if sides.len() >= 2 {
        return sides;
    }
    let headline = scene.source.sentences_of(&[Part::Headline]);
    let lead = scene.source.sentences_of(&[Part::Body]).take(LEAD);
    for sentence in headline.chain(lead) {
        if sides.len() < 2 {
            named_in(scene, sentence, &mut sides);
        }
    }
    sides
}

/// The party in whose name an article speaks when it says "we" outside of quotations: that of its
/// publisher, where this is a government or an organization.
pub(super) fn issuer(scene: &Scene<'_>) -> Option<usize> {
    use crate::lexicon::PublisherKind::{Government, Organization};
    let source = &scene.source;
    let publisher = source.lexicon.publisher(source.article.publisher.as_deref()?)?;
    let speaks = matches!(publisher.kind, Government | Organization);
    let code = publisher.party.as_ref().filter(|_| speaks)?;
    source.lexicon.parties().iter().position(|row| row.party.code == *code)
}

/// Whether an article is a text that several parties issue together.
pub(super) fn is_joint(scene: &Scene<'_>) -> bool {
    let mut heads = scene.source.sentences_of(&[Part::Headline, Part::Head]);
    heads.any(|sentence| {
        let words = scene.source.words(&sentence.words);
        words.iter().any(|word| word.is("joint"))
            && words.iter().any(|word| JOINT_TEXTS.iter().any(|text| word.is(text)))
    })
}

/// What parties issue together.
const JOINT_TEXTS: &[&str] =
    &["statement", "communique", "communiqué", "declaration", "statements", "readout", "release", "text"];

/// The parties of the people of a sentence, then those that it names.
fn named_in(scene: &Scene<'_>, sentence: &Sentence, sides: &mut Vec<usize>) {
    let party = |mention: &PersonMention| scene.mentions.people.person(mention.person)?.party;
    for mention in scene.mentions.people_within(&sentence.words) {
        add(sides, party(mention));
    }
    if sides.len() < 2 {
        for mention in scene.mentions.parties_within(&sentence.words) {
            add(sides, Some(mention.row));
        }
    }
}

fn add(sides: &mut Vec<usize>, party: Option<usize>) {
    if let Some(party) = party.filter(|party| !sides.contains(party)) {
        sides.push(party);
    }
}
