//! The time that a person works at articles: kept in the library, so that it can be told how much was done in it;
//! not at all where the settings say so. It counts from one thing that the person does to the next, unless there is a
//! pause between them.

use super::state::App;
use crate::across::WorkDone;
use crate::model::{CancelToken, EntryId};
use crate::store::Worked;
use crate::work::Asked;

/// After so many seconds in which nothing is done a person does something else.
const PAUSE: i64 = 60;

/// So many seconds are gathered before the library is told.
const SOON: i64 = 20;

impl App {
    /// What was done in the library, once it was counted.
    pub fn work_done(&self) -> Option<&WorkDone> {
        self.open.at_work.done.as_ref()
    }

    /// The person does something at the article that is shown.
    pub(super) fn work_on(&mut self) {
        let now = (self.clock)();
        if !self.settings.keeps_time {
            self.open.at_work.last = None;
            return;
        }
        let shown = self.open.showing.id();
        let last = std::mem::replace(&mut self.open.at_work.last, shown.map(|id| (id, now)));
        let Some((id, since)) = last else { return };
        let seconds = now.seconds_since(since);
        if (1..=PAUSE).contains(&seconds) {
            self.add_work(Worked { id, day: now.day(), seconds, decided: 0 });
        }
        if shown != Some(id) {
            self.tell_work();
        }
    }

    /// So many more values are decided in a record, or fewer if less than 0.
    pub(super) fn count_decided(&mut self, id: EntryId, more: i64) {
        if more != 0 && self.settings.keeps_time {
            self.add_work(Worked { id, day: self.today(), seconds: 0, decided: more });
            self.tell_work();
        }
    }

    fn add_work(&mut self, work: Worked) {
        let is_same = |untold: &Worked| (untold.id, untold.day) == (work.id, work.day);
        if self.open.at_work.untold.as_ref().is_some_and(|untold| !is_same(untold)) {
            self.tell_work();
        }
        let untold = self.open.at_work.untold.get_or_insert(Worked { seconds: 0, decided: 0, ..work });
        untold.seconds += work.seconds;
        untold.decided += work.decided;
        if untold.seconds >= SOON {
            self.tell_work();
        }
    }

    /// The library is told of the work that it does not know of.
    pub(super) fn tell_work(&mut self) {
        if let Some(worked) = self.open.at_work.untold.take() {
            self.open.work.writer().worked(worked);
        }
    }

    /// Counts what was done in the library.
    pub(super) fn count_work(&mut self) {
        self.tell_work();
        let task = self.open.work.survey_when_kept(|library| WorkDone::of(library, &CancelToken::default()));
        self.open.at_work.counting = Some(Asked::new((), task));
    }

    /// Receives what was counted.
    pub(super) fn receive_work_done(&mut self) -> bool {
        let Some(((), done)) = Asked::answer(&mut self.open.at_work.counting) else { return false };
        match done {
            Some(Ok(done)) => self.open.at_work.done = Some(done),
            Some(Err(error)) => self.tell_trouble(&error),
            None => {}
        }
        true
    }
}
