//! Frame: what a clause hangs on. "Lind said that Malta will …" reports an undertaking; "Lind hopes
//! that Malta will …", "asked whether Malta will …" and "so that Malta will …" make none.

use super::background::is_past;
use super::reader::Reader;
use crate::extract::clause::Opens;
use crate::extract::discourse::{Form, Meant, Tags, form};
use crate::lexicon::{Shape, VerbClass};

/// What a clause hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// Nothing: it stands by itself.
    Free,
    /// A verb of speech, with its place.
    Said(usize),
    /// A verb or noun that makes it an undertaking, with its place: "assured that".
    Promised(usize),
    /// A wish, request, question, purpose or condition.
    Unbound,
}

/// How far before "that" its verb may stand: "told the visiting ministers that".
const OBJECT: usize = 16;

impl Reader<'_, '_> {
    /// What the clause that begins with this word hangs on.
    pub fn frame(&self, start: usize) -> Frame {
        let bounds = self.bounds(start);
        let Some(before) = start.checked_sub(1).filter(|&before| before >= bounds.start) else {
            return Frame::Free;
        };
        if self.can_be(before, Tags::OPEN) {
            return if self.tells_what_was_done_there(before) { Frame::Free } else { Frame::Unbound };
        }
        // "said on Friday it will", "said that on Friday it will"
        let earlier = self.before_adverbs(start).checked_sub(1).filter(|&at| at >= bounds.start);
        let governs = |at: &usize| self.is(*at, "that") || self.can_be(*at, Tags::SAY | Tags::COMMIT);
        let before = earlier.filter(governs).unwrap_or(before);
        if self.is(before, "that") {
            return self.before_that(before, bounds.start);
        }
        // "I am sure Norway will win"
        if self.can_be(before, Tags::CONVICTION) {
            return Frame::Unbound;
        }
        let wish = Tags::SAY | Tags::HOPE | Tags::REQUEST | Tags::COMMIT;
        // "during her mandate she will": a noun that is also a verb
        let noun = before > 0 && self.can_be(before - 1, Tags::DETERMINER);
        if self.can_be(before, wish) && !noun {
            return self.by_governor(before);
        }
        // "predicted Norway will": a verb that is neither of speech nor of undertaking
        if self.shape(before) == Some(Shape::Lower) && self.is_other_report(before) {
            return Frame::Unbound;
        }
        // "told the king he would"
        if let Some(verb) = self.object_of(start, bounds.start) {
            return self.by_governor(verb);
        }
        if self.is_mark(before, ':')
            && let Some(verb) = self.before_colon(start, before)
        {
            return Frame::Said(verb);
        }
        let continues = self.is_mark(before, ',') || self.can_be(before, Tags::JOINER);
        match self.that_before(before, bounds.start).filter(|_| continues) {
            Some(that) => self.before_that(that, bounds.start),
            None if self.can_be(before, Tags::JOINER) => match self.frame_of_clause(start) {
                Frame::Free => self.still_said(start, bounds.start).map_or(Frame::Free, Frame::Said),
                frame => frame,
            },
            None => self.frame_of_clause(start),
        }
    }

    /// Whether a clause begins here that goes on with what was done at the place before it: "met in Oslo, where they
    /// agreed to". What will be done there is an itinerary.
    fn tells_what_was_done_there(&self, at: usize) -> bool {
        let comma = at.checked_sub(1).is_some_and(|before| self.is_mark(before, ','));
        comma && self.is(at, "where") && self.tense_from(at, Opens::Relative).is_some_and(is_past)
    }

    /// What a clause hangs on that does not begin with its subject: "said that in May Norway will".
    fn frame_of_clause(&self, start: usize) -> Frame {
        let clause = self.scene.clauses.at(start).filter(|clause| clause.opens == Opens::That);
        let that = clause.is_some_and(|clause| self.is(clause.opener, "that"));
        // "expressed confidence that under her the people of Norway will"
        let wished = clause.filter(|_| that).and_then(|clause| clause.opener.checked_sub(1));
        if wished.is_some_and(|at| self.can_be(at, Tags::CONVICTION | Tags::HOPE)) {
            return Frame::Unbound;
        }
        let governor = clause.and_then(|clause| self.scene.clauses.matrix(clause)?.verb.as_ref());
        let governor = governor.filter(|verb| that || self.can_be(verb.verb, Tags::SAY | Tags::COMMIT));
        let governs = Tags::SAY | Tags::COMMIT | Tags::HOPE | Tags::REQUEST;
        let governor = governor.filter(|verb| verb.words.end <= start);
        let words = governor.into_iter().flat_map(|verb| [verb.verb, verb.words.start]);
        let verb = words.into_iter().find(|&at| self.can_be(at, governs));
        verb.map_or(Frame::Free, |verb| self.by_governor(verb))
    }

