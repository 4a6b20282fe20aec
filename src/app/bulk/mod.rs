//! Changes of many records at once: looked at before they are made, made in the background, and taken back
//! in one go.
//!
//! A [`BulkEdit`] changes a record as any edit does: the change is a step of that record's history, so it
//! can be taken back there alone, too. Records at hand are changed by the app itself; all others by the
//! thread that keeps the library, some at a time, so that whatever else is asked of it comes in between.

mod edit;
mod run;

pub use edit::BulkEdit;
pub use run::Undecided;
pub(super) use run::{Bulk, Chunk, Preview, Work, concerned};
