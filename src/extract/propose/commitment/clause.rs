//! Clause: from a verb that undertakes something to what was found, for all rules whose undertaking
//! has a subject before its verb.

use super::found::Found;
use super::frame::Frame;
use super::reader::Reader;
use super::subject::Subject;
use crate::extract::discourse::{Tags, Who};
use crate::model::Obligation;

impl Reader<'_, '_> {
    /// The undertaking of a clause. `verb` is the verb that the subject belongs to, `last` the last of
    /// the words that undertake ("is ready to"). None where nobody is bound, or another than the speaker.
    pub fn clause(&self, verb: usize, last: usize, firmness: Obligation) -> Option<(Subject, Found)> {
        let subject = self.subject(verb)?;
        let frame = self.frame(subject.start);
        let end = self.reach(last);
        let bound = frame != Frame::Unbound && !self.is_nobody(frame, subject);
        if !bound || self.binds_another(frame, subject) {
            return None;
        }
        let meant = self.meant(subject.actor)?;
        // "Minister Lind said it would": it is whoever speaks.
        let meant = match frame {
            Frame::Said(said) if meant.parties.is_empty() => self.meant(self.subject(said)?.actor)?,
            _ => meant,
        };
        let words = self.after_another(subject, verb)..end;
        let found = Found {
            words,
            verb: last,
            parties: meant.parties.clone(),
            person: meant.person,
            firmness,
            frame,
        };
        Some((subject, found))
    }

    /// Where the words begin: with the subject, or with the verb where the subject has undertaken
    /// something else before ("reiterated its commitment to A and expressed readiness to B").
    pub fn after_another(&self, subject: Subject, verb: usize) -> usize {
        let before = self.before_adverbs(verb);
        let joined = before.checked_sub(1).filter(|&at| self.can_be(at, Tags::JOINER));
        let reports = self.can_be(verb, Tags::SAY | Tags::COMMIT | Tags::AFFIRM);
        let Some(joiner) = joined.filter(|_| reports) else { return subject.start };
        let other = (subject.start..joiner).any(|at| {
            let pledges = self.can_be(at, Tags::COMMIT) && self.is_any(at + 1, &["to", "that", "on"]);
            pledges || self.can_be(at, Tags::PROMISE) && self.is_any(at + 1, &["to", "for"])
        });
        if other { before } else { subject.start }
    }

    /// "The shopkeeper says that she will …": the pronoun means whoever says so, and that is nobody known.
    fn is_nobody(&self, frame: Frame, subject: Subject) -> bool {
        let (Frame::Said(verb) | Frame::Promised(verb)) = frame else { return false };
        let actor = self.discourse.actors.get(subject.actor);
        let pronoun = actor.is_some_and(|actor| actor.who == [Who::He]);
        pronoun && verb < subject.start && self.subject(verb).is_none()
    }

    /// The words of the text that can be any of these, at which a rule may find something, in order.
    pub fn places(&self, tags: Tags) -> impl Iterator<Item = usize> {
        let words = self.sentences().flat_map(|sentence| sentence.words.clone());
        words.filter(move |&at| self.can_be(at, tags))
    }
}
