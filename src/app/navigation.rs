//! Walking: from value to value, and from a record that is reviewed to the next.

use super::actions::Action;
use super::notice::{Notice, Until};
use super::open::showing::Then;
use super::state::App;
use crate::across::{Row, Show};
use crate::model::{EntryId, ReviewStatus, Ruling};
use crate::review::{Document, RecordEdit};

impl App {
    /// Confirms what is attended to and goes to the next proposal, starting over at the end.
    pub(super) fn accept(&mut self) {
        let Some(document) = self.current() else { return };
        if let Some(field) = document.focus().cloned()
            && field.ruling(document.record()) == Some(Ruling::Proposed)
        {
            self.edit(RecordEdit::Rule(field, Ruling::Confirmed));
        }
        self.with_current(Document::focus_on_next_proposal);
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

    /// Rejects the record and goes on to the next.
    pub(super) fn reject_and_next(&mut self) {
        let Some(document) = self.current() else { return };
        let (next, title) = (self.next_to_review(), document.title().to_owned());
        self.edit(RecordEdit::Status(ReviewStatus::Rejected));
        self.with_current(Document::end_edit);
        self.tell(Notice::info(format!("“{title}” is rejected: it is not exported. Undo brings it back.")));
        if let Some(next) = next {
            self.begin(next);
        }
    }

    /// Flags the record, or removes its flag, and tells so: the form may show neither.
    pub(super) fn flag(&mut self, is_flagged: bool) {
        let Some(document) = self.current() else { return };
        let (title, flag) = (document.title().to_owned(), is_flagged.then(String::new));
        let key = Action::named("flag")
            .and_then(|action| self.settings.keys.keys_of(action).first().map(|key| (*key).to_owned()));
        let undone = key.map(|key| format!(" {key} removes the flag.")).unwrap_or_default();
        self.edit(RecordEdit::Flag(flag));
        self.tell(Notice::info(match is_flagged {
            true => format!("“{title}” is flagged for another look.{undone}"),
            false => format!("The flag of “{title}” is removed."),
        }));
    }

    /// A record in which something is undecided, or a problem, is not marked reviewed at the first time of
    /// asking: the person is told of it and shown the first. Says whether that was so.
    pub(super) fn asks_before_reviewed(&mut self) -> bool {
        let Some(document) = self.current().filter(|document| document.asks_before_reviewed()) else {
            return false;
        };
        let key =
            |id| Action::named(id).and_then(|action| self.settings.keys.keys_of(action).first().copied());
        let text = document.unready(key("reviewed_and_next"), key("accept"));
        let is_problem = !document.problems().is_empty();
        self.with_current(|document| {
            document.told_before_reviewed();
            match is_problem {
                true => document.focus_on_problem_by(1),
                false => document.focus_on_open(),
            }
        });
        self.tell(Notice { until: Until::NextStep, ..Notice::warning(text) });
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

    /// The next record of the list that wants a review, starting over at its end: another contact of the article
    /// that is shown, or the first that does of the next article.
    fn next_to_review(&self) -> Option<EntryId> {
        let at = self.place_in_list().unwrap_or_else(|gap| gap);
        let (before, after) = self.listed().split_at_checked(at)?;
        let (listing, catalog) = (&self.open.listing, &self.open.catalog);
        let shown = self.open.showing.id();
        let is_due =
            |row: &&Row| Some(row.id) != shown && Show::ToReview.holds(row) && listing.fitting.has(row.id);
        let articles = shown.iter().chain(after).chain(before).filter_map(|id| self.row(*id));
        articles.flat_map(|row| catalog.contacts(row)).find(is_due).map(|row| row.id)
    }
}
