//! Undo: one line through time. What was done last is taken back first, whichever article it was done to:
//! an edit of a record, an article that was put away or brought back, a change of many records, a decision
//! about reports of one meeting. What belongs to another article shows that article.
//!
//! The line is of this run of the program. Where it ends, the steps of the article that is shown go on, of
//! which the library keeps the history.

use super::command::Command;
use super::notice::{Notice, Offer, Until};
use super::open::showing::Then;
use super::state::App;
use crate::across::{Step, Way};
use crate::model::{EntryId, Record, counted};
use crate::review::{About, Difference, Document, Field, differences};
use crate::work::Change;

/// How many values a notice tells of that a step has changed.
const MOST_TOLD: usize = 2;

impl App {
    /// What the next undo takes back, in words.
    pub fn can_undo(&self) -> Option<String> {
        self.next_in_words(Way::Back)
    }

    /// What the next redo does again, in words.
    pub fn can_redo(&self) -> Option<String> {
        self.next_in_words(Way::Again)
    }

    fn next_in_words(&self, way: Way) -> Option<String> {
        match self.open.undo_line.steps(way).last() {
            Some(step) => Some(self.words(step, way.label())),
            None => way.label()(self.current().filter(|_| self.goes_on(way))?).map(str::to_owned),
        }
    }

    /// Whether the steps of the article that is shown go on where the line ends: forward only where nothing else was
    /// done instead of what was taken back.
    fn goes_on(&self, way: Way) -> bool {
        way == Way::Back || self.open.undo_line.steps(Way::Back).is_empty()
    }

    /// Whether undoing or redoing, as this command asks, changes a record: that is shown then, whatever else was.
    pub fn goes_into_record(&self, command: &Command) -> bool {
        let way = if *command == Command::Redo { Way::Again } else { Way::Back };
        let step = self.open.undo_line.steps(way).last();
        step.is_none_or(|step| matches!(step, Step::Edit(_) | Step::Moved { .. }))
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
        self.go(Way::Back);
    }

    /// Does again what was taken back last.
    pub(super) fn redo(&mut self) {
        self.go(Way::Again);
    }

    fn go(&mut self, way: Way) {
        while let Some(step) = self.open.undo_line.steps(way).last().cloned() {
            if step.is_bulk() && self.is_changing_many() {
                return;
            }
            self.open.undo_line.steps_mut(way).pop();
            let words = self.words(&step, way.label());
            if self.take(&step, way) {
                self.tell_undone(&step, way, &words);
                self.open.undo_line.steps_mut(way.other()).push(step);
                return;
            }
        }
        if let Some(id) = self.open.showing.id().filter(|_| self.goes_on(way))
            && self.step_and_tell(id, way)
        {
            self.open.undo_line.steps_mut(way.other()).push(Step::Edit(id));
        }
    }

