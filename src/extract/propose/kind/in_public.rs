//! Statements: diplomatic, but nobody meets anybody.

use super::Contact;
use crate::extract::propose::main_contact::first_words;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::model::MeetingKind;

/// Said in public.
pub(super) const IN_PUBLIC: Rule<Contact> = Rule {
    name: "in_public",
    says: "The text is about relations between parties, and reports no contact: remarks or a statement.",
    hits: &[
        ("The Secretary-General called for calm.", "statement"),
        ("Kenya regrets the decision of Malta to close the line.", "statement"),
        ("Joint Statement on Energy\n\nMalta and Italy are committed to secure energy.", "statement"),
        ("The Foreign Ministry of Cyprus condemned the attack in Kenya.", "statement"),
    ],
    misses: &[
        "The city council raised the school budget on Monday.",
        "The magazine named the swimmer Ana Torre its person of the year.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Contact>> {
    let working = "the opening tells of relations between parties, and of no contact".to_owned();
    let span = first_words(scene).filter(|_| scene.opening.is_diplomatic());
    span.map(|span| Candidate { value: Contact(MeetingKind::Statement), span, working }).into_iter().collect()
}
