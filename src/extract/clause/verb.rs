//! Verb groups: a verb with its helpers ("will also be received", "has not met"), and what they tell.
//!
//! English does not mark its verbs. A group is known by its helper; a verb without one by its ending and
//! its place: "met" after a name acts, "the talks held in Rome" has none that does.

use std::ops::Range;

use crate::extract::segment::{Part, Sentence, Source};
use crate::lexicon::{Cue, PartyForm, Shape, VerbClass};

/// A verb with its helpers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) struct VerbGroup {
    /// From the first helper to the verb.
    pub words: Range<usize>,
    /// The verb itself.
    pub verb: usize,
    /// Whether it can stand as the verb of a clause of its own.
    pub form: Form,
    /// When it is, and whether at all.
    pub tense: Tense,
    /// "was received".
    pub passive: bool,
    /// "did not meet".
    pub negated: bool,
    /// Whether it reports words: "said".
    pub says: bool,
}

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Form {
    /// "met", "will meet": it makes a clause.
    Finite,
    /// "to meet".
    Infinitive,
    /// "meeting".
    Gerund,
    /// "held in Rome", "accompanied by": it says something of the noun before it.
    Participle,
}

/// When something is, and whether at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Tense {
    /// "met".
    Past,
    /// "meets", "is meeting".
    Present,
    /// "has met".
    Perfect,
    /// "had met": before what else is told.
    Earlier,
    /// "will meet", "is to meet".
    Ahead,
    /// "may meet", "would meet".
    Possible,
    /// It has none: "to meet", "meeting".
    None,
}

/// The verb groups of a sentence in order.
pub(super) fn groups(source: &Source<'_>, sentence: &Sentence, lifted: &[bool]) -> Vec<VerbGroup> {
    let reader = Reader { source, sentence, lifted };
    let mut groups: Vec<VerbGroup> = Vec::new();
    let mut at = sentence.words.start;
    while at < sentence.words.end {
        let group = if reader.can_be_verb(at) { reader.group(at, groups.last()) } else { None };
        at = group.as_ref().map_or(at + 1, |group| group.words.end);
        groups.extend(group);
    }
    groups
}

pub(super) struct Reader<'r, 'a> {
    pub source: &'r Source<'a>,
    pub sentence: &'r Sentence,
    lifted: &'r [bool],
}

impl Reader<'_, '_> {
    /// Whether a word may be a verb by how it is printed: in lower case, but in headlines and capitals any.
    pub fn can_be_verb(&self, at: usize) -> bool {
        let any = self.sentence.in_capitals || self.sentence.part == Part::Headline;
        let shape = self.source.word(at).map(|word| word.word.shape);
        !self.is_lifted(at)
            && match shape {
                Some(Shape::Lower) => true,
                Some(Shape::Capital) => any || self.opens(at),
                Some(Shape::Upper) => any,
                _ => false,
            }
    }

