//! Walking: from field to field, from problem to problem, and from a record that is reviewed to the
//! next.

use super::actions::Action;
use super::notice::Notice;
use super::open::showing::Then;
use super::settings::Keymap;
use super::state::App;
use crate::across::Show;
use crate::model::{EntryId, ReviewStatus, Ruling, counted};
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

    /// Marks the record reviewed and goes on to the next, unless something is to be asked first.
    pub(super) fn reviewed_and_next(&mut self) {
        let next = self.next_to_review();
        self.edit(RecordEdit::Status(ReviewStatus::Reviewed));
        if self.current().is_none_or(|document| document.status() != ReviewStatus::Reviewed) {
            return;
        }
        self.with_current(Document::end_edit);
        match next {
            Some(next) => self.begin(next),
            None => self.tell(Notice::info("Every record of the list is reviewed.")),
        }
    }

    /// A record in which something is undecided, or a problem, is not marked reviewed at the first time of
    /// asking: the person is told of it and shown the first. Says whether that was so.
    pub(super) fn asks_before_reviewed(&mut self) -> bool {
        let Some(document) = self.current().filter(|document| document.asks_before_reviewed()) else {
            return false;
        };
        let text = unready(document, &self.settings.keys);
        let is_problem = !document.problems().is_empty();
        self.with_current(Document::told_before_reviewed);
        match is_problem {
            true => self.problem_by(1),
            false => self.with_current(|document| {
                let record = document.record();
                let is_open = |field: &Field| field.ruling(record) == Some(Ruling::Proposed);
                let here = document.focus().filter(|field| is_open(field)).cloned();
                document.set_focus(here.or_else(|| Field::next_proposal(record, document.focus())));
            }),
        }
        self.tell(Notice { is_asking: true, ..Notice::warning(text) });
        true
    }

    /// Shows a record at the first value that nobody has ruled on, so that a review by keys goes on.
    fn begin(&mut self, id: EntryId) {
        self.show(id, Some(Then::FirstProposal));
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
/// What stands in the way of marking a record reviewed, and what marks it all the same.
fn unready(document: &Document, keys: &Keymap) -> String {
    let key = |id: &str| {
        Action::named(id).and_then(|action| keys.keys_of(action).first().map(|key| (*key).to_owned()))
    };
    let again = key("reviewed_and_next")
        .map_or_else(|| "Mark it again".to_owned(), |key| format!("Press {key} again"));
    let is = |count: usize| if count == 1 { "is" } else { "are" };
    let (left, problems) = (document.remaining(), document.problems());
    let them = if left == 1 { "it" } else { "them all" };
    let undecided = (left > 0).then(|| format!("{} {} not decided", counted(left, "value"), is(left)));
    let open = problems.first().map(|first| {
        format!("{} {} open: {}", counted(problems.len(), "problem"), is(problems.len()), first.text)
    });
    match (undecided, open) {
        (Some(undecided), None) => {
            let one = key("accept").map(|key| format!(", or {key} to confirm the one that is shown"));
            let one = one.unwrap_or_default();
            format!("{undecided}. {again} to confirm {them} and mark the record reviewed{one}.")
        }
        (Some(undecided), Some(open)) => {
            format!(
                "{undecided}, and {open} {again} to confirm {them} and mark the record reviewed all the same."
            )
        }
        (None, open) => {
            format!("{} {again} to mark the record reviewed all the same.", open.unwrap_or_default())
        }
    }
}
