//! What a clause does to the standing of a contact within it, by how it hangs on the rest of its sentence: "who met",
//! "where she met", "after meeting", "recalled that they met".

use super::standing::{Standing, Surroundings};
use crate::extract::clause::{Clause, Form, Opens, Tense};
use crate::lexicon::{Cue, Shape};

impl Surroundings<'_, '_> {
    /// What a clause does to a contact within it.
    pub(super) fn of_clause(self, clause: &Clause) -> Standing {
        let opener = clause.opener;
        match clause.opens {
            // "is on a visit to Norland, where she met": where one was, one met.
            Opens::Relative if self.source.is(opener, "where") || self.is_on_journey(opener) => {
                Standing::Setting
            }
            // "Lind, who met Borg on Monday, said": news of the day, unlike "who met Borg".
            Opens::Relative if self.tells_day(clause) => Standing::Setting,
            // "Lind, who also met Borg, said": another contact of the same journey.
            Opens::Relative if self.tells_another(clause) => Standing::Setting,
            Opens::Relative => Standing::Aside,
            Opens::When
                if self.source.is(opener, "when") && (self.speaks_there(opener) || self.then(clause)) =>
            {
                Standing::Setting
            }
            // "filed a protest, days after it had summoned the envoy": another thing, at another time.
            Opens::When if self.is_counted(opener) => Standing::Aside,
            Opens::When if self.source.is_any(opener, &["after", "as", "while", "once"]) => {
                Standing::Reported
            }
            Opens::When if clause.verb.as_ref().is_some_and(|verb| verb.form == Form::Gerund) => {
                Standing::Reported
            }
            Opens::When => Standing::Aside,
            Opens::That => {
                let matrix = self.clauses.matrix(clause).and_then(|matrix| matrix.verb.as_ref());
                let recalled = matrix.is_some_and(|verb| self.source.is_cue(verb.verb, Cue::Recall));
                if recalled { Standing::Aside } else { Standing::Reported }
            }
            Opens::Main | Opens::Beside | Opens::To | Opens::Participle | Opens::Quoted => Standing::Reported,
        }
    }

    /// "a visit to Norland, during which she met"
    fn is_on_journey(self, opener: usize) -> bool {
        const BEFORE: usize = 8;
        const JOURNEYS: &[&str] = &["visit", "trip", "stay", "tour", "stop", "stopover"];
        let during = opener.checked_sub(usize::from(self.source.is(opener, "which")));
        let during = during.filter(|&at| self.source.is(at, "during") && self.source.is(at + 1, "which"));
        during.is_some_and(|at| self.source.before(at, BEFORE).any(|at| self.source.is_any(at, JOURNEYS)))
    }

    /// Whether a clause tells what was done on a day, and not what had been before.
    fn tells_day(self, clause: &Clause) -> bool {
        let past = clause.verb.as_ref().is_some_and(|verb| verb.tense == Tense::Past);
        let mut words = clause.words.clone();
        let former = words.clone().any(|at| {
            let lower = |at: usize| self.source.word(at).is_some_and(|word| word.word.shape == Shape::Lower);
            // "who met Borg in 2019", not "in downtown Oslo"
            let there = self.source.is(at, "in") && lower(at + 1) && !lower(at + 2);
            self.source.is_any(at, &["last", "earlier", "previously", "ago", "in"])
                && !self.clauses.is_lifted(at)
                && !there
                && self.source.word(at + 1).is_some_and(|word| word.word.shape != Shape::Capital)
        });
        past && !former && words.any(|at| self.clauses.is_lifted(at) && !self.source.is(at, "("))
    }

    /// Whether a clause tells what was done beside something else: "who also met", "who later called on", "who had his
    /// own meeting with".
    fn tells_another(self, clause: &Clause) -> bool {
        const ANOTHER: [&str; 6] = ["also", "later", "separately", "afterwards", "own", "then"];
        let past = clause.verb.as_ref().is_some_and(|verb| verb.tense == Tense::Past);
        past && clause.words.clone().any(|at| self.source.is_any(at, &ANOTHER))
    }

    /// "became the first to set foot there when he met Kim": both were done at one time, and not long ago.
    fn then(self, clause: &Clause) -> bool {
        let past = |clause: &Clause| clause.verb.as_ref().is_some_and(|verb| verb.tense == Tense::Past);
        let former = clause
            .words
            .clone()
            .any(|at| self.source.is_any(at, &["last", "earlier", "ago", "year", "years"]));
        let finite = |outer: &&Clause| outer.verb.as_ref().is_some_and(|verb| verb.form == Form::Finite);
        past(clause) && self.clauses.matrices(clause).find(finite).is_some_and(past) && !former
    }

    /// "He was speaking when he held talks with", "She said this when the envoy called on her": the contact
    /// is where the words of the report were said.
    fn speaks_there(self, when: usize) -> bool {
        const SAYS: [&str; 8] =
            ["speaking", "spoke", "this", "known", "remarks", "remark", "assurance", "disclosure"];
        (self.sentence.words.start..when).any(|at| self.source.is_any(at, &SAYS))
    }
}
