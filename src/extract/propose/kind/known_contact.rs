//! A report that opens with what was agreed, and speaks of the meeting only further on.

use super::{Contact, candidate};
use crate::extract::mention::{ContactMention, Standing};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::{Part, Sentence};
use crate::lexicon::{ContactWord, PresenceWord};
use crate::model::MeetingKind;

/// The meeting that a later sentence speaks of as known.
pub(super) const KNOWN_CONTACT: Rule<Contact> = Rule {
    name: "known_contact",
    says: "The opening tells what was agreed, and a later sentence speaks of \"the meeting\" or who was at it.",
    hits: &[
        (
            "Malta and Kenya agree on ports\n\nMalta and Kenya agreed on ports.\n\nIt is the first such agreement.\n\nPorts are old.\n\nDuring the talks, Foreign Minister Eva Lind was accompanied by Minister of Ports Jon Borg.",
            "in_person",
        ),
        (
            "Leaders agree\n\nLeaders of Malta and Kenya agreed on a plan.\n\nThe plan is old.\n\nPrime Minister Eva Lind, who chaired the summit in Valletta, praised it.",
            "in_person",
        ),
        (
            "Kenya, Malta agree on fish\n\nKenya and Malta agreed on fish.\n\nFish is dear.\n\nPresent at the meeting were Minister of Fisheries Jon Borg and Ambassador Eva Lind.",
            "in_person",
        ),
    ],
    misses: &[
        "Kenya regrets the decision of Malta to close the line.\n\nIt is old.\n\nThe talks of last year failed.",
        "Malta thanks Kenya\n\nMalta thanked Kenya for its help.\n\nHelp is good.\n\nThe spokesman took part in a briefing.",
    ],
    propose,
};

/// So many sentences of the text are asked.
const SENTENCES: usize = 12;

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Contact>> {
    let mut body = scene.source.sentences_of(&[Part::Body]).take(SENTENCES);
    let known = body.find_map(|sentence| attended(scene, sentence));
    known
        .filter(|_| scene.opening.has_sides())
        .and_then(|contact| {
            candidate(scene, MeetingKind::InPerson, contact, "is a meeting that people attended")
        })
        .into_iter()
        .collect()
}

/// The meeting of a sentence that also says which people were at it.
fn attended<'s>(scene: &'s Scene<'_>, sentence: &Sentence) -> Option<&'s ContactMention> {
    let lists = scene.mentions.presence_within(&sentence.words);
    let people = scene.mentions.people_within(&sentence.words).iter().any(|mention| mention.name.is_some());
    let mut contacts = scene.mentions.contacts_within(&sentence.words).iter();
    let met = contacts.find(|contact| {
        let meeting = matches!(contact.sort, ContactWord::Meeting | ContactWord::Summit);
        meeting && contact.standing != Standing::Ahead && is_definite(scene, contact)
    })?;
    let at_it = lists.iter().any(|list| list.sort != PresenceWord::Companion);
    (people && at_it).then_some(met)
}

/// "the meeting", "their talks", not "a meeting" nor "meetings".
fn is_definite(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    let words = contact.words.start.saturating_sub(2)..contact.words.end;
    words.into_iter().any(|at| scene.source.is_any(at, &["the", "this", "their"]))
}
