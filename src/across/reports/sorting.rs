//! Sorting: which reports are in one group so far, and what may still be joined.

use rustc_hash::FxHashMap;

use super::facts::Strength;
use super::many::Reports;

/// Reports while they are being sorted into groups.
pub(super) struct Sorting<'r, Id> {
    reports: &'r Reports<Id>,
    /// For each report the group that it is in.
    group: Vec<usize>,
    /// The reports of each group that has more than one.
    members: FxHashMap<usize, Vec<usize>>,
    /// Of reports that people separated from others, which others.
    apart: FxHashMap<usize, Vec<usize>>,
    /// For each report, the group that people put it in by linking; by itself if they did not.
    linked: Vec<usize>,
}

impl<'r, Id: Ord + Copy> Sorting<'r, Id> {
    /// Every report in a group of its own.
    pub fn of(reports: &'r Reports<Id>) -> Self {
        let group: Vec<usize> = (0..reports.len()).collect();
        let linked = group.clone();
        Self { reports, group, members: FxHashMap::default(), apart: FxHashMap::default(), linked }
    }

    /// Takes in what people decided: pairs that are one meeting, whatever speaks against it, and pairs
    /// that are not.
    pub fn decide(&mut self, linked: &[(usize, usize)], separated: &[(usize, usize)]) {
        for (a, b) in separated.iter().flat_map(|&(a, b)| [(a, b), (b, a)]) {
            self.apart.entry(a).or_default().push(b);
        }
        for &(a, b) in linked {
            if let Some((a, b)) = self.two_groups(a, b)
                && !self.are_apart(a, b)
            {
                self.unite(a, b);
            }
        }
        self.linked.clone_from(&self.group);
    }

    /// The groups that there are now.
    pub fn groups(mut self) -> impl Iterator<Item = Vec<usize>> {
        let own = self.group.into_iter().enumerate().filter(|(report, group)| report == group);
        own.map(move |(report, _)| self.members.remove(&report).unwrap_or_else(|| vec![report]))
    }

    /// Whether two reports are in one group.
    pub fn are_together(&self, a: usize, b: usize) -> bool {
        self.group.get(a) == self.group.get(b)
    }

    /// Joins the groups of two reports, unless something speaks against it.
    pub fn join(&mut self, a: usize, b: usize) {
        if let Some((a, b)) = self.two_groups(a, b)
            && !self.are_apart(a, b)
            && self.fit(a, b)
        {
            self.unite(a, b);
        }
    }

    /// How strongly two reports are alike, and in how much.
    pub fn in_common(&self, a: usize, b: usize) -> Option<(Strength, usize)> {
        let common = self.reports.at(a)?.in_common(self.reports.at(b)?)?;
        Some((common.strength, common.parties.len() + common.people.len()))
    }

    /// The groups of two reports, the one with more reports first; none if they are in one.
    fn two_groups(&self, a: usize, b: usize) -> Option<(usize, usize)> {
        let (a, b) = (*self.group.get(a)?, *self.group.get(b)?);
        let more = self.members_of(a).len() >= self.members_of(b).len();
        (a != b).then_some(if more { (a, b) } else { (b, a) })
    }

    fn members_of(&self, group: usize) -> &[usize] {
        // The report of a group of one is the group's own number.
        let alone = || self.group.get(group).map_or(&[][..], std::slice::from_ref);
        self.members.get(&group).map_or_else(alone, Vec::as_slice)
    }

    /// Whether people separated a report of the one group from a report of the other.
    fn are_apart(&self, larger: usize, smaller: usize) -> bool {
        let separated = self.members_of(smaller).iter().filter_map(|at| self.apart.get(at)).flatten();
        separated.filter_map(|at| self.group.get(*at)).any(|group| *group == larger)
    }

    /// Whether each report of the one group can be of the meeting of each of the other. Of reports that
    /// a person linked, it is enough that one can: the others are linked because they do not look it.
    fn fit(&self, a: usize, b: usize) -> bool {
        let can_be =
            |a: usize, b: usize| self.reports.at(a).zip(self.reports.at(b)).is_some_and(|(a, b)| a.can_be(b));
        let linked = |at: usize| {
            let group = self.linked.get(at).copied();
            move |other: &usize| self.linked.get(*other).copied() == group
        };
        self.members_of(a).iter().all(|&one| {
            self.members_of(b).iter().all(|&other| {
                can_be(one, other) || {
                    let ones = self.members_of(a).iter().copied().filter(linked(one));
                    let others: Vec<usize> =
                        self.members_of(b).iter().copied().filter(linked(other)).collect();
                    ones.into_iter().any(|one| others.iter().any(|other| can_be(one, *other)))
                }
            })
        })
    }

    fn unite(&mut self, larger: usize, smaller: usize) {
        let moved = self.members.remove(&smaller).unwrap_or_else(|| vec![smaller]);
        for at in &moved {
            if let Some(group) = self.group.get_mut(*at) {
                *group = larger;
            }
        }
        self.members.entry(larger).or_insert_with(|| vec![larger]).extend(moved);
    }
}