    /// The verb of whoever is said to speak before a colon: "Lind was blunt: Norway would not pay."
    fn before_colon(&self, start: usize, colon: usize) -> Option<usize> {
        const SUBJECT: usize = 8;
        let would = (start..start + SUBJECT).find(|&at| self.can_be(at, Tags::MODAL | Tags::BE | Tags::HAVE));
        would.filter(|&at| self.is(at, "would"))?;
        let clause = self.scene.clauses.at(colon.checked_sub(1)?)?;
        let verb = clause.verb.as_ref()?;
        let subject = self.subject(verb.words.start)?;
        let speaks = !self.meant(subject.actor)?.parties.is_empty();
        speaks.then_some(verb.words.start)
    }

    /// The verb under which a clause after "and" is still reported, as its "would" tells: "Lind said the fund was
    /// small and Norway would double it".
    fn still_said(&self, start: usize, from: usize) -> Option<usize> {
        const SUBJECT: usize = 8;
        let would = (start..start + SUBJECT).find(|&at| self.can_be(at, Tags::MODAL | Tags::BE | Tags::HAVE));
        would.filter(|&at| self.is(at, "would") && !self.scene.source.is_quoted(start))?;
        let mut words =
            (from..start).rev().take_while(|&at| !self.is_mark(at, ';') && !self.is_mark(at, '"'));
        let said = words.find(|&at| self.can_be(at, Tags::SAY) && form(&self.lower(at)) == Form::Past)?;
        let subject = self.subject(said)?;
        // ", Lind said, and Norway would": what was said stands before.
        let after = self.is_mark(said + 1, ',');
        (!after && self.opens_clause(subject.start, from)).then_some(said)
    }

    /// Whether a past form can only govern the clause behind it: "predicted", "implied".
    fn is_other_report(&self, at: usize) -> bool {
        form(&self.lower(at)) == Form::Past && !self.can_be(at, Tags::VERB | Tags::AFFIRM | Tags::ADJECTIVE)
    }

    /// The verb of speech whose object stands right before a clause without "that".
    fn object_of(&self, start: usize, from: usize) -> Option<usize> {
        // "told a group of reporters his country would"
        const NEAR: usize = 6;
        let ends = |at: &usize| {
            matches!(self.shape(*at), Some(Shape::Mark(_)))
                || self.can_be(*at, Tags::BE | Tags::MODAL | Tags::RELATIVE)
        };
        let mut words = (from.max(start.saturating_sub(NEAR))..start).rev().take_while(|at| !ends(at));
        let told = words
            .find(|&at| self.is_any(at, &["told", "tells", "informed", "assured", "reassured", "warned"]));
        let clear = |told: usize| told + 1 < start && self.can_be(told, Tags::SAY | Tags::COMMIT);
        if let Some(told) = told.filter(|&told| clear(told)) {
            return Some(told);
        }
        let object = self.discourse.actor_before(start).and_then(|found| self.discourse.actors.get(found))?;
        let verb = object.words.start.checked_sub(1).filter(|&verb| verb >= from)?;
        self.can_be(verb, Tags::SAY | Tags::COMMIT).then_some(verb)
    }

    /// The "that" under which a clause after a comma or "and" may still stand.
    fn that_before(&self, before: usize, from: usize) -> Option<usize> {
        let mut words =
            (from..before).rev().take_while(|&at| !self.is_mark(at, ';') && !self.is_mark(at, '"'));
        words.find(|&at| self.is(at, "that") && self.before_that(at, from) != Frame::Unbound)
    }

