//! Candidates: which of many reports are worth comparing at all. Only reports that share a day and
//! parties are, which leaves a few pairs for each out of billions.

use rustc_hash::FxHashMap;

use super::Outline;
use crate::model::Day;

/// Reports in drawers, one for each day and party.
pub(super) struct Candidates {
    entries: Vec<Entry>,
    /// Of each report the first day, and the parties as numbers, the rarest first.
    begins: Vec<Option<Day>>,
    parties: Vec<Vec<usize>>,
}

/// A report in a drawer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    day: Day,
    party: usize,
    /// Whether it is looked for only by others. False comes first.
    passive: bool,
    report: usize,
}

/// Two reports that stand in one drawer.
pub(super) struct Candidate {
    pub a: usize,
    pub b: usize,
    day: Day,
    party: usize,
}

impl Candidates {
    pub fn among(outlines: &[&Outline]) -> Self {
        // A longer meeting is a mistake, and would stand in a drawer for every single day.
        const LONGEST: i32 = 31;
        let parties = by_rarity(outlines);
        let mut entries = Vec::new();
        for (report, (outline, parties)) in outlines.iter().zip(&parties).enumerate() {
            let Some((first, last)) = outline.days.filter(|_| outline.kind.is_contact()) else { continue };
            // One day more, in which it meets what begins on the next.
            let days = (0..=last.days_since(first).clamp(0, LONGEST) + 1).filter_map(|n| first.plus_days(n));
            // Two thirds of the shorter report's parties stand in the longer one. However few others it
            // has, one of the two thirds is among its rarest third and one more: it looks for others
            // there only, and not among all that a large state did on that day.
            let active = parties.len() - (parties.len() * 2).div_ceil(3) + 1;
            entries.extend(days.flat_map(|day| {
                let parties = parties.iter().enumerate();
                parties.map(move |(n, &party)| Entry { day, party, passive: n >= active, report })
            }));
        }
        entries.sort_unstable();
        let begins = outlines.iter().map(|outline| outline.days.map(|(first, _)| first)).collect();
        Self { entries, begins, parties }
    }

    /// Every two reports in each drawer of which one looks for others there.
    pub fn in_drawers(&self) -> impl Iterator<Item = Candidate> {
        let drawers = self.entries.chunk_by(|a, b| (a.day, a.party) == (b.day, b.party));
        drawers.flat_map(|drawer| {
            let active = drawer.iter().take_while(|entry| !entry.passive).enumerate();
            active.flat_map(|(n, one)| {
                let others = drawer.iter().skip(n + 1);
                others.map(|other| Candidate {
                    a: one.report,
                    b: other.report,
                    day: one.day,
                    party: one.party,
                })
            })
        })
    }

    /// Whether this is the first of the drawers in which the two meet: of the others nothing new is
    /// learned.
    pub fn is_first(&self, Candidate { a, b, day, party }: &Candidate) -> bool {
        let begins = |report: usize| self.begins.get(report).copied().flatten();
        let (Some(ours), Some(theirs)) = (self.parties.get(*a), self.parties.get(*b)) else { return false };
        begins(*a).max(begins(*b)) == Some(*day)
            && ours.iter().find(|&party| theirs.contains(party)) == Some(party)
    }
}

/// The parties of each report as numbers, the rarest first.
fn by_rarity(outlines: &[&Outline]) -> Vec<Vec<usize>> {
    let mut times: FxHashMap<&str, usize> = FxHashMap::default();
    for code in outlines.iter().flat_map(|outline| outline.codes()) {
        *times.entry(code).or_default() += 1;
    }
    let mut codes: Vec<(usize, &str)> = times.iter().map(|(code, times)| (*times, *code)).collect();
    codes.sort_unstable();
    let number: FxHashMap<&str, usize> = codes.iter().enumerate().map(|(n, (_, code))| (*code, n)).collect();
    let numbers = |outline: &&Outline| {
        let mut numbers: Vec<usize> = outline.codes().filter_map(|code| number.get(code).copied()).collect();
        numbers.sort_unstable();
        numbers
    };
    outlines.iter().map(numbers).collect()
}

#[cfg(test)]
mod tests {
    use super::super::likeness;
    use super::super::outline::tests::any_outline;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_two_reports_that_are_alike_are_missed_and_none_comes_twice(
            outlines in prop::collection::vec(any_outline(), 1..16),
        ) {
            let outlines: Vec<&Outline> = outlines.iter().collect();
            let candidates = Candidates::among(&outlines);
            let firsts = candidates.in_drawers().filter(|candidate| candidates.is_first(candidate));
            let mut found: Vec<_> = firsts.map(|Candidate { a, b, .. }| (a.min(b), a.max(b))).collect();
            found.sort_unstable();
            prop_assert!(found.windows(2).all(|two| two[0] != two[1]), "twice: {found:?}");
            for b in 0..outlines.len() {
                for a in 0..b {
                    let alike = likeness(outlines[a], outlines[b]).is_some();
                    prop_assert!(!alike || found.contains(&(a, b)), "{:?} {:?}", outlines[a], outlines[b]);
                }
            }
        }
    }
}
