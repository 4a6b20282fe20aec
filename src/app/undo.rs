//! Undo: one line through time. What was done last is taken back first, whichever article it was done to:
//! an edit of a record, an article that was put away or brought back, a change of many records, a decision
//! about reports of one meeting. What belongs to another article shows that article.
//!
//! The line is of this run of the program. Where it ends, the steps of the article that is shown go on, of
//! which the library keeps the history.

use super::notice::{Notice, Offer};
use super::open::showing::Then;
use super::state::App;
use crate::across::Step;
use crate::model::EntryId;
use crate::review::Document;
use crate::work::Change;

impl App {
    /// What the next undo takes back, in words.
    pub fn can_undo(&self) -> Option<String> {
        let of_shown = || self.current()?.can_undo().map(str::to_owned);
        self.open
            .undo_line
            .done
            .last()
            .map_or_else(of_shown, |step| Some(self.words(step, Document::can_undo)))
    }

    /// What the next redo does again, in words.
    pub fn can_redo(&self) -> Option<String> {
        let of_shown = || self.current().filter(|_| self.may_go_on())?.can_redo().map(str::to_owned);
        self.open
            .undo_line
            .undone
            .last()
            .map_or_else(of_shown, |step| Some(self.words(step, Document::can_redo)))
    }

    /// Whether the steps of the article that is shown are done again where the line ends: not once something else
    /// was done instead of what was taken back.
    fn may_go_on(&self) -> bool {
        self.open.undo_line.done.is_empty()
    }

    /// The last change of many records that can be taken back: its label, and how many were changed.
    pub fn last_bulk(&self) -> Option<(&str, usize)> {
        self.open.undo_line.done.iter().rev().find_map(|step| match step {
            Step::Bulk(label, ids) => Some((label.as_str(), ids.len())),
            _ => None,
        })
    }

    /// Takes back what was done last.
    pub(super) fn undo(&mut self) {
        while let Some(step) = self.open.undo_line.done.last().cloned() {
            if step.is_bulk() && self.is_changing_many() {
                return;
            }
            self.open.undo_line.done.pop();
            if self.take_back(&step) {
                self.open.undo_line.undone.push(step);
                return;
            }
        }
        if let Some(id) = self.open.showing.id()
            && self.step(id, Document::undo)
        {
            self.open.undo_line.undone.push(Step::Edit(id));
        }
    }

    /// Does again what was taken back last.
    pub(super) fn redo(&mut self) {
        while let Some(step) = self.open.undo_line.undone.last().cloned() {
            if step.is_bulk() && self.is_changing_many() {
                return;
            }
            self.open.undo_line.undone.pop();
            if self.take_again(&step) {
                self.open.undo_line.done.push(step);
                return;
            }
        }
        if let Some(id) = self.open.showing.id().filter(|_| self.may_go_on())
            && self.step(id, Document::redo)
        {
            self.open.undo_line.done.push(Step::Edit(id));
        }
    }

    /// Goes to where so many steps of the record that is shown are in effect.
    pub(super) fn go_to(&mut self, position: usize) {
        let Some(document) = self.current() else { return };
        let (id, before) = (document.id(), document.history().position());
        if self.step(id, |document| document.go_to(position)) {
            self.open.undo_line.went_back(id, before.cast_signed() - position.cast_signed());
        }
    }

    /// Takes the last change of many records back, wherever nothing was changed since.
    pub(super) fn take_bulk_back(&mut self) {
        if !self.is_changing_many() {
            self.take_back_last(Step::is_bulk);
        }
    }

    /// Takes back what was decided last of reports of one meeting.
    pub(super) fn take_decision_back(&mut self) {
        self.take_back_last(Step::is_decision);
    }

    fn take_back_last(&mut self, is_of_kind: fn(&Step) -> bool) {
        if let Some(step) = self.open.undo_line.take_last(is_of_kind)
            && self.take_back(&step)
        {
            self.open.undo_line.undone.push(step);
        }
    }

    /// Takes one step back. Says whether there was anything to take back.
    fn take_back(&mut self, step: &Step) -> bool {
        match step {
            Step::Edit(id) => self.step_elsewhere(*id, "Taken back", Document::can_undo, Document::undo),
            Step::PutAway(ids, is_away) => self.put(ids, !is_away),
            Step::Contact(id, is_added) => self.put(&[*id], *is_added),
            Step::Moved { from, to } => {
                self.step_in_both(*from, *to, "Taken back", Document::can_undo, Document::undo)
            }
            Step::Bulk(label, ids) => {
                self.forget_offer(|offer| offer == Offer::TakeBulkBack);
                self.begin_bulk(Change::TakeBack(label.clone()), ids.clone());
                true
            }
            Step::Decision(decision) => {
                self.forget_offer(|offer| offer == Offer::TakeDecisionBack);
                self.keep_decisions(decision.before.clone());
                true
            }
        }
    }

