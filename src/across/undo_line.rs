//! The line of undo: what was done to the records of a library in the order in which it was done, and what of it
//! was taken back.

use super::meetings::Decision;
use crate::model::EntryId;
use crate::review::Document;

/// The two ways along the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// What was done is taken back.
    Back,
    /// What was taken back is done again.
    Again,
}

impl Way {
    /// The way that undoes this one.
    pub fn other(self) -> Self {
        match self {
            Self::Back => Self::Again,
            Self::Again => Self::Back,
        }
    }

    /// What is told of a step.
    pub fn told(self) -> &'static str {
        match self {
            Self::Back => "Undone",
            Self::Again => "Redone",
        }
    }

    /// The words of the next step in the history of a record; none at its end.
    pub fn label(self) -> fn(&Document) -> Option<&str> {
        match self {
            Self::Back => Document::can_undo,
            Self::Again => Document::can_redo,
        }
    }

    /// Takes the next step in the history of a record.
    pub fn step(self) -> fn(&mut Document) -> bool {
        match self {
            Self::Back => Document::undo,
            Self::Again => Document::redo,
        }
    }
}

/// Something that was done and can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A step in the history of a record.
    Edit(EntryId),
    /// An article was put away, or brought back: the records of its contacts that were.
    PutAway(Vec<EntryId>, bool),
    /// Articles were deleted: the records of all of their contacts.
    Deleted(Vec<EntryId>),
    /// A contact of an article was added.
    Added(EntryId),
    /// A contact of an article was removed: the record of it is put away, and what was moved to it is given back.
    Removed {
        /// The record.
        contact: EntryId,
        /// The records that got something back: a step in the history of each.
        given_back: Vec<EntryId>,
    },
    /// A value was moved from the record of one contact to that of another: a step in the history of both.
    Moved {
        /// The record that it is taken from.
        from: EntryId,
        /// The record that it is put into.
        to: EntryId,
        /// What was moved, as a person would call it.
        what: String,
    },
    /// A change of many records: its label, and which were changed.
    Bulk(String, Vec<EntryId>),
    /// A decision about reports of one meeting.
    Decision(Decision),
}

/// What was done, and what of it was taken back.
#[derive(Debug, Default)]
pub struct UndoLine {
    /// In the order in which it was done.
    pub done: Vec<Step>,
    /// What was taken back last comes last.
    pub undone: Vec<Step>,
}

impl Step {
    /// Whether many records were changed.
    pub fn is_bulk(&self) -> bool {
        matches!(self, Self::Bulk(..))
    }

    /// Whether articles were put away.
    pub fn is_put_away(&self) -> bool {
        matches!(self, Self::PutAway(_, true))
    }

    /// Whether something was decided about reports of one meeting.
    pub fn is_decision(&self) -> bool {
        matches!(self, Self::Decision(_))
    }

    /// Whether it made a step in the history of this record.
    pub fn is_in_history_of(&self, article: EntryId) -> bool {
        match self {
            Self::Edit(id) => *id == article,
            Self::Bulk(_, ids) => ids.contains(&article),
            Self::Moved { from, to, .. } => *from == article || *to == article,
            Self::Removed { given_back, .. } => given_back.contains(&article),
            Self::PutAway(..) | Self::Deleted(_) | Self::Added(_) | Self::Decision(_) => false,
        }
    }

    /// What it did beside its step in the history of this record; none where that is all.
    fn in_others_than(self, record: EntryId) -> Option<Self> {
        let without = |ids: Vec<EntryId>| ids.into_iter().filter(|id| *id != record).collect::<Vec<_>>();
        match self {
            Self::Edit(id) => (id != record).then_some(Self::Edit(id)),
            Self::Moved { from, to, .. } if from == record => Some(Self::Edit(to)),
            Self::Moved { from, to, .. } if to == record => Some(Self::Edit(from)),
            Self::Removed { contact, given_back } => {
                Some(Self::Removed { contact, given_back: without(given_back) })
            }
            Self::Bulk(label, ids) => {
                Some(without(ids)).filter(|ids| !ids.is_empty()).map(|ids| Self::Bulk(label, ids))
            }
            other => Some(other),
        }
    }
}

impl UndoLine {
    /// The steps that can be gone this way, the next one last.
    pub fn steps(&self, way: Way) -> &[Step] {
        match way {
            Way::Back => &self.done,
            Way::Again => &self.undone,
        }
    }

    /// The same, to change them.
    pub fn steps_mut(&mut self, way: Way) -> &mut Vec<Step> {
        match way {
            Way::Back => &mut self.done,
            Way::Again => &mut self.undone,
        }
    }

    /// Something was done. What was taken back before is gone.
    pub fn push(&mut self, step: Step) {
        self.undone.clear();
        self.done.push(step);
    }

    /// An edit was made: the history of its record has so many steps more than before it.
    pub fn edited(&mut self, id: EntryId, more: isize) {
        self.undone.clear();
        match more {
            1.. => self.done.push(Step::Edit(id)),
            // Typing went on in the last step.
            0 => {}
            // Typing has come back to the old text.
            _ => self.done.truncate(self.done.len() - usize::from(self.done.last() == Some(&Step::Edit(id)))),
        }
    }

    /// So many steps of one record were taken back out of turn, or taken again if less than 0.
    pub fn went_back(&mut self, id: EntryId, steps: isize) {
        let (from, to) = match steps > 0 {
            true => (&mut self.done, &mut self.undone),
            false => (&mut self.undone, &mut self.done),
        };
        for _ in 0..steps.unsigned_abs() {
            // A step of before this run, or one that something else was done instead of, is not in the line yet.
            if let Some(at) = from.iter().rposition(|step| step.is_in_history_of(id)) {
                let rest = from.remove(at).in_others_than(id);
                rest.into_iter().for_each(|rest| from.insert(at, rest));
            }
            to.push(Step::Edit(id));
        }
    }

    /// Takes a step of a kind out of turn, the last of its kind.
    pub fn take_last(&mut self, is_of_kind: fn(&Step) -> bool) -> Option<Step> {
        let at = self.done.iter().rposition(is_of_kind)?;
        Some(self.done.remove(at))
    }
}
