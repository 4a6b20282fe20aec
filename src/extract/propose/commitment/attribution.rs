//! Attribution: the mention of a speaker behind what was said: ", Lind said", ", according to the ministry".

use super::reader::Reader;
use crate::extract::clause::Form as VerbForm;
use crate::extract::discourse::{Meant, Tags};
use crate::lexicon::Shape;

/// How many words "the ministry's spokesperson said" may have.
pub(super) const NAMING: usize = 9;

/// What may stand between what was said and who said it.
pub(super) const ASIDES: &[&str] = &["however", "though", "meanwhile", "moreover", "therefore", "too"];

impl Reader<'_, '_> {
    /// Whether a word is the verb of a clause that tells who said something.
    fn reports(&self, at: usize) -> bool {
        let finite = || self.scene.clauses.verb_at(at).is_some_and(|(_, verb)| verb.form == VerbForm::Finite);
        self.is_any(at, &["said", "says", "say", "told", "quoted", "assured", "vowed", "guaranteed"])
            || self.can_be(at, Tags::SAY) && finite()
    }

    /// Whether the mention of a speaker follows: ", Lind said".
    pub fn is_attributed(&self, end: usize) -> bool {
        self.is_mark(end, ',') && self.is_attribution(end + 1, self.bounds(end).end)
    }

    /// Whether the speaker mentioned behind it speaks for no party: ", analysts said".
    pub fn is_said_outside(&self, end: usize) -> bool {
        self.is_attributed(end)
            && (end + 1..end + NAMING).any(|at| self.can_be(at, Tags::OUTSIDER))
            && !self.quotes_another(end + 1)
    }

    /// "a source quoted the minister as saying": the words are the minister's.
    fn quotes_another(&self, from: usize) -> bool {
        const NAME: usize = 12;
        let quoted =
            (from..from + NAMING).find(|&at| self.is_any(at, &["quoted", "quotes", "cited", "cites"]));
        quoted.is_some_and(|quoted| {
            let mut behind = quoted + 1..self.bounds(from).end.min(quoted + NAME);
            behind.any(|at| self.is(at, "as") && self.is_any(at + 1, &["saying", "telling"]))
        })
    }

    /// ", the ministry said on Friday"
    pub fn is_attribution(&self, at: usize, limit: usize) -> bool {
        // ", however, he said"
        let at = if self.is_mark(at + 1, ',') && self.is_any(at, ASIDES) { at + 2 } else { at };
        let words = at..limit.min(at + NAMING);
        let said = words.clone().find(|&word| self.reports(word));
        self.is_report_clause(at, limit)
            || self.is_long_naming(at, limit)
            || said.is_some_and(|said| {
                !(at..said).any(|word| {
                    self.is_mark(word, ',') || self.can_be(word, Tags::RELATIVE | Tags::JOINER | Tags::MODAL)
                })
            })
    }

    /// "the Norwegian head of the coast's fish and salt board said on Friday": a speaker in many words.
    fn is_long_naming(&self, at: usize, limit: usize) -> bool {
        const LONGEST: usize = 20;
        let words = at..limit.min(at + LONGEST);
        let said = words.clone().find(|&word| self.is_any(word, &["said", "says"]));
        let named = self.can_be(at, Tags::DETERMINER) || self.shape(at).is_some_and(Shape::is_capital);
        said.filter(|_| named).is_some_and(|said| {
            let last = said + 1 >= limit || self.can_be(said + 1, Tags::PREPOSITION | Tags::ADVERB);
            let parts = Tags::RELATIVE | Tags::MODAL | Tags::BE | Tags::OPEN | Tags::ASIDE;
            let whole = !(at..said).any(|word| {
                self.is_mark(word, ',')
                    || self.can_be(word, parts)
                    || self.scene.clauses.verb_at(word).is_some_and(|(_, verb)| verb.form == VerbForm::Finite)
            });
            last && whole
        })
    }

    /// Whether the subject of a report begins here: ", the envoy of Norway, Kari Holm, said".
    fn is_report_clause(&self, at: usize, limit: usize) -> bool {
        const SUBJECT: usize = 24;
        let mut verbs = (at + 1..limit.min(at + SUBJECT)).filter_map(|word| self.scene.clauses.verb_at(word));
        let finite = verbs.find(|(_, verb)| verb.form == VerbForm::Finite);
        finite.is_some_and(|(clause, verb)| {
            // "the Norwegian head of the coast's oldest watchdog said on Monday"
            let bare = self.is_any(verb.verb, &["said", "says"])
                && (verb.words.end >= limit
                    || self.can_be(verb.words.end, Tags::PREPOSITION | Tags::ADVERB)
                    || self.is_mark(verb.words.end, ','));
            let whole = clause.subject == (at..verb.words.start);
            verb.says && whole && (bare || self.discourse.actor_from(at).is_some())
        })
    }

    /// Who said what ends here.
    pub fn attributed_to(&self, end: usize) -> Option<&Meant> {
        if !self.is_mark(end, ',') {
            return None;
        }
        if self.is(end + 1, "according") && self.is(end + 2, "to") {
            return self.meant(self.discourse.actor_from(end + 3)?);
        }
        let said = (end + 1..end + NAMING).find(|&at| self.can_be(at, Tags::SAY) || self.reports(at))?;
        let before = self.discourse.actor_before(self.before_adverbs(said));
        let actor = before.or_else(|| self.discourse.actor_from(said + 1))?;
        let near = self.discourse.actors.get(actor)?.words.start > end;
        self.meant(actor).filter(|_| near && self.is_attribution(end + 1, self.bounds(end).end))
    }
}
