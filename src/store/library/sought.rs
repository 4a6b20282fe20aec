//! Words that are looked for, found in texts as the full-text index finds them: whole words without regard to
//! accents and capital letters, the last of them perhaps only the beginning of one.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::query::{Terms, terms};

/// Words that are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    terms: Terms,
    /// Each term: words that follow one another.
    phrases: Vec<Phrase>,
}

/// Words that follow one another.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Phrase {
    words: Vec<String>,
    /// Whether the last is the beginning of a word.
    goes_on: bool,
}

impl Sought {
    /// Reads what a person types; none where no word was typed.
    pub fn read(typed: &str) -> Option<Self> {
        let terms = terms(typed)?;
        let phrases = terms.0.iter().map(|term| Phrase {
            words: words(term).map(|word| folded(term.get(word).unwrap_or_default()).collect()).collect(),
            goes_on: term.ends_with('*'),
        });
        Some(Self { phrases: phrases.collect(), terms })
    }

    /// Whether all of them occur in a text.
    pub fn occur_in(&self, text: &str) -> bool {
        let words: Vec<Range<usize>> = words(text).collect();
        self.phrases.iter().all(|phrase| phrase.places(text, &words).next().is_some())
    }

    /// Where any of them stand in a text, in its order.
    pub fn places_in(&self, text: &str) -> Vec<Range<usize>> {
        let words: Vec<Range<usize>> = words(text).collect();
        let places = self.phrases.iter().flat_map(|phrase| phrase.places(text, &words));
        let mut places: Vec<Range<usize>> = places.collect();
        places.sort_unstable_by_key(|place| (place.start, place.end));
        // A word that is looked for may begin another one.
        places.dedup_by(|next, place| {
            let is_within = next.start < place.end;
            place.end = if is_within { place.end.max(next.end) } else { place.end };
            is_within
        });
        places
    }

    /// One query for all of them.
    pub(super) fn query(&self) -> String {
        self.terms.all()
    }
}

impl Phrase {
    /// Where it stands in a text of these words.
    fn places<'t>(
        &'t self,
        text: &'t str,
        words: &'t [Range<usize>],
    ) -> impl Iterator<Item = Range<usize>> + 't {
        let last = self.words.len().saturating_sub(1);
        words.windows(self.words.len().max(1)).filter_map(move |window| {
            let is_it = |(at, (word, sought)): (usize, (&Range<usize>, &String))| {
                is_word(text.get(word.clone()).unwrap_or_default(), sought, self.goes_on && at == last)
            };
            let stands = window.iter().zip(&self.words).enumerate().all(is_it);
            (stands && !self.words.is_empty()).then(|| Some(window.first()?.start..window.last()?.end))?
        })
    }
}

/// Whether a word of a text is the one that is looked for, or begins with it.
fn is_word(word: &str, sought: &str, goes_on: bool) -> bool {
    if word.is_ascii() && sought.is_ascii() {
        let beginning = word.get(..sought.len()).is_some_and(|word| word.eq_ignore_ascii_case(sought));
        return beginning && (goes_on || word.len() == sought.len());
    }
    let mut letters = folded(word);
    sought.chars().all(|letter| letters.next() == Some(letter)) && (goes_on || letters.next().is_none())
}

/// Where the words of a text are, as the index parts them.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let in_word = |letter: char| letter.is_alphanumeric() || is_combining_mark(letter);
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(char::is_alphanumeric)?;
        let word = text.get(start..)?;
        at = word.find(|letter| !in_word(letter)).map_or(text.len(), |length| start + length);
        Some(start..at)
    })
}

/// The letters of a word as the index has them: without accents, in lower case.
fn folded(word: &str) -> impl Iterator<Item = char> {
    word.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_a_text_as_the_index_finds_them() {
        let text = "Türkiye will re-open the harbour line by June.";
        let occurs = |typed: &str| Sought::read(typed).unwrap().occur_in(text);
        for typed in ["turkiye", "harbour lin", "LINE harbour ", "re-open", "\"the harbour\" june"] {
            assert!(occurs(typed), "{typed}");
        }
        for typed in ["lin ", "\"harbour the\"", "harbour grain", "arbour"] {
            assert!(!occurs(typed), "{typed}");
        }
        assert_eq!(Sought::read(" * "), None);
    }

    #[test]
    fn every_place_of_the_words_is_told_once_and_in_the_order_of_the_text() {
        let text = "Line by line: the Türkiye-Malta line, and lines of turki\u{307}ye.";
        let places = |typed: &str| -> Vec<&str> {
            let places = Sought::read(typed).unwrap().places_in(text);
            places.into_iter().map(|place| text.get(place).unwrap()).collect()
        };
        assert_eq!(places("malta line "), ["Line", "line", "Malta", "line"]);
        assert_eq!(places("lin"), ["Line", "line", "line", "lines"]);
        assert_eq!(places("\"malta lin"), ["Malta line"]);
        assert_eq!(places("turkiye"), ["Türkiye", "turki\u{307}ye"], "accents are of no account");
        assert_eq!(places("line lines"), ["Line", "line", "line", "lines"], "no place counts twice");
        assert!(places("harbour").is_empty());
    }
}
