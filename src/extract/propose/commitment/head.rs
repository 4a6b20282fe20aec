//! Head: a word that undertakes, and what the table of verbs says may follow it. "agreed", "ready",
//! "commitment". What does follow it is its complement: "agreed, in principle, to open an office",
//! "promised Chile to open one", "committed two million euros". Whatever only says when, where, before
//! whom or to whom is passed over on the way.

use super::reader::Reader;
use crate::extract::discourse::Tags;
use crate::extract::mention::told_at;
use crate::lexicon::{Shape, Takes, VerbClass};
use crate::model::Obligation;

/// A word that undertakes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    /// Its place.
    pub at: usize,
    /// The word after its last: "signed up" is two.
    pub end: usize,
    /// What it is.
    pub class: VerbClass,
    /// What may follow it.
    pub takes: Takes,
    /// How firmly it binds.
    pub firmness: Obligation,
}

/// How many words a head has at most: "gave his word".
const WORDS: usize = 3;

/// How many circumstances may stand between a word and its complement.
const CIRCUMSTANCES: usize = 3;

/// How many words a circumstance between marks may have.
const ASIDE: usize = 14;

/// How many words an object or a circumstance without marks may have.
const PHRASE: usize = 8;

/// What makes an undertaking one of one's own: "committed itself to".
pub(super) const SELVES: &[&str] = &["itself", "themselves", "ourselves", "himself", "herself", "myself"];

impl Reader<'_, '_> {
    /// The word at this place as one of these classes, where it may undertake something.
    pub fn head(&self, at: usize, classes: &[VerbClass]) -> Option<Head> {
        (1..=WORDS).rev().find_map(|words| {
            let verbs = self.scene.source.lexicon.verbs();
            let (length, senses) = self.scene.source.phrase(verbs, at..at + words)?;
            let mut senses = senses.iter().filter(|sense| !sense.takes.is_nothing());
            let sense = senses.find(|sense| classes.contains(&sense.class))?;
            let firmness = sense.obligation.unwrap_or(Obligation::Plain);
            Some(Head { at, end: at + length, class: sense.class, takes: sense.takes, firmness })
        })
    }

    /// The last of the words that undertake: the "to" of "agreed to", or the word itself where its
    /// object says what is undertaken. None where what follows is no undertaking.
    pub fn complement(&self, head: Head) -> Option<usize> {
        let limit = self.bounds(head.at).end;
        let own = self.is_any(head.end, SELVES);
        let mut takes = head.takes;
        if own && takes.any(Takes::SELF_TO | Takes::TO | Takes::OBJECT_TO) {
            takes = takes | Takes::TO;
        }
        // "its \"firm commitment\" to", not "his \"plan\" for", which somebody else would call otherwise.
        let quoted = self.marks_few_words(head.end)
            && head.at.checked_sub(1).is_some_and(|before| self.shape(before) == Some(Shape::Lower));
        let mut at = head.end + usize::from(own || quoted);
        for _ in 0..=CIRCUMSTANCES {
            at = self.discourse.past_adverbs(at);
            if at >= limit {
                return None;
            }
            if let Some(last) = self.linked(head, takes, at).or_else(|| self.given(head, takes, at)) {
                return Some(last);
            }
            at = self.past_circumstance(takes, at, limit)?;
        }
        None
    }

    /// "to", "for", "that", "on": the word that ties what is undertaken to its head.
    fn linked(&self, head: Head, takes: Takes, at: usize) -> Option<usize> {
        if self.is(at, "to") {
            return (takes.any(Takes::TO) && self.goes_on(at + 1)).then_some(at);
        }
        if self.is(at, "not") && self.is(at + 1, "to") {
            return takes.any(Takes::TO).then_some(at + 1);
        }
        if self.is(at, "for") {
            let whose = || self.object_then_to(at + 1).filter(|_| takes.any(Takes::TO) && !head.is_noun());
            return if takes.any(Takes::FOR) { Some(at) } else { whose() };
        }
        if self.is(at, "of") {
            return takes.any(Takes::OF).then_some(at);
        }
        if self.is(at, "that") {
            return (takes.any(Takes::THAT) && self.that_will(at)).then_some(at);
        }
        let on = takes.any(Takes::ON) && self.is_any(at, &["on", "upon"]);
        (on && (head.class == VerbClass::Adjective || self.names_act(at + 1))).then_some(at)
    }

    /// Whether something follows: not in "the rules they have agreed to.", nor in a line cut off at "to the".
    fn goes_on(&self, at: usize) -> bool {
        let limit = self.bounds(at).end;
        let at = at + usize::from(self.can_be(at, Tags::DETERMINER));
        if self.is_any(at, &["nothing", "disagree", "differ"]) {
            return false;
        }
        let quote = matches!(self.shape(at), Some(Shape::Mark('"' | '“' | '‘' | '$' | '€' | '£')));
        at < limit && (quote || !matches!(self.shape(at), Some(Shape::Mark(_)) | None))
    }

