//! Names: which run of words is a person's name.
//!
//! A name is up to eight words with capital letters, with particles in between ("Mohammed bin
//! Salman", "Staffan de Mistura"), hyphens ("Chung Eui-yong", "Salman al-Saud"), initials and "Jr.".
//! Words that belong to titles, parties and the grammar of English end it.

use std::ops::Range;

use super::label::{Label, Labels, is_capital};
use crate::extract::segment::Source;
use crate::lexicon::Shape;

/// The most words that a name has, particles included.
const LONGEST: usize = 8;

/// Reads names in an article.
pub(super) struct Names<'s, 'a> {
    pub source: &'s Source<'a>,
    pub labels: &'s Labels,
    /// The words of the headline.
    pub headline: Range<usize>,
}

impl Names<'_, '_> {
    /// The name that begins at this word and ends before `limit`.
    pub fn at(&self, start: usize, limit: usize) -> Option<Range<usize>> {
        let limit = limit.min(start + LONGEST);
        let mut end = start;
        let mut at = start;
        while at < limit {
            if self.repeats(at, start) {
                break;
            } else if self.is_name_word(at, at > start) || (at > start && self.goes_on_joined(at, start)) {
                at += 1;
                end = at;
            } else if let Some(after) =
                self.particles(at, start, limit).filter(|_| at > start || is_capital(self.source, at))
            {
                at = after;
            } else {
                break;
            }
        }
        let end = self.with_generation(end, limit);
        let has_word = (start..end).any(|at| self.shape(at) != Some(Shape::Initial));
        (end > start && has_word).then_some(start..end)
    }

    /// Whether a word can be part of a name by itself.
    fn is_name_word(&self, at: usize, inside: bool) -> bool {
        let upper = self.shape(at) == Some(Shape::Upper) && self.shape(at + 1) == Some(Shape::Capital);
        let acronym = !inside && upper && !self.is_surname_first(at);
        if !is_capital(self.source, at) || acronym || self.is_headline_verb(at) {
            return false;
        }
        let label = self.labels.at(at);
        if inside && self.is_odd_surname(at) {
            return true;
        }
        // A word that is also in a table is no name, unless the table has it as a particle only.
        // "Xi" is a name, "XI" and "KC" are not.
        let suffix = label.is(Label::SUFFIX) && self.shape(at) == Some(Shape::Upper);
        let ends = suffix || label.is(Label::TITLE) || label.is(Label::GRAMMAR) || label.is(Label::NOT_NAME);
        let number = |at: Option<usize>| at.is_some_and(|at| self.shape(at) == Some(Shape::Number));
        if label.is(Label::MONTH)
            && (!inside && !is_capital(self.source, at + 1)
                || number(at.checked_sub(1))
                || number(Some(at + 1)))
        {
            return false;
        }
        let courtesy = label.is(Label::HONORIFIC) || label.is(Label::RANK);
        !ends && !courtesy && self.labels.party_at(at).is_none()
    }

    /// A family name in capitals before the given name, as East Asian ministries print them:
    /// "SATO Kenji, Minister for Foreign Affairs", "Minister SATO Kenji".
    fn is_surname_first(&self, at: usize) -> bool {
        const SHORTEST: usize = 3;
        let long = self.source.word(at).is_some_and(|token| token.word.text.chars().count() >= SHORTEST);
        let introduces = |at: usize| self.labels.at(at).is(Label::TITLE | Label::HONORIFIC | Label::RANK);
        let apposed = self.source.is(at + 2, ",") && introduces(at + 3);
        let titled = at.checked_sub(1).is_some_and(introduces) && !introduces(at + 1);
        long && self.labels.party_at(at).is_none() && (apposed || titled)
    }

    /// Whether a word is a verb with a capital letter, as headlines print them: "Ana Torre Meets".
    fn is_headline_verb(&self, at: usize) -> bool {
        self.headline.contains(&at) && {
            let word = self.source.words(&(at..at + 1));
            let lexicon = self.source.lexicon;
            lexicon.verbs().longest(word).is_some() || lexicon.contacts().longest(word).is_some()
        }
    }

    /// Whether a word stands in the name already, so that another name or another form of it begins.
    fn repeats(&self, at: usize, start: usize) -> bool {
        let Some(word) = self.source.word(at) else { return false };
        // "Turki bin Nayef bin Saud"
        let particle = self.labels.at(at).is(Label::PARTICLE);
        !particle
            && word.word.text.len() > 2
            && (start..at).any(|earlier| self.source.is(earlier, word.word.text))
    }

    /// A surname that is also an English word ("Julie Bishop", "Ned Price"): the second word of a
    /// name, after which the name is over.
    fn is_odd_surname(&self, at: usize) -> bool {
        let label = self.labels.at(at);
        let one_word = label.is(Label::HONORIFIC) || label.is(Label::NOT_NAME) || label.is(Label::RANK);
        let next_is_capital = is_capital(self.source, at + 1) && !self.labels.at(at + 1).is(Label::SUFFIX);
        let before = at.checked_sub(1).is_some_and(|before| {
            self.shape(before) == Some(Shape::Capital) && !self.labels.at(before).is(Label::TITLE)
        });
        one_word
            && !label.is(Label::SUFFIX)
            && before
            && !next_is_capital
            && self.shape(at) == Some(Shape::Capital)
    }

    /// The part of a name after a hyphen is of the name, however it is written: "Chung Eui-yong". A
    /// compound alone is no name unless both parts have capitals: not "Sub-regional".
    fn goes_on_joined(&self, at: usize, start: usize) -> bool {
        let joined = self.source.word(at).is_some_and(|token| token.word.joined);
        let name_like = at > start + 1 || is_capital(self.source, at);
        joined && name_like && self.labels.party_at(at).is_none() && !self.labels.at(at).is(Label::HEAD)
    }

    /// The place after particles that lead on to a name word: "bin" in "Mohammed bin Salman".
    fn particles(&self, from: usize, start: usize, limit: usize) -> Option<usize> {
        let mut at = from;
        while at < limit && self.labels.at(at).is(Label::PARTICLE) {
            at += 1;
        }
        let leads_on = at < limit && (self.is_name_word(at, false) || self.goes_on_joined(at, start));
        (at > from && leads_on).then_some(at)
    }

    /// The end of a name with ", Jr." or "III", which are of the name.
    fn with_generation(&self, end: usize, limit: usize) -> usize {
        const GENERATIONS: [&str; 10] = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "vi", "xiv", "xvi"];
        let after_comma = if self.source.is(end, ",") { end + 1 } else { end };
        let is_generation =
            self.source.is_any(after_comma, &GENERATIONS) && is_capital(self.source, after_comma);
        if is_generation && after_comma <= limit { after_comma + 1 } else { end }
    }

    fn shape(&self, at: usize) -> Option<Shape> {
        self.source.word(at).map(|token| token.word.shape)
    }
}
