//! Reach: where an undertaking ends. It takes in everything that hangs on its verb, verbs joined by
//! "and" too, up to a new subject with a verb of its own, a new report ("and welcomed"), the speaker's
//! mention ("Lind said") or the end of the sentence or quotation.

use super::attribution::{ASIDES, NAMING};
use super::reader::Reader;
use crate::extract::discourse::{Form, Tags, form};
use crate::extract::mention::Standing;
use crate::lexicon::Shape;

impl Reader<'_, '_> {
    /// The word after the last of an undertaking whose verb stands here.
    pub fn reach(&self, verb: usize) -> usize {
        let limit = self.bounds(verb).end;
        let quoted = self.scene.source.is_quoted(verb) && !self.in_borrowed_words(verb);
        // "will, Holm added, clear"
        let mut at =
            if self.can_be(verb, Tags::MODAL) { self.past_quote_or_aside(verb + 1) } else { verb + 1 };
        while at < limit && !self.ends_at(verb, at, limit, quoted) {
            at += 1;
        }
        self.without_tail(verb, at)
    }

    /// Whether the quotation that a verb stands in begins within the clause: they "undertake to open it".
    fn in_borrowed_words(&self, verb: usize) -> bool {
        let from = self.bounds(verb).start;
        let open =
            (from..verb).rev().find(|&at| matches!(self.shape(at), Some(Shape::Mark('"' | '“' | '«'))));
        let before = open.and_then(|open| open.checked_sub(1)).filter(|&before| before >= from);
        before.is_some_and(|before| {
            !matches!(self.shape(before), Some(Shape::Mark(_)))
                && !self.can_be(before, Tags::SAY)
                && !self.is(before, "that")
        })
    }

    fn ends_at(&self, verb: usize, at: usize, limit: usize, quoted: bool) -> bool {
        match self.shape(at) {
            // "on Feb. 27", "by Sept. 30 at the latest": a month's point ends nothing.
            Some(Shape::Mark('.')) => at + 1 >= limit || !matches!(self.shape(at + 1), Some(Shape::Number)),
            Some(Shape::Mark('!' | '?' | '…')) => true,
            Some(Shape::Mark('"' | '”' | '»')) => quoted,
            Some(Shape::Mark(';')) => self.begins_anew(verb, at + 1, limit, true),
            Some(Shape::Mark(',')) => self.begins_anew(verb, at + 1, limit, false),
            Some(Shape::Mark('—' | '–' | '-')) => self.begins_anew(verb, at + 1, limit, false),
            _ if self.is_any(at, &["while", "whereas", "although"]) => {
                form(&self.lower(at + 1)) != Form::Participle
            }
            _ if self.is(at, "because") => true,
            _ if self.is(at, "since") => self.is_clause(at + 1, true),
            _ if self.is(at, "so") => self.is_clause(at + 1, true) || self.is_any(at + 1, &["let", "that"]),
            _ if self.is_accompanying(at) || self.is_where_agreed(verb, at) => true,
            _ => self.can_be(at, Tags::JOINER) && self.begins_anew(verb, at, limit, false),
        }
    }

    /// "agreed to share it during talks between Lind and Borg": on what occasion it was agreed, which is told with
    /// the names of those who met.
    fn is_where_agreed(&self, verb: usize, at: usize) -> bool {
        const NEAR: usize = 5;
        const NAMED: usize = 12;
        if !self.is_any(at, &["at", "in", "during", "after", "following"]) || at == verb + 1 {
            return false;
        }
        let (source, mentions) = (&self.scene.source, &self.scene.mentions);
        let limit = self.bounds(verb).end;
        let met = mentions.contacts_within(&(at + 1..limit.min(at + 1 + NEAR)));
        let Some(met) = met.first().filter(|met| met.sort.is_noun() && met.standing <= Standing::Known)
        else {
            return false;
        };
        let plain = (at + 1..met.words.start).all(|word| {
            source.word(word).is_some_and(|token| {
                matches!(token.word.shape, Shape::Lower | Shape::Possessive | Shape::Number)
            })
        });
        let with =
            (met.words.end..met.words.end + 2).any(|word| self.is_any(word, &["between", "with", "of"]));
        let next =
            (at..met.words.end).any(|word| self.is_any(word, &["next", "upcoming", "planned", "future"]));
        let who = mentions.people_within(&(met.words.end..limit.min(met.words.end + NAMED)));
        plain && with && !next && who.iter().any(|person| person.name.is_some())
    }

    /// Whether what begins here is no longer part of the undertaking.
    fn begins_anew(&self, verb: usize, from: usize, limit: usize, after_stop: bool) -> bool {
        let joined = self.can_be(from, Tags::JOINER);
        let at = from + usize::from(joined);
        if at >= limit {
            return true;
        }
        self.is_report(at, joined)
            || joined && (self.is_other_past(verb, at) || self.is(at, "there"))
            || !joined && (self.is_past_relative(at, limit) || self.is_background(at, limit))
            || self.is_clause(at, joined || after_stop)
            || !joined && self.is_attribution(at, limit)
            || joined && self.is(at, "that") && !self.holds_that(verb, at)
            || joined && self.is_other_state(at)
    }

