//! Groups: many reports, sorted by the meeting that they report.
//!
//! Only reports that share a day and a party are compared, so a hundred thousand take less than a
//! second. What people decided comes first: reports that they separated never come together, not even
//! by way of a third, and those that they linked do otherwise. Then reports that are certainly of one
//! meeting are joined, then likely ones, those with most in common first. A report joins a group only
//! if nothing speaks against any of its members, so that a short report, which fits many meetings,
//! does not pull these together.

use std::cmp::Reverse;

use super::candidates::Candidates;
use super::facts::Strength;
use super::many::Reports;
use super::sorting::Sorting;

/// What people decided of pairs of reports, in any order.
#[derive(Clone, Debug)]
pub struct Decisions<Id> {
    /// They are of one meeting.
    pub linked: Vec<(Id, Id)>,
    /// They are not. Where the two contradict each other, this holds.
    pub separated: Vec<(Id, Id)>,
}

impl<Id> Default for Decisions<Id> {
    fn default() -> Self {
        Self { linked: Vec::new(), separated: Vec::new() }
    }
}

/// The reports by meeting: every one in one group, alone where no other reports its meeting. The
/// groups come in the order of their first ids, whatever the order of the input.
pub fn groups<Id: Ord + Copy>(reports: &Reports<Id>, decisions: &Decisions<Id>) -> Vec<Vec<Id>> {
    let mut sorting = Sorting::of(reports);
    sorting.decide(&places(&decisions.linked, reports), &places(&decisions.separated, reports));
    for (a, b) in likely_pairs(&mut sorting, reports) {
        sorting.join(a, b);
    }
    let named = |group: Vec<usize>| {
        let mut named: Vec<Id> = group.into_iter().filter_map(|at| reports.id(at)).collect();
        named.sort_unstable();
        named
    };
    let mut groups: Vec<Vec<Id>> = sorting.groups().map(named).collect();
    groups.sort_unstable();
    groups
}

/// Where the reports of each pair stand, in an order of its own; pairs of which one is not there are left
/// out.
fn places<Id: Ord + Copy>(pairs: &[(Id, Id)], reports: &Reports<Id>) -> Vec<(usize, usize)> {
    let places = pairs.iter().filter_map(|(a, b)| reports.place(*a).zip(reports.place(*b)));
    let mut places: Vec<(usize, usize)> = places.map(|(a, b)| (a.min(b), a.max(b))).collect();
    places.sort_unstable();
    places
}

/// Joins the reports that are certainly of one meeting. Gives the pairs that only may be, those with
/// most in common first.
fn likely_pairs<Id: Ord + Copy>(
    sorting: &mut Sorting<'_, Id>,
    reports: &Reports<Id>,
) -> impl Iterator<Item = (usize, usize)> + use<Id> {
    let candidates = Candidates::among(reports);
    let mut likely = Vec::new();
    candidates.look(|candidate| {
        let (a, b) = (candidate.a, candidate.b);
        if sorting.are_together(a, b) || !candidates.is_first(&candidate) {
            return;
        }
        match sorting.in_common(a, b) {
            Some((Strength::Certain, _)) => sorting.join(a, b),
            Some((Strength::Likely, shared)) => likely.push((Reverse(shared), a.min(b), a.max(b))),
            None => {}
        }
    });
    likely.sort_unstable();
    likely.into_iter().map(|(_, a, b)| (a, b))
}

#[cfg(test)]
mod tests {
    use super::super::Outline;
    use super::super::outline::tests::{any_outline, outline};
    use super::*;
    use crate::model::MeetingKind::{InPerson, Multilateral, PhoneCall};
    use proptest::prelude::*;
    use std::time::Instant;

    fn sorted(outlines: &[Outline], decisions: &Decisions<usize>) -> Vec<Vec<usize>> {
        groups(&outlines.iter().enumerate().collect(), decisions)
    }

    fn undecided(outlines: &[Outline]) -> Vec<Vec<usize>> {
        sorted(outlines, &Decisions::default())
    }

    #[test]
    fn reports_are_sorted_by_meeting() {
        let outlines = [
            outline(InPerson, "2021-03-12", "MLT TUN", "Maria Zerafa, Karim Jaziri"),
            outline(PhoneCall, "2021-03-12", "MLT TUN", "Maria Zerafa, Karim Jaziri"),
            outline(InPerson, "2021-03-12", "MLT TUN", "Zerafa, Jaziri"),
            outline(InPerson, "2021-03-13", "MLT TUN", "Zerafa"),
            outline(PhoneCall, "2021-03-12", "MLT TUN", ""),
            outline(InPerson, "2021-04-12", "MLT TUN", "Zerafa, Jaziri"),
        ];
        assert_eq!(undecided(&outlines), [vec![0, 2, 3], vec![1, 4], vec![5]]);
    }

