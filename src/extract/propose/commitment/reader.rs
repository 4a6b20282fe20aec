//! Reader: the scene and its discourse, with the small questions that every step asks of a word.

use std::borrow::Cow;

use crate::extract::discourse::{ADVERBS, Discourse, Meant, Tags, Voice};
use crate::extract::rule::Scene;
use crate::extract::segment::{Part, Sentence};
use crate::lexicon::Shape;

/// How far from a verb its subject, its governing verb and its end are looked for. Sentences are
/// shorter; what is longer is a table or a text without marks, which must not cost more than its length.
const FAR: usize = 300;

/// What the rules read with. Its steps stand in files of their own: `subject`, `frame`, `reach`.
#[derive(Clone, Copy)]
pub(super) struct Reader<'r, 'a> {
    pub scene: &'r Scene<'a>,
    pub discourse: &'r Discourse,
}

impl<'r, 'a> Reader<'r, 'a> {
    /// Reads a scene; what is found of its discourse is kept for the next rule.
    pub fn of(scene: &'r Scene<'a>) -> Self {
        Self { scene, discourse: scene.discourse.get_or_init(|| Discourse::of(scene)) }
    }

    /// The sentences in which undertakings are looked for. A headline repeats the text's.
    pub fn sentences(&self) -> impl Iterator<Item = &'r Sentence> {
        let asks = |sentence: &&Sentence| self.is_mark(sentence.words.end.saturating_sub(1), '?');
        self.scene.source.sentences_of(&[Part::Body]).filter(move |sentence| !asks(sentence))
    }

    /// What a word can be.
    #[inline]
    pub fn tag(&self, at: usize) -> Tags {
        self.discourse.tag(at)
    }

    /// Whether the word can be any of these.
    #[inline]
    pub fn can_be(&self, at: usize, tags: Tags) -> bool {
        self.tag(at).any(tags)
    }

    /// Whether the word at this place is this one, in any case.
    #[inline]
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.scene.source.is(at, word)
    }

    /// Whether the word at this place is one of these, in any case.
    #[inline]
    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        self.scene.source.is_any(at, words)
    }

    /// Whether this mark stands here.
    #[inline]
    pub fn is_mark(&self, at: usize, mark: char) -> bool {
        self.shape(at) == Some(Shape::Mark(mark))
    }

    /// How a word is written.
    #[inline]
    pub fn shape(&self, at: usize) -> Option<Shape> {
        self.scene.source.word(at).map(|token| token.word.shape)
    }

    /// A word as printed, in lower case.
    pub fn lower(&self, at: usize) -> Cow<'r, str> {
        let text = self.scene.source.word(at).map_or("", |token| token.word.text);
        match text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            true => Cow::Owned(text.to_ascii_lowercase()),
            false => Cow::Borrowed(text),
        }
    }

    /// Whose words the sentence of this word reports, or is made of.
    pub fn voice_at(&self, at: usize) -> Option<&'r Voice> {
        let sentence = self.scene.source.sentences.partition_point(|sentence| sentence.words.end <= at);
        self.discourse.voices.get(sentence)?.as_ref()
    }

    /// Whom an actor means.
    pub fn meant(&self, actor: usize) -> Option<&'r Meant> {
        self.discourse.meant.get(actor)
    }

    /// Where the sentence of this word begins and ends, as far as a reader would look.
    pub fn bounds(&self, at: usize) -> std::ops::Range<usize> {
        let sentence = self.scene.source.sentence_at(at).map_or(at..at, |sentence| sentence.words.clone());
        sentence.start.max(at.saturating_sub(FAR))..sentence.end.min(at + FAR)
    }

    /// Whether one of the marks stands here that a few words are put between which somebody used: a "firm" pledge.
    pub fn marks_few_words(&self, at: usize) -> bool {
        const FEW: usize = 4;
        let is_quote = |at: usize| matches!(self.shape(at), Some(Shape::Mark('"' | '“' | '”' | '‘' | '’')));
        let between =
            |mut words: std::ops::Range<usize>| words.all(|at| self.shape(at) == Some(Shape::Lower));
        let close = (at + 2..at + 2 + FEW).find(|&at| is_quote(at));
        let open = || (at.saturating_sub(1 + FEW)..at.saturating_sub(1)).rev().find(|&at| is_quote(at));
        is_quote(at)
            && (close.is_some_and(|close| between(at + 1..close))
                || open().is_some_and(|open| between(open + 1..at)))
    }

    /// The first place at or before this one that no adverb stands right before.
    pub fn before_adverbs(&self, at: usize) -> usize {
        let is_adverb = |at: &usize| self.can_be(*at, Tags::ADVERB) && !self.can_be(*at, Tags::VERB);
        at - (at.saturating_sub(ADVERBS)..at).rev().take_while(is_adverb).count()
    }
}
