//! What two records of one article tell differently, worked out once for each state of them.

use crate::lexicon::Lexicon;
use crate::model::{EntryId, Record};
use crate::review::{Difference, Document, Tally, differences};

/// What the sheet shows, made anew when one of the two is another.
#[derive(Clone, Debug, Default)]
pub struct TwoRecords {
    /// The records that are compared.
    pub(super) of: Option<(EntryId, u64)>,
    /// How far each was reviewed.
    pub(super) heads: [String; 2],
    pub(super) differences: Vec<Difference>,
}

impl TwoRecords {
    /// What the library's record and another of the same article tell.
    pub(super) fn of(document: &Document, other: &Record, lexicon: &Lexicon) -> Self {
        let record = document.record();
        Self {
            of: Some((document.id(), document.revision())),
            heads: [head(record), head(other)],
            differences: differences(record, other, lexicon),
        }
    }
}

/// "Reviewed by R. Cami on 20 Mar 2021, 09:12 UTC; 9 confirmed", "In review, last changed …".
fn head(record: &Record) -> String {
    let review = &record.review;
    let by = review.reviewer.as_ref().map(|name| format!(" by {name}")).unwrap_or_default();
    let on = review.reviewed_at.map(|at| format!(" on {}", at.in_words())).unwrap_or_default();
    let last = record.provenance.edits.last().filter(|_| review.reviewed_at.is_none());
    let last = last.map(|edit| format!(", last changed by {} on {}", edit.by, edit.at.in_words()));
    let tally = Tally::of(record);
    let open = (tally.proposed > 0).then(|| format!("; {} not decided", tally.proposed));
    let parts = [by, on, last.unwrap_or_default(), open.unwrap_or_default()];
    format!("{}{}; {tally}", review.status.label(), parts.concat())
}
