//! Segment: an article cut into paragraphs, sentences and words.
//!
//! A [`Source`] is what every later stage reads. It tells the head of an article (headline, date
//! line, offices) from its body and its foot, because a day or a place means something else in each.

use std::ops::Range;

use crate::lexicon::{Cue, Lexicon, Publisher, PublisherKind, Shape, Token, WordClass};
use crate::model::{Article, Span};

/// An article with its words looked up, cut into sentences.
pub(super) struct Source<'a> {
    /// The article itself.
    pub article: &'a Article,
    /// What is known of the world.
    pub lexicon: &'a Lexicon,
    /// What is known of the article's publisher.
    pub publisher: Option<&'a Publisher>,
    /// Every word and mark of the reading text, in order.
    pub tokens: Vec<Token<'a>>,
    /// Which of them stand in quotation marks.
    quoted: Vec<bool>,
    /// The cues that each of them is by itself, a bit a [`Cue`].
    cues: Vec<u32>,
    /// The sentences in order. A headline or a line of the head is one sentence.
    pub sentences: Vec<Sentence>,
    /// How many times a word was looked at, by which a test tells how the work grows with the text.
    #[cfg(test)]
    pub looks: std::cell::Cell<usize>,
}

/// A run of words that ends like a sentence, or a line by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    /// Its words, as places in [`Source::tokens`]. Never empty.
    pub words: Range<usize>,
    /// The number of its paragraph.
    pub paragraph: usize,
    /// In which part of the article it stands.
    pub part: Part,
}

/// A part of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The headline.
    Headline,
    /// Lines between the headline and the text: day, office, byline.
    Head,
    /// The text.
    Body,
    /// Lines after the text: office, city, day.
    Foot,
}

impl<'a> Source<'a> {
    /// Cuts an article up.
    pub fn new(article: &'a Article, lexicon: &'a Lexicon) -> Self {
        let text = article.text.as_str();
        let tokens = lexicon.tokens(text);
        let parts = parts(article);
        let mut sentences = Vec::new();
        for (number, &(paragraph, part)) in parts.iter().enumerate() {
            let bounds = match part {
                Part::Body => sentence_bounds(text, paragraph),
                _ => vec![paragraph.bytes()],
            };
            let mut pieces: Vec<Range<usize>> = Vec::new();
            for bytes in bounds {
                let words = words_within(&tokens, bytes);
                match pieces.last_mut() {
                    Some(open) if !ends_sentence(&tokens, open, &words, lexicon) => open.end = words.end,
                    _ if words.is_empty() => {}
                    _ => pieces.push(words),
                }
            }
            sentences.extend(pieces.into_iter().map(|words| Sentence { words, paragraph: number, part }));
        }
        let quoted = quoted(text, &tokens);
        let publisher = article.publisher.as_deref().and_then(|name| lexicon.publisher(name));
        let cues = tokens.iter().map(|token| cues(token, lexicon)).collect();
        Self {
            article,
            lexicon,
            publisher,
            tokens,
            quoted,
            cues,
            sentences,
            #[cfg(test)]
            looks: std::cell::Cell::default(),
        }
    }

    /// Notes a look at a word.
    #[inline]
    fn look(&self) {
        #[cfg(test)]
        self.looks.set(self.looks.get() + 1);
    }

    /// The party for which the publisher speaks, where that is a government or an organization: its
    /// place in [`Lexicon::parties`].
    pub fn issuer(&self) -> Option<usize> {
        let speaks = |kind| matches!(kind, PublisherKind::Government | PublisherKind::Organization);
        let publisher = self.publisher.filter(|publisher| speaks(publisher.kind))?;
        self.lexicon.party_row(publisher.party.as_ref()?)
    }

    /// The words of a sentence, or any run of words.
    #[inline]
    pub fn words(&self, range: &Range<usize>) -> &[Token<'a>] {
        self.look();
        self.tokens.get(range.clone()).unwrap_or_default()
    }

