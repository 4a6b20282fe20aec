//! What is under way of changes of many records of the open library, and what was looked at last.

use crate::across::{BulkEdit, Concerned, Undecided};
use crate::model::EntryId;
use crate::store::LibraryError;
use crate::work::{Asked, Bulk};

/// What is under way of changes of many records, and what was done last.
#[derive(Debug, Default)]
pub(in crate::app) struct BulkState {
    /// What a change would come to, as it was looked at last.
    pub preview: Option<Preview>,
    /// Whom a change concerns is being looked up.
    pub looking: Option<Asked<(BulkEdit, u64), Result<Concerned, LibraryError>>>,
    /// The change that is under way.
    pub under_way: Option<Bulk>,
}

/// What a change of many records would come to.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) struct Preview {
    pub edit: BulkEdit,
    /// The list that it is of.
    pub revision: u64,
    pub ids: Vec<EntryId>,
    /// Of how many articles these records are.
    pub articles: usize,
    pub undecided: Undecided,
}

impl BulkState {
    /// Whether the writer has this record in hand, so that it is about to be another.
    pub fn is_changing(&self, id: EntryId) -> bool {
        self.under_way.as_ref().is_some_and(|bulk| bulk.has_in_hand(id))
    }
}
