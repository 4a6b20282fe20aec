//! Wording: the words in which two texts differ, so that the interface can mark them.

use std::ops::Range;

use crate::lexicon::{Shape, fold, words};

/// How two wordings of one thing stand to each other. Capitals, accents and punctuation do not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wording {
    /// The same words.
    Alike,
    /// Other words.
    Otherwise {
        /// The stretches of the text here, in bytes, that are not in the one there.
        here: Vec<Range<usize>>,
        /// The stretches of the text there that are not in the one here.
        there: Vec<Range<usize>>,
    },
}

/// Texts of more words than this squared are not compared word by word: the table would be too large.
const LARGEST_TABLE: usize = 1_000_000;

/// A word as it is compared, and where it stands.
type Word = (String, Range<usize>);

impl Wording {
    pub(super) fn between(here: &str, there: &str) -> Self {
        let (here, there) = (words_of(here), words_of(there));
        if is_same(&here, &there) {
            return Self::Alike;
        }
        // Where a word could be matched with either of two, it must not matter which text is here.
        if only_words(&here).le(only_words(&there)) {
            let (here, there) = differing(&here, &there);
            Self::Otherwise { here, there }
        } else {
            let (there, here) = differing(&there, &here);
            Self::Otherwise { here, there }
        }
    }

    /// The same, seen from there.
    #[cfg(test)]
    pub(super) fn mirrored(self) -> Self {
        match self {
            Self::Alike => Self::Alike,
            Self::Otherwise { here, there } => Self::Otherwise { here: there, there: here },
        }
    }
}

/// Whether two texts have the same words, whatever their capitals, accents and punctuation.
pub(super) fn same_words(here: &str, there: &str) -> bool {
    is_same(&words_of(here), &words_of(there))
}

fn words_of(text: &str) -> Vec<Word> {
    let words = words(text).filter(|word| !matches!(word.shape, Shape::Mark(_)));
    words.map(|word| (fold(word.text).into_owned(), word.start..word.start + word.text.len())).collect()
}

fn is_same(here: &[Word], there: &[Word]) -> bool {
    only_words(here).eq(only_words(there))
}

fn only_words(words: &[Word]) -> impl Iterator<Item = &str> {
    words.iter().map(|(word, _)| word.as_str())
}

/// The stretches of each text that are not common to both: those outside of a longest common
/// subsequence of words.
fn differing(here: &[Word], there: &[Word]) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let width = there.len() + 1;
    if (here.len() + 1) * width > LARGEST_TABLE {
        return (stretches(here, &[]), stretches(there, &[]));
    }
    // longest[h * width + t]: how many words the texts have in common from these on.
    let mut longest = vec![0_u32; (here.len() + 1) * width];
    let at = |longest: &[u32], h: usize, t: usize| longest.get(h * width + t).copied().unwrap_or_default();
    for (h, (word, _)) in here.iter().enumerate().rev() {
        for (t, (other, _)) in there.iter().enumerate().rev() {
            let common = match word == other {
                true => at(&longest, h + 1, t + 1) + 1,
                false => at(&longest, h + 1, t).max(at(&longest, h, t + 1)),
            };
            if let Some(cell) = longest.get_mut(h * width + t) {
                *cell = common;
            }
        }
    }
    let (mut common_here, mut common_there) = (Vec::new(), Vec::new());
    let (mut h, mut t) = (0, 0);
    while let (Some((word, _)), Some((other, _))) = (here.get(h), there.get(t)) {
        if word == other {
            common_here.push(h);
            common_there.push(t);
            (h, t) = (h + 1, t + 1);
        } else if at(&longest, h + 1, t) >= at(&longest, h, t + 1) {
            h += 1;
        } else {
            t += 1;
        }
    }
    (stretches(here, &common_here), stretches(there, &common_there))
}

/// Where the words stand that are not common; neighbors make one stretch.
fn stretches(words: &[Word], common: &[usize]) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    let mut before_is_common = true;
    for (at, (_, place)) in words.iter().enumerate() {
        let is_common = common.binary_search(&at).is_ok();
        match stretches.last_mut() {
            _ if is_common => {}
            Some(stretch) if !before_is_common => stretch.end = place.end,
            _ => stretches.push(place.clone()),
        }
        before_is_common = is_common;
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The words that are marked on each side.
    fn marked<'t>(here: &'t str, there: &'t str) -> [Vec<&'t str>; 2] {
        match Wording::between(here, there) {
            Wording::Alike => Default::default(),
            Wording::Otherwise { here: ours, there: theirs } => [(here, ours), (there, theirs)]
                .map(|(text, places)| places.into_iter().map(|at| text.get(at).unwrap()).collect()),
        }
    }

    #[test]
    fn only_the_words_that_differ_are_marked() {
        let [here, there] = marked(
            "Malta will reopen the harbour line by June",
            "Malta is to reopen its harbour line, if all goes well, by June.",
        );
        assert_eq!(here, ["will", "the"]);
        assert_eq!(there, ["is to", "its", "if all goes well"]);
    }

    #[test]
    fn capitals_accents_and_punctuation_are_no_difference() {
        assert_eq!(Wording::between("Čaputová will come.", "CAPUTOVA will – come"), Wording::Alike);
        assert_eq!(marked("will come", ""), [vec!["will come"], vec![]]);
    }

    proptest! {
        #[test]
        fn marks_are_the_same_from_either_side(here in "([ab] ){0,8}", there in "([ab] ){0,8}") {
            let seen = Wording::between(&here, &there);
            prop_assert_eq!(seen.clone().mirrored(), Wording::between(&there, &here));
            let [ours, theirs] = marked(&here, &there);
            let left = |text: &str, marked: usize| text.split_whitespace().count() - marked;
            let count = |marked: &[&str]| marked.iter().map(|words| words.split_whitespace().count()).sum();
            prop_assert_eq!(left(&here, count(&ours)), left(&there, count(&theirs)));
        }
    }
}
