//! Calls.

use super::{Contact, candidate};
use crate::extract::mention::Standing;
use crate::extract::propose::main_contact::MainContact;
use crate::extract::propose::main_contact::{adverb, opening, said_beside};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::lexicon::ContactWord;
use crate::model::MeetingKind;

/// A call.
pub(super) const BY_VOICE: Rule<Contact> = Rule {
    name: "by_voice",
    says: "The headline or the opening tells of a telephone call, or of leaders who spoke with each other.",
    hits: &[
        ("The King of Jordan had a telephone conversation with the President of Cyprus.", "phone_call"),
        ("Secretary Marsh spoke with Foreign Minister Tanaka of Japan today.", "phone_call"),
        (
            "In a call that lasted an hour, President Lind of Malta and President Otieno of Kenya agreed to meet.",
            "phone_call",
        ),
        ("Minister Lind of Malta rang her Kenyan counterpart Jon Otieno on Monday.", "phone_call"),
        (
            "Minister Lind of Malta took a call from her Kenyan counterpart Jon Otieno on Monday.",
            "phone_call",
        ),
        ("The presidents of Malta and Kenya discussed fish in a phone conversation.", "phone_call"),
        ("Minister Marsh told Minister Borg of Malta by phone on Monday that trade grows.", "phone_call"),
        (
            "Malta and Kenya discuss fish\n\nThe two sides discussed fish.\n\nMinister Borg of Malta and Minister Otieno of Kenya agreed to keep in touch, the ministry said following the ministers' telephone conversation.",
            "phone_call",
        ),
        (
            "Call with Minister Borg\n\nThe ministers of Malta and Italy discussed trade by phone.",
            "phone_call",
        ),
    ],
    misses: &[
        "The minister spoke at the opening of the port and met the Ambassador of Japan.",
        "The ministers of Malta and Italy met in Rome. Their call of last week was mentioned.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Contact>> {
    let main = MainContact::of(scene);
    let called =
        main.reported().find(|contact| matches!(contact.sort, ContactWord::Call | ContactWord::Speak));
    let by_phone = || main.reported().find_map(|contact| said_beside(scene, contact, ContactWord::ByPhone));
    let told = || opening(scene).take(3).find_map(|sentence| adverb(scene, sentence, ContactWord::ByPhone));
    // "discussed it in a phone conversation"
    let in_call = || {
        let mut discussed = main.reported().filter(|contact| contact.sort == ContactWord::Discuss);
        discussed
            .find_map(|contact| said_beside(scene, contact, ContactWord::Call))
            .filter(|call| call.standing <= Standing::Setting)
    };
    // "Ministers discuss trade", and below "said following the ministers' call": how is told later.
    let told_later = || {
        let mut reported = main.reported().peekable();
        let only_discussed =
            reported.peek().is_some() && reported.all(|contact| contact.sort == ContactWord::Discuss);
        let mut calls = opening(scene).filter_map(|sentence| adverb(scene, sentence, ContactWord::Call));
        calls.find(|call| only_discussed && call.standing <= Standing::Setting)
    };
    called
        .or_else(by_phone)
        .or_else(in_call)
        .or_else(told_later)
        .or_else(|| told().filter(|_| main.reported().next().is_none()))
        .and_then(|contact| candidate(scene, MeetingKind::PhoneCall, contact, "is a call"))
        .into_iter()
        .collect()
}
