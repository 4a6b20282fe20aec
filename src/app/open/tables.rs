//! Tables that were opened and of which a person is to say, or has said, which column holds what.

use std::collections::VecDeque;
use std::path::PathBuf;

use crate::import::{ColumnRoles, TableHead, TableKey};
use crate::model::EntryId;
use crate::work::OpeningId;

/// What a question about the columns of tables is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TableNumber(pub(in crate::app) u64);

/// Tables with the same columns, of which is asked which column holds what.
#[derive(Clone, Debug)]
pub struct AskedTable {
    /// Known by this.
    pub number: TableNumber,
    /// Their files.
    pub files: Vec<PathBuf>,
    /// How the first of them begins.
    pub head: TableHead,
    /// What was chosen before, where it is to be changed.
    pub before: Option<ColumnRoles>,
    /// The records that were read of them so.
    pub(in crate::app) read: Vec<EntryId>,
}

/// The questions about tables of the open library.
#[derive(Debug, Default)]
pub(in crate::app) struct TableQuestions {
    /// Those that wait for their answer, the first of them first.
    pub asked: VecDeque<AskedTable>,
    /// Tables that were read with columns as they were chosen before, and in which opening.
    pub as_before: Vec<(OpeningId, AskedTable)>,
    /// What was answered while an opening was under way in which there may be more such tables: none where they are to
    /// be left.
    pub answered: Vec<(OpeningId, TableKey, Option<ColumnRoles>)>,
    /// What was said of tables that are asked about every time, the last first: they may be read again.
    pub said_once: Vec<(TableKey, ColumnRoles)>,
}
