//! Texts that call themselves something else than a report: opinions, obituaries, reviews, readers' letters.

use super::Contact;
use crate::extract::propose::main_contact::first_words;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;
use crate::lexicon::{LineWord, says_in_line};
use crate::model::MeetingKind;

/// Labeled as no report.
pub(super) const NO_REPORT: Rule<Contact> = Rule {
    name: "no_report",
    says: "A label of the text says that it is an opinion, an obituary, a review or the like, and no government issued it.",
    hits: &[
        ("Obituary: Eva Lind, diplomat\n\nEva Lind met President Otieno of Kenya in 1973.", "none"),
        ("Editorial\n\nMend the roads\n\nThe ministers of Malta and Kenya met on Monday.", "none"),
        (
            "Ports and us | Letters to the Editor\n\nI met the foreign minister of Kenya once, as a child.",
            "none",
        ),
        ("Travel advice: Kenya\n\nMalta advises against all travel to parts of Kenya.", "none"),
    ],
    misses: &[
        "Lind, Otieno exchange letters\n\nPresident Lind of Malta sent a letter to President Otieno of Kenya.",
        "Ministers review ties\n\nThe ministers of Malta and Kenya met on Monday.",
    ],
    propose,
};

/// So many lines above the text may be its label.
const LINES: usize = 6;

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Contact>> {
    let source = &scene.source;
    let lines = source.sentences.iter().take(LINES);
    let head = lines.filter(|sentence| matches!(sentence.part, Part::Headline | Part::Head));
    // Several are the menu of a page.
    let labels = head.filter(|sentence| is_labeled(source.text(&sentence.words))).count();
    let labeled = labels == 1;
    let working = "a label says that the text is no report".to_owned();
    let span = first_words(scene).filter(|_| labeled && source.issuer().is_none());
    span.map(|span| Candidate { value: Contact(MeetingKind::NotDiplomatic), span, working })
        .into_iter()
        .collect()
}

/// "Obituary: Eva Lind", "Ports and us | Opinion": what a line begins or ends with, parted from the rest.
fn is_labeled(line: &str) -> bool {
    const PARTS: usize = 3;
    let line = line.to_lowercase().replace('’', "'");
    let parts = line.split([':', '|', '—', '–']);
    let parts: Vec<&str> =
        parts.map(|part| part.trim().trim_matches(['[', ']', '(', ')', '.'])).take(PARTS + 1).collect();
    let label = |part: Option<&&str>| part.is_some_and(|part| says_in_line(part, LineWord::Label));
    parts.len() <= PARTS && (label(parts.first()) || label(parts.last()))
}
