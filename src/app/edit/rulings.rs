//! What a person says of values: that they stand, that they do not, and which words support them.

use super::{Field, Hand};
use crate::model::{Evidence, Record, ReviewStatus, RuleName, Ruling, Span};

/// Whether the engine pointed at these words, so that the value they support is its proposal.
pub(super) fn is_engines(evidence: &[Evidence]) -> bool {
    evidence.iter().any(|quoted| *quoted.rule() != RuleName::REVIEWER)
}

/// The words of a span, as a reviewer points at them.
pub(super) fn quote(record: &Record, span: Span) -> Evidence {
    Evidence::quote(&record.article.text, span, RuleName::REVIEWER)
}

/// These words support the field, in place of those that did.
pub(super) fn point(record: &mut Record, field: &Field, span: Span) {
    let quoted = quote(record, span);
    if let Some((evidence, ruling)) = field.parts_mut(record)
        && !matches!(evidence.as_slice(), [only] if *only == quoted)
    {
        *evidence = vec![quoted];
        *ruling = Ruling::Corrected;
    }
}

/// Sets a field's ruling. A value without evidence cannot be a proposal: somebody added it.
pub(super) fn rule(record: &mut Record, field: &Field, said: Ruling) {
    if let Some((evidence, ruling)) = field.parts_mut(record) {
        let unsupported = said == Ruling::Proposed && evidence.is_empty();
        *ruling = if unsupported { Ruling::Corrected } else { said };
    }
}

/// Confirms every value that nobody has ruled on.
pub(super) fn confirm_rest(record: &mut Record) {
    for field in Field::all(record).collect::<Vec<_>>() {
        if let Some((_, ruling)) = field.parts_mut(record)
            && !ruling.is_human()
        {
            *ruling = Ruling::Confirmed;
        }
    }
}

/// Moves the review on or back. Who vouches for a record, or rejects it, stands in it with the moment.
pub(super) fn set_status(record: &mut Record, status: ReviewStatus, hand: &Hand) {
    let review = &mut record.review;
    if review.status == status {
        return;
    }
    review.status = status;
    let decided = matches!(status, ReviewStatus::Reviewed | ReviewStatus::Rejected);
    review.reviewer = decided.then(|| hand.by.clone());
    review.reviewed_at = decided.then_some(hand.at);
}
