//! Meetings by video.

use super::{Contact, candidate};
use crate::extract::propose::main_contact::MainContact;
use crate::extract::propose::main_contact::said_beside;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::lexicon::ContactWord;
use crate::model::MeetingKind;

/// A meeting by video.
pub(super) const BY_VIDEO: Rule<Contact> = Rule {
    name: "by_video",
    says: "The headline or the opening says that they met by video link, online or virtually.",
    hits: &[
        ("The ministers of Malta and Cuba held consultations via video link.", "video_call"),
        ("The ministers of Malta and Cuba held a videoconference on Monday.", "video_call"),
        ("Minister Lind of Sweden met virtually with Minister Borg of Malta.", "video_call"),
        (
            "Minister Lind of Sweden and Minister Borg of Malta reviewed the port at a virtual meeting on Monday.",
            "video_call",
        ),
    ],
    misses: &[
        "The ministers of Malta and Cuba met in Havana.",
        "The ministers of Malta and Cuba met in Havana. A video conference will follow in May.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Contact>> {
    let main = MainContact::of(scene);
    let named = main.reported().find(|contact| contact.sort == ContactWord::Video);
    // "met virtually", "hosted him for a virtual session"
    let by_video = || {
        main.reported().find_map(|contact| {
            let session =
                matches!(contact.sort, ContactWord::Receive | ContactWord::Meet | ContactWord::Discuss)
                    .then(|| said_beside(scene, contact, ContactWord::Video))
                    .flatten();
            said_beside(scene, contact, ContactWord::ByVideo).or(session)
        })
    };
    named
        .or_else(by_video)
        .and_then(|contact| candidate(scene, MeetingKind::VideoCall, contact, "is a meeting by video"))
        .into_iter()
        .collect()
}
