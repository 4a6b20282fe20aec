//! Whether a text is itself a letter: it begins with a salutation, and is headed or closed like one.

use std::ops::Range;

use crate::extract::segment::{Part, Sentence, Source};

/// A salutation is among so many first sentences.
const FIRST: usize = 6;

/// A closing is among so many last ones.
const LAST: usize = 8;

/// Words that a salutation begins with.
const SALUTATIONS: &[&str] = &["dear", "excellency", "esteemed", "your"];

/// Words that the closing of a letter begins with.
const CLOSINGS: &[&str] = &["sincerely", "yours", "respectfully", "signed", "regards", "best", "with"];

/// The words of the salutation, if the text is a letter.
pub(in crate::extract) fn is_letter<'s>(source: &'s Source<'_>) -> Option<&'s Range<usize>> {
    let begins = |sentence: &Sentence, words: &[&str]| source.is_any(sentence.words.start, words);
    let early = source.sentences.iter().take(FIRST);
    let salutation = early.clone().find(|sentence| begins(sentence, SALUTATIONS))?;
    let headed = source.sentences_of(&[Part::Headline]).any(|headline| begins(headline, &["to"]));
    let closed = source.sentences.iter().rev().take(LAST).any(|sentence| begins(sentence, CLOSINGS));
    (headed || closed).then_some(&salutation.words)
}
