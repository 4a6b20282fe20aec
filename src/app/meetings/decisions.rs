//! Decisions: a person links two articles as reports of one meeting, or keeps them apart. Each is the
//! other's way back, and the last one can be taken back as it was.

use crate::across::{Decision, Pair, Step, pair};
use crate::app::notice::{Notice, Offer};
use crate::app::state::App;
use crate::model::EntryId;

impl App {
    /// What was decided of two articles, if anything: whether they report one meeting.
    pub fn decided(&self, one: EntryId, other: EntryId) -> Option<bool> {
        self.open.meetings.decided.get(&pair(one, other)).copied()
    }

    /// These two report one meeting. What kept their meetings apart is lifted with it.
    pub(in crate::app) fn link(&mut self, one: EntryId, other: EntryId) {
        if one == other {
            return;
        }
        let with = |id: EntryId| [vec![id], self.others_of_meeting(id)].concat();
        let (ours, theirs) = (with(one), with(other));
        let pairs = ours.iter().flat_map(|a| theirs.iter().map(|b| pair(*a, *b)));
        let apart = pairs.filter(|pair| self.open.meetings.decided.get(pair) == Some(&false));
        let mut change: Vec<(Pair, Option<bool>)> = apart.map(|pair| (pair, None)).collect();
        change.push((pair(one, other), Some(true)));
        let text = format!("{} and {} report one meeting.", self.title(one), self.title(other));
        self.decide(change, text);
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
        self.decide(others.into_iter().map(|other| (pair(article, other), Some(false))).collect(), text);
    }

    fn decide(&mut self, change: Vec<(Pair, Option<bool>)>, text: String) {
        let before =
            change.iter().map(|(pair, _)| (*pair, self.open.meetings.decided.get(pair).copied())).collect();
        self.keep_decisions(change.clone());
        self.open.undo_line.push(Step::Decision(Decision { before, after: change }));
        self.notices.retain(|notice| notice.offer != Some(Offer::TakeDecisionBack));
        self.tell(Notice { offer: Some(Offer::TakeDecisionBack), ..Notice::info(text) });
    }

    pub(in crate::app) fn keep_decisions(&mut self, change: Vec<(Pair, Option<bool>)>) {
        if change.is_empty() {
            return;
        }
        for (pair, same) in change {
            match same {
                Some(same) => self.open.meetings.decided.insert(pair, same),
                None => self.open.meetings.decided.remove(&pair),
            };
            self.open.work.writer().link(pair, same);
        }
        self.meetings_changed();
    }

    fn title(&self, id: EntryId) -> String {
        self.row(id).map_or_else(|| "An article".to_owned(), |row| format!("“{}”", row.title))
    }
}
