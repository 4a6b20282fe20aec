//! Meetings by video.

use super::{Contact, candidate};
use crate::extract::mention::{ContactMention, Standing};
use crate::extract::propose::main_contact::{MainContact, adverb, is_past, said_beside};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;
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
            "Malta, Cuba review fish\n\nMalta asked for patrols as the officials of Malta and Cuba held consultations on fish.\n\nDuring the virtual meeting, the two sides spoke of nets.",
            "video_call",
        ),
        (
            "Malta, Cuba review fish\n\nMalta asked for patrols as the officials of Malta and Cuba held consultations on fish.\n\nThe consultations were held online on Monday.",
            "video_call",
        ),
        (
            "Minister Lind of Sweden and Minister Borg of Malta reviewed the port at a virtual meeting on Monday.",
            "video_call",
        ),
    ],
    misses: &[
        "The ministers of Malta and Cuba met in Havana.",
        "The ministers of Malta and Cuba met in Havana. A video conference will follow in May.",
        "Ministers meet\n\nThe ministers of Malta and Cuba met on Monday.\n\nNets are dear.\n\nThey had held a virtual meeting last year.",
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
        .or_else(|| told_later(scene, main))
        .and_then(|contact| candidate(scene, MeetingKind::VideoCall, contact, "is a meeting by video"))
        .into_iter()
        .collect()
}

/// So many sentences behind that of a meeting may tell that it was by video.
const LATER: usize = 8;

/// "The sides met to discuss fish", and further on "During the virtual meeting", "The talks were held online": by
/// what means is told later.
fn told_later<'s>(scene: &'s Scene<'_>, main: MainContact<'s>) -> Option<&'s ContactMention> {
    use ContactWord::{Discuss, Gather, Meet, Meeting};
    let source = &scene.source;
    let open = |contact: &ContactMention| matches!(contact.sort, Discuss | Gather | Meet | Meeting);
    let last = main.reported().last().filter(|_| main.reported().all(open))?;
    let told = source.sentences_of(&[Part::Body]).filter(|sentence| sentence.words.start > last.words.start);
    told.take(LATER).enumerate().find_map(|(number, sentence)| {
        let mut contacts = scene.mentions.contacts_within(&sentence.words).iter();
        let during = contacts.find(|contact| {
            let of_it = matches!(contact.standing, Standing::Setting | Standing::Known);
            contact.sort == ContactWord::Video && of_it && (number == 0 || !is_past(scene, contact))
        });
        // "The meeting was held virtually on Monday"
        let held = || {
            let means = adverb(scene, sentence, ContactWord::ByVideo)?;
            let mut known = scene.mentions.contacts_within(&(sentence.words.start..means.words.start)).iter();
            let known =
                known.find(|contact| contact.sort == Meeting && contact.standing <= Standing::Known)?;
            let begins = known.words.start <= sentence.words.start + 2;
            (begins && !is_past(scene, known)).then_some(means)
        };
        during.or_else(held)
    })
}