    /// Whether an earlier "that" belongs to the undertaking itself: "will ensure that … and that …".
    fn holds_that(&self, verb: usize, at: usize) -> bool {
        (verb + 1..at.saturating_sub(1)).any(|word| self.is(word, "that"))
    }

    /// "and welcomed", ", adding that"
    fn is_report(&self, at: usize, joined: bool) -> bool {
        let at = self.discourse.past_adverbs(at);
        let verb = self.lower(at);
        if self.can_be(at, Tags::REPORT) || self.is(at, "according") {
            return true;
        }
        let reports = Tags::SAY | Tags::POSITION | Tags::REQUEST | Tags::HOPE | Tags::COMMIT;
        if !self.can_be(at, reports) || self.shape(at) != Some(Shape::Lower) {
            return false;
        }
        let next = at + 1;
        let object = self.can_be(next, Tags::DETERMINER | Tags::PREPOSITION | Tags::RELATIVE)
            || self.discourse.actor_from(next).is_some();
        match form(&verb) {
            Form::Past if self.can_be(at, Tags::ADJECTIVE) => joined && object,
            Form::Past => true,
            Form::Present => self.is(next, "that"),
            Form::Base | Form::Participle => false,
        }
    }

    /// "and also discussed the harbour" after "agreed to meet": past beside what lies ahead.
    fn is_other_past(&self, verb: usize, at: usize) -> bool {
        let at = self.discourse.past_adverbs(at);
        let next = at + 1;
        let object = self.can_be(next, Tags::DETERMINER)
            || self.is(next, "that")
            || matches!(self.shape(next), Some(Shape::Mark('"' | '“')))
            || self.discourse.actor_from(next).is_some()
            || self.is_verb_phrase(at);
        // "will have signed and ratified the treaty", "the tariffs imposed and raised by"
        let done = (verb + 1..at).any(|word| self.is_any(word, &["have", "be", "been", "having", "being"]));
        // "agreed to lower tolls and cut the fleet"
        let either = self.is_any(at, &["put", "set", "cut", "shut", "read"]);
        let lower = self.shape(at) == Some(Shape::Lower) && !either;
        lower && object && !done && form(&self.lower(at)) == Form::Past
    }

    /// Whether the table has a verb of several words here: "called on".
    fn is_verb_phrase(&self, at: usize) -> bool {
        const LONGEST: usize = 3;
        let found = self.scene.source.phrase(self.scene.source.lexicon.verbs(), at..at + LONGEST);
        found.is_some_and(|(length, _)| length > 1)
    }

    /// ", which the ministry later confirmed": what had come of it is no part of it.
    fn is_past_relative(&self, at: usize, limit: usize) -> bool {
        if !self.can_be(at, Tags::RELATIVE) || self.is(at, "that") {
            return false;
        }
        let verb = (at + 1..limit.min(at + NAMING))
            .find(|&word| self.can_be(word, Tags::VERB) || form(&self.lower(word)) == Form::Past);
        let past =
            |word: usize| form(&self.lower(word)) == Form::Past || self.is_any(word, &["was", "were", "had"]);
        verb.is_some_and(past)
    }

    /// An actor with a verb; after "and", any subject with "will" or "is".
    fn is_clause(&self, at: usize, joined: bool) -> bool {
        if let Some(actor) = self.discourse.actor_from(at).and_then(|found| self.discourse.actors.get(found))
        {
            return self.has_verb(actor.words.end);
        }
        if !joined || !self.can_be(at, Tags::DETERMINER) && !self.shape(at).is_some_and(Shape::is_capital) {
            return false;
        }
        let verb = (at + 1..at + NAMING).find(|&word| {
            let stops = Tags::VERB | Tags::RELATIVE | Tags::JOINER | Tags::OPEN;
            // "a part of which will"
            let of_which = self.can_be(word, Tags::RELATIVE) && self.is(word - 1, "of");
            self.can_be(word, stops) && !of_which || matches!(self.shape(word), Some(Shape::Mark(_)))
        });
        verb.is_some_and(|word| self.can_be(word, Tags::MODAL | Tags::BE | Tags::HAVE | Tags::OUGHT))
    }

    /// "and is a partner", "and has supported": a state, not the next part of the undertaking.
    fn is_other_state(&self, at: usize) -> bool {
        let state = self.can_be(at, Tags::BE | Tags::HAVE) && !self.is_any(at, &["be", "have", "do"]);
        state
            && !(at..at + 4)
                .any(|word| self.is_any(word, &["ready", "willing", "prepared", "committed", "determined"]))
    }

    /// The end without marks and joining words that nothing follows.
    fn without_tail(&self, verb: usize, end: usize) -> usize {
        let mut end = end;
        while end > verb + 1 {
            let loose =
                matches!(self.shape(end - 1), Some(Shape::Mark(',' | ';' | ':' | '—' | '–' | '-' | '“')))
                    || self.can_be(end - 1, Tags::JOINER)
                    || self.is_any(end - 1, ASIDES) && self.is_mark(end - 2, ',');
            if !loose {
                break;
            }
            end -= 1;
        }
        end
    }
}
