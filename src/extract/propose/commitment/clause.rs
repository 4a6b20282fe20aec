//! Clause: from a verb that undertakes something to what was found, for all rules whose undertaking
//! has a subject before its verb.

use super::actor::Who;
use super::found::Found;
use super::frame::Frame;
use super::reader::Reader;
use super::subject::Subject;
use crate::model::Obligation;

impl Reader<'_, '_> {
    /// The undertaking of a clause. `verb` is the verb that the subject belongs to, `last` the last of
    /// the words that undertake ("is ready to"). None where nobody is bound, or another than the speaker.
    pub fn clause(&self, verb: usize, last: usize, firmness: Obligation) -> Option<(Subject, Found)> {
        let subject = self.subject(verb)?;
        let frame = self.frame(subject.start);
        if frame == Frame::Unbound || self.binds_another(frame, subject) || self.is_nobody(frame, subject) {
            return None;
        }
        let meant = self.meant(subject.actor)?;
        let words = subject.start..self.reach(last);
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

    /// "The shopkeeper says that she will …": the pronoun means whoever says so, and that is nobody known.
    fn is_nobody(&self, frame: Frame, subject: Subject) -> bool {
        let (Frame::Said(verb) | Frame::Promised(verb)) = frame else { return false };
        let actor = self.discourse.actors.get(subject.actor);
        let pronoun = actor.is_some_and(|actor| actor.who == [Who::He]);
        pronoun && verb < subject.start && self.subject(verb).is_none()
    }

    /// Every word of the text at which a rule may find something, in order.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.sentences().flat_map(|sentence| sentence.words.clone())
    }
}
