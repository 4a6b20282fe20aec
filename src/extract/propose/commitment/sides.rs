//! Sides: the parties that an article is about, for "the two sides", "both leaders" and "we".

use crate::extract::discourse::{Actor, Who};
use crate::extract::mention::PersonIndex;
use crate::extract::propose::attendance;
use crate::extract::propose::kind::organizations;
use crate::extract::rule::Scene;
use crate::extract::segment::{Part, Sentence};

/// How many sentences of the text may introduce the sides.
const LEAD: usize = 2;

/// Words after which a headline says what the contact was about, not between whom.
const ABOUT: &[&str] = &["on", "over", "about", "regarding", "concerning", "against", "amid", "after"];

/// How much each sign weighs that a party is a side.
mod weight {
    /// A participant stands for it.
    pub const PRESENT: u32 = 8;
    /// The headline names it.
    pub const HEADLINE: u32 = 6;
    /// The lead names it.
    pub const LEAD: u32 = 3;
    /// It acts together with another: "Norway and Chile agreed".
    pub const TOGETHER: u32 = 3;
    /// It acts.
    pub const ACTS: u32 = 1;
    /// However often it acts.
    pub const ACTS_AT_MOST: u32 = 9;
}

/// The parties to the main contact, as places in the lexicon, the likeliest first: those that the
/// participants stand for, that the headline and the lead name, and that act in the text. Where the
/// article speaks of two sides there are only two; where the lead lists many, they are the sides.
pub(super) fn sides(scene: &Scene<'_>, actors: &[Actor]) -> Vec<usize> {
    // What the ministers of an organization agree on binds the organization.
    let organizations = organizations(scene);
    if !organizations.is_empty() {
        return organizations;
    }
    if let Some(row) = counted(scene, actors) {
        return row;
    }
    let bilateral = is_bilateral(scene);
    let mut weights: Vec<(usize, u32)> = Vec::new();
    for &person in attendance::present(scene) {
        let party = party_of(scene, person);
        if !party.is_some_and(|party| weights.iter().any(|(row, _)| *row == party)) {
            weigh(&mut weights, party, weight::PRESENT);
        }
    }
    let mut present: Vec<usize> = weights.iter().map(|(row, _)| *row).collect();
    for sentence in scene.source.sentences_of(&[Part::Headline]) {
        named_in(scene, sentence, weight::HEADLINE, &mut weights);
    }
    for sentence in scene.source.sentences_of(&[Part::Body]).take(LEAD) {
        named_in(scene, sentence, weight::LEAD, &mut weights);
    }
    let mut acts: Vec<(usize, u32)> = Vec::new();
    for actor in actors {
        let rows = parties_of(scene, actor);
        let each = if rows.len() > 1 { weight::TOGETHER } else { weight::ACTS };
        if !bilateral && rows.len() >= LIST && in_lead(scene, actor) {
            rows.iter().for_each(|&row| weigh(&mut weights, Some(row), weight::PRESENT));
            present.extend(&rows);
        }
        rows.into_iter().for_each(|row| weigh(&mut acts, Some(row), each));
    }
    for (row, sum) in acts {
        weigh(&mut weights, Some(row), sum.min(weight::ACTS_AT_MOST));
    }
    present.sort_unstable();
    present.dedup();
    if weights.len() < 2 {
        for mention in scene.mentions.parties.iter() {
            weigh(&mut weights, Some(mention.row), 1);
        }
    }
    // The sort is stable: of equals, the one named first stays first.
    weights.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    let count = if bilateral && present.len() <= LIST { 2 } else { present.len().max(2) };
    // Whoever comes third but far behind is spoken of, not spoken with.
    let second = weights.get(1).map_or(0, |(_, weight)| *weight);
    let near = |&(at, (_, weight)): &(usize, (usize, u32))| at < 2 || 3 * weight >= 2 * second;
    let sides = weights.into_iter().take(count).enumerate().filter(near);
    sides.map(|(_, (row, _))| row).collect()
}

/// How many parties make a list.
const LIST: usize = 3;

