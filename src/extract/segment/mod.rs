//! Segment: an article cut into paragraphs, sentences and words.
//!
//! A [`Source`] is what every later stage reads. It tells the head of an article (headline, date
//! line, offices) from its body and its foot, because a day or a place means something else in each.

mod captions;
mod movements;
mod parts;
mod rosters;
mod sentences;
mod state_hints;
mod unlisted;

use std::ops::Range;

use super::looks;
use crate::lexicon::{
    Cue, Facts, Lexicon, PartyName, PartyRow, Phrases, Publisher, PublisherKind, Shape, Tags, Token, Tokens,
    Values,
};
use crate::model::{Article, Span, Text};
use unlisted::Unlisted;

/// So many words of an article are read, which is more than any has: the largest file that is imported
/// holds fewer, unless it is made of single marks, and those would take gigabytes.
const MOST_WORDS: usize = 4_000_000;

/// An article with its words looked up, cut into sentences.
pub(super) struct Source<'a> {
    /// The article itself.
    pub article: &'a Article,
    /// What is known of the world.
    pub lexicon: &'a Lexicon,
    /// What is known of the article's publisher.
    pub publisher: Option<&'a Publisher>,
    /// Every word and mark of the reading text, in order, up to [`MOST_WORDS`].
    pub tokens: Tokens<'a>,
    /// Which of them stand in quotation marks.
    quoted: Vec<bool>,
    /// The sentences in order. A headline or a line of the head is one sentence.
    pub sentences: Vec<Sentence>,
    /// The parties that it names and no table knows.
    unlisted: Unlisted,
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
    /// Whether it is printed in capitals, where "US" and "WHO" may be any word.
    pub in_capitals: bool,
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
    /// A line of a list of people, wherever in the article it stands.
    Roster,
    /// What stands under a picture, in the text or before it.
    Caption,
    /// Lines after the text: office, city, day.
    Foot,
}

impl<'a> Source<'a> {
    /// Cuts an article up.
    pub fn new(article: &'a Article, lexicon: &'a Lexicon) -> Self {
        let text = article.text.as_str();
        let tokens = lexicon.first_tokens(text, MOST_WORDS);
        let mut sentences = Vec::new();
        for (paragraph, (line, part)) in parts::parts(article, &tokens, lexicon).into_iter().enumerate() {
            let found = match part {
                Part::Body | Part::Caption => sentences::sentences(text, line, &tokens, lexicon),
                _ => sentences::line(line, &tokens),
            };
            sentences.extend(found.into_iter().map(|words| {
                let in_capitals = sentences::is_in_capitals(&tokens, &words);
                Sentence { words, paragraph, part, in_capitals }
            }));
        }
        let quoted = quoted(text, &tokens);
        let publisher = article.publisher.as_deref().and_then(|name| lexicon.publisher(name));
        let unlisted = Unlisted::default();
        let mut source = Self { article, lexicon, publisher, tokens, quoted, sentences, unlisted };
        source.unlisted = Unlisted::of(&source);
        source
    }

    /// A party by its number: a place in [`Lexicon::parties`], or after them one that no table knows.
    pub fn party(&self, row: usize) -> Option<&PartyRow> {
        let listed = self.lexicon.parties();
        listed.get(row).or_else(|| self.unlisted.row(row.checked_sub(listed.len())?))
    }

    /// The party that no table knows and whose name begins at this word, and how many words it takes.
    pub fn unlisted_at(&self, at: usize) -> Option<(usize, PartyName)> {
        self.unlisted.at(self, at)
    }

    /// The party for which the publisher speaks, where that is a government or an organization: its
    /// place in [`Lexicon::parties`].
    pub fn issuer(&self) -> Option<usize> {
        let speaks = |kind| matches!(kind, Some(PublisherKind::Government | PublisherKind::Organization));
        let publisher = self.publisher.filter(|publisher| speaks(publisher.kind))?;
        self.lexicon.party_row(publisher.party.as_ref()?)
    }

    /// The words of a sentence, or any run of words.
    #[inline]
    pub fn words(&self, range: &Range<usize>) -> &[Token<'a>] {
        looks::note(range.len());
        self.tokens.get(range.clone()).unwrap_or_default()
    }

    /// The next words from this place on, at most so many.
    #[inline]
    pub fn ahead(&self, at: usize, count: usize) -> &[Token<'a>] {
        let rest = self.tokens.get(at..).unwrap_or_default();
        let ahead = rest.get(..count).unwrap_or(rest);
        looks::note(ahead.len());
        ahead
    }

