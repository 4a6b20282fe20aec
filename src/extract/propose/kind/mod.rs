//! Kind of contact: did the parties meet, call, write, or only speak in public?

mod by_video;
mod by_voice;
mod coming;
mod face_to_face;
mod gathering;
mod in_public;
mod in_writing;
mod known_contact;
mod long_ago;
mod no_diplomacy;
mod no_report;
mod private;
mod remarks;

use std::fmt;

use super::main_contact::words_of;
use crate::extract::mention::ContactMention;
use crate::extract::rule::{Candidate, Rule, Scene, first_of};
use crate::model::MeetingKind;

/// A kind of contact, as rules print it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Contact(pub MeetingKind);

impl fmt::Display for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.saved())
    }
}

/// The surest first; the first that has a candidate decides.
pub(in crate::extract) const RULES: &[Rule<Contact>] = &[
    no_report::NO_REPORT,
    private::PRIVATE,
    long_ago::LONG_AGO,
    coming::COMING,
    remarks::REMARKS,
    by_voice::BY_VOICE,
    gathering::GATHERING,
    by_video::BY_VIDEO,
    in_writing::IN_WRITING,
    face_to_face::FACE_TO_FACE,
    no_diplomacy::NO_DIPLOMACY,
    known_contact::KNOWN_CONTACT,
    in_public::IN_PUBLIC,
];

/// Whether the main contact is a meeting of many parties.
pub(in crate::extract) fn is_gathering(scene: &Scene<'_>) -> bool {
    let asked = || first_of(RULES, scene).is_some_and(|(rule, _)| rule.name == gathering::GATHERING.name);
    *scene.gathering.get_or_init(asked)
}

/// The organizations whose members the main contact joins, as rows of the parties; none where it is
/// no such meeting.
pub(in crate::extract) fn organizations(scene: &Scene<'_>) -> Vec<usize> {
    if is_gathering(scene) { gathering::of_organizations(scene) } else { Vec::new() }
}

/// The candidate that these words for a contact make.
fn candidate(
    scene: &Scene<'_>,
    kind: MeetingKind,
    contact: &ContactMention,
    working: &str,
) -> Option<Candidate<Contact>> {
    let span = words_of(scene, contact)?;
    let words = scene.source.text(&contact.words);
    Some(Candidate { value: Contact(kind), span, working: format!("\"{words}\" {working}") })
}