    /// Takes one step again. Says whether there was anything to do.
    fn take_again(&mut self, step: &Step) -> bool {
        match step {
            Step::Edit(id) => self.step_elsewhere(*id, "Done again", Document::can_redo, Document::redo),
            Step::PutAway(ids, is_away) => self.put(ids, *is_away),
            Step::Contact(id, is_added) => self.put(&[*id], !is_added),
            Step::Moved { from, to } => {
                self.step_in_both(*from, *to, "Done again", Document::can_redo, Document::redo)
            }
            Step::Bulk(label, ids) => {
                self.begin_bulk(Change::Again(label.clone()), ids.clone());
                true
            }
            Step::Decision(decision) => {
                self.keep_decisions(decision.after.clone());
                true
            }
        }
    }

    /// A step in the history of a record, which is shown if it is another than the one that is. One that is not
    /// in memory is read first.
    fn step_elsewhere(
        &mut self,
        id: EntryId,
        done: &'static str,
        can: fn(&Document) -> Option<&str>,
        step: fn(&mut Document) -> bool,
    ) -> bool {
        if self.open.showing.id() == Some(id) && self.document(id).is_some() {
            return self.step(id, step);
        }
        if self.row(id).is_none() || self.document(id).is_some_and(|document| can(document).is_none()) {
            return false;
        }
        self.show(id, Some(Then::Step { done, can, step }));
        true
    }

    /// A step in the history of a record that was just brought before the person's eyes, who is told of it.
    pub(super) fn step_and_tell(
        &mut self,
        id: EntryId,
        done: &str,
        can: fn(&Document) -> Option<&str>,
        step: fn(&mut Document) -> bool,
    ) {
        let told = self.document(id).and_then(|document| {
            let label = can(document)?;
            Some(format!("{done} in “{}”: {label}.", document.title()))
        });
        if let Some(told) = told {
            self.tell(Notice::info(told));
            self.step(id, step);
        }
    }

    /// A step in the histories of two records, of which the first is shown. Both are in memory as long as one of
    /// the article's contacts is shown; one that is not any more stays as it is, which is told.
    fn step_in_both(
        &mut self,
        from: EntryId,
        to: EntryId,
        done: &'static str,
        can: fn(&Document) -> Option<&str>,
        step: fn(&mut Document) -> bool,
    ) -> bool {
        if !self.step(to, step) {
            return self.step_elsewhere(to, done, can, step);
        }
        let is_of_shown = |shown: EntryId| shown == from || shown == to;
        if self.open.showing.id().is_some_and(is_of_shown) && self.step(from, step) {
            return true;
        }
        self.step_elsewhere(from, done, can, step)
    }

    /// Puts records away or brings them back, as they were before.
    fn put(&mut self, ids: &[EntryId], is_away: bool) -> bool {
        let are_other = |id: &EntryId| self.row(*id).is_some_and(|row| row.is_put_away != is_away);
        let ids: Vec<EntryId> = ids.iter().copied().filter(are_other).collect();
        match is_away {
            _ if ids.is_empty() => return false,
            true => self.leave_and_put_away(&ids),
            false => self.put_away(&ids, false),
        }
        true
    }

    fn forget_offer(&mut self, is_it: impl Fn(Offer) -> bool) {
        self.notices.retain(|notice| !notice.offer.is_some_and(&is_it));
    }

    fn words(&self, step: &Step, label: fn(&Document) -> Option<&str>) -> String {
        let title = |id: EntryId| self.row(id).map(|row| row.title.to_string()).unwrap_or_default();
        let first = |ids: &[EntryId]| ids.first().map(|id| title(*id)).unwrap_or_default();
        match step {
            Step::Edit(id) => {
                let of = self.document(*id).and_then(label).unwrap_or("change");
                if self.open.showing.id() == Some(*id) {
                    of.to_owned()
                } else {
                    format!("{of} in “{}”", title(*id))
                }
            }
            Step::PutAway(ids, true) => format!("putting “{}” away", first(ids)),
            Step::PutAway(ids, false) => format!("bringing “{}” back", first(ids)),
            Step::Contact(id, true) => format!("new contact in “{}”", title(*id)),
            Step::Contact(id, false) => format!("removal of a contact in “{}”", title(*id)),
            Step::Moved { to, .. } => format!("move to another contact in “{}”", title(*to)),
            Step::Bulk(label, _) => label.clone(),
            Step::Decision(_) => "decision about a meeting".to_owned(),
        }
    }
}
