//! Going through a text by words and by sentences, as the keys select them.

use std::ops::Range;

use super::words::{without_marks, word_from};
use crate::extract;
use crate::lexicon::Lexicon;
use crate::model::{Span, Text};

/// What is selected at one stroke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// A word.
    Word,
    /// A sentence.
    Sentence,
}

/// Which way a stroke goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// The one here, and if that is selected the next.
    Next,
    /// The one before.
    Previous,
    /// One more at the end of what is selected.
    More,
    /// One less.
    Less,
}

/// What is selected by a stroke from what is selected now, or from where the cursor stands, in bytes. None at
/// the ends of the text.
pub fn selected_by(
    stroke: Stroke,
    stretch: Stretch,
    now: Range<usize>,
    text: &Text,
    lexicon: &Lexicon,
) -> Option<Span> {
    let of = |line: Range<usize>| stretches(stretch, text, line, lexicon);
    let mut forward = lines_from(text, now.start).flat_map(of);
    let is_behind = |span: &Span| span.end() > now.start;
    match stroke {
        Stroke::Next => {
            let here = forward.find(is_behind)?;
            let is_selected = here.start() == now.start && here.end() <= now.end;
            if is_selected { forward.find(|next| next.start() >= now.end) } else { Some(here) }
        }
        Stroke::Previous => {
            let before = lines_before(text, now.start);
            let mut backward = before.flat_map(|line| of(line).into_iter().rev());
            backward.find(|before| before.start() < now.start)
        }
        Stroke::More => {
            let more = forward.find(|next| next.end() > now.end)?;
            text.span(if now.is_empty() { more.start() } else { now.start }..more.end())
        }
        Stroke::Less => {
            let within = forward.skip_while(|next| !is_behind(next)).take_while(|next| next.end() < now.end);
            text.span(now.start..within.last()?.end())
        }
    }
}

/// The words or sentences of a line.
fn stretches(stretch: Stretch, text: &Text, line: Range<usize>, lexicon: &Lexicon) -> Vec<Span> {
    let Some(words) = text.get(line.clone()) else { return Vec::new() };
    let found: Vec<Range<usize>> = match stretch {
        Stretch::Sentence => extract::sentences(words, lexicon),
        Stretch::Word => {
            let mut from = 0;
            let next = || {
                let word = word_from(words, from)?;
                from = word.end;
                Some(word)
            };
            std::iter::from_fn(next).collect()
        }
    };
    let spans =
        found.into_iter().filter_map(|part| text.span(line.start + part.start..line.start + part.end));
    spans.filter_map(|span| without_marks(text, span)).collect()
}

/// The lines of a text from that of this byte on.
fn lines_from(text: &Text, at: usize) -> impl Iterator<Item = Range<usize>> {
    let mut next = Some(line_at(text, at));
    std::iter::from_fn(move || {
        let line = next.take()?;
        next = (line.end < text.len()).then(|| line_at(text, line.end + 1));
        Some(line)
    })
}

/// The lines of a text from that of this byte back to the first.
fn lines_before(text: &Text, at: usize) -> impl Iterator<Item = Range<usize>> {
    let mut next = Some(line_at(text, at));
    std::iter::from_fn(move || {
        let line = next.take()?;
        next = line.start.checked_sub(1).map(|end| line_at(text, end));
        Some(line)
    })
}

/// The line that this byte stands in.
fn line_at(text: &Text, at: usize) -> Range<usize> {
    let at = at.min(text.len());
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let end = text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| at + length);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Talks in Oslo\n\nMs. Lind met Mr. Borg. She said: “We will pay.”\n\nHe left.";

    /// What is selected after these strokes from the beginning of the text, one after the other.
    fn read(stretch: Stretch, strokes: &[Stroke]) -> Vec<String> {
        let (text, lexicon) = (Text::new(TEXT), Lexicon::built_in());
        let mut now = 0..0;
        let select = |stroke: &Stroke| match selected_by(*stroke, stretch, now.clone(), &text, &lexicon) {
            Some(span) => {
                now = span.bytes();
                text.slice(span).to_owned()
            }
            None => "nothing".to_owned(),
        };
        strokes.iter().map(select).collect()
    }

    #[test]
    fn sentences_are_selected_one_after_the_other_and_back() {
        use Stroke::{Less, More, Next, Previous};
        let read = read(Stretch::Sentence, &[Next, Next, More, Less, Next, Next, Next, Previous, Previous]);
        assert_eq!(
            read,
            [
                "Talks in Oslo",
                "Ms. Lind met Mr. Borg",
                "Ms. Lind met Mr. Borg. She said: “We will pay.”",
                "Ms. Lind met Mr. Borg",
                "She said: “We will pay.”",
                "He left",
                "nothing",
                "She said: “We will pay.”",
                "Ms. Lind met Mr. Borg",
            ]
        );
    }

    #[test]
    fn words_are_selected_one_after_the_other_and_more_of_them() {
        use Stroke::{Less, More, Next, Previous};
        let read = read(Stretch::Word, &[Next, More, Next, Next, Next, More, More, Less, Previous]);
        assert_eq!(
            read,
            ["Talks", "Talks in", "Oslo", "Ms", "Lind", "Lind met", "Lind met Mr", "Lind met", "Ms"]
        );
    }

    #[test]
    fn a_sentence_is_selected_from_anywhere_within_it() {
        let (text, lexicon) = (Text::new(TEXT), Lexicon::built_in());
        let at = TEXT.find("Borg").unwrap();
        let found = selected_by(Stroke::Next, Stretch::Sentence, at..at + 4, &text, &lexicon).unwrap();
        assert_eq!(text.slice(found), "Ms. Lind met Mr. Borg");
    }
}
