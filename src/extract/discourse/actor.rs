//! Actors: the words that can be the subject of an undertaking. "China", "the Kyrgyz side", "Minister
//! Torebaev", "the two sides", "we", "France and Italy". What they have in common is that somebody is
//! bound; "the agreement" and "Chinese companies" are no actors.

use std::ops::Range;

use super::form::{Form, form};
use crate::extract::mention::{Mentions, PersonIndex};
use crate::extract::segment::Source;
use crate::lexicon::{Shape, Tags};

/// Words that can be bound by an undertaking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Actor {
    /// All of them, articles included.
    pub words: Range<usize>,
    /// Whom they name, each in turn: "France and Italy" is two.
    pub who: Vec<Who>,
}

/// How an actor is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Who {
    /// By a party's name, as a place in the lexicon.
    Party(usize),
    /// By name or title.
    Person(PersonIndex),
    /// "he", "she".
    He,
    /// "it".
    It,
    /// "they".
    They,
    /// "we".
    We,
    /// "I".
    I,
    /// "our country", "the Government": the party that speaks or is spoken of.
    Own,
    /// "his government", "her country's navy": the party of the person spoken of.
    His,
    /// "the Secretariat", "the Commission": what acts for an organization.
    Organ,
    /// "the two sides", "both leaders": so many of the parties together; 0 for all.
    Sides(usize),
}

/// Reads actors.
pub(in crate::extract) struct Actors<'s, 'a> {
    pub source: &'s Source<'a>,
    pub mentions: &'s Mentions,
    pub tags: &'s [Tags],
}

/// How many actors a row may have. What is longer is a list of another kind.
const ROW: usize = 40;

/// Whether a pronoun after "and" is the subject of a new clause: "support for Norland, and we will".
fn begins_clause(row: &[Who], next: &[Who]) -> bool {
    let pronoun = |who: &Who| matches!(who, Who::He | Who::It | Who::They | Who::We | Who::I);
    next.iter().any(pronoun) && !row.iter().any(pronoun)
}

impl Actors<'_, '_> {
    /// Every actor of an article, in order, without overlaps.
    pub fn all(&self) -> Vec<Actor> {
        let mut actors = Vec::new();
        for sentence in &self.source.sentences {
            let sent_by_all = sentence.words.clone().any(|at| self.end_of_all(at).is_some());
            let mut at = sentence.words.start;
            while at < sentence.words.end {
                let may_begin = sent_by_all || self.may_begin(at);
                debug_assert!(may_begin || self.group(at, sentence.words.end).is_none());
                match may_begin.then(|| self.group(at, sentence.words.end)).flatten() {
                    Some(actor) => {
                        at = actor.words.end.max(at + 1);
                        actors.push(actor);
                    }
                    None => at += 1,
                }
            }
        }
        actors
    }

    /// One actor, or several in a row that "and" joins.
    fn group(&self, start: usize, limit: usize) -> Option<Actor> {
        let (mut end, mut who) = self.one(start, limit)?;
        // Members after commas count only once an "and" closes the row.
        let (mut open_end, mut open) = (end, Vec::new());
        while who.len() + open.len() < ROW {
            let comma = self.is_mark(open_end, ',');
            let next = open_end + usize::from(comma);
            let and = self.source.is(next, "and");
            if next >= limit || !(comma || and) {
                break;
            }
            let begins = next + usize::from(and);
            let member = self.one(begins, limit).filter(|(_, members)| !begins_clause(&who, members));
            match member.filter(|(to, _)| !(and && self.acts_alone(start, *to))) {
                Some((to, members)) => {
                    open_end = to;
                    open.extend(members);
                }
                // "the Secretary and his team"
                None if and => match self.company(begins) {
                    Some(to) => open_end = to,
                    None => break,
                },
                None => break,
            }
            if and {
                end = open_end;
                who.append(&mut open);
            }
        }
        Some(Actor { words: start..end, who })
    }

    /// Whether what "and" joins has a verb for itself, as in "ships from Spain and Minister Lind agreed":
    /// what follows a preposition is no subject.
    fn acts_alone(&self, start: usize, end: usize) -> bool {
        let Some(before) = start.checked_sub(1) else { return false };
        let led = self.tag(before).any(Tags::PREPOSITION)
            && !self.source.is_any(before, &["by", "of", "between", "among", "before", "after"]);
        let verb = (end..end + 2).find(|&at| !self.tag(at).any(Tags::ADVERB));
        let acts = |at: usize| {
            let form = self.source.word(at).map(|token| form(token.word.text));
            form != Some(Form::Participle) && (self.tag(at).any(Tags::VERB) || form == Some(Form::Past))
        };
        led && verb.is_some_and(acts)
    }

    /// Where "his team", "its partners" ends.
    fn company(&self, at: usize) -> Option<usize> {
        let owner = self.source.is_any(at, &["his", "her", "its", "their"]);
        let rest = (at + 1)..(at + 4);
        let noun = rest.into_iter().find(|&word| self.tag(word).any(Tags::COMPANY));
        noun.filter(|_| owner).map(|word| word + 1)
    }

    /// Whether this mark stands here.
    #[inline]
    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.shape(at) == Some(Shape::Mark(mark))
    }

    /// How a word is written.
    #[inline]
    pub(super) fn shape(&self, at: usize) -> Option<Shape> {
        self.source.word(at).map(|token| token.word.shape)
    }

    /// What a word can be.
    #[inline]
    pub(super) fn tag(&self, at: usize) -> Tags {
        self.tags.get(at).copied().unwrap_or_default()
    }
}
