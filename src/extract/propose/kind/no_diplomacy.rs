//! Texts that are no diplomacy.

use super::Contact;
use crate::extract::propose::main_contact::first_words;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::model::MeetingKind;

/// No diplomacy at all.
pub(super) const NO_DIPLOMACY: Rule<Contact> = Rule {
    name: "no_diplomacy",
    says: "The opening names neither two parties nor an office that speaks for one to others.",
    hits: &[
        ("The city council raised the school budget on Monday.", "none"),
        ("A warehouse burned down in Valletta on Friday, officials said.", "none"),
        ("The Secretary General of the Chess Federation resigned on Monday.", "none"),
        ("The club's deputy secretary general resigned on Monday.", "none"),
        ("The magazine named the swimmer Ana Torre its person of the year.", "none"),
    ],
    misses: &[
        "The Ambassador of Cyprus wished the readers well.",
        "Kenya regrets the decision of Malta to close the line.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Contact>> {
    let working = "the opening tells of no relations between parties".to_owned();
    let span = first_words(scene).filter(|_| !scene.opening.is_diplomatic());
    span.map(|span| Candidate { value: Contact(MeetingKind::NotDiplomatic), span, working })
        .into_iter()
        .collect()
}