    /// The next words from this place on, at most so many.
    #[inline]
    pub fn ahead(&self, at: usize, count: usize) -> &[Token<'a>] {
        self.look();
        let rest = self.tokens.get(at..).unwrap_or_default();
        rest.get(..count).unwrap_or(rest)
    }

    /// One word.
    #[inline]
    pub fn word(&self, at: usize) -> Option<&Token<'a>> {
        self.look();
        self.tokens.get(at)
    }

    /// Whether the word at this place is this one, in any case.
    #[inline]
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.look();
        self.tokens.get(at).is_some_and(|token| token.is(word))
    }

    /// Whether the word at this place is one of these, in any case.
    #[inline]
    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        self.look();
        self.tokens.get(at).is_some_and(|token| words.iter().any(|word| token.is(word)))
    }

    /// Whether the word at this place is such a cue.
    #[inline]
    pub fn is_cue(&self, at: usize, cue: Cue) -> bool {
        self.look();
        self.cues.get(at).is_some_and(|cues| cues & bit(cue) != 0)
    }

    /// Whether the word at this place stands in quotation marks.
    #[inline]
    pub fn is_quoted(&self, at: usize) -> bool {
        self.quoted.get(at).copied().unwrap_or_default()
    }

    /// The span of a run of words. None for no words.
    pub fn span(&self, range: &Range<usize>) -> Option<Span> {
        let words = self.words(range);
        let (first, last) = (words.first()?, words.last()?);
        self.article.text.span(first.word.start..last.word.start + last.word.text.len())
    }

    /// The text of a run of words, as printed.
    pub fn text(&self, range: &Range<usize>) -> &'a str {
        let bytes = self.span(range).map(Span::bytes);
        bytes.and_then(|bytes| self.article.text.as_str().get(bytes)).unwrap_or_default()
    }

    /// The sentences of these parts.
    pub fn sentences_of(&self, parts: &'static [Part]) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter().filter(move |sentence| parts.contains(&sentence.part))
    }

    /// The sentence that this word stands in.
    pub fn sentence_at(&self, word: usize) -> Option<&Sentence> {
        let at = self.sentences.partition_point(|sentence| sentence.words.end <= word);
        self.sentences.get(at).filter(|sentence| sentence.words.contains(&word))
    }
}

/// The paragraphs of an article, each with the part that it belongs to.
fn parts(article: &Article) -> Vec<(Span, Part)> {
    let text = &article.text;
    let lines = text.split('\n').filter_map(|line| text.span_of_part(line.trim()));
    let mut parts: Vec<(Span, Part)> = lines.map(|line| (line, Part::Body)).collect();
    let headline = article
        .headline()
        .or_else(|| parts.first().map(|(first, _)| *first).filter(|&first| is_line(text.slice(first))));
    let mut rest = parts.iter_mut().peekable();
    if let Some(headline) = headline {
        while let Some((_, part)) = rest.next_if(|(line, _)| headline.overlaps(*line)) {
            *part = Part::Headline;
        }
    }
    while let Some((_, part)) = rest.next_if(|(line, _)| is_line(text.slice(*line))) {
        *part = Part::Head;
    }
    // An article of lines only has no body to tell the foot from.
    if parts.iter().any(|(_, part)| *part == Part::Body) {
        for (line, part) in parts.iter_mut().rev() {
            if *part != Part::Body || !is_line(text.slice(*line)) {
                break;
            }
            *part = Part::Foot;
        }
    }
    parts
}

/// Whether a paragraph is a line by itself (a title, an office, a day) rather than running text.
fn is_line(paragraph: &str) -> bool {
    // What closes may stand before quotation marks, parentheses and pictures.
    let marks = ['.', '!', '?', '…', ':', ';', ','];
    let last = paragraph.chars().rev().find(|c| c.is_alphanumeric() || marks.contains(c));
    let closed = last.is_some_and(|c| marks.contains(&c));
    paragraph.len() <= 250 && paragraph.split_whitespace().count() <= 30 && !closed
}

