//! Meetings across articles: which articles of the library report one meeting, and which have nearly the
//! same text. They are sorted in the background, as `reports/` has it, and made anew once the library has
//! changed: not with every letter that is typed, but when files have come in, when something was decided,
//! or when the person turns to something else and what the article reports is no longer the same.
//!
//! What is found is proposed. What people decide of two articles is kept in the library and goes before it.

mod decisions;
mod near_in_time;
mod side_by_side;
mod sorted;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub(super) use decisions::Decision;
pub use side_by_side::SideBySide;
pub(super) use side_by_side::{Pair, Side};
pub(super) use sorted::Sorted;

use super::{App, Decisions, EntryId, LibraryError, ListFilter, Outline, Picked};
use crate::store::{Found, Link};

/// What is known of meetings across articles.
#[derive(Debug, Default)]
pub(super) struct Meetings {
    /// As they were sorted last.
    sorted: Sorted,
    /// Whether the library has changed since.
    is_stale: bool,
    is_under_way: bool,
    /// What people decided: whether two articles report one meeting, the smaller id first.
    decided: BTreeMap<Pair, bool>,
    /// What the article that is shown reported when the person turned to it.
    outline: Option<(EntryId, Outline)>,
    side_by_side: side_by_side::Shown,
}

/// An article that has to do with another: a report of the same meeting, or nearly the same text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherReport {
    /// The article.
    pub article: EntryId,
    /// Whether it reports the same meeting.
    pub is_same_meeting: bool,
    /// Whether its text is nearly the same.
    pub is_near_text: bool,
    /// How many days later it was published; before, if it is less than 0.
    pub days_later: Option<i32>,
}

impl App {
    /// How many articles report the meeting of this one, itself among them; 0 if no other does.
    pub fn reports_of(&self, article: EntryId) -> usize {
        self.meetings.sorted.reports(article).len()
    }

    /// What else reports the meeting of an article, then what has nearly its text and does not.
    pub fn other_reports(&self, article: EntryId) -> Vec<OtherReport> {
        let Meetings { sorted, .. } = &self.meetings;
        let near: Vec<EntryId> = sorted.near(article).collect();
        let of_meeting = self.others_of_meeting(article);
        let apart = near.iter().filter(|id| !of_meeting.contains(id)).copied();
        let published = sorted.published(article);
        let other = |(id, is_same_meeting): (EntryId, bool)| OtherReport {
            article: id,
            is_same_meeting,
            is_near_text: near.contains(&id),
            days_later: sorted.published(id).zip(published).map(|(theirs, ours)| theirs.days_since(ours)),
        };
        let same = of_meeting.iter().map(|id| (*id, true));
        let listed = |(id, _): &(EntryId, bool)| self.row(*id).is_some_and(|row| !row.is_put_away);
        same.chain(apart.map(|id| (id, false))).filter(listed).map(other).collect()
    }

    /// The other reports of an article's meeting. What was just decided counts at once.
    fn others_of_meeting(&self, article: EntryId) -> Vec<EntryId> {
        let Meetings { sorted, is_stale, is_under_way, .. } = &self.meetings;
        let mut others = sorted.reports(article).to_vec();
        others.retain(|other| *other != article);
        if *is_stale || *is_under_way {
            others.retain(|other| self.decided(article, *other) != Some(false));
            let linked = self.meetings.decided.iter().filter(|(_, same)| **same).map(|(pair, _)| *pair);
            let ends = linked.filter_map(|(one, other)| match article {
                _ if article == one => Some(other),
                _ if article == other => Some(one),
                _ => None,
            });
            let missing: Vec<EntryId> = ends.filter(|other| !others.contains(other)).collect();
            others.extend(missing);
        }
        others
    }

    /// Lists the reports of an article's meeting and nothing else.
    pub(super) fn list_reports(&mut self, article: EntryId) {
        let mut found = Found::default();
        found.add(article);
        self.others_of_meeting(article).into_iter().for_each(|other| found.add(other));
        let label = format!("{} reports of one meeting", found.len());
        let ListFilter { sort, backwards, .. } = self.listing.filter;
        self.listing.filter = ListFilter { sort, backwards, ..ListFilter::default() };
        self.listing.found = None;
        self.listing.picked = Some(Picked { label, found });
        self.listing.refresh(&self.catalog);
    }

    /// Whether the person has turned to something else and what the article reports has changed: then
    /// meetings are sorted anew. While they are typing, it only remembers what it was before.
    pub(super) fn follow_outline(&mut self, typing: bool) {
        let Some(document) = self.current() else { return };
        let id = document.id();
        let known = self.meetings.outline.as_ref().filter(|(known, _)| *known == id);
        if typing && known.is_some() {
            return;
        }
        let outline = Outline::of(document.record());
        let is_other = known.is_some_and(|(_, known)| *known != outline);
        self.meetings.outline = Some((id, outline));
        if is_other {
            self.meetings_changed();
        }
    }

    /// Articles have come or gone, or what they report has changed, and no more of it is to come.
    pub(super) fn meetings_changed(&mut self) {
        self.meetings.is_stale = true;
        self.sort_meetings();
    }

    /// Articles have come in, and more may.
    pub(super) fn meetings_are_stale(&mut self) {
        self.meetings.is_stale = true;
    }

    /// Sorts meetings in the background, if they are not as the library has them.
    pub(super) fn sort_meetings(&mut self) {
        let Some((library, _)) = &self.library else { return };
        let Meetings { is_stale: true, is_under_way: false, decided, .. } = &self.meetings else { return };
        if self.jobs.is_opening() {
            return;
        }
        let pairs =
            |same| decided.iter().filter(move |(_, is)| **is == same).map(|(pair, _)| *pair).collect();
        let decisions = Decisions { linked: pairs(true), separated: pairs(false) };
        self.meetings.is_under_way = self.jobs.sort_meetings(library.clone(), decisions);
        self.meetings.is_stale = !self.meetings.is_under_way;
    }

    /// The meetings of a library were sorted. Those of another than the one that is open are of no account.
    pub(super) fn take_sorted(&mut self, of: &Path, sorted: Result<Sorted, LibraryError>) {
        if self.library.as_ref().is_none_or(|(library, _)| library != of) {
            return;
        }
        self.jobs.answered(1);
        self.meetings.is_under_way = false;
        match sorted {
            Ok(sorted) => self.meetings.sorted = sorted,
            Err(error) => self.tell_trouble(&error),
        }
        self.sort_meetings();
    }

    /// The library is open, and this was decided in it.
    pub(super) fn take_links(&mut self, links: Vec<Link>) {
        let decided = links.into_iter().map(|link| ((link.one, link.other), link.same_meeting));
        self.meetings = Meetings { decided: decided.collect(), ..Meetings::default() };
    }

    /// The library's file, even if it is for this run only.
    fn any_library(&self) -> Option<PathBuf> {
        self.library.as_ref().map(|(path, _)| path.clone())
    }
}