    /// What a "that" hangs on.
    fn before_that(&self, that: usize, from: usize) -> Frame {
        let Some(last) = that.checked_sub(1).filter(|&last| last >= from) else { return Frame::Unbound };
        if self.is_any(last, &["so", "such"]) {
            return Frame::Unbound;
        }
        // "and that", ", that" go on with the verb of an earlier "that".
        let goes_on = self.can_be(last, Tags::JOINER) || self.is_mark(last, ',');
        if let Some(earlier) = (from..last).rev().find(|&at| self.is(at, "that")).filter(|_| goes_on) {
            return self.before_that(earlier, from);
        }
        let reach = if goes_on { from } else { from.max(that.saturating_sub(OBJECT)) };
        let verbs = Tags::SAY | Tags::HOPE | Tags::REQUEST | Tags::COMMIT | Tags::POSITION;
        // "the assurance that", but not "stressed its commitment to …, and that"
        let carries = if goes_on { verbs } else { verbs | Tags::PROMISE };
        let mut words = (reach..that).rev();
        let predicate = |at: usize| {
            let before = self.before_adverbs(at).checked_sub(1);
            let it = before
                .and_then(|be| be.checked_sub(1))
                .is_some_and(|it| self.is(it, "it") || self.is(it, "been"));
            self.can_be(at, Tags::COMMIT)
                && !(it && self.is_any(at, &["agreed", "decided", "resolved"]))
                && before.is_some_and(|before| self.can_be(before, Tags::BE | Tags::STAY))
        };
        let governor = words.find(|&at| {
            self.can_be(at, carries) && !(goes_on && predicate(at)) && !self.ends_phrase_of_speech(at)
                || self.can_be(at, Tags::CONVICTION)
                || self.is(at, "ensure")
        });
        governor.map_or(Frame::Unbound, |at| self.by_governor(at))
    }

    /// Whether a word is the last of a verb of speech of several: "left no doubt".
    fn ends_phrase_of_speech(&self, at: usize) -> bool {
        const LONGEST: usize = 3;
        let verbs = self.scene.source.lexicon.verbs();
        (at.saturating_sub(LONGEST - 1)..at).any(|from| {
            let found = self.scene.source.phrase(verbs, from..from + LONGEST);
            found.is_some_and(|(length, senses)| {
                from + length == at + 1 && senses.iter().any(|sense| sense.class == VerbClass::Say)
            })
        })
    }

    fn by_governor(&self, at: usize) -> Frame {
        // "stopped short of saying that", "without promising that"
        let unsaid =
            at.checked_sub(1).is_some_and(|before| self.is_any(before, &["of", "without", "from", "not"]));
        // "analysts said", "according to sources"
        let no_mark = |near: &usize| !matches!(self.shape(*near), Some(Shape::Mark(_)));
        let before = (at.saturating_sub(3)..at).rev().take_while(no_mark);
        let after = (at..at + 3).take_while(no_mark);
        // "said the observers would": they are not the ones who say so.
        let told = !self.can_be(at, Tags::SAY) || self.subject(at).is_some_and(|subject| !subject.shared);
        let after = after.filter(|&near| near == at || !told);
        let outside = before.chain(after).any(|near| self.can_be(near, Tags::OUTSIDER));
        if unsaid
            || outside
            || self.is_any(at, &["denied", "denies", "deny", "denying"])
            || self.can_be(at, Tags::CONVICTION)
            || self.can_be(at, Tags::HOPE | Tags::REQUEST)
        {
            Frame::Unbound
        } else if self.can_be(at, Tags::COMMIT | Tags::PROMISE) {
            Frame::Promised(at)
        } else if self.can_be(at, Tags::SAY) {
            Frame::Said(at)
        } else {
            Frame::Unbound
        }
    }

    /// Whether a party says of another what that one will do: "Norway said that Tunisia will", "the
    /// Norwegian minister said that Tunisia will". Only words right there make that sure: for whom a
    /// person speaks is often a guess.
    pub fn binds_another(&self, frame: Frame, bound: &Meant) -> bool {
        let (Frame::Said(verb) | Frame::Promised(verb)) = frame else { return false };
        let speaker = self.subject(verb).and_then(|speaker| {
            let named = self.discourse.actors.get(speaker.actor)?.words.clone();
            let told = !self.scene.mentions.parties_within(&named).is_empty();
            self.meant(speaker.actor).filter(|meant| told && !meant.parties.is_empty())
        });
        speaker.is_some_and(|speaker| {
            !bound.parties.is_empty() && !speaker.parties.iter().any(|party| bound.parties.contains(party))
        })
    }
}