    #[test]
    fn a_report_that_fits_two_meetings_does_not_join_them() {
        let outlines = [
            outline(InPerson, "2021-03-12", "MLT", "Maria Zerafa"),
            outline(InPerson, "2021-03-12", "MLT TUN", "Maria Zerafa, Karim Jaziri"),
            outline(InPerson, "2021-03-12", "LBY MLT", "Maria Zerafa, Salem Darwi"),
        ];
        assert_eq!(undecided(&outlines), [vec![0, 1], vec![2]]);
        let daily: Vec<Outline> = (10..20)
            .map(|day| outline(InPerson, &format!("2021-03-{day}"), "MLT TUN", "Zerafa, Jaziri"))
            .collect();
        assert!(undecided(&daily).iter().all(|group| group.len() <= 2), "talks that meet every day");
    }

    #[test]
    fn a_person_decides_against_all_likeness() {
        let talks = outline(InPerson, "2021-03-12", "MLT TUN", "Zerafa, Jaziri");
        let elsewhere = outline(Multilateral, "2020-01-01", "ITA NOR", "Elia Donati");
        let outlines = [talks.clone(), talks.clone(), talks, elsewhere];
        let decisions = Decisions { linked: vec![(3, 1)], separated: vec![(2, 0)] };
        assert_eq!(sorted(&outlines, &decisions), [vec![0, 1, 3], vec![2]]);
        let decisions = Decisions { linked: vec![(0, 1), (1, 2)], separated: vec![(2, 0)] };
        assert_eq!(sorted(&outlines, &decisions), [vec![0, 1], vec![2], vec![3]]);
        // The report with the mistaken day is linked to one of three, and stays with all of them.
        let decisions = Decisions { linked: vec![(3, 1)], separated: Vec::new() };
        assert_eq!(sorted(&outlines, &decisions), [vec![0, 1, 2, 3]]);
    }

    proptest! {
        #[test]
        fn groups_keep_their_promises(
            outlines in prop::collection::vec(any_outline(), 1..24),
            linked in prop::collection::vec((0usize..24, 0usize..24), 0..4),
            separated in prop::collection::vec((0usize..24, 0usize..24), 0..6),
            turn in 0usize..24,
        ) {
            let decisions = Decisions { linked, separated };
            let found = sorted(&outlines, &decisions);
            let mut all: Vec<usize> = found.iter().flatten().copied().collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..outlines.len()).collect::<Vec<_>>(), "every report in one group");

            let group = |id: usize| found.iter().position(|group| group.contains(&id));
            let together = |&(a, b): &(usize, usize)| a != b && group(a).is_some() && group(a) == group(b);
            prop_assert!(!decisions.separated.iter().any(together), "separated, but together");
            for pair in decisions.linked.iter().filter(|(a, b)| a.max(b) < &outlines.len()) {
                let (a, b) = (group(pair.0), group(pair.1));
                let separated = decisions.separated.iter().any(|(x, y)| {
                    let ends = [group(*x), group(*y)];
                    ends == [a, b] || ends == [b, a]
                });
                prop_assert!(a == b || separated, "linked, but not together");
            }

            let mut turned: Vec<(usize, &Outline)> = outlines.iter().enumerate().collect();
            turned.rotate_left(turn % outlines.len());
            let mirrored = Decisions {
                linked: decisions.linked.iter().rev().map(|(a, b)| (*b, *a)).collect(),
                separated: decisions.separated.iter().rev().map(|(a, b)| (*b, *a)).collect(),
            };
            prop_assert_eq!(groups(&turned.into_iter().collect(), &mirrored), found, "the order of the input matters");
        }
    }

    /// A library: each meeting is told three times, and a third of them are meetings of one large state.
    fn library(days: i32) -> Vec<Outline> {
        let first: crate::model::Day = "2015-01-01".parse().unwrap();
        let code = |n: usize| {
            format!("{}{}X", char::from(b'A' + (n % 26) as u8), char::from(b'A' + (n / 26 % 7) as u8))
        };
        let name = |n: usize| format!("Ada {}mar{}ko", ["Ve", "Zo", "Ki", "Lu", "Pe"][n % 5], n / 5 % 400);
        let one = |n: usize| {
            let meeting = (n % 33_334).wrapping_mul(2_654_435_761) >> 3;
            let day = first.plus_days((meeting % days as usize) as i32).unwrap().to_string();
            let here = if meeting.is_multiple_of(3) { "USA".into() } else { code(meeting / 7) };
            let people = format!("{}, {}", name(meeting / 11), name(meeting / 13 + 1));
            outline(InPerson, &day, &format!("{here} {}", code(meeting / 5 + 1)), &people)
        };
        (0..100_000).map(one).collect()
    }

    #[test]
    #[ignore = "a measurement, to be read"]
    fn how_long_it_takes_to_sort_100_000_reports() {
        for days in [3_650, 365, 30] {
            let outlines = library(days);
            let started = Instant::now();
            let found = undecided(&outlines);
            println!("over {days} days: {:?}, {} groups", started.elapsed(), found.len());
        }
        let summit = outline(Multilateral, "2021-03-12", "DZA EGY ITA LBY MLT TUN", "Zerafa, Jaziri, Donati");
        let outlines = vec![summit; 5_000];
        let started = Instant::now();
        let found = undecided(&outlines);
        println!("5,000 of one summit: {:?}, {} groups", started.elapsed(), found.len());
    }
}
