//! Letters, messages and telegrams.

use super::{Contact, candidate};
use crate::extract::mention::Standing;
use crate::extract::propose::letter::is_letter;
use crate::extract::propose::main_contact::MainContact;
use crate::extract::propose::main_contact::opening;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::lexicon::ContactWord;
use crate::model::MeetingKind;

/// Letters and messages.
pub(super) const IN_WRITING: Rule<Contact> = Rule {
    name: "in_writing",
    says: "The headline or the opening tells of a letter, message or telegram from one side to the other.",
    hits: &[
        ("King Hamza sent a letter to the President of Cyprus.", "correspondence"),
        ("The presidents of Malta and Cyprus exchanged congratulatory messages.", "correspondence"),
        (
            "Congratulations to President Costa\n\nPresident Otieno of Kenya congratulated President Costa of Cyprus.\n\nThe message reads, in part: \"I wish you success.\"",
            "correspondence",
        ),
        (
            "To President Costa of Cyprus\n\nDear Mr. President,\n\nI congratulate you on the national day of Cyprus.\n\nSincerely,\n\nJames Otieno\n\nPresident of Kenya",
            "correspondence",
        ),
    ],
    misses: &[
        "The minister met the Ambassador of Cyprus, who handed over a letter from his President.",
        "The President of Kenya congratulated the President of Cyprus during their meeting in Nairobi.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Contact>> {
    let main = MainContact::of(scene);
    let written =
        main.reported().find(|contact| matches!(contact.sort, ContactWord::Write | ContactWord::Letter));
    let quoted =
        || main.reported().find(|contact| contact.sort == ContactWord::Greet && quotes_message(scene));
    let meets = main.lead.is_some_and(|contact| {
        contact.standing == Standing::Reported
            && matches!(
                contact.sort,
                ContactWord::Meet | ContactWord::Receive | ContactWord::Visit | ContactWord::Trip
            )
    });
    written
        .or_else(quoted)
        .filter(|_| !meets)
        .and_then(|contact| candidate(scene, MeetingKind::Correspondence, contact, "is in writing"))
        .or_else(|| letter_itself(scene))
        .into_iter()
        .collect()
}

/// The text is itself a letter.
fn letter_itself(scene: &Scene<'_>) -> Option<Candidate<Contact>> {
    let salutation = is_letter(&scene.source)?;
    let working = format!("\"{}\" begins a letter", scene.source.text(salutation));
    let span = scene.source.span(salutation)?;
    Some(Candidate { value: Contact(MeetingKind::Correspondence), span, working })
}

/// Whether the opening quotes a message: "The message reads", "in his telegram".
fn quotes_message(scene: &Scene<'_>) -> bool {
    const WRITINGS: &[&str] = &["message", "telegram", "letter", "cable"];
    opening(scene).any(|sentence| sentence.words.clone().any(|at| scene.source.is_any(at, WRITINGS)))
}
