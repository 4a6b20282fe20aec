//! Sentences: where those of a paragraph begin and end. What has no end, such as a table without marks
//! or a text of quotation marks, is cut, so that no sentence takes more than its length.

use std::ops::Range;

use crate::extract::looks;
use crate::lexicon::{Lexicon, Shape, Token, Tokens, WordClass};
use crate::model::Span;

/// So much of a paragraph, in bytes, is given to the splitter at once. On brackets, quotation marks and
/// abbreviations its work grows faster than what it is given. Paragraphs are shorter, nearly all of them.
const PIECE: usize = 8 * 1024;

/// The most words that a sentence has. What goes on longer is a list or no prose.
const LONGEST: usize = 600;

/// The sentences of a paragraph, as runs of words.
pub(super) fn sentences(
    text: &str,
    paragraph: Span,
    tokens: &Tokens<'_>,
    lexicon: &Lexicon,
) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for bytes in bounds(text, paragraph) {
        let words = words_within(tokens, bytes);
        match found.last_mut() {
            Some(open) if !ends_sentence(tokens, open, &words, lexicon) => open.end = words.end,
            _ if words.is_empty() => {}
            _ => found.push(words),
        }
    }
    let parted = found.into_iter().flat_map(|words| part_after_network(tokens, words));
    parted.flat_map(cut).collect()
}

/// "in a post on X. Torre also met": a letter that is no initial ends the sentence.
fn part_after_network(tokens: &Tokens<'_>, words: Range<usize>) -> Vec<Range<usize>> {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.word.text);
    let mut found = Vec::new();
    let mut from = words.start;
    for at in words.start + 1..words.end.saturating_sub(1) {
        if text(at) == "X." && ["on", "via", "platform"].contains(&text(at - 1)) {
            found.push(from..at + 1);
            from = at + 1;
        }
    }
    found.push(from..words.end);
    found
}

/// The words of a line that is a sentence by itself.
pub(super) fn line(line: Span, tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    cut(words_within(tokens, line.bytes())).collect()
}

/// A run of words in parts that are short enough for a sentence.
fn cut(words: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    words.clone().step_by(LONGEST).map(move |start| start..words.end.min(start + LONGEST))
}

/// Where the splitter says that sentences begin and end, in bytes of the whole text.
fn bounds(text: &str, paragraph: Span) -> Vec<Range<usize>> {
    let mut bounds = Vec::new();
    let mut from = paragraph.start();
    while from < paragraph.end() {
        let end = text.floor_char_boundary(paragraph.end().min(from + PIECE));
        let Some(piece) = text.get(from..end) else { break };
        looks::note(piece.len());
        if is_one_sentence(piece) {
            bounds.push(from..end);
            from = end;
            continue;
        }
        let mut sentences = sentencex::get_sentence_boundaries("en", piece);
        // The last sentence of a piece may go on in the next one.
        if end < paragraph.end() && sentences.len() > 1 {
            sentences.pop();
        }
        let Some(last) = sentences.last().map(|last| last.end_byte).filter(|&last| last > 0) else { break };
        bounds.extend(sentences.iter().map(|s| from + s.start_byte..from + s.end_byte));
        from += last;
    }
    bounds
}

/// Whether nothing but its last letter can end a sentence, so that the splitter need not be asked: in the Latin script, and
/// without marks of lists.
fn is_one_sentence(piece: &str) -> bool {
    let mut before = piece.bytes().take(piece.len().saturating_sub(1));
    while let Some(byte) = before.next() {
        let goes_on = match byte {
            b'.' | b'!' | b'?' | b')' | b'\n' => false,
            0..=0x7f => true,
            // Letters of Europe.
            0xc3..=0xc9 => before.next().is_some(),
            // Dashes and quotation marks.
            0xe2 => before.next() == Some(0x80) && matches!(before.next(), Some(0x90..=0x9f)),
            _ => false,
        };
        if !goes_on {
            return false;
        }
    }
    piece.ends_with(|last: char| last.is_ascii())
}

