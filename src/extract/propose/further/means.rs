//! By what means a contact beside the main one was held: its own words tell, or what opens its sentence.

use super::beside::Beside;
use crate::extract::mention::Standing;
use crate::extract::propose::main_contact::{Means, adverb};
use crate::lexicon::ContactWord;
use crate::model::MeetingKind;

impl Beside<'_, '_> {
    /// Whether the sentence sets what it tells in a meeting.
    fn is_in_a_meeting(&self) -> bool {
        let mut contacts = self.scene.mentions.contacts_within(&self.sentence.words).iter();
        contacts.any(|other| other.sort == ContactWord::Meeting && other.standing <= Standing::Setting)
    }

    /// "In a separate call, Torre discussed": what opens the sentence tells by what means.
    fn is_in_call(&self) -> bool {
        const OPENS: usize = 6;
        let (source, start) = (&self.scene.source, self.sentence.words.start);
        source.is_any(start, &["in", "during", "on"])
            && (start + 1..self.contact.words.start.min(start + OPENS))
                .any(|at| source.is_any(at, &["call", "calls"]))
    }

    pub(super) fn kind(&self) -> MeetingKind {
        let said = |sort| adverb(self.scene, self.sentence, sort).is_some();
        match Means::of(self.contact.sort) {
            _ if self.contact.sort == ContactWord::Video || said(ContactWord::ByVideo) => {
                MeetingKind::VideoCall
            }
            _ if self.contact.sort == ContactWord::Summit => MeetingKind::Multilateral,
            // "In a separate meeting, Torre talked with Lind": those who meet see each other.
            Means::Call if self.contact.sort == ContactWord::Speak && self.is_in_a_meeting() => {
                MeetingKind::InPerson
            }
            Means::Call => MeetingKind::PhoneCall,
            _ if said(ContactWord::ByPhone) || self.is_in_call() => MeetingKind::PhoneCall,
            Means::Writing => MeetingKind::Correspondence,
            Means::Meeting | Means::Visit | Means::Public => MeetingKind::InPerson,
        }
    }
}
