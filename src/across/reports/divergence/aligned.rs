//! Rows: two lists set side by side, what belongs together in one row.

use std::cmp::Reverse;

/// A row of two lists set side by side: both, or what stands on one side only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aligned<Pair, Id> {
    /// On both sides.
    Both(Pair),
    /// Here only.
    OnlyHere(Id),
    /// There only.
    OnlyThere(Id),
}

/// The pairs of two lists of these lengths, of those that `likeness` gives a number: the most alike
/// first, each element once.
///
/// The best pair is taken, then the best of the rest, and so on. The highest sum over all pairs is not
/// what a reader wants: it would part two that are word for word alike to make two lukewarm pairs.
/// Between pairs that are equally alike, those that stand at about the same place come first; so it
/// does not matter which list is called here.
pub(super) fn pairs(
    here: usize,
    there: usize,
    likeness: impl Fn(usize, usize) -> Option<u64>,
) -> Vec<(usize, usize)> {
    let all = (0..here).flat_map(|h| (0..there).map(move |t| (h, t)));
    let mut scored: Vec<_> =
        all.filter_map(|(h, t)| Some((Reverse(likeness(h, t)?), h.abs_diff(t), h + t, (h, t)))).collect();
    scored.sort_unstable();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (.., (h, t)) in scored {
        if !pairs.iter().any(|&(taken_here, taken_there)| taken_here == h || taken_there == t) {
            pairs.push((h, t));
        }
    }
    pairs
}

/// The rows of two lists: in the order of `here`, and what is only there after what it follows there.
pub(super) fn rows<T, Pair, Id>(
    here: &[T],
    there: &[T],
    pairs: &[(usize, usize)],
    both: impl Fn(&T, &T) -> Pair,
    id: impl Fn(&T) -> Id,
) -> Vec<Aligned<Pair, Id>> {
    let mut rows: Vec<Aligned<Pair, Id>> = Vec::new();
    // For each row, which of `there` stands in it.
    let mut stands: Vec<Option<usize>> = Vec::new();
    for (h, value) in here.iter().enumerate() {
        let partner = pairs.iter().find(|(of, _)| *of == h).and_then(|&(_, t)| Some((t, there.get(t)?)));
        stands.push(partner.map(|(t, _)| t));
        rows.push(match partner {
            Some((_, partner)) => Aligned::Both(both(value, partner)),
            None => Aligned::OnlyHere(id(value)),
        });
    }
    let mut after = 0;
    for (t, value) in there.iter().enumerate() {
        let at = stands.iter().position(|stands| *stands == Some(t)).unwrap_or_else(|| {
            rows.insert(after, Aligned::OnlyThere(id(value)));
            stands.insert(after, Some(t));
            after
        });
        after = at + 1;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_only_there_stands_where_it_stands_there() {
        let (here, there) = (["a", "b", "c"], ["x", "a", "y", "z", "c", "w"]);
        let both = |a: &&str, _: &&str| (*a).to_owned();
        let rows = rows(&here, &there, &[(0, 1), (2, 4)], both, |only| *only);
        use Aligned::*;
        assert_eq!(
            rows,
            [
                OnlyThere("x"),
                Both("a".into()),
                OnlyThere("y"),
                OnlyThere("z"),
                OnlyHere("b"),
                Both("c".into()),
                OnlyThere("w"),
            ]
        );
    }

    #[test]
    fn two_that_are_alike_are_not_parted_for_the_sake_of_others() {
        let likeness = |h, t| [[10, 8], [8, 0]].get(h).and_then(|row: &[u64; 2]| row.get(t)).copied();
        let found = pairs(2, 2, likeness);
        assert_eq!(found, [(0, 0), (1, 1)]);
    }

    proptest! {
        #[test]
        fn it_does_not_matter_which_list_is_called_here(
            scores in prop::collection::vec(prop::option::of(0u64..4), 36), here in 0usize..6, there in 0usize..6,
        ) {
            let score = |h: usize, t: usize| scores[h * 6 + t];
            let mut one = pairs(here, there, score);
            let mut other: Vec<_> = pairs(there, here, |t, h| score(h, t)).into_iter().map(|(t, h)| (h, t)).collect();
            one.sort_unstable();
            other.sort_unstable();
            prop_assert_eq!(one, other);
        }
    }
}
