//! Rules: what proposes values, and what they propose.
//!
//! A rule looks at a [`Scene`] and names candidates, each with the words that it saw and its working.
//! The rules of a field stand in one list (`propose/`), the surest first. Each carries examples: texts
//! in which it must find something (`hits`) and texts in which it must not (`misses`). One test runs
//! them all; they are also the rule's explanation for whoever changes it.

use std::cell::OnceCell;

use indexmap::IndexSet;

use crate::lexicon::Lexicon;
use crate::model::{Article, RuleName, Span};

use super::clause::Clauses;
use super::discourse::Discourse;
use super::mention::{Mentions, PersonIndex};
use super::refine::{self, Opening};
use super::segment::Source;

/// An article cut up, with everything that is named in it.
pub(super) struct Scene<'a> {
    /// The article, cut up.
    pub source: Source<'a>,
    /// Its clauses.
    pub clauses: Clauses,
    /// Parties, people, places and days.
    pub mentions: Mentions,
    /// What the opening tells of relations between parties.
    pub opening: Opening,
    /// Who is bound and who speaks, read by the first rule for commitments that asks.
    pub discourse: OnceCell<Discourse>,
    /// The words for the main contact in the headline and in the text, as places in the list of contacts,
    /// asked by most rules.
    pub main_contact: OnceCell<[Option<usize>; 2]>,
    /// Whether the main contact is a meeting of many, asked by several rules.
    pub gathering: OnceCell<bool>,
    /// Who took part in the main contact, the surest first, asked by the rules for others and for the sides.
    pub present: OnceCell<IndexSet<PersonIndex>>,
    /// The clauses that report contacts beside the main one, once these were found.
    pub beside: OnceCell<Vec<Span>>,
}

/// One way of finding a value.
pub(super) struct Rule<V> {
    /// Its name in evidence: lower case with underscores.
    pub name: &'static str,
    /// What it does, in words that a diplomat follows: "A weekday in a report of the past is the
    /// latest such day on or before the dateline's."
    pub says: &'static str,
    /// Texts in which it finds something, each with the candidate as it prints. The texts are read
    /// as articles published on Sunday 18 October 2020.
    #[cfg_attr(not(test), expect(dead_code, reason = "the examples are for readers and for the test"))]
    pub hits: &'static [(&'static str, &'static str)],
    /// Texts in which it must find nothing.
    #[cfg_attr(not(test), expect(dead_code, reason = "the examples are for readers and for the test"))]
    pub misses: &'static [&'static str],
    /// Finds candidates, the best first.
    pub propose: fn(&Scene<'_>) -> Vec<Candidate<V>>,
}

/// A value that a rule proposes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Candidate<V> {
    /// The value.
    pub value: V,
    /// The words that it was read from.
    pub span: Span,
    /// The working in words: "Friday before Sunday 18 October 2020 is 16 October 2020".
    pub working: String,
}

impl<'a> Scene<'a> {
    /// Reads an article.
    pub fn new(article: &'a Article, lexicon: &'a Lexicon) -> Self {
        let source = Source::new(article, lexicon);
        let clauses = Clauses::of(&source);
        let mut mentions = Mentions::of(&source, &clauses);
        refine::sides(&source, &mut mentions);
        refine::tell(&source, &clauses, &mut mentions);
        let opening = Opening::of(&source, &mentions);
        Self {
            source,
            clauses,
            mentions,
            opening,
            discourse: OnceCell::new(),
            main_contact: OnceCell::new(),
            gathering: OnceCell::new(),
            present: OnceCell::new(),
            beside: OnceCell::new(),
        }
    }
}

impl<V> Rule<V> {
    /// The name that evidence carries.
    pub fn rule_name(&self) -> RuleName {
        RuleName::new(self.name)
    }
}

/// The candidates of the first rule in the list that has any, with that rule.
pub(super) fn first_of<V>(
    rules: &'static [Rule<V>],
    scene: &Scene<'_>,
) -> Option<(&'static Rule<V>, Vec<Candidate<V>>)> {
    rules.iter().map(|rule| (rule, (rule.propose)(scene))).find(|(_, candidates)| !candidates.is_empty())
}

/// The candidates of every rule in the list, each with its rule.
pub(super) fn all_of<V>(
    rules: &'static [Rule<V>],
    scene: &Scene<'_>,
) -> impl Iterator<Item = (&'static Rule<V>, Candidate<V>)> {
    rules.iter().flat_map(|rule| (rule.propose)(scene).into_iter().map(move |candidate| (rule, candidate)))
}

#[cfg(test)]
pub(super) mod tests {
    use std::fmt::Display;

    use super::*;
    use crate::extract::tests::article;
    use crate::lexicon::Lexicon;

    /// Checks every rule of a list against its own hits and misses.
    pub fn check<V: Display>(rules: &'static [Rule<V>]) {
        let lexicon = Lexicon::built_in();
        let printed = |rule: &Rule<V>, text: &str| -> Vec<String> {
            let article = article(text);
            let scene = Scene::new(&article, &lexicon);
            (rule.propose)(&scene).iter().map(|candidate| candidate.value.to_string()).collect()
        };
        let mut wrong = Vec::new();
        for rule in rules {
            if rule.hits.len() < 3 || rule.misses.len() < 2 {
                wrong.push(format!("{}: wants three hits and two misses at least", rule.name));
            }
            for (text, expected) in rule.hits {
                let found = printed(rule, text);
                if !found.iter().any(|value| value == expected) {
                    wrong.push(format!("{}: \"{text}\" should give {expected}, gives {found:?}", rule.name));
                }
            }
            for text in rule.misses {
                let found = printed(rule, text);
                if !found.is_empty() {
                    wrong.push(format!("{}: \"{text}\" should give nothing, gives {found:?}", rule.name));
                }
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }
}
