//! Mentions in the order of the text, of which those within a run of words are found at once, however
//! long the text is: rules ask for them at almost every word.

use std::ops::{Deref, Range};

use crate::extract::looks;

/// What stands somewhere in the text.
pub(in crate::extract) trait Placed {
    /// Its words.
    fn words(&self) -> &Range<usize>;
}

/// A list of mentions, ordered by their first words.
#[derive(Clone, Debug)]
pub(in crate::extract) struct InOrder<M> {
    list: Vec<M>,
    /// For every word of the text, how many mentions begin before it.
    before: Vec<u32>,
}

impl<M> Default for InOrder<M> {
    fn default() -> Self {
        Self { list: Vec::new(), before: Vec::new() }
    }
}

impl<M: Placed> InOrder<M> {
    /// A list that is in order already, of a text of so many words.
    pub fn new(list: Vec<M>, words: usize) -> Self {
        let mut before = Vec::with_capacity(words + 1);
        for (number, mention) in (0..).zip(&list) {
            before.resize((mention.words().start + 1).max(before.len()), number);
        }
        before.resize(words + 1, u32::try_from(list.len()).unwrap_or(u32::MAX));
        Self { list, before }
    }

    /// Those that begin within these words.
    #[inline]
    pub fn within(&self, words: &Range<usize>) -> &[M] {
        let found = self.list.get(self.before(words.start)..self.before(words.end)).unwrap_or_default();
        looks::note(1 + found.len());
        found
    }

    /// The one that begins at this word.
    pub fn at(&self, word: usize) -> Option<&M> {
        self.within(&(word..word + 1)).first()
    }

    /// How many begin before this word.
    #[inline]
    fn before(&self, word: usize) -> usize {
        self.before.get(word).map_or(self.list.len(), |&count| count as usize)
    }
}

impl<M> Deref for InOrder<M> {
    type Target = [M];

    fn deref(&self) -> &[M] {
        &self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    impl Placed for Range<usize> {
        fn words(&self) -> &Range<usize> {
            self
        }
    }

    proptest! {
        #[test]
        fn those_within_are_found_as_a_search_of_the_list_finds_them(
            mut starts in proptest::collection::vec(0usize..40, 0..20),
            from in 0usize..50,
            len in 0usize..50,
        ) {
            starts.sort_unstable();
            let list: Vec<_> = starts.iter().map(|&start| start..start + 2).collect();
            let ordered = InOrder::new(list.clone(), 40);
            let expected: Vec<_> =
                list.into_iter().filter(|mention| (from..from + len).contains(&mention.start)).collect();
            prop_assert_eq!(ordered.within(&(from..from + len)), &expected);
        }
    }
}
