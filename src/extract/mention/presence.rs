//! Presence: where a text tells who was there ("attended by", "accompanied by", "also present were").

use std::ops::Range;

use super::in_order::Placed;
use crate::extract::segment::{Sentence, Source};
use crate::lexicon::{Cue, PresenceWord, Shape, WordClass};

/// Words that tell who was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) struct PresenceMention {
    /// The words, up to "were" where they open a sentence.
    pub words: Range<usize>,
    /// On which side of them those present are named.
    pub sort: PresenceWord,
}

impl Placed for PresenceMention {
    fn words(&self) -> &Range<usize> {
        &self.words
    }
}

impl PresenceMention {
    /// Whether those after the words are present.
    pub fn names_after(&self) -> bool {
        matches!(self.sort, PresenceWord::Present | PresenceWord::Company | PresenceWord::Opening)
    }

    /// Whether those before the words are present.
    pub fn names_before(&self) -> bool {
        matches!(
            self.sort,
            PresenceWord::Attended | PresenceWord::Company | PresenceWord::Companion | PresenceWord::Signed
        )
    }
}

/// Where an article tells who was there, in order.
pub(super) fn presence(source: &Source<'_>) -> Vec<PresenceMention> {
    source.sentences.iter().flat_map(|sentence| in_sentence(source, sentence)).collect()
}

fn in_sentence(source: &Source<'_>, sentence: &Sentence) -> Vec<PresenceMention> {
    let mut found = Vec::new();
    let mut at = sentence.words.start;
    while at < sentence.words.end {
        match source.phrase(source.lexicon.presence(), at..sentence.words.end) {
            Some((n, sorts)) => {
                // "Accompanying her was Ambassador Torre": what opens a sentence is tried first.
                let opening = sorts.iter().filter(|&&sort| sort == PresenceWord::Opening);
                let other = sorts.iter().filter(|&&sort| sort != PresenceWord::Opening);
                let read = opening.chain(other).find_map(|&sort| read(source, sentence, at..at + n, sort));
                at = read.as_ref().map_or(at + n, |mention| mention.words.end);
                found.extend(read);
            }
            None => at += 1,
        }
    }
    found
}

fn read(
    source: &Source<'_>,
    sentence: &Sentence,
    words: Range<usize>,
    sort: PresenceWord,
) -> Option<PresenceMention> {
    if sort == PresenceWord::Opening {
        let end = named_after(source, sentence, &words)?;
        return Some(PresenceMention { words: words.start..end, sort });
    }
    if sort == PresenceWord::Signed && is_past(source, sentence, &words) {
        return None;
    }
    // "joined in calling for an end to the war" says nothing of a meeting, nor does "joined forces".
    let calling = |at: usize| source.word(at).is_some_and(|token| token.word.text.ends_with("ing"));
    let apart = source.is_any(words.start, &["joined", "joins"])
        && (source.is_any(words.end, &["forces", "hands", "calls", "ranks", "with"])
            || source.is(words.end, "in") && calling(words.end + 1) && !source.is(words.end + 1, "meeting"));
    if apart {
        return None;
    }
    // "took part in consultations in October last year"
    let long_ago = sort == PresenceWord::Attended
        && (words.end..sentence.words.end.min(words.end + SEES))
            .any(|at| source.is_any(at, &["ago", "previously"]) || is_last(source, at));
    if long_ago {
        return None;
    }
    // "the signing of an agreement by": those named after signed.
    if source.is(words.start, "signing") {
        let by = (words.end..sentence.words.end.min(words.end + 14)).find(|&at| source.is(at, "by"))?;
        return Some(PresenceMention { words: words.start..by + 1, sort: PresenceWord::Present });
    }
    // "attended on the Cuban side by": those named after took part.
    let by = (words.end..sentence.words.end.min(words.end + 6)).find(|&at| source.is(at, "by"));
    if sort == PresenceWord::Attended
        && let Some(by) = by
        && (words.end..by).any(|at| source.is_any(at, &["side", "part"]))
    {
        return Some(PresenceMention { words: words.start..by + 1, sort: PresenceWord::Present });
    }
    let led = source.is_any(words.start, &["led", "headed"]) && sort == PresenceWord::Present;
    if led && !leads_people(source, words.start) {
        return None;
    }
    let verb = matches!(sort, PresenceWord::Attended | PresenceWord::Companion | PresenceWord::Signed);
    let noun = verb && words.start.checked_sub(1).is_some_and(|before| is_article(source, before));
    (!is_ahead(source, words.start) && !noun).then_some(PresenceMention { words, sort })
}

