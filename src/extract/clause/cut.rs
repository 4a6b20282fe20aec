//! Cut: where the clauses of a sentence begin and end, and which hangs on which.
//!
//! One walk over the words with the clauses that are open. A word such as "who", "after" or "that" opens
//! one, a comma closes what may be closed, and a second verb that acts opens the next: after "and" beside
//! the first, after "said" below it.

use std::ops::Range;

use super::lifted::lifted;
use super::tree::{Clause, Clauses, Opens};
use super::verb::{Form, Tense, VerbGroup, groups};
use crate::extract::segment::{Sentence, Source};
use crate::lexicon::{Cue, Shape};

/// The clauses of an article.
pub(super) fn cut(source: &Source<'_>) -> Clauses {
    let words = source.tokens.len();
    let mut clauses =
        Clauses { list: Vec::new(), of_word: vec![u32::MAX; words], lifted: vec![false; words] };
    for sentence in &source.sentences {
        let flags = lifted(source, sentence);
        let groups = groups(source, sentence, &flags);
        for (to, flag) in clauses.lifted.iter_mut().skip(sentence.words.start).zip(&flags) {
            *to = *flag;
        }
        Cutter { source, sentence, clauses: &mut clauses, open: Vec::new(), edge: sentence.words.start }
            .cut(groups);
    }
    clauses
}

struct Cutter<'c, 'a> {
    source: &'c Source<'a>,
    sentence: &'c Sentence,
    clauses: &'c mut Clauses,
    /// The clauses that are open, the innermost last, each with whether a comma closes it.
    open: Vec<(usize, bool)>,
    /// Where the words begin that no verb has claimed: after the last verb, comma, "and" or opener.
    edge: usize,
}

impl Cutter<'_, '_> {
    fn cut(mut self, groups: Vec<VerbGroup>) {
        let words = self.sentence.words.clone();
        self.push(words.start, Opens::Main, None, false);
        let mut groups = groups.into_iter().peekable();
        let mut quoted = self.source.is_quoted(words.start);
        let mut at = words.start;
        while at < words.end {
            if self.source.is_quoted(at) != quoted && !self.is_mark(at) {
                quoted = !quoted;
                self.turn_quotation(at, quoted);
            }
            let group = groups.next_if(|group| group.words.start == at);
            let end = group.as_ref().map_or(at + 1, |group| group.words.end);
            match group {
                Some(group) => self.verb(group),
                None if !self.clauses.is_lifted(at) => {
                    let verb_ahead = groups.peek().map(|group| group.words.start);
                    self.word(at, verb_ahead);
                }
                None => {}
            }
            self.claim(at..end);
            at = end;
        }
    }

    /// A word that is no verb may open or close a clause.
    fn word(&mut self, at: usize, verb_ahead: Option<usize>) {
        let source = self.source;
        match source.word(at).map(|word| word.word.shape) {
            Some(Shape::Mark(',')) => {
                self.close_at_comma();
                self.edge = at + 1;
            }
            Some(Shape::Mark(';' | ':' | '—' | '–')) if !self.is_range(at) => {
                self.open.truncate(1);
                self.push(at + 1, Opens::Main, None, false);
                self.edge = at + 1;
            }
            _ if source.is_cue(at, Cue::Relative) && at > self.sentence.words.start => {
                self.push(at, Opens::Relative, self.innermost(), self.after_comma(at));
                self.edge = at;
            }
            // "terms that would end the war"
            _ if source.is(at, "that") && verb_ahead == Some(at + 1) && self.follows_noun(at) => {
                self.push(at, Opens::Relative, self.innermost(), self.after_comma(at));
                self.edge = at;
            }
            // "Before that, she met": it means what was told.
            _ if source.is(at, "that")
                && at.checked_sub(1).is_some_and(|at| source.is_any(at, &["before", "after"])) => {}
            _ if source.is(at, "that") && self.opens_that(at, verb_ahead) => {
                self.open_that(at);
                self.edge = at + 1;
            }
            _ if source.is_cue(at, Cue::Subordinator) && self.subordinates(at, verb_ahead) => {
                let first = at == self.sentence.words.start;
                self.push(at, Opens::When, self.innermost(), first || self.after_comma(at));
                self.edge = at + 1;
            }
            _ if source.is_any(at, &["and", "but", "or", "while"]) => self.edge = at + 1,
            _ => {}
        }
    }

