//! What is worked out of a record once per change, so that drawing a frame only reads it.

use super::field::Field;
use super::origin::Added;
use super::problems::{self, Problem};
use super::tally::Tally;
use crate::model::Record;

/// What the forms show of a record beside its values.
#[derive(Debug)]
pub struct Facts {
    /// What a person should look at.
    pub problems: Vec<Problem>,
    /// How many values stand how.
    pub tally: Tally,
    /// The values that a reviewer added.
    pub added: Vec<Field>,
}

impl Facts {
    pub fn of(record: &Record) -> Self {
        let added = Added::of(record);
        Self {
            problems: problems::find(record),
            tally: Tally::with(record, &added),
            added: Field::all(record).filter(|field| added.contains(field)).collect(),
        }
    }
}
