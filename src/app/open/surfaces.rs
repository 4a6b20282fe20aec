//! What the ledger and the charts of the open library show, and what is asked of them.

use std::sync::Arc;

use crate::across::{Copied, Ledger, LedgerFilter, LedgerOrder, ReadWords, Said, Words};
use crate::charts::Gallery;
use crate::model::EntryId;
use crate::store::{Found, LibraryError};
use crate::work::{Asked, Task};

/// The ledger, and what is asked of it.
#[derive(Debug, Default)]
pub(in crate::app) struct LedgerState {
    pub ledger: Option<Ledger>,
    /// The revision of the list that the ledger was made of, or was to be made of.
    pub revision: Option<u64>,
    pub order: LedgerOrder,
    pub filter: LedgerFilter,
    /// The commitments that have the words of the filter; none while they are of no account.
    pub said: Option<Said>,
    pub words: Words,
    /// What the window is to put on the clipboard.
    pub copied: Option<String>,
    /// It is being made, in this order, with this filter.
    pub making: Option<Asked<(LedgerOrder, LedgerFilter), Result<Made, LibraryError>>>,
    /// Words are being looked for.
    pub searching: Option<Task<Result<Said, LibraryError>>>,
    /// The words of these articles' commitments are being read.
    pub reading: Option<Asked<Vec<EntryId>, Result<ReadWords, LibraryError>>>,
    /// Rows are being copied.
    pub copying: Option<Task<Result<Copied, LibraryError>>>,
}

/// A ledger, with the commitments that have the words of its filter.
pub(in crate::app) type Made = (Ledger, Option<Said>);

/// The charts that are shown, and what is being made.
#[derive(Debug, Default)]
pub(in crate::app) struct Charts {
    pub shown: Option<Shown>,
    /// Charts of the list at this revision are being made.
    pub making: Option<Asked<u64, Result<Gallery, LibraryError>>>,
    /// The articles behind a part of a chart are being picked, under this label.
    pub picking: Option<Asked<String, Result<Found, LibraryError>>>,
}

/// What the charts show.
#[derive(Debug)]
pub(in crate::app) struct Shown {
    pub gallery: Arc<Gallery>,
    /// The revision of the list that they show.
    pub revision: u64,
}