    /// Whether a mark stands between two numbers: "9 – 10 March", "15:00".
    fn is_range(&self, at: usize) -> bool {
        let number = |at: usize| self.source.word(at).is_some_and(|word| word.word.shape == Shape::Number);
        at.checked_sub(1).is_some_and(number) && number(at + 1)
    }

    /// A verb: that of the clause that waits for one, or of one that it opens.
    fn verb(&mut self, group: VerbGroup) {
        match group.form {
            Form::Finite => self.acts(group),
            Form::Infinitive => self.below(group, Opens::To),
            Form::Gerund => {
                let waits = self.top().is_some_and(|top| top.verb.is_none() && top.opens == Opens::When);
                if waits { self.give_gerund(group) } else { self.below(group, Opens::Participle) }
            }
            Form::Participle => self.below(group, Opens::Participle),
        }
    }

    /// A verb that acts.
    fn acts(&mut self, group: VerbGroup) {
        let start = group.words.start;
        let between = self.edge.min(start)..start;
        let joined = self.is_joined(start)
            && between.clone().all(|at| self.clauses.is_lifted(at) || self.is_adverb(at));
        // "the envoy who met him said": the inner clause is full, so the verb is that of an outer one.
        while let Some(top) = self.top().filter(|top| top.verb.is_some() && self.open.len() > 1) {
            let closes = match top.opens {
                Opens::To | Opens::Participle => true,
                Opens::Relative | Opens::When => !joined,
                Opens::Main | Opens::Beside | Opens::That | Opens::Quoted => false,
            };
            if !closes {
                break;
            }
            self.open.pop();
        }
        let Some(top) = self.top().cloned() else { return };
        let Some(verb) = top.verb.as_ref().filter(|verb| !self.is_reduced(verb)) else {
            return self.give(group);
        };
        // "trade grows, the minister, Anna Lind, said"
        let apposed = if joined && group.says { self.apposed(start) } else { None };
        let joined = joined && apposed.is_none();
        let subject = apposed.unwrap_or(between);
        // "concluded the meeting held in Rome", unlike "said the meeting failed"
        let takes_clause = verb.says && self.source.is_any(verb.verb, SAYS);
        if !joined
            && !takes_clause
            && verb.form == Form::Finite
            && self.is_reduced(&group)
            && !subject.is_empty()
        {
            let group = VerbGroup { form: Form::Participle, tense: Tense::None, ..group };
            return self.below(group, Opens::Participle);
        }
        if joined {
            let matrix = top.matrix;
            self.replace(start, matrix, top.subject.clone(), group);
        } else if verb.form != Form::Finite
            || self.is_joined(subject.start) && !self.reports(&group, subject.start)
        {
            self.replace(subject.start, top.matrix, subject, group);
        } else if group.says && self.source.is(subject.start.saturating_sub(1), ",") {
            // "trade grows, Lind said": what was said hangs on it.
            let said = self.open.last().map(|&(index, _)| index);
            self.replace(subject.start, None, subject, group);
            let report = self.innermost();
            if let Some(said) = said.and_then(|said| self.clauses.list.get_mut(said)) {
                said.matrix = report;
                said.opens = Opens::That;
            }
        } else {
            // "said they met"
            self.push(subject.start, Opens::That, self.innermost(), false);
            self.give_with(subject.clone(), group);
            self.reclaim(subject);
        }
    }

    /// The name and what follows it between commas before "said", where a clause stands before them.
    fn apposed(&self, said: usize) -> Option<Range<usize>> {
        const LONGEST: usize = 30;
        let comma = |at: &usize| self.source.is(*at, ",") && !self.clauses.is_lifted(*at);
        let close = said.checked_sub(1).filter(comma)?;
        let from = self.sentence.words.start.max(said.saturating_sub(LONGEST));
        let mut before = (from..close).rev();
        let inner = before.find(comma)?;
        let outer = before.find(comma)?;
        let sentence = self.clauses.list.iter().rev().take(NOUN_PHRASE);
        let verb = sentence.filter_map(|clause| clause.verb.as_ref()).any(|verb| verb.words.end > outer);
        let mut next = (said + 1..self.sentence.words.end).filter(|&at| !self.clauses.is_lifted(at));
        let inverted =
            next.next().and_then(|at| self.source.word(at)).is_some_and(|word| word.word.shape.is_capital());
        (!verb && !inverted && inner > outer + 1).then_some(outer + 1..said)
    }

