//! Who writes as "I": the person whom the letterhead names, or the headline after "Statement by".

use super::{Attendance, absent, scope};
use crate::extract::mention::PersonMention;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::{Part, Sentence};
use crate::lexicon::ContactWord;
use crate::model::Role;

/// The person in the letterhead of a release that tells of a contact as "I".
pub(super) const WRITES_AS_I: Rule<Attendance> = Rule {
    name: "writes_as_i",
    says: "The release tells of the contact as \"I\", and its head names the person who writes.",
    hits: &[
        (
            "Talks with Norway\n\nNEWS RELEASE MINISTER FOR TRADE ANA TORRE 16 October 2020\n\nI met the Norwegian Foreign Minister, Jon Lind, in Valletta today.",
            "ANA TORRE",
        ),
        (
            "Talks with Norway\n\nStatement by the Minister for Trade, Ana Torre\n\nI held talks with the Norwegian Foreign Minister, Jon Lind, in Oslo today.",
            "Ana Torre",
        ),
        (
            "Visit to Norway\n\nMINISTER FOR TRADE\n\nThe Hon Ana Torre MP\n\nToday Foreign Minister Jon Lind and I held talks on fish.",
            "Ana Torre",
        ),
    ],
    misses: &[
        "Talks with Norway\n\nMINISTER FOR TRADE ANA TORRE\n\nForeign Minister Jon Lind of Norway met Foreign Minister Omar Haddad in Oslo today.",
        "Talks with Norway\n\nI met Foreign Minister Jon Lind of Norway today.",
        "Talks with Minister for Trade Ana Torre\n\nI met Foreign Minister Jon Lind of Norway today.",
    ],
    propose: writes_as_i,
};

fn writes_as_i(scene: &Scene<'_>) -> Vec<Candidate<Attendance>> {
    const SENTENCES: usize = 12;
    let told =
        scene.source.sentences_of(&[Part::Body]).take(SENTENCES).find_map(|line| first_person(scene, line));
    let Some(told) = told else { return Vec::new() };
    let head = scene.source.sentences_of(&[Part::Headline, Part::Head]);
    let writer = head.filter_map(|line| writer(scene, line)).next();
    let working =
        format!("named at the head of a text that says \"{}\"", scene.source.text(&(told..told + 1)));
    writer.and_then(|mention| Attendance::of(scene, mention, Role::Principal, working)).into_iter().collect()
}

/// Where a sentence that reports a contact says "I" or "me", outside of quotation marks.
fn first_person(scene: &Scene<'_>, sentence: &Sentence) -> Option<usize> {
    let source = &scene.source;
    let own = |at: usize| {
        let i = source.is(at, "i") && source.word(at).is_some_and(|token| token.word.text == "I");
        (i || source.is_any(at, &["me", "my"])) && !source.is_quoted(at)
    };
    let told = sentence.words.clone().find(|&at| own(at));
    told.filter(|_| !scope::contacts(scene, sentence).is_empty())
}

/// The person with an office whom a line of the head names as the one who speaks: alone, or after "by".
fn writer<'s>(scene: &'s Scene<'_>, line: &Sentence) -> Option<&'s PersonMention> {
    const AROUND: usize = 8;
    let source = &scene.source;
    let mention = scene.mentions.people_within(&line.words).iter().find(|mention| mention.name.is_some())?;
    let official = scene.mentions.people.person(mention.person).is_some_and(|person| person.title.is_some());
    let the = mention.words.start.checked_sub(1).filter(|&at| source.is(at, "the"));
    let by = the.unwrap_or(mention.words.start).checked_sub(1).is_some_and(|at| source.is(at, "by"));
    // A headline names whom the contact was with.
    let alone = line.part == Part::Head
        && line.words.len() <= mention.words.len() + AROUND
        && scene
            .mentions
            .contacts_within(&line.words)
            .iter()
            .all(|contact| matches!(contact.sort, ContactWord::Remarks | ContactWord::Say));
    (official && (by || alone) && !absent::is_bystander(scene, mention)).then_some(mention)
}
