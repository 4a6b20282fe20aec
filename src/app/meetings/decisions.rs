//! Decisions: a person links two articles as reports of one meeting, or keeps them apart. Each is the
//! other's way back, and the last one can be taken back as it was.

use crate::across::{Decided, Decision, Step};
use crate::app::notice::{Notice, Offer};
use crate::app::state::App;
use crate::model::EntryId;

impl App {
    /// What was decided of two articles, if anything: whether they report one meeting.
    pub fn decided(&self, one: EntryId, other: EntryId) -> Option<bool> {
        self.open.meetings.known.decided(one, other)
    }

    /// These two report one meeting. What kept their meetings apart is lifted with it.
    pub(in crate::app) fn link(&mut self, one: EntryId, other: EntryId) {
        if one == other {
            return;
        }
        let meetings = &self.open.meetings;
        let decision = meetings.known.linking(one, other, meetings.lag());
        let text = format!("{} and {} report one meeting.", self.title(one), self.title(other));
        self.decide(decision, text);
    }

    /// An article reports another meeting than each of these.
    pub(in crate::app) fn separate(&mut self, article: EntryId, others: &[EntryId]) {
        let others: Vec<EntryId> = others.iter().copied().filter(|other| *other != article).collect();
        let title = self.title(article);
        let text = match others.as_slice() {
            [] => return,
            [other] => format!("{title} and {} report two meetings.", self.title(*other)),
            others => format!("{title} reports another meeting than the other {}.", others.len()),
        };
        self.decide(self.open.meetings.known.separating(article, &others), text);
    }

    fn decide(&mut self, decision: Decision, text: String) {
        self.keep_decisions(decision.after.clone());
        self.open.undo_line.push(Step::Decision(decision));
        self.notices.retain(|notice| notice.offer != Some(Offer::TakeDecisionBack));
        self.tell(Notice { offer: Some(Offer::TakeDecisionBack), ..Notice::info(text) });
    }

    pub(in crate::app) fn keep_decisions(&mut self, change: Decided) {
        if change.is_empty() {
            return;
        }
        for (pair, same) in change {
            self.open.meetings.known.decide(pair, same);
            self.open.work.writer().link(pair, same);
        }
        self.meetings_changed();
    }

    fn title(&self, id: EntryId) -> String {
        self.row(id).map_or_else(|| "An article".to_owned(), |row| format!("“{}”", row.title))
    }
}
