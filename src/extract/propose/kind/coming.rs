//! A contact that is only announced is a statement.

use super::{Contact, candidate};
use crate::extract::clause::Tense;
use crate::extract::mention::{ContactForm, ContactMention, Standing, follows};
use crate::extract::propose::main_contact::{MainContact, opening};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;
use crate::lexicon::{ContactWord, Cue};
use crate::model::MeetingKind;

/// Announced, not reported.
pub(super) const COMING: Rule<Contact> = Rule {
    name: "only_announced",
    says: "A visit or meeting that is yet to come is announced, not reported: a statement.",
    hits: &[
        (
            "Minister Lind to visit Malta\n\nForeign Minister Eva Lind will visit Malta from 3 to 5 May.",
            "statement",
        ),
        (
            "Counselor Orr's Travel to Kenya\n\nCounselor Dana Orr will travel to Kenya on 3 May to meet President Otieno.",
            "statement",
        ),
        (
            "Minister Lind of Sweden is expected in Valletta for talks with Minister Borg of Malta.",
            "statement",
        ),
        ("Minister Lind of Sweden flies to Malta on Thursday for a state visit.", "statement"),
        ("Minister Lind of Sweden is scheduled to arrive in Valletta on Friday.", "statement"),
        ("Minister Lind of Sweden has invited Minister Borg of Malta for talks in Rome.", "statement"),
        ("Minister Lind of Sweden called for talks with Malta on Friday.", "statement"),
        ("A visit to Malta by Minister Lind of Sweden is under consideration, officials said.", "statement"),
        (
            "Minister Lind of Sweden said on Friday that the time was not ripe for talks with Malta.",
            "statement",
        ),
        (
            "Minister Lind Undertakes Visit to Malta\n\nForeign Minister Eva Lind of Sweden will visit Malta from 3 to 5 May.",
            "statement",
        ),
        ("Malta to host talks\n\nMalta will host talks between Tunisia and Italy on Monday.", "statement"),
    ],
    misses: &[
        "Ministers meet\n\nMinister Lind of Sweden met Minister Borg of Malta and will visit Malta in May.",
        "Malta, Kenya to sign fish pact\n\nMinister Eva Lind of Malta says she will visit Kenya soon. She said this when the High Commissioner of Kenya paid a courtesy call on her.",
        "Lind invites Otieno for a visit\n\nMinister Lind of Malta has invited Minister Otieno of Kenya for a visit in May.\n\nFish is dear.\n\nPorts are old.\n\nMinister Lind of Malta and Minister Otieno of Kenya met in Rome on Friday.",
        "Ministers agree to meet again\n\nThe ministers of Malta and Kenya ended two days of talks in Rome on Friday.",
        "Call with Malta\n\nThe President of Tunisia spoke with the President of Malta. They will meet in May.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Contact>> {
    announced(scene)
        .and_then(|contact| candidate(scene, MeetingKind::Statement, contact, "is yet to come"))
        .into_iter()
        .collect()
}

/// The contact that the first sentence announces, where neither it nor the headline reports one.
fn announced<'s>(scene: &'s Scene<'_>) -> Option<&'s ContactMention> {
    let main = MainContact::of(scene);
    let told_above =
        main.headline.is_some_and(|contact| contact.standing <= Standing::Setting && tells(scene, contact));
    let first = opening(scene).find(|sentence| sentence.part == Part::Body)?;
    let mentions = || {
        let mentions = scene.mentions.contacts_within(&first.words).iter();
        mentions.filter(|contact| contact.sort.is_contact())
    };
    // "Lind Undertakes Visit to Norland\n\nLind will visit Norland": headlines tell so of what is to come.
    let visit = |c: &ContactMention| matches!(c.sort, ContactWord::Visit | ContactWord::Trip);
    let same = |above: &ContactMention| {
        let last = above.words.clone().rev().find(|&at| scene.clauses.verb_at(at).is_some());
        let past = last.unwrap_or(above.words.start);
        let past = scene.source.word(past).is_some_and(|word| word.word.text.to_lowercase().ends_with("ed"))
            || scene.source.is_any(past, &["met", "held", "paid", "made", "spoke", "began", "had"]);
        !past
            && mentions()
                .any(|c| c.standing == Standing::Ahead && (c.sort == above.sort || visit(c) && visit(above)))
    };
    if told_above && !main.headline.is_some_and(same) {
        return None;
    }
    let reports = mentions().any(|contact| contact.standing <= Standing::Setting && tells(scene, contact));
    // "She said this when the envoy paid a call on her"
    let there = opening(scene).any(|sentence| {
        let mut contacts = scene.mentions.contacts_within(&sentence.words).iter();
        contacts
            .any(|c| c.standing == Standing::Setting && c.form != ContactForm::Noun && c.sort.is_contact())
    });
    // "Norland, Sudland to discuss fish": the next sentence tells of the call in which they said so.
    let discussed = main.headline.is_some_and(|contact| contact.sort == ContactWord::Discuss)
        && main.lead.is_some_and(|contact| {
            let voice = matches!(contact.sort, ContactWord::Speak | ContactWord::Call | ContactWord::Video);
            voice && contact.standing == Standing::Reported
        });
    let reports = reports || there || discussed;
    let ahead = || mentions().find(|contact| contact.standing == Standing::Ahead);
    let coming = match main.headline {
        Some(contact) if contact.standing == Standing::Ahead && !reports => Some(contact),
        _ => ahead().filter(|_| !reports),
    };
    // "Lind invites Borg for a visit": the two had met when she did, if the text goes on to say so.
    let met = main.lead.is_some_and(|lead| lead.standing == Standing::Reported && tells(scene, lead));
    coming.filter(|contact| !(met && is_invitation(scene, contact)))
}

/// Whether the sentence of a contact says that somebody is invited to it.
fn is_invitation(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    let sentence = scene.source.sentence_at(contact.words.start);
    let mut before = sentence.into_iter().flat_map(|sentence| sentence.words.start..contact.words.start);
    before.any(|at| scene.source.is_any(at, &["invited", "invites", "invite", "inviting", "invitation"]))
}

/// Whether words report a contact rather than name it: a verb, or "after a call with the envoy".
fn tells(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    contact.form != ContactForm::Noun || follows(&scene.source, contact) || is_over(scene, contact)
}

/// "ended two days of talks": the noun is what has come to its end.
fn is_over(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    const NEAR: usize = 6;
    let clause = scene.clauses.at(contact.words.start);
    let verb = clause.and_then(|clause| clause.verb.as_ref());
    verb.is_some_and(|verb| {
        let near = verb.words.end <= contact.words.start && contact.words.start <= verb.words.end + NEAR;
        near && verb.tense == Tense::Past && scene.source.is_cue(verb.verb, Cue::Ends)
    })
}