    /// Goes to where so many steps of the record that is shown are in effect.
    pub(super) fn go_to(&mut self, position: usize) {
        let Some(document) = self.current() else { return };
        let (id, before) = (document.id(), document.history().position());
        let from = document.record().clone();
        if self.step(id, |document| document.go_to(position)) {
            self.attend_to_change(id, &from);
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

    /// Brings back what was put away last.
    pub(super) fn take_put_away_back(&mut self) {
        self.take_back_last(Step::is_put_away);
    }

    fn take_back_last(&mut self, is_of_kind: fn(&Step) -> bool) {
        if let Some(step) = self.open.undo_line.take_last(is_of_kind)
            && self.take(&step, Way::Back)
        {
            let words = self.words(&step, Way::Back.label());
            self.tell_undone(&step, Way::Back, &words);
            self.open.undo_line.undone.push(step);
        }
    }

    /// Takes one step back or again. Says whether there was anything to take.
    fn take(&mut self, step: &Step, way: Way) -> bool {
        let again = way == Way::Again;
        match step {
            Step::Edit(id) => self.step_elsewhere(*id, way),
            Step::PutAway(ids, is_away) => {
                self.forget_offer(|offer| !again && offer == Offer::TakePutAwayBack);
                self.put(ids, *is_away == again)
            }
            Step::Deleted(ids) => self.set_deleted(ids, again),
            Step::Added(id) => self.put(&[*id], !again),
            Step::Removed { contact, given_back } => {
                let is_put = self.put(&[*contact], again);
                self.step_in_all(given_back, way);
                is_put
            }
            Step::Moved { from, to, .. } => {
                self.step_in_all(&[*to, *from], way);
                true
            }
            Step::Bulk(label, ids) => {
                self.forget_offer(|offer| !again && offer == Offer::TakeBulkBack);
                let change = if again { Change::Again } else { Change::TakeBack };
                self.begin_bulk(change(label.clone()), ids.clone());
                true
            }
            Step::Decision(decision) => {
                self.forget_offer(|offer| !again && offer == Offer::TakeDecisionBack);
                let links = if again { &decision.after } else { &decision.before };
                self.keep_decisions(links.clone());
                true
            }
        }
    }

    /// A step in the history of a record, which is shown if it is another than the one that is. One that is not
    /// in memory is read first.
    fn step_elsewhere(&mut self, id: EntryId, way: Way) -> bool {
        if self.open.showing.id() == Some(id) && self.document(id).is_some() {
            return self.step_and_tell(id, way);
        }
        let is_at_end = |document: &Document| way.label()(document).is_none();
        if self.row(id).is_none() || self.document(id).is_some_and(is_at_end) {
            return false;
        }
        self.show(id, Some(Then::Step(way)));
        true
    }

    /// Tells of a step that does not tell of itself, as those in records and of many do.
    fn tell_undone(&mut self, step: &Step, way: Way, words: &str) {
        if !matches!(step, Step::Edit(_) | Step::Bulk(..)) {
            self.tell_step(format!("{}: {words}.", way.told()));
        }
    }

    pub(super) fn tell_step(&mut self, text: String) {
        self.notices.retain(|notice| notice.until != Until::NextUndo);
        self.tell(Notice { until: Until::NextUndo, ..Notice::info(text) });
    }

    /// A step in the history of a record that is before the person's eyes, who is told of it and shown what has
    /// changed. Says whether there was one.
    pub(super) fn step_and_tell(&mut self, id: EntryId, way: Way) -> bool {
        let Some(document) = self.document(id) else { return false };
        let Some(label) = way.label()(document).map(str::to_owned) else { return false };
        let from = document.record().clone();
        if !self.step(id, way.step()) {
            return false;
        }
        let changed = self.attend_to_change(id, &from);
        // That the review was begun by it goes without saying.
        let is_more = changed.iter().any(|difference| difference.about != About::Review);
        let told = changed.iter().filter(|difference| !is_more || difference.about != About::Review);
        let said: Vec<String> = told.take(MOST_TOLD).map(Difference::in_words).collect();
        let title = self.row(id).map(|row| row.title.to_string()).unwrap_or_default();
        let said = if said.is_empty() { String::new() } else { format!(" ({})", said.join("; ")) };
        self.tell_step(format!("{} in “{title}”: {label}{said}.", way.told()));
        true
    }

    /// The person attends to what has changed in a record since it stood so. Says what has.
    fn attend_to_change(&mut self, id: EntryId, from: &Record) -> Vec<Difference> {
        let lexicon = self.lexicon();
        let Some(document) = self.document_mut(id) else { return Vec::new() };
        let mut changed = differences(from, document.record(), &lexicon);
        // What a value says is of more account than what was said of it.
        changed.sort_by_key(|difference| difference.about);
        let there = |field: &Field| Field::all(document.record()).any(|other| other == *field);
        let field = changed.iter().find_map(|difference| difference.field.clone().filter(there));
        if field.is_some() {
            document.set_focus(field);
        }
        changed
    }

    /// A step in the histories of records of one article, which are read first where they are not in memory: all of
    /// them or none. One of them, or another contact of their article, is shown.
    fn step_in_all(&mut self, ids: &[EntryId], way: Way) {
        let Some(&first) = ids.first() else { return };
        let is_of_shown =
            self.open.showing.id().is_some_and(|shown| self.contacts(shown).any(|row| row.id == first));
        if !is_of_shown {
            self.show(first, None);
        }
        self.read_other_contacts(self.open.showing.id().unwrap_or(first));
        self.open.showing.steps = Some((ids.to_vec(), way));
        self.go_on_stepping();
    }

    /// Takes the steps that wait for records to be read, once they are.
    pub(super) fn go_on_stepping(&mut self) {
        let are_here = |ids: &[EntryId]| ids.iter().all(|id| self.document(*id).is_some());
        if !self.open.showing.steps.as_ref().is_some_and(|(ids, _)| are_here(ids)) {
            return;
        }
        let Some((ids, way)) = self.open.showing.steps.take() else { return };
        for id in ids {
            self.step(id, way.step());
        }
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

    /// Of how many articles these records are.
    pub(super) fn articles_of(&self, ids: &[EntryId]) -> usize {
        let mut articles: Vec<_> = ids.iter().filter_map(|id| Some(self.row(*id)?.article)).collect();
        articles.sort_unstable();
        articles.dedup();
        articles.len()
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
            Step::PutAway(ids, is_away) => {
                let what = match self.articles_of(ids) {
                    ..=1 => format!("“{}”", first(ids)),
                    several => counted(several, "article"),
                };
                if *is_away { format!("putting {what} away") } else { format!("bringing {what} back") }
            }
            Step::Deleted(_) => "deletion of articles".to_owned(),
            Step::Added(id) => format!("new contact in “{}”", title(*id)),
            Step::Removed { contact, .. } => format!("removal of a contact in “{}”", title(*contact)),
            Step::Moved { to, what, .. } => {
                let contact = self.row(*to).map_or(0, |row| row.contact.get());
                format!("move of {what} to contact {contact} in “{}”", title(*to))
            }
            Step::Bulk(label, _) => label.clone(),
            Step::Decision(_) => "decision about a meeting".to_owned(),
        }
    }
}