/// The words that begin within these bytes.
pub(super) fn words_within(tokens: &[Token<'_>], bytes: Range<usize>) -> Range<usize> {
    let from = tokens.partition_point(|token| token.word.start < bytes.start);
    let to = tokens.partition_point(|token| token.word.start < bytes.end);
    from..to
}

/// Whether a sentence may end where the splitter ended it. It splits after "Ms." and "Amb.", whose
/// period belongs to the word, and within "10 a.m. Monday".
fn ends_sentence(tokens: &Tokens<'_>, open: &Range<usize>, next: &Range<usize>, lexicon: &Lexicon) -> bool {
    let Some(last) = open.end.checked_sub(1).and_then(|at| tokens.get(at)) else { return true };
    let Some(first) = tokens.get(next.start) else { return true };
    // "PHP2.4 billion": no space, no new sentence.
    let glued = last.word.start + last.word.text.len() == first.word.start;
    if glued && first.word.shape == Shape::Number {
        return false;
    }
    match last.word.shape {
        Shape::Mark(_) => first.word.shape != Shape::Lower,
        _ if last.word.text.ends_with('.') => {
            let opener = tokens.longest(lexicon.words(), next.start..next.start + 1);
            let opens = opener.is_some_and(|(_, classes)| {
                classes.iter().any(|class| matches!(class, WordClass::Opener | WordClass::Pronoun))
            });
            opens && last.word.shape == Shape::Upper
        }
        _ => true,
    }
}

/// Whether far the most of these words are in capitals.
pub(super) fn is_in_capitals(tokens: &[Token<'_>], words: &Range<usize>) -> bool {
    let shapes = || tokens.get(words.clone()).unwrap_or_default().iter().map(|token| token.word.shape);
    let loud = shapes().filter(|shape| *shape == Shape::Upper).count();
    let quiet = shapes().filter(|shape| matches!(shape, Shape::Capital | Shape::Lower)).count();
    loud > 3 && loud > 3 * quiet
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;
    use proptest::prelude::*;

    /// The sentences of a text that is one paragraph, and how many words it has.
    fn read(text: &str) -> (Vec<Range<usize>>, usize) {
        let lexicon = Lexicon::built_in();
        let tokens = lexicon.tokens(text);
        let paragraph = Text::new(text).span(0..text.trim_end().len());
        let found = paragraph.map(|all| sentences(text, all, &tokens, &lexicon)).unwrap_or_default();
        (found, tokens.len())
    }

    #[test]
    fn what_has_no_end_is_cut_and_every_word_is_in_one_sentence() {
        for part in
            ["“", "a. ", "a, ", "\"a ", "(", "Mr. ", "He met her and ", "It is so. He said: “", "。", "`` "]
        {
            let (found, words) = read(&part.repeat(9000));
            assert!(found.iter().all(|words| !words.is_empty() && words.len() <= LONGEST), "{part}");
            assert_eq!(
                found.into_iter().flatten().collect::<Vec<_>>(),
                (0..words).collect::<Vec<_>>(),
                "{part}"
            );
        }
    }

    #[test]
    fn a_paragraph_that_nothing_can_end_before_its_last_letter_is_one_sentence() {
        let told = [
            ("Minister Lind met “the envoy” – Mr Borg – at 9:30 in Malmö.", true),
            ("The 2,500 euros, she said, were spent", true),
            ("- the harbour, which is open!", true),
            ("She met Mr. Borg.", false),
            ("She came. He left.", false),
            ("She came (by ship).", false),
            ("Is it open? Yes", false),
            ("She came… He left.", false),
            ("1) the harbour 2) the ships.", false),
        ];
        for (text, one) in told {
            assert_eq!(is_one_sentence(text), one, "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_splitter_parts_nothing_that_is_one_sentence(
            text in "[A-Za-z0-9“(*-][A-Ca-c0-2 .,;:'\"“”’–(*+é-]{0,40}[.!?a-z]",
        ) {
            if is_one_sentence(&text) {
                let split = sentencex::get_sentence_boundaries("en", &text);
                let ends: Vec<usize> = split.iter().map(|sentence| sentence.end_byte).collect();
                prop_assert_eq!(ends, [text.len()]);
            }
        }
    }

    #[test]
    fn a_sentence_is_the_same_wherever_in_a_long_paragraph_it_stands() {
        let sentence = "Minister Lind of Sweden met Mr. Borg of the U.S. Department of State (and others). ";
        let (found, words) = read(&sentence.repeat(500));
        let each = words / 500;
        assert_eq!(found, (0..500).map(|at| at * each..(at + 1) * each).collect::<Vec<_>>());
    }
}
