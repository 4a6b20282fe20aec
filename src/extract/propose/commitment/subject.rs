//! Subject: who does what a verb says. The actor right before it, over adverbs and what stands between
//! commas; or, after "and", the one that the verb shares with the verb before it.

use super::reader::Reader;
use crate::extract::discourse::Tags;
use crate::lexicon::Shape;

/// How many words a parenthesis between subject and verb may have.
const ASIDE: usize = 30;

/// The subject of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    /// Its place among the discourse's actors.
    pub actor: usize,
    /// Its first word.
    pub start: usize,
}

impl Reader<'_, '_> {
    /// The subject of the verb at this place, where it can be bound.
    pub fn subject(&self, verb: usize) -> Option<Subject> {
        let bounds = self.bounds(verb);
        // "we'll" is a subject and its verb in one.
        if let Some(actor) = self.discourse.actor_from(verb) {
            return Some(Subject { actor, start: verb });
        }
        let mut at = verb;
        // "both" is an adverb in "we both agreed" and the subject in "both agreed".
        loop {
            if let Some(subject) = self.actor_ending(at) {
                return Some(subject);
            }
            let skips = at > bounds.start && self.can_be(at - 1, Tags::ADVERB | Tags::HAVE);
            if !skips || self.can_be(at - 1, Tags::SAY) {
                break;
            }
            at -= 1;
        }
        let before = at.checked_sub(1).filter(|&before| before >= bounds.start)?;
        if let Some(subject) = self.before_phrase(at, bounds.start) {
            return Some(subject);
        }
        // "the government \"has decided to …\""
        if self.is_mark(before, '"') || self.is_mark(before, '“') {
            return self.actor_ending(before);
        }
        if self.is_mark(before, ')') || self.is_mark(before, ',') || self.is_mark(before, '—') {
            let open = self.aside_begins(before, bounds.start);
            if let Some(subject) = open.and_then(|open| self.actor_ending(open)) {
                return Some(subject);
            }
        }
        let shares = self.can_be(before, Tags::JOINER) || self.is_mark(before, ',');
        if shares { self.shared(before, bounds.start) } else { None }
    }

    /// The actor before a phrase that says where or as what it acts: "Norway as chair", "we in Norway".
    fn before_phrase(&self, end: usize, from: usize) -> Option<Subject> {
        const LONGEST: usize = 5;
        let name = |at: usize| {
            self.shape(at).is_some_and(Shape::is_capital)
                || self.can_be(at, Tags::DETERMINER)
                || self.is_any(at, &["chair", "host", "of"])
        };
        let from = from.max(end.saturating_sub(LONGEST));
        let link = (from..end).rev().find(|&at| !name(at))?;
        let phrase = link + 1 < end && self.is_any(link, &["in", "as", "at", "to"]);
        if phrase { self.actor_ending(link) } else { None }
    }

    /// The actor that ends at this word, unless it only belongs to another noun ("companies from China").
    fn actor_ending(&self, at: usize) -> Option<Subject> {
        let actor = self.discourse.actor_before(at)?;
        let start = self.discourse.actors.get(actor)?.words.start;
        let leans = start.checked_sub(1).is_some_and(|before| {
            self.can_be(before, Tags::PREPOSITION) && !self.is_any(before, &["before", "after"])
                || self.shape(before) == Some(Shape::Possessive)
        });
        (!leans).then_some(Subject { actor, start })
    }

    /// Where the parenthesis that ends at this mark begins.
    fn aside_begins(&self, close: usize, from: usize) -> Option<usize> {
        let open = if self.is_mark(close, ')') {
            '('
        } else if self.is_mark(close, '—') {
            '—'
        } else {
            ','
        };
        (from.max(close.saturating_sub(ASIDE))..close).rev().find(|&at| self.is_mark(at, open))
    }

    /// The subject of the verb before "and": the nearest actor that opens a clause and has a verb.
    pub fn shared(&self, before: usize, from: usize) -> Option<Subject> {
        let known = self.discourse.actors.partition_point(|actor| actor.words.end <= before);
        let actors = self.discourse.actors.get(..known)?.iter().enumerate().rev();
        let mut inside = actors.take_while(|(_, actor)| actor.words.start >= from);
        let found = inside
            .find(|(_, actor)| self.opens_clause(actor.words.start, from) && self.has_verb(actor.words.end));
        found.map(|(actor, found)| Subject { actor, start: found.words.start })
    }

    /// Whether a clause can begin at this word.
    pub fn opens_clause(&self, start: usize, from: usize) -> bool {
        let Some(before) = start.checked_sub(1).filter(|&before| before >= from) else { return true };
        let role = Tags::JOINER | Tags::RELATIVE | Tags::OPEN | Tags::ASIDE | Tags::SAY;
        matches!(self.shape(before), Some(Shape::Mark(_))) || self.can_be(before, role)
    }

    /// Whether a verb follows, over adverbs.
    pub fn has_verb(&self, end: usize) -> bool {
        self.discourse.has_verb(&self.scene.source, end)
    }
}
