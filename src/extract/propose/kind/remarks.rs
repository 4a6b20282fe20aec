//! Remarks at an event: what was said there is a statement, though the event is a meeting of many.

use super::{Contact, candidate};
use crate::extract::mention::{ContactMention, Standing};
use crate::extract::propose::main_contact::MainContact;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;
use crate::lexicon::ContactWord;
use crate::model::MeetingKind;

/// Said at an event.
pub(super) const REMARKS: Rule<Contact> = Rule {
    name: "remarks_at_event",
    says: "The headline announces remarks at an event, and the text opens without reporting a meeting.",
    hits: &[
        (
            "Remarks by Minister Lind at the Arctic Conference\n\nIt is a great pleasure to see you here.",
            "statement",
        ),
        ("Statement by Kenya at the donor conference\n\nMr. President, Kenya thanks you.", "statement"),
        (
            "Speech of the Prime Minister at the summit in Malta\n\nDear colleagues, we face a hard year.",
            "statement",
        ),
    ],
    misses: &[
        "Joint Statement on the Meeting of Ministers Lind and Borg\n\nThe ministers met in Valletta.",
        "Remarks after talks\n\nMinister Lind and Minister Borg held talks on Monday.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Contact>> {
    let reported = MainContact::of(scene).lead.is_some_and(|lead| lead.standing == Standing::Reported);
    let remarks = remarks(scene).filter(|_| !reported);
    remarks
        .and_then(|words| candidate(scene, MeetingKind::Statement, words, "is said at an event"))
        .into_iter()
        .collect()
}

/// The remarks of a headline that go on with "at" and an event.
fn remarks<'s>(scene: &'s Scene<'_>) -> Option<&'s ContactMention> {
    let headline = scene.source.sentences_of(&[Part::Headline]).next()?;
    let mut mentions = scene.mentions.contacts_within(&headline.words).iter();
    let first = mentions.next().filter(|first| first.sort == ContactWord::Remarks)?;
    let event =
        mentions.find(|contact| matches!(contact.sort, ContactWord::Summit | ContactWord::Meeting))?;
    // At a joint briefing, or at "their meeting", both sides are.
    let theirs = event.words.start.checked_sub(1).is_some_and(|at| scene.source.is(at, "their"));
    if theirs || scene.source.is(event.words.start, "joint") {
        return None;
    }
    (first.words.end..event.words.start).any(|at| scene.source.is(at, "at")).then_some(first)
}
