//! The form for the columns of a table.

use crate::app::{AskedTable, ColumnRole, TableNumber};

/// What is filled in.
#[derive(Clone, Debug)]
pub struct ColumnsForm {
    /// Which question it answers.
    pub number: TableNumber,
    /// What each column holds, in the order in which they are shown.
    pub(super) of: Vec<Option<ColumnRole>>,
    /// Whether the first row holds names.
    pub(super) has_names: bool,
    /// Whether the next such table is read so without asking.
    pub(super) is_remembered: bool,
}

impl ColumnsForm {
    /// The form with what was chosen before, or else with what is guessed.
    pub fn of(asked: &AskedTable) -> Self {
        let (of, has_names) = match &asked.before {
            Some(roles) => asked.head.said(roles),
            None => (asked.head.guessed(), asked.head.has_names()),
        };
        Self { number: asked.number, of, has_names, is_remembered: true }
    }

    /// A column holds this from now on, and no other does.
    pub(super) fn choose(&mut self, column: usize, role: Option<ColumnRole>) {
        for (at, of) in self.of.iter_mut().enumerate() {
            if at == column {
                *of = role;
            } else if role.is_some() && *of == role {
                *of = None;
            }
        }
    }
}
