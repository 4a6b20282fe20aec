//! Obligation: how firmly an undertaking binds. The weakest verb of its chain decides, and a condition
//! makes any of them hedged.

use std::ops::Range;

use super::found::Found;
use super::frame::Frame;
use super::reader::Reader;
use crate::extract::discourse::Tags;
use crate::lexicon::{Shape, VerbClass};
use crate::model::Obligation;

/// Phrases that promise an attempt only: the words after "do", "give", "make", "take".
const EFFORTS: &[&[&str]] = &[
    &["do", "all"],
    &["do", "everything"],
    &["do", "its", "best"],
    &["do", "their", "best"],
    &["do", "our", "best"],
    &["do", "its", "utmost"],
    &["do", "their", "utmost"],
    &["do", "our", "utmost"],
    &["give", "close", "consideration"],
    &["give", "consideration"],
    &["take", "into", "consideration"],
    &["make", "every", "effort"],
    &["see", "if"],
    &["spare", "no"],
];

/// Words of the table's conditions that set a time or a way rather than a condition.
const NO_CONDITIONS: &[&[&str]] = &[
    &["until"],
    &["otherwise"],
    &["reciprocally"],
    &["even"],
    &["given"],
    &["without"],
    &["as", "soon", "as", "possible"],
    &["in", "return", ","],
];

impl Reader<'_, '_> {
    /// How firmly an undertaking binds.
    pub fn obligation(&self, found: &Found, conditional: bool) -> Obligation {
        if conditional || self.is_attempt(found) {
            return Obligation::Hedged;
        }
        let firm = match found.frame {
            Frame::Promised(_) if found.firmness == Obligation::Plain => Obligation::Explicit,
            _ => found.firmness,
        };
        match firm {
            Obligation::Explicit if self.adds_will(found) => Obligation::Plain,
            Obligation::Plain if self.by_instrument(&found.words) => Obligation::Legal,
            firm => firm,
        }
    }

    /// Whether a verb of the chain only promises to try, or a second one is weaker ("and is willing to").
    fn is_attempt(&self, found: &Found) -> bool {
        (found.verb + 1..found.words.end).any(|at| {
            let ready =
                self.is_any(at, &["ready", "willing", "prepared"]) && self.is_any(at + 1, &["to", "for"]);
            ready
                || self.is_in_chain(found.verb, at) && (self.can_be(at, Tags::ATTEMPT) || self.is_effort(at))
        })
    }

    /// Whether a verb is one of those undertaken, and not one of their purpose: right after "will" or
    /// "agreed to", or joined to such a verb.
    fn is_in_chain(&self, verb: usize, at: usize) -> bool {
        let first = self.before_adverbs(at).saturating_sub(1);
        let before =
            if self.is(first, "to") && first > verb { self.before_adverbs(first) - 1 } else { first };
        before == verb || self.is_mark(before, ',') || self.can_be(before, Tags::JOINER | Tags::MODAL)
    }

    /// "remains committed to A and will do B": the chain goes on with "will".
    fn adds_will(&self, found: &Found) -> bool {
        (found.verb + 1..found.words.end).any(|at| {
            let before = self.before_adverbs(at);
            self.is_any(at, &["will", "shall"]) && before > 0 && self.can_be(before - 1, Tags::JOINER)
        })
    }

    fn is_effort(&self, at: usize) -> bool {
        self.is_any_of(at, EFFORTS)
    }

    /// Whether one of these phrases begins here.
    fn is_any_of(&self, at: usize, phrases: &[&[&str]]) -> bool {
        phrases.iter().any(|phrase| phrase.iter().enumerate().all(|(i, word)| self.is(at + i, word)))
    }

    /// Whether the sentence names the signed instrument that binds: "Under the treaty, …".
    fn by_instrument(&self, words: &Range<usize>) -> bool {
        self.bounds(words.start).any(|at| {
            let phrase = self.scene.source.phrase(self.scene.source.lexicon.verbs(), at..at + 5);
            phrase.is_some_and(|(length, senses)| {
                length > 1
                    && self.is_any(at, &["under", "pursuant"])
                    && senses.iter().any(|s| s.class == VerbClass::Legal)
            })
        })
    }

    /// The condition that an undertaking depends on, in the text's words: within it, or before it in
    /// the same sentence.
    pub fn condition(&self, words: &Range<usize>) -> Option<String> {
        let sentence = self.bounds(words.start);
        let opens = self.is_condition(sentence.start).then_some(sentence.start);
        let start = words.clone().find(|&at| self.is_condition(at)).or(opens)?;
        let mut end = start + 1;
        let limit = if start < words.start { words.start } else { words.end };
        while end < limit && !self.is_mark(end, ',') {
            end += 1;
        }
        Some(self.scene.source.text(&(start..end)).to_owned())
    }

    fn is_condition(&self, at: usize) -> bool {
        if self.is_any_of(at, NO_CONDITIONS) {
            return false;
        }
        let phrase = self.scene.source.phrase(self.scene.source.lexicon.verbs(), at..at + 6);
        let Some((length, senses)) = phrase else { return false };
        // "goods subject to the tariff" describes the goods.
        let describes = self.is(at, "subject") && self.shape(at.saturating_sub(1)) == Some(Shape::Lower);
        let participle = length == 1 && self.is_any(at, &["provided", "providing", "barring"]);
        !describes && !participle && senses.iter().any(|sense| sense.class == VerbClass::Condition)
    }
}