    /// "the talks held in Rome focused": a second verb shows that the first did not act.
    fn is_reduced(&self, verb: &VerbGroup) -> bool {
        verb.words.len() == 1
            && verb.tense == Tense::Past
            && !verb.says
            && self.follows_noun(verb.words.start)
    }

    /// Whether a noun in lower case stands right before: no name, no pronoun, no adverb.
    fn follows_noun(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            let lower = self.source.word(before).is_some_and(|word| word.word.shape == Shape::Lower);
            let other = [Cue::Subject, Cue::Relative, Cue::Subordinator, Cue::Be, Cue::Have];
            lower
                && !self.is_adverb(before)
                && !self.source.is_any(before, &["and", "but", "or"])
                && !other.iter().any(|&cue| self.source.is_cue(before, cue))
        })
    }

    /// Whether a comma and a verb of saying make a report of what stands before, not an "and".
    fn reports(&self, group: &VerbGroup, subject: usize) -> bool {
        group.says && self.source.is(subject.saturating_sub(1), ",")
    }

    /// Closes what a comma closes.
    fn close_at_comma(&mut self) {
        while let Some(&(index, by_comma)) = self.open.last() {
            let Some(clause) = self.clauses.get(index) else { break };
            let closes = by_comma
                || matches!(clause.opens, Opens::To | Opens::Participle | Opens::Relative | Opens::When);
            if !closes || clause.verb.is_none() || self.open.len() < 2 {
                break;
            }
            self.open.pop();
        }
    }

    /// A quotation begins or ends at this word.
    fn turn_quotation(&mut self, at: usize, begins: bool) {
        if begins {
            self.push(at, Opens::Quoted, self.innermost(), false);
        } else {
            while let Some((index, _)) = self.open.pop() {
                if self.clauses.get(index).is_none_or(|clause| clause.opens == Opens::Quoted) {
                    break;
                }
            }
            if self.open.is_empty() {
                self.push(at, Opens::Main, None, false);
            }
        }
        self.edge = at;
    }

    /// "and that they met" stands beside the first "that".
    fn open_that(&mut self, at: usize) {
        let joined = self.is_joined(at);
        let that = |&(index, _): &(usize, bool)| {
            self.clauses.get(index).is_some_and(|clause| clause.opens == Opens::That)
        };
        if joined && let Some(first) = self.open.iter().rposition(that) {
            self.open.truncate(first.max(1));
        }
        self.push(at, Opens::That, self.innermost(), false);
    }

    /// Whether "that" opens a clause: a verb follows, and it is not "that plan".
    fn opens_that(&self, at: usize, verb_ahead: Option<usize>) -> bool {
        verb_ahead.is_some_and(|verb| verb < self.sentence.words.end) && at > self.sentence.words.start
    }

    /// Whether "after" opens a clause, not a noun: a verb follows before anything else parts them.
    fn subordinates(&self, at: usize, verb_ahead: Option<usize>) -> bool {
        let Some(verb) = verb_ahead else { return false };
        // "met Torre as well, and received Lind"
        if self.source.is(at, "as") && self.source.is(at + 1, "well") {
            return false;
        }
        // "Before that, she met Lind": a time, and no clause.
        let that = self.source.is_any(at, &["after", "before"])
            && self.source.is_any(at + 1, &["that", "this", "which"])
            && (self.source.is(at + 2, ",") || self.source.is_cue(at + 2, Cue::Subject));
        if that {
            return false;
        }
        let noun = self.source.is_cue(at, Cue::Preposition) || self.source.is_any(at, &["after", "before"]);
        let mut between = at + 1..verb;
        if verb == at + 1 || !noun {
            return true;
        }
        let subject = between.len() <= NOUN_PHRASE;
        // "After talks in Rome, Lind said"
        subject && !between.any(|at| self.is_mark(at) && !self.clauses.is_lifted(at))
    }

    /// Opens a clause.
    fn push(&mut self, at: usize, opens: Opens, matrix: Option<usize>, by_comma: bool) {
        let clause = Clause { words: at..at, opens, opener: at, verb: None, subject: at..at, matrix };
        self.open.push((self.clauses.list.len(), by_comma));
        self.clauses.list.push(clause);
    }

    /// Opens a clause with its verb beside the innermost.
    fn replace(&mut self, at: usize, matrix: Option<usize>, subject: Range<usize>, group: VerbGroup) {
        let (_, by_comma) = self.open.pop().unwrap_or_default();
        self.push(at, Opens::Beside, matrix, by_comma);
        let start = group.words.start;
        self.give_with(subject, group);
        self.reclaim(at..start);
    }

    /// Opens a clause without a subject of its own below the innermost.
    fn below(&mut self, group: VerbGroup, opens: Opens) {
        let subject = self.top().map_or(0..0, |top| top.subject.clone());
        let by_comma = self.after_comma(group.words.start);
        self.push(group.words.start, opens, self.innermost(), by_comma);
        let edge = group.words.end;
        self.give_with(subject, group);
        self.edge = edge;
    }

    /// Gives the innermost clause its verb; what stands before is its subject.
    fn give(&mut self, group: VerbGroup) {
        let Some(top) = self.top() else { return };
        let from = top.words.start.min(group.words.start);
        let subject = from..group.words.start;
        self.give_with(subject, group);
    }

    /// "after meeting the envoy": whoever acts in the clause outside.
    fn give_gerund(&mut self, group: VerbGroup) {
        let outer = self.top().and_then(|top| top.matrix).and_then(|outer| self.clauses.get(outer));
        let subject = outer.map_or(group.words.start..group.words.start, |outer| {
            if outer.verb.is_some() { outer.subject.clone() } else { outer.words.clone() }
        });
        self.give_with(subject, group);
    }

    fn give_with(&mut self, subject: Range<usize>, group: VerbGroup) {
        self.edge = group.words.end;
        let innermost = self.innermost();
        if let Some(top) = innermost.and_then(|index| self.clauses.list.get_mut(index)) {
            top.subject = subject;
            top.verb = Some(group);
        }
    }

    /// These words belong to the innermost clause.
    fn claim(&mut self, words: Range<usize>) {
        let Some(index) = self.innermost() else { return };
        // A verb that is missing at the end of the text has no word.
        let end = words.end.min(self.clauses.of_word.len());
        if let Some(of) = self.clauses.of_word.get_mut(words.start..end) {
            of.fill(u32::try_from(index).unwrap_or(u32::MAX));
        }
        if let Some(clause) = self.clauses.list.get_mut(index) {
            clause.words = clause.words.start.min(words.start)..clause.words.end.max(words.end);
        }
    }

    /// The words of a subject that the clause before had, where they follow its verb.
    fn reclaim(&mut self, words: Range<usize>) {
        let Some(index) = self.innermost() else { return };
        let opened = self.clauses.get(index).map_or(usize::MAX, |clause| clause.opener);
        let own = words.start.max(opened.min(words.end))..words.end;
        if own.len() <= NOUN_PHRASE {
            self.claim(own);
        }
    }

    fn innermost(&self) -> Option<usize> {
        self.open.last().map(|&(index, _)| index)
    }

    fn top(&self) -> Option<&Clause> {
        self.clauses.get(self.innermost()?)
    }

    fn is_mark(&self, at: usize) -> bool {
        self.source.word(at).is_some_and(|word| matches!(word.word.shape, Shape::Mark(_)))
    }

    fn after_comma(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.source.is(before, ","))
    }

    /// Whether "and" or a comma of a list stands right before.
    fn is_joined(&self, at: usize) -> bool {
        let mut before = (self.sentence.words.start..at).rev();
        let word = before.find(|&at| !self.clauses.is_lifted(at) && !self.is_adverb(at));
        word.is_some_and(|at| self.source.is_any(at, &["and", "but", "or", ",", "then"]))
    }

    fn is_adverb(&self, at: usize) -> bool {
        self.source.is_cue(at, Cue::Between) && !self.source.is_any(at, &["be", "have"])
            || self
                .source
                .word(at)
                .is_some_and(|word| word.word.shape == Shape::Lower && word.word.text.ends_with("ly"))
    }
}

/// Verbs that a clause follows without "that".
const SAYS: &[&str] = &["said", "says", "say", "saying", "told", "tells"];

/// A noun with all that belongs to it has at most so many words.
const NOUN_PHRASE: usize = 40;
