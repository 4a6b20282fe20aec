//! Background: what a sentence adds to an undertaking that is no part of it. ", as he wrapped up his visit",
//! ", following talks in Oslo", ", which was closed in 2012", ", a move that angered Chile".

use super::reader::Reader;
use crate::extract::clause::{Opens, Tense};
use crate::extract::discourse::{Form, Tags, form};
use crate::lexicon::Shape;

/// Words that begin an aside on the occasion.
const OCCASION: &[&str] = &["following", "after", "amid", "despite", "during", "ahead", "before", "when"];

/// How many words may name what a clause is about: "the first country in the region to".
const NAMED: usize = 6;

impl Reader<'_, '_> {
    /// Whether a clause begins here that tells when or beside what something was said: "as the two met".
    pub fn is_accompanying(&self, at: usize) -> bool {
        let comma = at.checked_sub(1).is_some_and(|before| self.is_mark(before, ','));
        let tense = self.tense_from(at, Opens::When);
        match () {
            () if self.is(at, "as") => {
                let long = at.checked_sub(2).is_some_and(|first| self.is(first, "as"));
                let manner =
                    long || self.is_any(at + 1, &["long", "soon", "far", "well", "much", "many", "agreed"]);
                !manner && (tense.is_some_and(is_past) || comma && tense == Some(Tense::Present))
            }
            () if self.is(at, "when") => tense == Some(Tense::Past),
            () => false,
        }
    }

    /// Whether an aside begins here, after a comma, that goes to the end of the sentence.
    pub fn is_background(&self, at: usize, limit: usize) -> bool {
        let is = self.is_occasion(at)
            || self.is_relative_fact(at)
            || self.is_comment(at)
            || self.is_reduced_fact(at);
        is && self.is_last(at, limit)
    }

    /// ", following talks in Oslo", ", after the two met"
    fn is_occasion(&self, at: usize) -> bool {
        const NEAR: usize = 8;
        let contact = || !self.scene.mentions.contacts_within(&(at + 1..at + NEAR)).is_empty();
        let past = || self.tense_from(at, Opens::When).is_some_and(is_past);
        self.is_any(at, OCCASION) && (past() || !self.is(at, "when") && contact())
    }

    /// ", which was closed in 2012": a fact, and not what "will" be.
    fn is_relative_fact(&self, at: usize) -> bool {
        let told = |tense| is_past(tense) || tense == Tense::Present;
        self.can_be(at, Tags::RELATIVE)
            && !self.is(at, "that")
            && self.tense_from(at, Opens::Relative).is_some_and(told)
    }

    /// ", imposed after a row last year", ", closed since 2019": what came of it before.
    fn is_reduced_fact(&self, at: usize) -> bool {
        const TIMES: &[&str] = &["after", "since", "amid", "following", "when", "last", "during"];
        let lower = self.shape(at) == Some(Shape::Lower);
        let past = form(&self.lower(at)) == Form::Past && !self.can_be(at, Tags::SAY | Tags::REPORT);
        let year = self.is(at + 1, "in") && self.shape(at + 2) == Some(Shape::Number);
        lower && past && (self.is_any(at + 1, TIMES) || year)
    }

    /// ", a move that angered Chile"
    fn is_comment(&self, at: usize) -> bool {
        let mut words = at + 1..at + 1 + NAMED;
        let relative = words.find(|&word| {
            self.can_be(word, Tags::RELATIVE) || matches!(self.shape(word), Some(Shape::Mark(_)))
        });
        let fact = |at: usize| self.tense_from(at, Opens::Relative).is_some_and(is_past);
        self.is_any(at, &["a", "an"]) && relative.is_some_and(fact)
    }

    /// The tense of the verb of the clause that this word opens in such a way.
    pub fn tense_from(&self, at: usize, opens: Opens) -> Option<Tense> {
        let clause = self.scene.clauses.at(at)?;
        let opened = clause.opens == opens && clause.opener == at;
        clause.verb.as_ref().filter(|_| opened).map(|verb| verb.tense)
    }

    /// Whether what begins here goes to the end of the undertaking, and is not a pair of commas' aside.
    fn is_last(&self, at: usize, limit: usize) -> bool {
        let close = (at..limit).find(|&word| self.is_mark(word, ','));
        close.is_none_or(|close| {
            // "agreed to A, which is small, and to B" goes on.
            let goes_on = self.can_be(close + 1, Tags::JOINER) && self.is(close + 2, "to");
            self.can_be(close + 1, Tags::JOINER | Tags::ASIDE) && !goes_on
                || self.is_attribution(close + 1, limit)
        })
    }
}

/// Whether a tense tells of what was.
pub(super) fn is_past(tense: Tense) -> bool {
    matches!(tense, Tense::Past | Tense::Perfect | Tense::Earlier)
}
