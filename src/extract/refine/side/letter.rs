//! Letters: whoever sent one that somebody brought was not there when it was handed over.

use crate::extract::mention::{ContactMention, Mentions, PersonMention};
use crate::extract::segment::{Sentence, Source};
use crate::lexicon::{ContactWord, Cue, Shape};

/// What is done with a letter is told within so many words before it.
const NEAR: usize = 6;

/// Who sent the letter that somebody brought: "delivered a letter from C", "brings C's letter".
pub(super) fn brought_from<'m>(
    source: &Source<'_>,
    mentions: &'m Mentions,
    sentence: &Sentence,
    letter: &ContactMention,
) -> Option<&'m PersonMention> {
    let verb = sentence.words.start.max(letter.words.start.saturating_sub(NEAR))..letter.words.end;
    if letter.sort != ContactWord::Letter || !verb.clone().any(|at| source.is_cue(at, Cue::Brings)) {
        return None;
    }
    let behind = mentions.people_within(&(letter.words.end..sentence.words.end)).first();
    let from = |at: usize| at.checked_sub(1).is_some_and(|at| source.is(at, "from"));
    let owner = || {
        let owner = mentions.people_within(&verb).last()?;
        let possessive = source.word(owner.words.end).map(|word| word.word.shape) == Some(Shape::Possessive);
        possessive.then_some(owner)
    };
    behind.filter(|sender| from(sender.words.start)).or_else(owner)
}
