//! What edits have done to a record, on its way into the library.

use std::sync::Arc;

use super::fingerprint::Fingerprint;
use super::history::Change;
use crate::model::{EntryId, Origin, Record};

/// A record after an edit, with everything that is kept of it.
#[derive(Clone, Debug)]
pub struct Unkept {
    /// Whose it is.
    pub id: EntryId,
    /// Which of the document's states it is.
    pub revision: u64,
    /// The record.
    pub record: Arc<Record>,
    /// Where it came from, and where it is saved.
    pub origin: Origin,
    /// How many checks it fails.
    pub problems: u32,
    /// By which articles with nearly the same text are known.
    pub fingerprint: Fingerprint,
    /// Whether its own file holds it as it stands.
    pub is_filed: bool,
    /// The record before its first step, with the first step.
    pub base: Option<Arc<Record>>,
    /// Whether a step of the history changes the article's text.
    pub changes_text: bool,
    /// How many of the steps that are stored stay.
    pub stay: usize,
    /// The steps after these.
    pub steps: Vec<Change>,
    /// How many of all steps are in effect.
    pub position: usize,
}

impl Unkept {
    /// Both as one.
    pub fn followed_by(mut self, later: Self) -> Self {
        let changes_text = self.changes_text || later.changes_text;
        if later.stay >= self.stay {
            self.steps.truncate(later.stay - self.stay);
            self.steps.extend(later.steps);
            Self { base: later.base.or(self.base), stay: self.stay, steps: self.steps, changes_text, ..later }
        } else {
            Self { base: later.base.or(self.base), changes_text, ..later }
        }
    }
}