    /// The longest phrase that these words begin with: how many words it takes, and its values.
    #[inline]
    pub fn phrase<'p, V>(
        &self,
        phrases: &'p Phrases<V>,
        words: Range<usize>,
    ) -> Option<(usize, Values<'p, V>)>
    where
        'a: 'p,
    {
        looks::note(1);
        self.tokens.longest(phrases, words)
    }

    /// The longest phrase that the words at these places begin with, what stands between them being left out.
    pub fn phrase_over<'p, V>(
        &self,
        phrases: &'p Phrases<V>,
        places: &[usize],
    ) -> Option<(usize, Values<'p, V>)>
    where
        'a: 'p,
    {
        looks::note(1);
        self.tokens.longest_over(phrases, places)
    }

    /// One word.
    #[inline]
    pub fn word(&self, at: usize) -> Option<&Token<'a>> {
        looks::note(1);
        self.tokens.get(at)
    }

    /// Whether the word at this place is this one, in any case.
    #[inline]
    pub fn is(&self, at: usize, word: &str) -> bool {
        looks::note(1);
        self.tokens.get(at).is_some_and(|token| token.is(word))
    }

    /// Whether the word at this place is one of these, in any case.
    #[inline]
    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        looks::note(1);
        self.tokens.get(at).is_some_and(|token| words.iter().any(|word| token.is(word)))
    }

    /// Whether the word at this place is such a cue.
    #[inline]
    pub fn is_cue(&self, at: usize, cue: Cue) -> bool {
        self.facts(at).is_cue(cue)
    }

    /// What is known of the word at this place by itself.
    #[inline]
    pub fn facts(&self, at: usize) -> &'a Facts {
        looks::note(1);
        self.tokens.facts(at)
    }

    /// Whether a word is what several who met are called together: "ministers", "sides", "pair"; not "United States".
    pub fn names_several(&self, at: usize) -> bool {
        let name = self.word(at).is_some_and(|word| word.word.shape.is_capital());
        !name && self.facts(at).tags.any(Tags::SIDES)
    }

    /// Whether the word at this place stands in quotation marks.
    #[inline]
    pub fn is_quoted(&self, at: usize) -> bool {
        self.quoted.get(at).copied().unwrap_or_default()
    }

    /// The span of a run of words. None for no words.
    pub fn span(&self, range: &Range<usize>) -> Option<Span> {
        looks::note(2);
        let words = self.tokens.get(range.clone())?;
        let (first, last) = (words.first()?, words.last()?);
        self.article.text.span(first.word.start..last.word.start + last.word.text.len())
    }

    /// The words that begin within a span.
    pub fn words_of(&self, span: Span) -> Range<usize> {
        sentences::words_within(&self.tokens, span.bytes())
    }

    /// The text of a run of words, as printed.
    pub fn text(&self, range: &Range<usize>) -> &'a str {
        looks::note(range.len());
        let bytes = self.span(range).map(Span::bytes);
        bytes.and_then(|bytes| self.article.text.as_str().get(bytes)).unwrap_or_default()
    }

    /// The sentences of these parts.
    pub fn sentences_of(&self, parts: &'static [Part]) -> impl Iterator<Item = &Sentence> {
        let sentences = self.sentences.iter().inspect(|_| looks::note(1));
        sentences.filter(move |sentence| parts.contains(&sentence.part))
    }

    /// The lists of people: the sentence before each, which leads in to it, and its lines.
    pub fn rosters(&self) -> impl Iterator<Item = (Option<&Sentence>, &[Sentence])> {
        let mut from = 0_usize;
        let runs = self.sentences.chunk_by(|one, next| one.part == next.part);
        let runs = runs.inspect(|run| looks::note(run.len())).map(move |run| {
            let lead = from.checked_sub(1).and_then(|lead| self.sentences.get(lead));
            from += run.len();
            (lead, run)
        });
        runs.filter(|(_, run)| run.first().is_some_and(|first| first.part == Part::Roster))
    }

    /// The words right before this one, so many at most: as far as they stand in its sentence.
    pub fn before(&self, at: usize, most: usize) -> Range<usize> {
        let start = self.sentence_at(at).map_or(at, |sentence| sentence.words.start);
        start.max(at.saturating_sub(most))..at
    }

    /// The words from this place on, so many at most: as far as they stand in the sentence of the word before it.
    pub fn after(&self, from: usize, most: usize) -> Range<usize> {
        let before = from.checked_sub(1).and_then(|before| self.sentence_at(before));
        let end = before.map_or(from, |sentence| sentence.words.end);
        from..end.min(from.saturating_add(most)).max(from)
    }

    /// The sentence that this word stands in.
    pub fn sentence_at(&self, word: usize) -> Option<&Sentence> {
        looks::note(1);
        let at = self.sentences.partition_point(|sentence| sentence.words.end <= word);
        self.sentences.get(at).filter(|sentence| sentence.words.contains(&word))
    }
}

/// Where the sentences of a paragraph are, in bytes.
pub(super) fn sentences_of(paragraph: &str, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let text = Text::new(paragraph);
    let tokens = lexicon.first_tokens(&text, MOST_WORDS);
    let whole = text.span(0..text.len());
    let runs = whole.map(|whole| sentences::sentences(&text, whole, &tokens, lexicon)).unwrap_or_default();
    let bytes = runs.into_iter().filter_map(|words| {
        let words = tokens.get(words)?;
        let last = words.last()?;
        Some(words.first()?.word.start..last.word.start + last.word.text.len())
    });
    bytes.collect()
}

/// Which words stand in quotation marks. Marks pair up within a paragraph; one that is not closed
/// runs to the paragraph's end, as in quotations over several paragraphs.
fn quoted(text: &str, tokens: &[Token<'_>]) -> Vec<bool> {
    let mut inside = false;
    let mut end = 0;
    tokens
        .iter()
        .map(|token| {
            let gap = text.get(end..token.word.start).unwrap_or_default();
            // Nearly always a space.
            if gap != " " && gap.contains('\n') {
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