/// "The six countries agreed", where the text names six in one row: "Norland, Sudland, …".
fn counted(scene: &Scene<'_>, actors: &[Actor]) -> Option<Vec<usize>> {
    let told = actors.iter().flat_map(|actor| &actor.who);
    let count = told.filter_map(|who| match who {
        Who::Sides(count) if *count >= LIST => Some(*count),
        _ => None,
    });
    let count = count.max()?;
    let mut row: Vec<usize> = Vec::new();
    let mut last = None;
    for mention in scene.mentions.parties.iter() {
        let gap = last.unwrap_or(usize::MAX).min(mention.words.start)..mention.words.start;
        let joined = |at: usize| scene.source.is_any(at, &[",", "and", "the"]);
        if !(1..=3).contains(&gap.len()) || !gap.into_iter().all(joined) {
            if row.len() == count {
                return Some(row);
            }
            row.clear();
        }
        last = Some(mention.words.end);
        let known = row.contains(&mention.row);
        row.extend(Some(mention.row).filter(|_| !known && mention.is_country(&scene.source)));
    }
    (row.len() == count).then_some(row)
}

/// Whether an actor stands in the first sentences of the text.
fn in_lead(scene: &Scene<'_>, actor: &Actor) -> bool {
    let mut lead = scene.source.sentences_of(&[Part::Body]).take(2 * LEAD);
    lead.any(|sentence| sentence.words.contains(&actor.words.start))
}

/// The parties that an actor names or stands for.
fn parties_of(scene: &Scene<'_>, actor: &Actor) -> Vec<usize> {
    let rows = actor.who.iter().filter_map(|who| match who {
        Who::Party(row) => Some(*row),
        Who::Person(index) => party_of(scene, *index),
        _ => None,
    });
    let mut rows: Vec<usize> = rows.collect();
    rows.dedup();
    rows
}

fn party_of(scene: &Scene<'_>, person: PersonIndex) -> Option<usize> {
    scene.mentions.people.person(person).and_then(|person| person.party())
}

/// Whether an article speaks of two sides.
fn is_bilateral(scene: &Scene<'_>) -> bool {
    let tokens = &scene.source.tokens;
    let two = tokens.iter().zip(tokens.iter().skip(1)).any(|(number, noun)| {
        (number.is("two") || number.is("both")) && PAIRS.iter().any(|word| noun.is(word))
    });
    let more = || tokens.iter().any(|token| MORE.iter().any(|word| token.is(word)));
    (two || tokens.iter().any(|token| token.is("bilateral"))) && !more()
}

/// Says that there are more than two.
const MORE: &[&str] = &["trilateral", "quadrilateral", "multilateral"];

/// What there are two of where two sides meet.
const PAIRS: &[&str] = &[
    "sides",
    "countries",
    "leaders",
    "parties",
    "nations",
    "states",
    "governments",
    "ministers",
    "presidents",
];

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

/// Adds weight to the parties that a sentence names, by themselves or by the people who stand for them.
fn named_in(scene: &Scene<'_>, sentence: &Sentence, weight: u32, weights: &mut Vec<(usize, u32)>) {
    let mut words = sentence.words.clone();
    let about = words.clone().find(|&at| scene.source.is_any(at, ABOUT));
    if sentence.part == Part::Headline {
        words.end = about.unwrap_or(words.end);
    }
    let mut named: Vec<usize> = Vec::new();
    for mention in scene.mentions.parties_within(&words) {
        named.push(mention.row);
    }
    for mention in scene.mentions.people_within(&words) {
        named.extend(party_of(scene, mention.person));
    }
    named.sort_unstable();
    named.dedup();
    for row in named {
        weigh(weights, Some(row), weight);
    }
}

fn weigh(weights: &mut Vec<(usize, u32)>, party: Option<usize>, weight: u32) {
    let Some(party) = party else { return };
    match weights.iter_mut().find(|(row, _)| *row == party) {
        Some((_, sum)) => *sum += weight,
        None => weights.push((party, weight)),
    }
}
