//! Walking: from field to field, from problem to problem, and from a record that is reviewed to the
//! next.

use super::notice::Notice;
use super::showing::AttendTo;
use super::state::App;
use crate::across::Show;
use crate::model::{EntryId, ReviewStatus, Ruling};
use crate::review::{Document, Field, RecordEdit};

impl App {
    /// Goes through the fields in the order of the form, not beyond its ends.
    pub(super) fn focus_by(&mut self, steps: isize) {
        self.with_current(|document| {
            let fields: Vec<Field> = Field::all(document.record()).collect();
            let at = document.focus().and_then(|focus| fields.iter().position(|field| field == focus));
            let to = at.map_or(Some(0), |at| at.checked_add_signed(steps));
            if let Some(field) = to.and_then(|to| fields.into_iter().nth(to)) {
                document.set_focus(Some(field));
            }
        });
    }

    /// Confirms what is attended to and goes to the next proposal, starting over at the end.
    pub(super) fn accept(&mut self) {
        let Some(document) = self.current() else { return };
        let focus = document.focus().cloned();
        if let Some(field) = focus.clone()
            && field.ruling(document.record()) == Some(Ruling::Proposed)
        {
            self.edit(RecordEdit::Rule(field, Ruling::Confirmed));
        }
        self.with_current(|document| {
            let next = Field::next_proposal(document.record(), focus.as_ref());
            if next.is_some() {
                document.set_focus(next);
            }
        });
    }

    /// Goes through the fields that have a problem, in the order of the form, starting over at its ends.
    pub(super) fn problem_by(&mut self, steps: isize) {
        self.with_current(|document| {
            let with_problem = |field: &Field| document.problems_of(field).next().is_some();
            let fields: Vec<Field> = Field::all(document.record()).collect();
            let at = document.focus().and_then(|focus| fields.iter().position(|field| field == focus));
            let after = at.map_or(0, |at| at + 1);
            let (before, rest) = fields.split_at(after.min(fields.len()));
            let before = before.get(..at.unwrap_or_default()).unwrap_or_default();
            let to = match steps > 0 {
                true => rest.iter().chain(before).find(|field| with_problem(field)),
                false => before.iter().rev().chain(rest.iter().rev()).find(|field| with_problem(field)),
            };
            if let Some(field) = to.cloned() {
                document.set_focus(Some(field));
            }
        });
    }

    /// A record with open problems is not marked at the first time of asking.
    pub(super) fn reviewed_and_next(&mut self) {
        let next = self.next_to_review();
        let Some(document) = self.current() else { return };
        if let Some(asks) = document.asks_about_problems() {
            self.with_current(Document::problems_asked);
            self.problem_by(1);
            self.tell(Notice::warning(asks));
            return;
        }
        self.edit(RecordEdit::Status(ReviewStatus::Reviewed));
        self.with_current(Document::end_edit);
        match next {
            Some(next) => self.begin(next),
            None => self.tell(Notice::info("Every record of the list is reviewed.")),
        }
    }

    /// Shows a record at the first value that nobody has ruled on, so that a review by keys goes on.
    fn begin(&mut self, id: EntryId) {
        self.show(id, Some(AttendTo::FirstProposal));
    }

    /// Leaves a record for later.
    pub(super) fn skip(&mut self) {
        match self.next_to_review() {
            Some(next) => self.begin(next),
            None => self.tell(Notice::info("No other record of the list is to be reviewed.")),
        }
    }

    /// The next document of the list that wants a review, starting over at its end.
    fn next_to_review(&self) -> Option<EntryId> {
        let at = self.place_in_list().unwrap_or_else(|gap| gap);
        let (before, after) = self.listed().split_at_checked(at)?;
        let mut rest = after.iter().chain(before).filter(|id| Some(**id) != self.open.showing.id());
        rest.find(|id| self.row(**id).is_some_and(|row| Show::ToReview.holds(row))).copied()
    }
}
