//! Sorting: which reports are in one group so far, and what may still be joined.

use super::report::Report;
use super::{Outline, Strength};

/// Reports while they are being sorted into groups.
pub(super) struct Sorting<'o> {
    reports: Vec<Report<'o>>,
    /// For each report the group that it is in, and for each group its reports.
    group: Vec<usize>,
    members: Vec<Vec<usize>>,
    /// For each report, those that people separated it from.
    apart: Vec<Vec<usize>>,
    /// For each report, the group that people put it in by linking; by itself if they did not.
    linked: Vec<usize>,
}

impl<'o> Sorting<'o> {
    /// Every report in a group of its own.
    pub fn of(outlines: &[&'o Outline]) -> Self {
        let each = || 0..outlines.len();
        Self {
            reports: outlines.iter().map(|outline| Report::of(outline)).collect(),
            group: each().collect(),
            members: each().map(|at| vec![at]).collect(),
            apart: each().map(|_| Vec::new()).collect(),
            linked: each().collect(),
        }
    }

    /// Takes in what people decided: pairs that are one meeting, whatever speaks against it, and pairs
    /// that are not.
    pub fn decide(&mut self, linked: &[(usize, usize)], separated: &[(usize, usize)]) {
        for (a, b) in separated.iter().flat_map(|&(a, b)| [(a, b), (b, a)]) {
            if let Some(apart) = self.apart.get_mut(a) {
                apart.push(b);
            }
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
    pub fn groups(self) -> impl Iterator<Item = Vec<usize>> {
        self.members.into_iter().filter(|group| !group.is_empty())
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
        let common = self.reports.get(a)?.in_common(self.reports.get(b)?)?;
        Some((common.strength, common.parties.len() + common.people.len()))
    }

    /// The groups of two reports, the one with more reports first; none if they are in one.
    fn two_groups(&self, a: usize, b: usize) -> Option<(usize, usize)> {
        let (a, b) = (*self.group.get(a)?, *self.group.get(b)?);
        let more = self.members_of(a).len() >= self.members_of(b).len();
        (a != b).then_some(if more { (a, b) } else { (b, a) })
    }

    fn members_of(&self, group: usize) -> &[usize] {
        self.members.get(group).map_or(&[], Vec::as_slice)
    }

    /// Whether people separated a report of the one group from a report of the other.
    fn are_apart(&self, larger: usize, smaller: usize) -> bool {
        let separated = self.members_of(smaller).iter().filter_map(|at| self.apart.get(*at)).flatten();
        separated.filter_map(|at| self.group.get(*at)).any(|group| *group == larger)
    }

    /// Whether each report of the one group can be of the meeting of each of the other. Of reports that
    /// a person linked, it is enough that one can: the others are linked because they do not look it.
    fn fit(&self, a: usize, b: usize) -> bool {
        let can_be = |a: usize, b: usize| {
            self.reports.get(a).zip(self.reports.get(b)).is_some_and(|(a, b)| a.can_be(b))
        };
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
        let moved = self.members.get_mut(smaller).map(std::mem::take).unwrap_or_default();
        for at in &moved {
            if let Some(group) = self.group.get_mut(*at) {
                *group = larger;
            }
        }
        if let Some(members) = self.members.get_mut(larger) {
            members.extend(moved);
        }
    }
}