    /// The head itself where its object is what is undertaken, or the "to" behind an object that is bound.
    fn given(&self, head: Head, takes: Takes, at: usize) -> Option<usize> {
        let act = || takes.any(Takes::ACT) && self.can_be(at, Tags::DETERMINER) && self.names_act(at);
        let amount = || takes.any(Takes::AMOUNT) && self.is_amount_of_help(at);
        let help = || takes.any(Takes::HELP) && self.names_help(at);
        let of = || takes.any(Takes::OF) && !head.is_noun() && self.names_object_of(at);
        let object = || takes.any(Takes::OBJECT) && self.is_gift(at);
        if act() || amount() || help() || of() {
            return Some(head.at);
        }
        let bound = takes.any(Takes::OBJECT_TO) || takes.any(Takes::OWN_TO) && self.is_own_body(head.at, at);
        let to = if bound { self.object_then_to(at) } else { None };
        to.or_else(|| object().then_some(head.at))
    }

    /// The place after words that only say when, where, how, before whom or to whom.
    fn past_circumstance(&self, takes: Takes, at: usize, limit: usize) -> Option<usize> {
        match self.shape(at)? {
            Shape::Mark('"' | '“') => return Some(at + 1),
            Shape::Mark(',') => {
                return self.aside_ends(at, ',', limit).or_else(|| self.row_ends(at, limit));
            }
            Shape::Mark('(') => return self.aside_ends(at, ')', limit),
            _ => {}
        }
        let told = |at: usize| told_at(&self.scene.source, at).map(|told| told.words.end);
        if self.can_be(at, Tags::PREPOSITION) {
            let actor = self.actor_end(at + 1);
            return actor.or_else(|| told(at + 1)).or_else(|| self.setting_end(at + 1, limit));
        }
        let addressed = Takes::OBJECT | Takes::OBJECT_TO | Takes::HELP | Takes::OF | Takes::TO;
        let pronoun = self.is_any(at, &["him", "her", "them", "us", "me", "you"]);
        let addressee = if pronoun { Some(at + 1) } else { self.actor_end(at) };
        told(at).or(addressee.filter(|_| takes.any(addressed)))
    }

    /// The "to" behind further words in a row: "ready, willing and able to".
    fn row_ends(&self, from: usize, limit: usize) -> Option<usize> {
        const ROW: usize = 7;
        let mut words = from..limit.min(from + ROW);
        let end = words.find(|&at| {
            let word = matches!(self.shape(at), Some(Shape::Lower | Shape::Mark(',')));
            !word || self.can_be(at, Tags::PREPOSITION | Tags::VERB | Tags::RELATIVE | Tags::DETERMINER)
        })?;
        let joined = (from..end).any(|at| self.can_be(at, Tags::JOINER));
        (joined && self.is(end, "to")).then_some(end)
    }

    /// The place after an aside between marks that holds no clause of its own.
    pub fn aside_ends(&self, open: usize, close: char, limit: usize) -> Option<usize> {
        let clause = Tags::MODAL | Tags::BE | Tags::HAVE | Tags::SAY | Tags::COMMIT | Tags::RELATIVE;
        let mut words = open + 1..limit.min(open + ASIDE);
        let end = words.find(|&at| self.is_mark(at, close) || self.can_be(at, clause))?;
        self.is_mark(end, close).then_some(end + 1)
    }

    /// The end of the actor that begins here.
    fn actor_end(&self, at: usize) -> Option<usize> {
        self.discourse.actors.get(self.discourse.actor_from(at)?).map(|actor| actor.words.end)
    }

    /// The end of a phrase that names a meeting, a place or a manner: "the talks", "Oslo", "principle".
    fn setting_end(&self, at: usize, limit: usize) -> Option<usize> {
        if self.is_any(at, &["principle", "turn", "response", "return", "advance", "addition", "public"]) {
            return Some(at + 1);
        }
        let stops = Tags::PREPOSITION | Tags::JOINER | Tags::RELATIVE | Tags::MODAL | Tags::BE | Tags::HAVE;
        let ends = |&at: &usize| self.can_be(at, stops) || matches!(self.shape(at), Some(Shape::Mark(_)));
        let end = (at..limit.min(at + PHRASE)).find(ends)?;
        let last = end.checked_sub(1).filter(|&last| last >= at)?;
        let named = self.shape(last).is_some_and(Shape::is_capital);
        (named || self.is_meeting(last)).then_some(end)
    }

    /// Whether a word is a noun for a contact: "talks".
    fn is_meeting(&self, at: usize) -> bool {
        let found = self.scene.source.phrase(self.scene.source.lexicon.verbs(), at..at + 1);
        found.is_some_and(|(_, senses)| senses.iter().any(|sense| sense.class == VerbClass::NounMeet))
    }

    /// The "to" behind an object: "their countries to", "the concerned ministries to".
    fn object_then_to(&self, at: usize) -> Option<usize> {
        let stops = Tags::VERB | Tags::RELATIVE | Tags::OPEN;
        let mut words = at..self.bounds(at).end.min(at + PHRASE);
        let stop = words.find(|&word| {
            self.is(word, "to")
                || self.can_be(word, stops) && !self.can_be(word, Tags::ADJECTIVE)
                || matches!(self.shape(word), Some(Shape::Mark(_)))
        })?;
        (stop > at && self.is(stop, "to")).then_some(stop)
    }
}

impl Head {
    /// Whether it is a noun.
    fn is_noun(self) -> bool {
        use VerbClass::{NounExplicit, NounHedged, NounPlain, Purpose};
        matches!(self.class, NounExplicit | NounHedged | NounPlain | Purpose)
    }
}
