//! Clause: from a verb that undertakes something to what was found, for all rules whose undertaking
//! has a subject before its verb.

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
        if frame == Frame::Unbound || self.binds_another(frame, subject) {
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

    /// Every word of the text at which a rule may find something, in order.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.sentences().flat_map(|sentence| sentence.words.clone())
    }
}
