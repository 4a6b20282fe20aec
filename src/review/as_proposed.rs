//! A value that is set back to what the engine proposed is a proposal again: nobody has corrected anything.
//! What was proposed stands in the record as it was before its first step.

use super::field::Field;
use super::part::Part;
use crate::model::{Record, Ruling};

/// Gives the values of a record their standing as proposals back, where an edit has set them to what the engine
/// proposed. `first` is the record before its first step, `before` the one before this edit.
pub fn give_back(first: &Record, before: &Record, after: &mut Record) {
    let corrected = Field::ruled(after).filter(|(_, ruled)| ruled.ruling == Ruling::Corrected);
    for field in corrected.map(|(field, _)| field).collect::<Vec<_>>() {
        let was_proposed = field.ruling(first) == Some(Ruling::Proposed);
        let is_set = was_proposed && before.differs_in(&field, after);
        if is_set && !first.differs_in(&field, after) && !field.evidence(after).is_empty() {
            if let (Some(date), Some(proposed)) = (&mut after.meeting.date, &first.meeting.date)
                && field == Field::Date
            {
                date.basis = proposed.basis;
            }
            if let Some((_, ruling)) = field.parts_mut(after) {
                *ruling = Ruling::Proposed;
            }
        }
    }
}

impl Record {
    /// Whether a value is another there: by what it says, whatever supports it.
    fn differs_in(&self, field: &Field, other: &Self) -> bool {
        let parts = Part::ALL.iter().filter(|part| part.is_of(field));
        let value = |record, part: &Part| part.get(record, Some(field));
        field.ruling(self).is_none() || { parts }.any(|part| value(self, part) != value(other, part))
    }
}
