//! Meetings across articles: which articles of the library report one meeting, and which have nearly the
//! same text. They are sorted in the background, as `reports/` has it, and made anew once the library has
//! changed: not with every letter that is typed, but when files have come in, when something was decided,
//! or when the person turns to something else and what the article reports is no longer the same.
//!
//! What is found is proposed. What people decide of two articles is kept in the library and goes before it.

mod decisions;
mod side_by_side;

use super::open::meetings::Meetings;
use super::state::App;
use crate::across::{KnownMeetings, ListFilter, OtherReport, Outline, Picked, Sorted};
use crate::model::{EntryId, counted};
use crate::store::{Found, Link};
use crate::work::Asked;

impl App {
    /// How many articles report the meeting of this one, itself among them; 0 if no other does.
    pub fn reports_of(&self, article: EntryId) -> usize {
        self.open.meetings.known.sorted.reports(article).len()
    }

    /// What else reports the meeting of an article, then what has nearly its text and does not.
    pub fn other_reports(&self, article: EntryId) -> Vec<OtherReport> {
        let meetings = &self.open.meetings;
        meetings.known.other_reports(article, meetings.lag(), &self.open.catalog)
    }

    /// The other reports of an article's meeting. What was just decided counts at once.
    fn others_of_meeting(&self, article: EntryId) -> Vec<EntryId> {
        self.open.meetings.known.others_of(article, self.open.meetings.lag())
    }

    /// The articles near an article in time that are not known to report its meeting, those with most parties in
    /// common first. Goes through the whole list: to be asked once, not with every frame.
    pub fn near_in_time(&self, article: EntryId) -> Vec<EntryId> {
        self.open.catalog.near_in_time(article, &self.others_of_meeting(article))
    }

    /// Lists the reports of an article's meeting and nothing else.
    pub(super) fn list_reports(&mut self, article: EntryId) {
        let mut found = Found::default();
        found.add(article);
        self.others_of_meeting(article).into_iter().for_each(|other| found.add(other));
        let label = format!("{} of one meeting", counted(found.len(), "report"));
        let ListFilter { sort, backwards, .. } = self.open.listing.filter;
        self.open.listing.filter = ListFilter { sort, backwards, ..ListFilter::default() };
        self.open.listing.found = None;
        self.open.listing.picked = Some(Picked { label, found });
        self.open.listing.refresh(&self.open.catalog);
    }

    /// Whether the person has turned to something else and what the article reports has changed: then
    /// meetings are sorted anew. While they are typing, it only remembers what it was before.
    pub(super) fn follow_outline(&mut self, typing: bool) {
        let Some(document) = self.current() else { return };
        let id = document.id();
        let known = self.open.meetings.outline.as_ref().filter(|(known, _)| *known == id);
        if typing && known.is_some() {
            return;
        }
        let outline = Outline::of(document.record());
        let is_other = known.is_some_and(|(_, known)| *known != outline);
        self.open.meetings.outline = Some((id, outline));
        if is_other {
            self.meetings_changed();
        }
    }

    /// Articles have come or gone, or what they report has changed, and no more of it is to come.
    pub(super) fn meetings_changed(&mut self) {
        self.open.meetings.is_stale = true;
        self.sort_meetings();
    }

    /// Articles have come in, and more may.
    pub(super) fn meetings_are_stale(&mut self) {
        self.open.meetings.is_stale = true;
    }

    /// Sorts meetings in the background, if they are not as the library has them.
    pub(super) fn sort_meetings(&mut self) {
        let Meetings { is_stale: true, sorting: None, known, .. } = &self.open.meetings else { return };
        if self.open.work.at_path().is_none() || !self.open.work.openings.is_empty() {
            return;
        }
        let decisions = known.decisions();
        let task = self.open.work.survey_when_kept(move |library| Sorted::of(library, &decisions));
        self.open.meetings.sorting = Some(Asked::new((), task));
        self.open.meetings.is_stale = false;
    }

    /// Receives what was sorted, and what was compared.
    pub(super) fn receive_meetings(&mut self) -> bool {
        let compared = self.receive_compared();
        let Some(((), sorted)) = Asked::answer(&mut self.open.meetings.sorting) else { return compared };
        match sorted {
            Some(Ok(sorted)) => self.open.meetings.known.sorted = sorted,
            Some(Err(error)) => self.tell_trouble(&error),
            None => {}
        }
        self.sort_meetings();
        true
    }

    /// What was decided of reports of one meeting, as the library has it.
    pub(super) fn receive_links(&mut self, links: Vec<Link>) {
        let known = KnownMeetings::decided_by(links);
        self.open.meetings = Meetings { known, ..Meetings::default() };
    }
}
