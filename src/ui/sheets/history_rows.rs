//! What the history tells of each step, worked out once for each state of a record.

use crate::lexicon::Lexicon;
use crate::model::EntryId;
use crate::review::{Change, Difference, Document, Earlier, differences, earlier};

/// What the sheet shows, made anew when the record is another.
#[derive(Clone, Debug, Default)]
pub struct HistoryRows {
    /// The record that it is of, and its state.
    pub(super) of: Option<(EntryId, u64)>,
    pub(super) before: Vec<Earlier>,
    pub(super) steps: Vec<StepRow>,
}

/// A step.
#[derive(Clone, Debug)]
pub(super) struct StepRow {
    pub(super) label: String,
    /// When it was made, where that is known.
    pub(super) when: String,
    /// What it changed.
    pub(super) said: Vec<String>,
}

impl HistoryRows {
    /// What is told of this record.
    pub(super) fn of(document: &Document, lexicon: &Lexicon) -> Self {
        let history = document.history();
        let first = history.first().unwrap_or(document.record());
        let row = |step: &Change| {
            let differences = differences(step.before(), step.after(), lexicon);
            StepRow {
                label: step.made().label.clone(),
                when: step.made().at.map(|at| at.in_words()).unwrap_or_default(),
                said: differences.iter().map(Difference::in_words).collect(),
            }
        };
        let of = Some((document.id(), document.revision()));
        Self { of, before: earlier(first), steps: history.steps().iter().map(row).collect() }
    }
}
