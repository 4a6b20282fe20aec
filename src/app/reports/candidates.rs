//! Candidates: which of many reports are worth comparing at all. Only reports that share a day and
//! parties are, which leaves a few pairs for each out of billions.

use super::Reports;
use super::report::Report;

/// Reports in drawers, one for each day and party.
pub(super) struct Candidates<'r, Id> {
    reports: &'r Reports<Id>,
    /// How rare each party is.
    rarity: Vec<u32>,
    entries: Vec<Entry>,
}

/// A report in a drawer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    day: i32,
    party: u32,
    /// Whether it is looked for only by others. False comes first.
    passive: bool,
    report: u32,
}

/// Two reports that stand in one drawer.
pub(super) struct Candidate {
    pub a: usize,
    pub b: usize,
    day: i32,
    party: u32,
}

impl<'r, Id: Ord + Copy> Candidates<'r, Id> {
    pub fn among(reports: &'r Reports<Id>) -> Self {
        // A longer meeting is a mistake, and would stand in a drawer for every single day.
        const LONGEST: i32 = 31;
        let rarity = reports.rarity();
        let mut entries = Vec::new();
        let mut parties: Vec<u32> = Vec::new();
        for (number, report) in (0..).zip(reports.all()) {
            let Some((first, last)) = report.facts.days.filter(|_| report.facts.kind.is_contact()) else {
                continue;
            };
            // One day more, in which it meets what begins on the next.
            let days = (0..=(last - first).clamp(0, LONGEST) + 1).map(|n| first + n);
            parties.clear();
            parties.extend_from_slice(report.parties);
            parties.sort_unstable_by_key(|party| rarity.get(*party as usize));
            // Two thirds of the shorter report's parties stand in the longer one. However few others it
            // has, one of the two thirds is among its rarest third and one more: it looks for others
            // there only, and not among all that a large state did on that day.
            let active = parties.len() - (parties.len() * 2).div_ceil(3) + 1;
            entries.extend(days.flat_map(|day| {
                let parties = parties.iter().enumerate();
                parties.map(move |(n, &party)| Entry { day, party, passive: n >= active, report: number })
            }));
        }
        entries.sort_unstable();
        Self { reports, rarity, entries }
    }

    /// Every two reports in each drawer of which one looks for others there.
    pub fn in_drawers(&self) -> impl Iterator<Item = Candidate> + use<'_, Id> {
        let drawers = self.entries.chunk_by(|a, b| (a.day, a.party) == (b.day, b.party));
        drawers.flat_map(|drawer| {
            let active = drawer.iter().take_while(|entry| !entry.passive).enumerate();
            active.flat_map(|(n, one)| {
                let others = drawer.iter().skip(n + 1);
                others.map(|other| Candidate {
                    a: one.report as usize,
                    b: other.report as usize,
                    day: one.day,
                    party: one.party,
                })
            })
        })
    }

    /// Whether this is the first of the drawers in which the two meet: of the others nothing new is
    /// learned.
    pub fn is_first(&self, Candidate { a, b, day, party }: &Candidate) -> bool {
        let Some((one, other)) = self.reports.at(*a).zip(self.reports.at(*b)) else { return false };
        let both = one.parties.iter().filter(|party| other.parties.contains(party));
        let begins = |report: Report<'_>| report.facts.days.map(|(first, _)| first);
        begins(one).max(begins(other)) == Some(*day)
            && both.min_by_key(|party| self.rarity.get(**party as usize)) == Some(party)
    }
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
            let reports = Reports::from_iter(outlines.iter().enumerate());
            let candidates = Candidates::among(&reports);
            let firsts = candidates.in_drawers().filter(|candidate| candidates.is_first(candidate));
            let mut found: Vec<_> = firsts.map(|Candidate { a, b, .. }| (a.min(b), a.max(b))).collect();
            found.sort_unstable();
            prop_assert!(found.windows(2).all(|two| two[0] != two[1]), "twice: {found:?}");
            for b in 0..outlines.len() {
                for a in 0..b {
                    let alike = likeness(&outlines[a], &outlines[b]).is_some();
                    prop_assert!(!alike || found.contains(&(a, b)), "{:?} {:?}", outlines[a], outlines[b]);
                }
            }
        }
    }
}
