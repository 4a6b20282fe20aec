//! What a word of a sentence can be: a verb in its bare form, a participle, a verb of a table; and the words
//! that may stand between a helper and its verb.

use super::verb::Reader;
use crate::lexicon::{ContactWord, Cue, Shape, VerbClass};

/// At most so many words stand between a helper and its verb.
const BETWEEN: usize = 5;

impl Reader<'_, '_> {
    /// Whether a table has the word as a verb of contact.
    pub fn meets(&self, at: usize) -> bool {
        let contacts = self.source.phrase(self.source.lexicon.contacts(), at..self.sentence.words.end);
        contacts.is_some_and(|(_, sorts)| sorts.iter().any(|sort| !sort.is_noun()))
    }

    /// Whether a table has the word as a verb.
    pub fn is_verb(&self, at: usize) -> bool {
        use VerbClass::*;
        let verbs = self.source.phrase(self.source.lexicon.verbs(), at..at + 1);
        verbs.is_some_and(|(_, senses)| {
            senses.iter().any(|sense| {
                matches!(
                    sense.class,
                    Meet | MeetInPerson | MeetCall | MeetVideo | MeetLetter | MeetAttend | Say
                ) || matches!(sense.class, Commit | Legal | Intend | Hedge | Request | Hope | Position)
            })
        })
    }

    pub fn shape(&self, at: usize) -> Option<Shape> {
        self.source.word(at).map(|word| word.word.shape)
    }

    /// Whether a word can be a verb in its bare form.
    pub fn is_base(&self, at: usize) -> bool {
        let cue = [Cue::Determiner, Cue::Preposition, Cue::Subject, Cue::Modal, Cue::Past, Cue::Relative];
        let known = cue.iter().any(|&cue| self.is(at, cue));
        let shape = self.source.word(at).map(|word| word.word.shape);
        let both =
            self.source.is_any(at, &["put", "set", "cut", "let", "read", "cost", "become", "come", "run"]);
        let capital = shape.is_some_and(Shape::is_capital) && (self.is_verb(at) || self.meets(at));
        let lower = shape == Some(Shape::Lower) || self.can_be_verb(at) && capital;
        let bare = self.is(at, Cue::Base);
        // "hosted the minister to lunch"
        let contact = self.source.phrase(self.source.lexicon.contacts(), at..at + 1);
        let meal = contact.is_some_and(|(_, sorts)| sorts.iter().all(|sort| *sort == ContactWord::Meeting));
        let adjective = ["ing", "ed", "ly", "al", "ive", "ous", "ary", "ian", "ern", "ment", "tion", "ity"];
        lower
            && at < self.sentence.words.end
            && (!known || both)
            && !meal
            && (bare || !adjective.iter().any(|ending| self.ends(at, ending)))
    }

    pub fn is_participle(&self, at: usize) -> bool {
        (self.is(at, Cue::Participle) || self.ends(at, "ed")) && self.can_be_verb(at)
    }

    /// The next word that is no adverb, no "not" and no day, and whether a "not" stood before it.
    pub fn skip(&self, from: usize) -> (usize, bool) {
        let mut at = from;
        let mut negated = false;
        while at < self.sentence.words.end.min(from + BETWEEN + 12) {
            let not = self.source.is_any(at, &["not", "never"]);
            let adverb = self.ends(at, "ly") && !self.source.is(at, "rely");
            let between = self.is(at, Cue::Between) && !self.source.is_any(at, &["be", "have"]);
            let time = self.time(at);
            if !not && !adverb && !between && !self.is_lifted(at) && time == 0 {
                break;
            }
            negated |= not;
            at += time.max(1);
        }
        (at, negated)
    }

    /// How many words of a time begin here: "will next week visit", "will later this month receive".
    fn time(&self, at: usize) -> usize {
        const WHICH: [&str; 3] = ["next", "this", "that"];
        const TIMES: [&str; 8] =
            ["week", "month", "year", "weekend", "morning", "afternoon", "evening", "summer"];
        let from = at + usize::from(self.source.is_any(at, &["later", "early", "earlier", "late"]));
        if self.source.is_any(from, &WHICH) && self.source.is_any(from + 1, &TIMES) {
            return from + 2 - at;
        }
        usize::from(self.source.is_any(at, &["tomorrow", "tonight"]))
    }

    /// The word before this one, without adverbs and what is lifted out.
    pub fn previous(&self, at: usize) -> Option<usize> {
        let from = self.sentence.words.start.max(at.saturating_sub(BETWEEN + 12));
        (from..at).rev().find(|&at| {
            let adverb = self.ends(at, "ly")
                && self.source.word(at).is_some_and(|word| word.word.shape == Shape::Lower);
            let between = self.is(at, Cue::Between) && !self.source.is_any(at, &["be", "have"]);
            !adverb && !between && !self.is_lifted(at)
        })
    }
}
