//! Who leads, who speaks and whom a clause is about, of those whom a sentence names.

use crate::extract::mention::{Mentions, PersonIndex, PersonMention};
use crate::extract::segment::{Sentence, Source};
use crate::lexicon::VerbClass;

/// Whether a person stands behind what is told as the one who says so: ", Haddad told reporters", ", said Haddad".
pub(super) fn is_reporter(source: &Source<'_>, mention: &PersonMention) -> bool {
    const BEHIND: usize = 3;
    let start = mention.words.start;
    let says = |at: usize| {
        let verb = source.phrase(source.lexicon.verbs(), at..at + BEHIND);
        verb.is_some_and(|(_, senses)| senses.iter().any(|sense| sense.class == VerbClass::Say))
    };
    let comma = |at: usize| at.checked_sub(1).is_some_and(|at| source.is(at, ","));
    comma(start) && says(mention.words.end)
        || start.checked_sub(1).is_some_and(|verb| source.is_any(verb, &["said", "says"]) && comma(verb))
}

/// Who leads a delegation that the sentence names: "a delegation led by A", "A arrived at the head of a
/// delegation", "A led a delegation".
pub(super) fn leader(source: &Source<'_>, mentions: &Mentions, sentence: &Sentence) -> Option<PersonIndex> {
    const NEAR: usize = 14;
    let group = sentence.words.clone().find(|&at| source.is_any(at, &["delegation", "entourage"]))?;
    let mut behind = group + 1..sentence.words.end.min(group + NEAR);
    let by = behind.find(|&at| source.is(at, "by") && source.is_any(at - 1, &["led", "headed"]));
    if let Some(by) = by {
        return mentions.people_within(&(by..sentence.words.end.min(by + NEAR))).first().map(|m| m.person);
    }
    let mut before = (sentence.words.start.max(group.saturating_sub(NEAR))..group).rev();
    let leads =
        before.find(|&at| source.is_any(at, &["led", "leads", "leading", "heading", "heads", "head"]))?;
    let first = mentions.people_within(&(sentence.words.start..leads)).last();
    first.map(|mention| mention.person)
}

/// Of those before a verb the one that it is about: "Torre, who will meet Lind today, is accompanied by".
pub(super) fn subject<'m>(source: &Source<'_>, before: &'m [PersonMention]) -> Option<&'m PersonMention> {
    let who = |person: &PersonMention| {
        let end = person.words.end;
        source.is_any(end, &["who", "whom", "whose"])
            || source.is(end, ",") && source.is_any(end + 1, &["who", "whom", "whose"])
    };
    let last = before.last();
    before.iter().rev().take(2).find(|person| who(person)).or(last)
}