/// Where the sentences of a paragraph begin and end, in bytes of the whole text.
fn sentence_bounds(text: &str, paragraph: Span) -> Vec<Range<usize>> {
    let from = paragraph.start();
    let Some(content) = text.get(paragraph.bytes()) else { return Vec::new() };
    let sentences = sentencex::get_sentence_boundaries("en", content);
    sentences.iter().map(|s| from + s.start_byte..from + s.end_byte).collect()
}

/// The words that begin within these bytes.
fn words_within(tokens: &[Token<'_>], bytes: Range<usize>) -> Range<usize> {
    let from = tokens.partition_point(|token| token.word.start < bytes.start);
    let to = tokens.partition_point(|token| token.word.start < bytes.end);
    from..to
}

/// Whether a sentence may end where the splitter ended it. It splits after "Ms." and "Amb.", whose
/// period belongs to the word, and within "10 a.m. Monday".
fn ends_sentence(tokens: &[Token<'_>], open: &Range<usize>, next: &Range<usize>, lexicon: &Lexicon) -> bool {
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
            let opener = lexicon.words().longest(std::slice::from_ref(first));
            let opens = opener.is_some_and(|(_, classes)| {
                classes.iter().any(|class| matches!(class, WordClass::Opener | WordClass::Pronoun))
            });
            opens && last.word.shape == Shape::Upper
        }
        _ => true,
    }
}

/// The cues that a word is by itself.
fn cues(token: &Token<'_>, lexicon: &Lexicon) -> u32 {
    let found = lexicon.cues().longest(std::slice::from_ref(token));
    found.map_or(0, |(_, cues)| cues.iter().fold(0, |bits, &cue| bits | bit(cue)))
}

fn bit(cue: Cue) -> u32 {
    1 << cue as u32
}

/// Which words stand in quotation marks. Marks pair up within a paragraph; one that is not closed
/// runs to the paragraph's end, as in quotations over several paragraphs.
fn quoted(text: &str, tokens: &[Token<'_>]) -> Vec<bool> {
    let mut inside = false;
    let mut end = 0;
    tokens
        .iter()
        .map(|token| {
            if text.get(end..token.word.start).is_some_and(|gap| gap.contains('\n')) {
                inside = false;
            }
            end = token.word.start + token.word.text.len();
            match token.word.shape {
                Shape::Mark('“' | '«' | '„') => inside = true,
                Shape::Mark('”' | '»') => inside = false,
                Shape::Mark('"') => inside = !inside,
                _ => return inside,
            }
            false
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tests::article;

    fn sentences(text: &str) -> Vec<(Part, String)> {
        let article = article(text);
        let lexicon = Lexicon::built_in();
        let source = Source::new(&article, &lexicon);
        source.sentences.iter().map(|s| (s.part, source.text(&s.words).to_owned())).collect()
    }

    #[test]
    fn head_body_and_foot_are_told_apart() {
        let read = sentences(
            "Ministers meet in Valletta\n\n14 March 2021\n\nThe ministers met on Friday. They agreed.\n\nMinistry of Foreign Affairs\n\nValletta",
        );
        let parts: Vec<Part> = read.iter().map(|(part, _)| *part).collect();
        use Part::*;
        assert_eq!(parts, [Headline, Head, Body, Body, Foot, Foot]);
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        let read = sentences(
            "Amb. Ana Torre met Ms. Lind of the U.S. Department of State. H.E. Mr. Ito J. Abe came too. He spoke.",
        );
        assert_eq!(read.len(), 3, "{read:?}");
        let read = sentences("Ana Torre will spend PHP2.4 billion on ships. She said so.");
        assert_eq!(read.len(), 2, "{read:?}");
    }
}
