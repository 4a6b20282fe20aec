//! Choices: what else the words could mean, for a reviewer to pick from where the engine's first
//! choice is wrong. The rules that were not asked are asked now, and words for a day tell all the
//! days that they could name.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Display;

use super::Why;
use super::propose::day::{self, Days};
use super::propose::place::{self, Spot};
use super::rule::{Candidate, Rule, Scene, all_of};
use crate::model::{Party, PartyCode, Span};

/// A value that could be proposed, and how it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<V> {
    /// The value.
    pub value: V,
    /// The words, the rule and the working.
    pub why: Why,
}

/// A person whom the article names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPerson {
    /// The longest form of the name, without honorifics.
    pub name: String,
    /// The office as printed.
    pub title: Option<String>,
    /// Whom the person stands for, as far as the text tells.
    pub party: Option<Party>,
    /// The words that introduce the person.
    pub span: Span,
}

/// No more than a reviewer takes in at a glance, the proposed one among them.
const MOST: usize = 5;

/// The days that the meeting could have been on, each once, the proposed one first. The other meanings
/// of its words come before other days.
pub(super) fn days(scene: &Scene<'_>) -> Vec<Choice<Days>> {
    let mut found = Vec::new();
    for (rule, candidate) in all_of(day::RULES, scene) {
        let others = day::other_readings(scene, &candidate);
        found.extend([candidate].into_iter().chain(others).map(|candidate| choice(rule, candidate)));
    }
    each_once(found, Days::same_days)
}

/// The places that the meeting could have been at, each once, the proposed one first.
pub(super) fn places(scene: &Scene<'_>) -> Vec<Choice<Spot>> {
    let found = all_of(place::RULES, scene).map(|(rule, candidate)| choice(rule, candidate));
    each_once(found.collect(), Spot::same_spot)
}

/// The people whom the article names, in order of first mention, whether they took part or not. A
/// title or a form of address must tell that a name is a person's.
pub(super) fn people(scene: &Scene<'_>) -> Vec<NamedPerson> {
    let people = scene.mentions.people.persons.iter();
    let people = people.filter(|person| !person.name.is_empty() && person.addressed);
    let named = people.filter_map(|person| {
        let party = person.party().and_then(|row| scene.source.party(row));
        Some(NamedPerson {
            name: person.name.clone(),
            title: person.title.clone(),
            party: party.map(|row| row.party.clone()),
            span: scene.source.span(&person.introduced)?,
        })
    });
    named.collect()
}

/// The parties that the article names, the most often named first.
pub(super) fn parties(scene: &Scene<'_>) -> Vec<PartyCode> {
    let mut times: BTreeMap<usize, usize> = BTreeMap::new();
    scene.mentions.parties.iter().for_each(|mention| *times.entry(mention.row).or_default() += 1);
    let mut rows: Vec<(usize, usize)> = times.into_iter().collect();
    rows.sort_by_key(|(row, times)| (Reverse(*times), *row));
    let parties = rows.iter().filter_map(|(row, _)| scene.source.party(*row));
    parties.map(|row| row.party.code.clone()).collect()
}

fn choice<V: Display>(rule: &Rule<V>, Candidate { value, span, working }: Candidate<V>) -> Choice<V> {
    Choice { value, why: Why { span, rule: rule.rule_name(), working } }
}

fn each_once<V>(found: Vec<Choice<V>>, same: impl Fn(&V, &V) -> bool) -> Vec<Choice<V>> {
    let mut choices: Vec<Choice<V>> = Vec::new();
    for choice in found {
        if choices.len() < MOST && !choices.iter().any(|known| same(&known.value, &choice.value)) {
            choices.push(choice);
        }
    }
    choices
}
