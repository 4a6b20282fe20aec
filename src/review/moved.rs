//! Words that are found again in another text of the same article: at the place that follows from what the two texts
//! have in common, or else where they stand in the most similar surroundings.

use crate::model::{Evidence, Span, Text};

/// What two texts of an article have in common.
pub struct Moves<'t> {
    old: &'t Text,
    new: &'t Text,
    /// So many bytes are the same at the beginning, and at the end.
    before: usize,
    after: usize,
}

impl<'t> Moves<'t> {
    /// From one text to another.
    pub fn between(old: &'t Text, new: &'t Text) -> Self {
        let before = common(old.bytes(), new.bytes());
        // A letter that the texts share by its first bytes only is another.
        let before = new.floor_char_boundary(old.floor_char_boundary(before));
        let left = old.len().min(new.len()) - before;
        let after = common(old.bytes().rev(), new.bytes().rev()).min(left);
        let after = old.len() - old.ceil_char_boundary(old.len() - after);
        Self { old, new, before, after }
    }

    /// Where the words of a span stand in the new text; none where they do not.
    pub fn of(&self, span: Span) -> Option<Span> {
        if span.end() <= self.before {
            return self.new.span(span.bytes());
        }
        let end_begins = self.old.len() - self.after;
        if span.start() >= end_begins {
            let by = self.new.len() - self.after;
            return self.new.span(span.start() - end_begins + by..span.end() - end_begins + by);
        }
        let words = self.old.slice(span);
        let places = self.new.match_indices(words).map(|(at, _)| at..at + words.len());
        let best = places.max_by_key(|place| {
            let alike = self.alike_around(span, place);
            // Of places that are as alike, the one that is as far into the text.
            (alike, std::cmp::Reverse(self.distance(span.start(), place.start)))
        });
        self.new.span(best?)
    }

    /// The evidence in the new text; none where its words are not in it.
    pub fn of_evidence(&self, evidence: &Evidence) -> Option<Evidence> {
        let span = self.of(evidence.span(self.old)?)?;
        Some(Evidence::quote(self.new, span, evidence.rule().clone()))
    }

    /// How many bytes before and after the words are the same.
    fn alike_around(&self, span: Span, place: &std::ops::Range<usize>) -> usize {
        const MOST: usize = 64;
        let parts = |text: &'t Text, from: usize, to: usize| {
            (text.get(..from).unwrap_or_default().bytes(), text.get(to..).unwrap_or_default().bytes())
        };
        let (old_before, old_after) = parts(self.old, span.start(), span.end());
        let (new_before, new_after) = parts(self.new, place.start, place.end);
        common(old_before.rev().take(MOST), new_before.rev()) + common(old_after.take(MOST), new_after)
    }

    /// How far apart two places are, each as a share of its text.
    fn distance(&self, old: usize, new: usize) -> usize {
        let share = |at: usize, text: &Text| at.saturating_mul(10_000) / text.len().max(1);
        share(old, self.old).abs_diff(share(new, self.new))
    }
}

/// How many of the first bytes of both are the same.
fn common(one: impl Iterator<Item = u8>, other: impl Iterator<Item = u8>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn moved(old: &str, new: &str, words: &str) -> Option<usize> {
        let (old, new) = (Text::new(old), Text::new(new));
        let at = old.find(words).unwrap();
        let span = old.span(at..at + words.len()).unwrap();
        Moves::between(&old, &new).of(span).map(Span::start)
    }

    #[test]
    fn words_are_found_again_where_they_stand_among_the_same_others() {
        let old = "He said no. Ren\u{c3}\u{a9} said no. She said no.";
        let new = "He said no. Ren\u{e9} said no. She said no.";
        assert_eq!(moved(old, new, " said no. She"), new.find(" said no. She"));
        assert_eq!(moved(old, new, "He"), Some(0));
        assert_eq!(moved(old, new, "She said no"), new.find("She"));
        assert_eq!(moved(old, new, "Ren\u{c3}\u{a9}"), None, "these letters are not there any more");
    }

    #[test]
    fn words_between_two_changes_are_told_apart_by_what_stands_around_them() {
        let old = "Ä one met two. Ä three met two, Ä.";
        let new = "A one met two. A three met two, A.";
        let second = old.rfind("met two").unwrap();
        let (old, new) = (Text::new(old), Text::new(new));
        let span = old.span(second..second + 7).unwrap();
        assert_eq!(Moves::between(&old, &new).of(span).map(Span::start), new.rfind("met two"));
    }

    proptest! {
        /// However a text is cut, what stands outside of the insertion is found where it is.
        #[test]
        fn an_insertion_moves_exactly_what_stands_after_it(
            content in "[ab é]{4,40}", inserted in "[ab é]{1,20}", at in 0_usize..40, from in 0_usize..40, length in 1_usize..6,
        ) {
            let at = content.floor_char_boundary(at.min(content.len()));
            let from = content.floor_char_boundary(from.min(content.len()));
            let to = content.floor_char_boundary((from + length).min(content.len()));
            prop_assume!(from < to && (to <= at || from >= at));
            let (head, rest) = content.split_at(at);
            let new = Text::new([head, &inserted, rest].concat());
            let old = Text::new(content.as_str());
            let span = old.span(from..to).unwrap();
            let found = Moves::between(&old, &new).of(span).unwrap();
            prop_assert_eq!(new.slice(found), old.slice(span));
        }
    }
}
