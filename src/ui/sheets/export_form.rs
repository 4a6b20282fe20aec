//! The form for an export.

use crate::app::{ExportChoice, Exported, LastExport};
use crate::export::{Contents, ExportFormat};

/// What is filled in.
#[derive(Clone, Debug)]
pub struct ExportForm {
    pub(super) choice: ExportChoice,
    /// The place of the table whose first rows are shown.
    pub(super) table: usize,
    /// Whether the next export begins with what is chosen here.
    pub(super) is_kept: bool,
}

impl ExportForm {
    /// The form for these records, in the format of the last export. The meetings are what most people look for.
    pub fn of(what: Exported, last: &LastExport) -> Self {
        let choice = ExportChoice { what, format: last.format(), contents: last.contents() };
        Self { choice, table: 1, is_kept: true }
    }

    /// The form for a page of these records.
    pub fn page(what: Exported) -> Self {
        let choice = ExportChoice { what, format: ExportFormat::REPORT, contents: Contents::default() };
        Self { choice, table: 1, is_kept: false }
    }
}