    /// "Meeting in Rome, the ministers agreed": a gerund that opens a sentence, and no name such as Beijing.
    fn opens(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|&before| before >= self.sentence.words.start);
        let first =
            before.is_none_or(|before| matches!(self.shape(before), Some(Shape::Mark('—' | '–' | '-'))));
        let named = || {
            let party = self.source.phrase(self.source.lexicon.party_names(), at..at + 1);
            let place = self.source.phrase(self.source.lexicon.place_names(), at..at + 1);
            party.is_some() || place.is_some()
        };
        first && self.ends(at, "ing") && !named()
    }

    pub fn is_lifted(&self, at: usize) -> bool {
        let index = at.checked_sub(self.sentence.words.start);
        index.and_then(|at| self.lifted.get(at)).copied().unwrap_or_default()
    }

    pub fn is(&self, at: usize, cue: Cue) -> bool {
        self.source.is_cue(at, cue)
    }

    #[inline]
    pub fn ends(&self, at: usize, ending: &str) -> bool {
        let Some(token) = self.source.word(at) else { return false };
        let text = token.word.text.as_bytes();
        let tail = text.len().checked_sub(ending.len()).and_then(|from| text.get(from..));
        text.len() > ending.len() + 1
            && tail.is_some_and(|tail| tail.eq_ignore_ascii_case(ending.as_bytes()))
            && !self.is(at, Cue::NoVerb)
    }

    /// Whether a hyphen joins a word to the one before: "state-owned".
    fn is_joined(&self, at: usize) -> bool {
        let text = self.source.article.text.as_str().as_bytes();
        let before = self.source.word(at).and_then(|word| word.word.start.checked_sub(1));
        before.is_some_and(|before| text.get(before) == Some(&b'-'))
    }

    /// The group that begins at this word.
    fn group(&self, at: usize, before: Option<&VerbGroup>) -> Option<VerbGroup> {
        let facts = self.source.facts(at);
        if facts.is_cue(Cue::Modal) {
            let sure = self.source.is_any(at, &["will", "shall", "ll", "won't", "won’t"]);
            return self.chain(at, if sure { Tense::Ahead } else { Tense::Possible }, Form::Finite);
        }
        if facts.is_cue(Cue::Be) && !self.source.is_any(at, &["be", "been", "being"]) {
            return Some(self.be(at));
        }
        if facts.is_cue(Cue::Have) && !self.source.is(at, "having") {
            return Some(self.have(at));
        }
        if facts.is_cue(Cue::Do) {
            let did = self.source.is_any(at, &["did", "didn't", "didn’t"]);
            let (next, negated) = self.skip(at + 1);
            let helps = negated || self.is_base(next);
            let verb = if helps { next } else { at };
            let tense = if did { Tense::Past } else { Tense::Present };
            return Some(self.made(at, verb, Form::Finite, tense, false, negated));
        }
        if self.source.is(at, "to") {
            let (next, negated) = self.skip(at + 1);
            if !self.is_base(next) {
                return None;
            }
            return self.chain(at, Tense::None, Form::Infinitive).map(|group| VerbGroup { negated, ..group });
        }
        if self.is_joined(at) {
            return None;
        }
        if self.ends(at, "ing") {
            return self.gerund(at, before);
        }
        self.alone(at, before)
    }

    /// What follows a modal or "to": "be received", "have met", "meet".
    fn chain(&self, at: usize, tense: Tense, form: Form) -> Option<VerbGroup> {
        let (mut next, negated) = self.skip(at + 1);
        let mut tense = tense;
        if self.source.is(next, "have") {
            let (verb, _) = self.skip(next + 1);
            if self.is_participle(verb) || self.source.is(verb, "been") {
                next = verb;
                tense = if tense == Tense::None { Tense::None } else { Tense::Possible };
            }
        }
        if self.source.is_any(next, &["be", "been"]) {
            let (verb, _) = self.skip(next + 1);
            if self.is_participle(verb) || self.ends(verb, "ing") {
                return Some(self.made(at, verb, form, tense, self.is_participle(verb), negated));
            }
        }
        let verb = next < self.sentence.words.end && self.can_be_verb(next);
        verb.then(|| self.made(at, next, form, tense, false, negated))
    }

    /// "is", "was received", "is visiting", "is to meet", "is expected to meet".
    fn be(&self, at: usize) -> VerbGroup {
        let tense = if self.source.is_any(at, &["was", "were", "wasn't", "weren't", "wasn’t", "weren’t"])
        {
            Tense::Past
        } else {
            Tense::Present
        };
        let (next, negated) = self.skip(at + 1);
        if self.source.is(next, "to") && self.is_base(next + 1) {
            return self.planned(at, next + 1, negated);
        }
        let (then, _) = self.skip(next + 1);
        if self.is(next, Cue::Plan) && self.source.is(then, "to") && self.is_base(then + 1) {
            return self.planned(at, then + 1, negated);
        }
        if self.source.is(next, "being") && self.is_participle(next + 1) {
            return self.made(at, next + 1, Form::Finite, tense, true, negated);
        }
        if self.is_participle(next) {
            return self.made(at, next, Form::Finite, tense, true, negated);
        }
        if self.ends(next, "ing") && self.can_be_verb(next) {
            return self.made(at, next, Form::Finite, tense, false, negated);
        }
        self.made(at, at, Form::Finite, tense, false, negated)
    }

    /// "is to meet", "was scheduled to be received".
    fn planned(&self, at: usize, base: usize, negated: bool) -> VerbGroup {
        let (then, _) = self.skip(base + 1);
        let passive = self.source.is(base, "be") && self.is_participle(then);
        self.made(at, if passive { then } else { base }, Form::Finite, Tense::Ahead, passive, negated)
    }

    /// "has met", "had been received", "has a plan".
    fn have(&self, at: usize) -> VerbGroup {
        let had = self.source.is_any(at, &["had", "hadn't", "hadn’t"]);
        let (next, negated) = self.skip(at + 1);
        let tense = if had { Tense::Earlier } else { Tense::Perfect };
        if self.source.is(next, "been") {
            let (verb, _) = self.skip(next + 1);
            let passive = self.is_participle(verb);
            let verb = if passive || self.ends(verb, "ing") { verb } else { next };
            return self.made(at, verb, Form::Finite, tense, passive, negated);
        }
        if self.is_participle(next) {
            return self.made(at, next, Form::Finite, tense, false, negated);
        }
        if self.source.is(next, "to") && self.is_base(next + 1) {
            return self.made(at, next + 1, Form::Finite, Tense::Possible, false, negated);
        }
        let tense = if had { Tense::Past } else { Tense::Present };
        self.made(at, at, Form::Finite, tense, false, negated)
    }

    /// "meeting", where it is no noun and no adjective.
    fn gerund(&self, at: usize, before: Option<&VerbGroup>) -> Option<VerbGroup> {
        let previous = self.previous(at);
        let opens = previous.is_none_or(|previous| {
            let comma = self.source.is_any(previous, &[",", "and", "or", "–", "—", ";", ":"]);
            comma || self.is(previous, Cue::Subordinator) || self.is(previous, Cue::Preposition)
        });
        let after_verb = before.is_some_and(|before| Some(before.verb) == previous);
        let noun = previous.is_some_and(|previous| {
            self.source.word(previous).is_some_and(|word| word.word.shape == Shape::Lower)
                && !self.is(previous, Cue::Determiner)
                && self.ends(previous, "s")
        });
        ((opens || noun) && !after_verb && !self.is(at, Cue::Preposition) && !self.is_of_guest(at))
            .then(|| self.made(at, at, Form::Gerund, Tense::None, false, false))
    }

    /// "talks with visiting Norwegian Minister Lind": what a guest is called is no verb.
    fn is_of_guest(&self, at: usize) -> bool {
        if !self.source.is_any(at, &["visiting", "outgoing", "incoming", "acting", "departing"]) {
            return false;
        }
        let rest = at + 1..self.sentence.words.end;
        let party = self.source.phrase(self.source.lexicon.party_names(), rest.clone());
        let demonym = party.is_some_and(|(n, names)| {
            let next = self.shape(at + 1 + n);
            names.iter().any(|name| name.form == PartyForm::Demonym)
                && next.is_some_and(|it| it != Shape::Mark(','))
        });
        demonym || self.source.phrase(self.source.lexicon.titles(), rest).is_some()
    }

    /// A verb without a helper: "met", "meets", "accompanied by".
    fn alone(&self, at: usize, before: Option<&VerbGroup>) -> Option<VerbGroup> {
        let past = self.is(at, Cue::Past) || self.ends(at, "ed");
        let pure = self.is(at, Cue::Participle) && !past;
        if !past && !pure && !self.is_present(at, before) {
            return None;
        }
        let form = self.form(at, before)?;
        let form = if pure { Form::Participle } else { form };
        let tense = match form {
            Form::Finite if past => Tense::Past,
            Form::Finite => Tense::Present,
            _ => Tense::None,
        };
        Some(self.made(at, at, form, tense, form == Form::Participle, false))
    }

    /// Whether a verb without a helper acts, or says something of the noun before it; none if it is no
    /// verb at all: "the proposed plan", "of united".
    fn form(&self, at: usize, before: Option<&VerbGroup>) -> Option<Form> {
        let by = self.source.is(at + 1, "by") || self.source.is(at + 2, "by") && self.ends(at + 1, "ly");
        let by = by && self.is_participle(at);
        let reduced = if by { Form::Participle } else { Form::Finite };
        let Some(previous) = self.previous(at) else {
            // "Accompanied by", "Asked about": what opens a sentence has no subject.
            return Some(Form::Participle);
        };
        let word = self.source.word(previous)?;
        if self.is(previous, Cue::Subject)
            || self.is(previous, Cue::Relative)
            || self.source.is(previous, "that")
        {
            return Some(Form::Finite);
        }
        if self.is(previous, Cue::Determiner)
            || self.is(previous, Cue::Preposition)
            || self.source.is(previous, "as")
        {
            return None;
        }
        match word.word.shape {
            // "signed an accord last year, brokered during a visit"
            Shape::Mark(',')
                if before.is_some_and(|before| before.form == Form::Finite)
                    && self.is(at + 1, Cue::Preposition)
                    && self.is_participle(at)
                    && !self.source.is_any(at, &["said", "added"])
                    && !self.source.is_any(at + 1, &["with", "to"]) =>
            {
                Some(Form::Participle)
            }
            Shape::Mark(',' | ')' | '"' | '”' | '’') => Some(reduced),
            Shape::Mark(_) => Some(if by { Form::Participle } else { Form::Finite }),
            Shape::Possessive => None,
            Shape::Lower if self.source.is_any(previous, &["and", "or", "but", "then"]) => {
                let acts = before.is_some_and(|before| before.form == Form::Finite);
                Some(if acts && !by { Form::Finite } else { reduced })
            }
            // "newly proposed", "most respected": of a noun to come.
            Shape::Lower if before.is_some_and(|before| before.verb == previous) => None,
            _ => Some(reduced),
        }
    }

    /// Whether a word is a verb in the present that needs no helper: after "he" or "who" whatever ends in
    /// "s", elsewhere what the tables know.
    fn is_present(&self, at: usize, before: Option<&VerbGroup>) -> bool {
        let Some(previous) = self.previous(at) else { return false };
        let headline = self.sentence.part == Part::Headline;
        let ends = self.ends(at, "s") && !self.ends(at, "ss");
        // "those who break the rules": after "who" the plural has no ending.
        let who = self.source.is(previous, "who") && self.is_base(at);
        if ends && self.source.is_any(previous, &["he", "she", "it", "who", "which"]) || who {
            return true;
        }
        let plural = self.source.is_any(previous, &["they", "we", "i", "who"]);
        // "Leaders meet", "Norland, Sudland sign": only a headline's plural, and only a verb of contact.
        let many =
            headline && (self.ends(previous, "s") || self.shape(previous).is_some_and(Shape::is_capital));
        let known = (ends || plural || many) && self.meets(at) || (ends || plural) && self.is_verb(at);
        if !known {
            return false;
        }
        let noun = self.is(previous, Cue::Determiner)
            || self.shape(previous) == Some(Shape::Possessive)
            || self.is(previous, Cue::Preposition)
            || before.is_some_and(|before| self.is_object(before, at))
            || self.is_noun_too(at)
            || self.is_adjective(previous);
        // "“gangster-like” demands": behind a quotation only what reports it is a verb.
        let quoted = matches!(self.shape(previous), Some(Shape::Mark('"' | '”' | '»' | '’')));
        let says = || self.made(at, at, Form::Finite, Tense::Present, false, false).says;
        !noun && (!quoted || says())
    }

    /// "announced high-level talks": what follows a verb with nothing but words in lower case between is
    /// its object.
    fn is_object(&self, before: &VerbGroup, at: usize) -> bool {
        before.form == Form::Finite
            && (before.words.end..at).all(|at| {
                self.shape(at) == Some(Shape::Lower)
                    && !self.source.is_any(at, &["that", "and", "but", "or"])
                    && !self.is(at, Cue::Relative)
                    && !self.is(at, Cue::Subject)
            })
    }

    /// "the latest round of cyber security talks": a word that is a noun as well, within a noun's words.
    fn is_noun_too(&self, at: usize) -> bool {
        const WITHIN: usize = 4;
        let contacts = self.source.phrase(self.source.lexicon.contacts(), at..at + 1);
        let noun = contacts.is_some_and(|(_, sorts)| sorts.iter().any(|sort| sort.is_noun()))
            || self.source.is_any(at, &["calls", "remarks", "comments", "reports", "stops", "moves"]);
        let mut before = (at.saturating_sub(WITHIN).max(self.sentence.words.start)..at).rev();
        let tie = before.find(|&at| self.shape(at) != Some(Shape::Lower) || self.is(at, Cue::Preposition));
        noun && tie.is_some_and(|tie| self.is(tie, Cue::Preposition))
    }

    /// "with military honors": what follows an adjective is a noun.
    fn is_adjective(&self, at: usize) -> bool {
        const ENDINGS: [&str; 8] = ["ial", "ical", "ional", "ary", "ic", "ous", "ful", "ive"];
        let lower = self.shape(at) == Some(Shape::Lower);
        lower && ENDINGS.iter().any(|ending| self.ends(at, ending)) && !self.is_any_noun(at)
    }

    /// Words that end as adjectives do and are nouns too: "the official says".
    fn is_any_noun(&self, at: usize) -> bool {
        const NOUNS: [&str; 12] = [
            "official",
            "public",
            "republic",
            "music",
            "secretary",
            "executive",
            "representative",
            "initiative",
            "clinic",
            "fabric",
            "critic",
            "academic",
        ];
        self.source.is_any(at, &NOUNS)
    }

    fn made(
        &self,
        from: usize,
        verb: usize,
        form: Form,
        tense: Tense,
        passive: bool,
        negated: bool,
    ) -> VerbGroup {
        let senses = self.source.phrase(self.source.lexicon.verbs(), verb..verb + 1);
        let says = senses.is_some_and(|(_, senses)| senses.iter().any(|sense| sense.class == VerbClass::Say));
        let contracted = self.source.word(from).is_some_and(|word| {
            word.word.text.ends_with("n't") || word.word.text.ends_with("n’t") || word.is("cannot")
        });
        let negated = negated || contracted;
        VerbGroup { words: from..verb.max(from) + 1, verb, form, tense, passive, negated, says }
    }
}
