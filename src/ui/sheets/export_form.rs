//! The form for an export.

use crate::app::Exported;
use crate::export::{Contents, ExportFormat};

/// What is chosen of an export before it is asked where it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExportChoice {
    /// Which records.
    pub what: Exported,
    /// As what.
    pub format: &'static ExportFormat,
    /// What of each record.
    pub contents: Contents,
}

/// What is filled in.
#[derive(Clone, Debug)]
pub struct ExportForm {
    pub(super) choice: ExportChoice,
    /// The place of the table whose first rows are shown.
    pub(super) table: usize,
}

impl ExportForm {
    /// The form, for these records at first. The meetings are what most people look for.
    pub fn of(what: Exported) -> Self {
        let choice = ExportChoice { what, format: ExportFormat::DEFAULT, contents: Contents::default() };
        Self { choice, table: 1 }
    }
}
