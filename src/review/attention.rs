//! Attention: which field the person attends to, where they go from there, and what can be done to it.

use super::document::Document;
use super::edit::RecordEdit;
use super::field::Field;
use crate::model::{Ruling, counted};

impl Document {
    /// Goes through the fields in the order of the form, not beyond its ends.
    pub(crate) fn focus_by(&mut self, steps: isize) {
        let (fields, at) = self.fields();
        let to = at.map_or(Some(0), |at| at.checked_add_signed(steps));
        if let Some(field) = to.and_then(|to| fields.into_iter().nth(to)) {
            self.set_focus(Some(field));
        }
    }

    /// Goes through the fields that have a problem, in the order of the form, starting over at its ends.
    pub(crate) fn focus_on_problem_by(&mut self, steps: isize) {
        let (fields, at) = self.fields();
        let with_problem = |field: &&Field| self.problems_of(field).next().is_some();
        let after = at.map_or(0, |at| at + 1);
        let (before, rest) = fields.split_at(after.min(fields.len()));
        let before = before.get(..at.unwrap_or_default()).unwrap_or_default();
        let to = match steps > 0 {
            true => rest.iter().chain(before).find(with_problem),
            false => before.iter().rev().chain(rest.iter().rev()).find(with_problem),
        };
        if let Some(field) = to.cloned() {
            self.set_focus(Some(field));
        }
    }

    /// Goes to the next value that nobody has ruled on, starting over at the end.
    pub(crate) fn focus_on_next_proposal(&mut self) {
        let next = Field::next_proposal(self.record(), self.focus());
        if next.is_some() {
            self.set_focus(next);
        }
    }

    /// Goes to the first value that nobody has ruled on, unless something is attended to already.
    pub(crate) fn focus_on_first_proposal(&mut self) {
        if self.focus().is_none() {
            self.focus_on_next_proposal();
        }
    }

    /// Stays where nobody has ruled yet, or goes to the next such value; to none where there is no other.
    pub(crate) fn focus_on_open(&mut self) {
        let here =
            self.focus().filter(|field| field.ruling(self.record()) == Some(Ruling::Proposed)).cloned();
        self.set_focus(here.or_else(|| Field::next_proposal(self.record(), self.focus())));
    }

    /// Goes to the commitment at this place of the record.
    pub(crate) fn focus_on_commitment(&mut self, place: usize) {
        let commitment = self.record().commitments.get(place);
        if let Some(field) = commitment.map(|commitment| Field::Commitment(commitment.id.clone())) {
            self.set_focus(Some(field));
        }
    }

    /// The fields in the order of the form, and which of them is attended to.
    fn fields(&self) -> (Vec<Field>, Option<usize>) {
        let fields: Vec<Field> = Field::all(self.record()).collect();
        let at = self.focus().and_then(|focus| fields.iter().position(|field| field == focus));
        (fields, at)
    }

    /// Moves the participant or commitment attended to within its list.
    pub(crate) fn moving_by(&self, steps: isize) -> Option<RecordEdit> {
        let (people, commitments) = (&self.record().meeting.participants, &self.record().commitments);
        let moved = |at: usize, of: usize| at.checked_add_signed(steps).filter(|to| *to < of);
        match self.focus()?.clone() {
            Field::Participant(id) => {
                let to = moved(people.iter().position(|p| p.id == id)?, people.len())?;
                Some(RecordEdit::MoveParticipant(id, to))
            }
            Field::Commitment(id) => {
                let to = moved(commitments.iter().position(|c| c.id == id)?, commitments.len())?;
                Some(RecordEdit::MoveCommitment(id, to))
            }
            _ => None,
        }
    }

    /// Rules out the value attended to, unless it is.
    pub(crate) fn ruling_out(&self) -> Option<RecordEdit> {
        let focus = self.focus()?;
        focus.ruling(self.record()).filter(|ruling| *ruling != Ruling::RuledOut)?;
        Some(RecordEdit::Rule(focus.clone(), Ruling::RuledOut))
    }

    /// A value without words of the article behind it is what the reviewer infers.
    pub(crate) fn inferring(&self) -> Option<RecordEdit> {
        let focus = self.focus()?;
        let is_bare = focus.evidence(self.record()).is_empty();
        focus.ruling(self.record()).filter(|ruling| is_bare && *ruling == Ruling::Corrected)?;
        Some(RecordEdit::Rule(focus.clone(), Ruling::Confirmed))
    }

    /// Marks the other places of the text with the words of the field attended to.
    pub(crate) fn marking_same_words(&self) -> Option<RecordEdit> {
        let focus = self.focus().filter(|focus| self.has_same_words(focus))?;
        Some(RecordEdit::SameWords(focus.clone()))
    }

    /// What stands in the way of marking the record reviewed, and which keys mark it all the same or confirm
    /// the value that is shown.
    pub(crate) fn unready(&self, again: Option<&str>, accept: Option<&str>) -> String {
        let again = again.map_or_else(|| "Ask again".to_owned(), |key| format!("Press {key} again"));
        let is = |count: usize| if count == 1 { "is" } else { "are" };
        let (left, problems) = (self.remaining(), self.problems());
        let them = if left == 1 { "it" } else { "them all" };
        let undecided = (left > 0).then(|| format!("{} {} not decided", counted(left, "value"), is(left)));
        let open = problems.first().map(|first| {
            format!("{} {} open: {}", counted(problems.len(), "problem"), is(problems.len()), first.text)
        });
        match (undecided, open) {
            (Some(undecided), None) => {
                let one = accept.map(|key| format!(", or {key} to confirm the one that is shown"));
                let one = one.unwrap_or_default();
                format!("{undecided}. {again} to confirm {them} and mark the record reviewed{one}.")
            }
            (Some(undecided), Some(open)) => {
                format!(
                    "{undecided}, and {open} {again} to confirm {them} and mark the record reviewed anyway."
                )
            }
            (None, open) => {
                format!("{} {again} to mark it reviewed anyway.", open.unwrap_or_default())
            }
        }
    }
}
