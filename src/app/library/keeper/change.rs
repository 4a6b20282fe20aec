//! What an edit did to a record, on its way into the library.

use std::sync::Arc;

use crate::model::Record;
use crate::store::{Edited, EntryId, Marks, Origin, Shelved, StoredHistory, StoredStep};

/// A record after an edit.
#[derive(Clone, Debug)]
pub struct Change {
    pub id: EntryId,
    /// Which of the document's states it is.
    pub revision: u64,
    pub record: Arc<Record>,
    pub origin: Origin,
    pub marks: Marks,
    /// Whether its own file holds it as it stands.
    pub is_filed: bool,
    /// The record before its first step, with the first step.
    pub base: Option<Arc<Record>>,
    /// How many of the steps that are stored stay.
    pub stay: usize,
    /// The steps after these: label, before, after.
    pub steps: Vec<(String, Arc<Record>, Arc<Record>)>,
    /// How many of all steps are in effect.
    pub position: usize,
}

impl Change {
    /// Both changes as one.
    pub(super) fn followed_by(mut self, later: Self) -> Self {
        if later.stay >= self.stay {
            self.steps.truncate(later.stay - self.stay);
            self.steps.extend(later.steps);
            Self { base: later.base.or(self.base), stay: self.stay, steps: self.steps, ..later }
        } else {
            Self { base: later.base.or(self.base), ..later }
        }
    }

    /// What is written of it.
    pub fn edited(&self) -> Edited {
        let step = |(label, before, after): &(String, Arc<Record>, Arc<Record>)| {
            StoredStep::between(label, before, after)
        };
        Edited {
            shelved: Shelved::of(&self.record, self.origin.clone(), self.marks),
            is_filed: self.is_filed,
            base: self.base.as_ref().map(|base| StoredHistory::base_of(base)),
            stay: self.stay,
            steps: self.steps.iter().map(step).collect(),
            position: self.position,
        }
    }
}
