//! Subject: who does what a verb says. The actor right before it, over adverbs and what stands between
//! commas; or, after "and", the one that the verb shares with the verb before it.

use super::reader::Reader;
use crate::extract::clause::Opens;
use crate::extract::discourse::{ADVERBS, Form, Tags, Who, form};
use crate::extract::mention::told_at;
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
    /// Whether it stands before another verb, which it shares with this one.
    pub shared: bool,
}

/// How a speaker comes to say something: "went on to", "used the occasion to".
const TURNED: &[&str] =
    &["went", "used", "took", "seized", "continued", "hastened", "proceeded", "rushed", "chose"];

impl Reader<'_, '_> {
    /// The subject of the verb at this place, where it can be bound.
    pub fn subject(&self, verb: usize) -> Option<Subject> {
        let bounds = self.bounds(verb);
        if form(&self.lower(verb)) == Form::Participle && self.shape(verb) == Some(Shape::Lower) {
            return self.of_participle(verb, bounds.start);
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
        let timed = self.before_time(at, bounds.start).or_else(|| self.before_time(verb, bounds.start));
        if let Some(subject) = timed {
            return Some(subject);
        }
        let before = at.checked_sub(1).filter(|&before| before >= bounds.start)?;
        if let Some(subject) = self.before_phrase(at, bounds.start) {
            return Some(subject);
        }
        // "the government \"has decided to …\""
        if self.is_mark(before, '"') || self.is_mark(before, '“') {
            return self.actor_ending(before);
        }
        // "Norway's prime minister, Ola Berg, has promised"
        let named = self.is_mark(before, ',').then(|| self.actor_ending(before)).flatten();
        if let Some(subject) = named.filter(|found| (found.start..before).any(|at| self.is_mark(at, ','))) {
            return Some(subject);
        }
        if self.is_mark(before, ')') || self.is_mark(before, ',') || self.is_mark(before, '—') {
            let open = self.aside_begins(before, bounds.start);
            if let Some(subject) = open.and_then(|open| self.actor_ending(open)) {
                return Some(subject);
            }
        }
        if self.is(before, "to") {
            return self.of_infinitive(before);
        }
        let joiner =
            if self.joins(before) { Some(before) } else { self.before_circumstance(at, bounds.start) };
        let says = self.can_be(verb, Tags::SAY | Tags::COMMIT | Tags::AFFIRM);
        let helped = verb.checked_sub(1).is_some_and(|at| self.can_be(at, Tags::HAVE));
        let past = says && form(&self.lower(verb)) == Form::Past && !helped;
        let shared = joiner.and_then(|joiner| self.shared(joiner, bounds.start, says, past));
        shared.or_else(|| self.of_clause(verb))
    }

    /// The first actor before the verb of a clause that hangs on no preposition: "Lind, for his part, thanked the
    /// hosts and pledged".
    fn of_clause(&self, verb: usize) -> Option<Subject> {
        let (clause, group) = self.scene.clauses.verb_at(verb)?;
        let words = clause.subject.clone();
        let first = self.discourse.actors.partition_point(|actor| actor.words.start < words.start);
        let mut actors = self.discourse.actors.iter().enumerate().skip(first);
        let (actor, found) = actors.next().filter(|(_, actor)| actor.words.end <= words.end)?;
        let opens = found.words.start == words.start || self.opens_clause(found.words.start, words.start);
        let aside = self.is_mark(found.words.end, ',');
        let shared = words.end < group.words.start;
        (opens && aside).then_some(Subject { actor, start: found.words.start, shared })
    }

    fn joins(&self, at: usize) -> bool {
        self.can_be(at, Tags::JOINER) || self.is_mark(at, ',')
    }

    /// The "and" before a phrase that says when or how: "but under the terms of the deal will".
    fn before_circumstance(&self, end: usize, from: usize) -> Option<usize> {
        const LONGEST: usize = 8;
        const LED: [&str; 10] =
            ["under", "in", "on", "at", "after", "during", "within", "following", "despite", "by"];
        let clear = |at: &usize| {
            !matches!(self.shape(*at), Some(Shape::Mark(_))) && !self.can_be(*at, Tags::VERB | Tags::RELATIVE)
        };
        let mut words = (from.max(end.saturating_sub(LONGEST))..end).rev().take_while(clear);
        let preposition =
            words.find(|&at| self.is_any(at, &LED) && at > from && self.can_be(at - 1, Tags::JOINER))?;
        preposition.checked_sub(1)
    }

    /// The subject of "was able to reaffirm", "would like to reaffirm".
    fn of_infinitive(&self, to: usize) -> Option<Subject> {
        let link = self.before_adverbs(to).checked_sub(1)?;
        if self.is_any(link, &["like", "wish", "wishes", "want", "wants"]) {
            let modal = link.checked_sub(1).filter(|&at| self.can_be(at, Tags::MODAL));
            return self.subject(modal.unwrap_or(link));
        }
        // "went on to pledge", "used the visit to promise"
        let turned = self.scene.clauses.at(to + 1).filter(|clause| clause.opens == Opens::To);
        let turned = turned.and_then(|clause| self.scene.clauses.matrix(clause)?.verb.as_ref());
        if let Some(verb) = turned.filter(|verb| self.is_any(verb.verb, TURNED)) {
            return self.subject(verb.verb);
        }
        let able = self.is_any(link, &["able", "pleased", "proud", "glad", "happy", "honored", "honoured"]);
        let verb = self.before_adverbs(link).checked_sub(1).filter(|_| able)?;
        if self.can_be(verb, Tags::BE) { self.subject(verb) } else { None }
    }

    /// The subject of "agreeing": the one of "with the two agreeing" and "the two are agreeing", else that
    /// of the clause which it goes on with.
    fn of_participle(&self, verb: usize, from: usize) -> Option<Subject> {
        let end = self.before_adverbs(verb);
        let before = end.checked_sub(1).filter(|&before| before >= from)?;
        if let Some(actor) = self.discourse.actor_before(end) {
            let start = self.discourse.actors.get(actor)?.words.start;
            let absolute = start.checked_sub(1).is_some_and(|with| self.is(with, "with"));
            return absolute.then_some(Subject { actor, start, shared: false });
        }
        if self.can_be(before, Tags::BE) {
            return self.subject(before);
        }
        if let Some(subject) = self.of_document(verb, from) {
            return Some(subject);
        }
        let joins = self.can_be(before, Tags::JOINER) || self.is(before, "while");
        let comma = if joins { before.checked_sub(1)? } else { before };
        let goes_on = joins || self.is_mark(comma, ',');
        if goes_on { self.shared(before, from, true, false) } else { None }
    }

    /// "Norway and Chile signed a declaration on Monday agreeing to share it": what a document says is said by those
    /// who sign or issue it.
    fn of_document(&self, participle: usize, from: usize) -> Option<Subject> {
        const WITHIN: usize = 14;
        const ISSUES: [&str; 8] =
            ["signed", "inked", "issued", "released", "adopted", "endorsed", "published", "initialled"];
        let from = from.max(participle.saturating_sub(WITHIN));
        let verb = (from..participle).rev().find(|&at| self.is_any(at, &ISSUES))?;
        let clear = (verb..participle).all(|at| !matches!(self.shape(at), Some(Shape::Mark(_))));
        let document = (verb..participle).any(|at| {
            self.can_be(at, Tags::INSTRUMENT)
                || self.is_any(at, &["communique", "communiqué", "letter", "document", "resolution"])
        });
        if clear && document { self.subject(verb) } else { None }
    }

    /// Whether a verb is under "not": "has not agreed", "never promised".
    pub fn is_denied(&self, verb: usize) -> bool {
        let from = verb.saturating_sub(ADVERBS);
        let near = |at: &usize| self.can_be(*at, Tags::ADVERB | Tags::HAVE | Tags::BE | Tags::NEGATION);
        (from..verb).rev().take_while(near).any(|at| self.can_be(at, Tags::NEGATION))
    }

    /// The actor before a time: "Norway on March 12 agreed", "the ministers late on Tuesday agreed".
    fn before_time(&self, end: usize, from: usize) -> Option<Subject> {
        const LONGEST: usize = 5;
        let told = |at: usize| told_at(&self.scene.source, at).is_some_and(|told| told.words.end == end);
        let time = (from.max(end.saturating_sub(LONGEST))..end).find(|&at| told(at))?;
        let led = self.is_any(time.checked_sub(1)?, &["on", "in"]);
        let at = time - usize::from(led);
        let part = at.checked_sub(1).is_some_and(|at| self.is_any(at, &["late", "early", "earlier"]));
        self.actor_ending(at - usize::from(part)).or_else(|| self.actor_ending(at))
    }

    /// The actor before a phrase that says where or as what it acts: "Norway as chair", "we in Norway".
    fn before_phrase(&self, end: usize, from: usize) -> Option<Subject> {
        const LONGEST: usize = 5;
        let name = |at: usize| {
            self.shape(at).is_some_and(Shape::is_capital)
                || self.can_be(at, Tags::DETERMINER)
                || self.is_any(at, &["chair", "host", "of"])
        };
        let part =
            end.checked_sub(3).filter(|&at| self.is(at, "for") && self.is_any(end - 1, &["part", "turn"]));
        if let Some(subject) = part.and_then(|at| self.actor_ending(at)) {
            return Some(subject);
        }
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
        (!leans).then_some(Subject { actor, start, shared: false })
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

    /// The subject of the verb before "and": the nearest actor that opens a clause and has a verb. What
    /// speaks is not the "it" of "it is an honor".
    fn shared(&self, before: usize, from: usize, speaks: bool, past: bool) -> Option<Subject> {
        let known = self.discourse.actors.partition_point(|actor| actor.words.end <= before);
        let actors = self.discourse.actors.get(..known)?.iter().enumerate().rev();
        let mut inside = actors.take_while(|(_, actor)| actor.words.start >= from);
        let found = inside.find(|(_, actor)| {
            let is = actor.who == [Who::It] && self.can_be(actor.words.end, Tags::BE | Tags::MODAL);
            let source = &self.scene.source;
            let outside = source.is_quoted(actor.words.start) && !source.is_quoted(before);
            // "said the fund would be closed and promised": what will be goes on with no past.
            let ahead = past && self.can_be(self.discourse.past_adverbs(actor.words.end), Tags::MODAL);
            let passed = outside || ahead || speaks && is;
            let acts = self.has_verb(actor.words.end) || self.has_verb(self.past_names(actor.words.end));
            !passed && self.opens_clause(actor.words.start, from) && acts
        });
        found.map(|(actor, found)| Subject { actor, start: found.words.start, shared: true })
    }

    /// "The presidents of Norland and Sudland, Ana Torre and Jon Lind, met": where the names of those who are told by
    /// their offices end.
    fn past_names(&self, end: usize) -> usize {
        let named =
            self.is_mark(end, ',').then(|| self.scene.mentions.people_within(&(end + 1..end + ASIDE)));
        let mut past = end + 1;
        for mention in named.unwrap_or_default() {
            let joined = usize::from(self.is_mark(past, ',')) + past;
            let joined = joined + usize::from(self.is(joined, "and"));
            if mention.words.start != past && mention.words.start != joined {
                break;
            }
            past = mention.words.end;
        }
        if past > end + 1 && self.is_mark(past, ',') { past + 1 } else { end }
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
