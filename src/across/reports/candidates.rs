//! Candidates: which of many reports are worth comparing at all. Only reports that share a day and
//! parties are, which leaves a few pairs for each out of billions.

use super::many::Reports;
use super::report::Report;

/// Many reports, which are put in drawers day by day: one for each party.
pub(super) struct Candidates<'r, Id> {
    reports: &'r Reports<Id>,
    /// How rare each party is.
    rarity: Vec<u32>,
    /// In the order of their first days.
    stays: Vec<Stay>,
}

/// From when to when a report is in drawers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Stay {
    first: i32,
    last: i32,
    report: u32,
}

/// A report in a drawer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    /// By how rare it is, which does not depend on who named it first.
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
        let mut stays = Vec::with_capacity(reports.len());
        for (number, report) in (0..).zip(reports.all()) {
            if let Some((first, last)) = report.facts.days.filter(|_| report.may_be_contact()) {
                // One day more, in which it meets what begins on the next.
                let last = first + (last - first).clamp(0, LONGEST) + 1;
                stays.push(Stay { first, last, report: number });
            }
        }
        stays.sort_unstable();
        Self { reports, rarity: reports.rarity(), stays }
    }

    /// Looks at every two reports in each drawer of which one looks for others there.
    pub fn look(&self, mut at: impl FnMut(Candidate)) {
        let mut coming = self.stays.iter().copied().peekable();
        let mut present: Vec<Stay> = Vec::new();
        let mut entries = Vec::new();
        let mut day = i32::MIN;
        loop {
            if present.is_empty() {
                let Some(next) = coming.peek() else { break };
                day = next.first;
            }
            present.extend(std::iter::from_fn(|| coming.next_if(|stay| stay.first == day)));
            entries.clear();
            present.iter().for_each(|stay| self.put_in_drawers(stay.report, &mut entries));
            entries.sort_unstable();
            for drawer in entries.chunk_by(|a, b| a.party == b.party) {
                let active = drawer.iter().take_while(|entry| !entry.passive).enumerate();
                let pairs =
                    active.flat_map(|(n, one)| drawer.iter().skip(n + 1).map(move |other| (one, other)));
                for (one, other) in pairs {
                    at(Candidate { a: one.report as usize, b: other.report as usize, day, party: one.party });
                }
            }
            present.retain(|stay| stay.last > day);
            day += 1;
        }
    }

    fn put_in_drawers(&self, report: u32, entries: &mut Vec<Entry>) {
        let Some(parties) = self.reports.at(report as usize).map(|report| report.parties) else { return };
        let rank = |party: &u32| self.rank(*party);
        // Two thirds of the shorter report's parties stand in the longer one. However few others it has, one
        // of the two thirds is among its rarest third and one more: it looks for others there only, and not
        // among all that a large state did on that day.
        let active = parties.len() - (parties.len() * 2).div_ceil(3) + 1;
        entries.extend(parties.iter().map(|party| {
            let rarer = parties.iter().filter(|other| rank(other) < rank(party)).count();
            Entry { party: rank(party), passive: rarer >= active, report }
        }));
    }

    /// Whether this is the first of the drawers in which the two meet: of the others nothing new is
    /// learned.
    pub fn is_first(&self, Candidate { a, b, day, party }: &Candidate) -> bool {
        let Some((one, other)) = self.reports.at(*a).zip(self.reports.at(*b)) else { return false };
        let both = one.parties.iter().filter(|party| other.parties.contains(party));
        let begins = |report: Report<'_>| report.facts.days.map(|(first, _)| first);
        begins(one).max(begins(other)) == Some(*day)
            && both.map(|party| self.rank(*party)).min() == Some(*party)
    }

    fn rank(&self, party: u32) -> u32 {
        self.rarity.get(party as usize).copied().unwrap_or(u32::MAX)
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
            let mut found = Vec::new();
            candidates.look(|candidate| {
                if candidates.is_first(&candidate) {
                    found.push((candidate.a.min(candidate.b), candidate.a.max(candidate.b)));
                }
            });
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
