//! The main contact: the one that the headline or the first paragraph reports.
//!
//! Kind, day and place all ask for it. The headline and the opening of the text are looked at apart,
//! because each tells something of its own: the headline what sort of contact it was, the opening
//! when and where.

use crate::extract::mention::{ContactMention, Standing};
use crate::extract::rule::Scene;
use crate::extract::segment::{Part, Sentence};
use crate::lexicon::ContactWord;
use crate::model::Span;

/// How many sentences of the text may tell of the main contact.
const OPENING: usize = 6;

/// The words for the main contact.
#[derive(Clone, Copy, Debug)]
pub(in crate::extract) struct MainContact<'s> {
    /// In the headline.
    pub headline: Option<&'s ContactMention>,
    /// In the opening of the text.
    pub lead: Option<&'s ContactMention>,
}

impl<'s> MainContact<'s> {
    /// Finds them.
    pub fn of(scene: &'s Scene<'_>) -> Self {
        let headline = scene.source.sentences_of(&[Part::Headline]);
        let headline = headline.flat_map(|sentence| contacts(scene, sentence)).min_by_key(|c| c.standing);
        let lead = opening(scene)
            .filter_map(|sentence| contacts(scene, sentence).min_by_key(|contact| contact.standing))
            .find(|contact| contact.standing <= Standing::Setting)
            .or_else(|| {
                let all = opening(scene).flat_map(|sentence| contacts(scene, sentence));
                all.min_by_key(|contact| contact.standing)
            });
        Self { headline, lead }
    }

    /// The mentions that report the contact as done, the headline's first.
    pub fn reported(self) -> impl Iterator<Item = &'s ContactMention> {
        [self.headline, self.lead]
            .into_iter()
            .flatten()
            .filter(|contact| contact.standing <= Standing::Setting)
    }
}

/// By what means parties were in contact: a day or place of a visit is not that of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Means {
    /// Face to face.
    Meeting,
    /// By going there, for days.
    Visit,
    /// By voice or video.
    Call,
    /// In writing.
    Writing,
    /// None: it was said in public.
    Public,
}

impl Means {
    /// The means that a word tells.
    pub fn of(sort: ContactWord) -> Self {
        use ContactWord::*;
        match sort {
            Visit | Trip => Self::Visit,
            Speak | Call | Video | ByPhone | ByVideo => Self::Call,
            Write | Greet | Letter => Self::Writing,
            Say | Remarks => Self::Public,
            Meet | Receive | Discuss | Attend | Gather | Hold | Happen | Meeting | Summit => Self::Meeting,
        }
    }
}

/// The sentences of the opening: the lines of the head, the first two paragraphs of the text, and what
/// tells the occasion right after them.
pub(in crate::extract) fn opening<'s>(scene: &'s Scene<'_>) -> impl Iterator<Item = &'s Sentence> {
    let source = &scene.source;
    let begins = |sentence: &&Sentence| sentence.part == Part::Body && !announces_text(scene, sentence);
    let first = source.sentences.iter().find(begins).map_or(0, |sentence| sentence.paragraph);
    source
        .sentences_of(&[Part::Head, Part::Body])
        .filter(move |sentence| sentence.part == Part::Head || sentence.paragraph >= first)
        .filter(move |sentence| sentence.paragraph <= first + 1 || tells_occasion(scene, sentence, first))
        .take(OPENING + first)
}

/// Whether a sentence a little further on tells on what occasion it was said: "She said this when the
/// envoy called on her", "He was speaking during talks with", "The announcement followed talks between".
pub(in crate::extract) fn tells_occasion(scene: &Scene<'_>, sentence: &Sentence, first: usize) -> bool {
    const PARAGRAPHS: usize = 3;
    const BEGINS: usize = 5;
    if sentence.paragraph > first + PARAGRAPHS || sentence.part != Part::Body {
        return false;
    }
    let source = &scene.source;
    let start = sentence.words.start;
    let of_words = (start..sentence.words.end.min(start + BEGINS)).find(|&at| source.is_any(at, OCCASIONS));
    let then = |words: usize| {
        (words + 1..sentence.words.end)
            .any(|at| source.is_any(at, &["when", "during", "after", "followed", "follows", "came"]))
    };
    of_words.is_some_and(then)
}

/// What was said or done on the occasion that is told of.
const OCCASIONS: &[&str] = &[
    "speaking",
    "spoke",
    "this",
    "announcement",
    "remarks",
    "remark",
    "comments",
    "understanding",
    "agreement",
    "agreements",
    "decision",
    "deal",
    "accord",
    "pledge",
];

/// Whether a sentence only announces what follows: "The following is attributable to …:".
fn announces_text(scene: &Scene<'_>, sentence: &Sentence) -> bool {
    let source = &scene.source;
    let at = sentence.words.start;
    let opens = source.is_any(at, &["following", "below", "begin"])
        || source.is_any(at + 1, &["following", "below", "text"]);
    opens && sentence.words.len() < 45
}

/// The contacts of a sentence that can be the main one.
fn contacts<'s>(scene: &'s Scene<'_>, sentence: &Sentence) -> impl Iterator<Item = &'s ContactMention> {
    let contacts = scene.mentions.contacts_within(&sentence.words).iter();
    contacts.filter(|contact| {
        contact.sort.is_contact()
            && contact.standing != Standing::Aside
            && !scene.source.is_quoted(contact.words.start)
    })
}

/// The evidence for a contact: its words.
pub(in crate::extract) fn words_of(scene: &Scene<'_>, contact: &ContactMention) -> Option<Span> {
    scene.source.span(&contact.words)
}

/// This adverb, in the sentence of a contact.
pub(in crate::extract) fn said_beside<'s>(
    scene: &'s Scene<'_>,
    contact: &ContactMention,
    sort: ContactWord,
) -> Option<&'s ContactMention> {
    adverb(scene, scene.source.sentence_at(contact.words.start)?, sort)
}

/// This adverb, in a sentence.
pub(in crate::extract) fn adverb<'s>(
    scene: &'s Scene<'_>,
    sentence: &Sentence,
    sort: ContactWord,
) -> Option<&'s ContactMention> {
    scene.mentions.contacts_within(&sentence.words).iter().find(|contact| contact.sort == sort)
}

/// The headline, or the first sentence of a text without one: what such a finding is read from.
pub(in crate::extract) fn first_words(scene: &Scene<'_>) -> Option<Span> {
    let first = scene.source.sentences.first()?;
    scene.source.span(&first.words)
}