/// "Also attending the talks were": the place after "were", where such words begin a sentence.
fn named_after(source: &Source<'_>, sentence: &Sentence, words: &Range<usize>) -> Option<usize> {
    const BEGINS: usize = 2;
    const WITHIN: usize = 16;
    let begins = words.start <= sentence.words.start + BEGINS;
    let mut rest = words.end..sentence.words.end.min(words.end + WITHIN);
    let were = rest.find(|&at| source.is_any(at, &["were", "was", "are", "is", "included", "include", ":"]));
    were.filter(|_| begins).map(|were| were + 1)
}

/// "the delegation led by", "the talks were headed by", not "the process led by".
fn leads_people(source: &Source<'_>, verb: usize) -> bool {
    const LED: [&str; 23] = [
        "guests",
        "visitors",
        "officials",
        "lawmakers",
        "delegation",
        "delegations",
        "team",
        "teams",
        "group",
        "mission",
        "side",
        "sides",
        "party",
        "was",
        "were",
        "is",
        "are",
        "meeting",
        "talks",
        "session",
        "and",
        "been",
        "being",
    ];
    // "a delegation from the United Arab Emirates headed by"
    let group = source
        .before(verb, 9)
        .any(|at| source.is_any(at, &LED) && source.is_any(at + 1, &["from", "of"]) && !source.is(at, "and"));
    group
        || source.before(verb, 3).any(|at| source.is_any(at, &LED) || source.is_any(at, &["and", ","]))
        || verb == 0
}

/// Former times are told of within so many words.
const SEES: usize = 60;

/// Whether a sentence tells of former times: "signed last year", "in 2019".
fn is_past(source: &Source<'_>, sentence: &Sentence, words: &Range<usize>) -> bool {
    let year = |at: usize| source.word(at).is_some_and(|token| token.word.shape == Shape::Number);
    let from = sentence.words.start.max(words.start.saturating_sub(SEES));
    let mut around = from..sentence.words.end.min(words.end + SEES);
    around.any(|at| {
        source.is_any(at, &["last", "earlier", "previously", "ago", "originally"])
            || source.is_any(at, &["in", "since"]) && year(at + 1)
    })
}

/// "last year", "last October"
fn is_last(source: &Source<'_>, at: usize) -> bool {
    let classes = source.phrase(source.lexicon.words(), at + 1..at + 2);
    let month = classes.is_some_and(|(_, classes)| classes.iter().any(|c| matches!(c, WordClass::Month(_))));
    source.is(at, "last")
        && (month || source.is_any(at + 1, &["year", "month", "spring", "autumn", "summer"]))
}

/// Whether somebody is still to come: "will attend", "is expected to chair".
fn is_ahead(source: &Source<'_>, verb: usize) -> bool {
    let mut before = source.before(verb, 3).rev().take_while(|&at| !is_mark(source, at));
    before.any(|at| source.is(at, "to") || source.is_cue(at, Cue::Modal))
}

/// "the lead", "a chair": no verb.
fn is_article(source: &Source<'_>, at: usize) -> bool {
    source.is_any(at, &["the", "a", "an", "its", "his", "her", "their"])
}

fn is_mark(source: &Source<'_>, at: usize) -> bool {
    source.word(at).is_some_and(|token| matches!(token.word.shape, Shape::Mark(_)))
}
