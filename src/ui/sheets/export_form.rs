//! The form for an export.

use crate::app::{ExportChoice, Exported};
use crate::export::{Contents, ExportFormat};

/// What is filled in.
#[derive(Clone, Debug)]
pub struct ExportForm {
    pub(super) choice: ExportChoice,
    /// The place of the table whose first rows are shown.
    pub(super) table: usize,
}

impl ExportForm {
    /// The form, for these records and in this format at first. The meetings are what most people look for.
    pub fn of(what: Exported, format: &'static ExportFormat) -> Self {
        let choice = ExportChoice { what, format, contents: Contents::default() };
        Self { choice, table: 1 }
    }
}
