//! All that belongs to ONE open library: what is known of its articles, which of them are in memory, what is
//! asked of it, and the threads that work on it. It is one value: with it goes everything, and what is still
//! said about it reaches nobody.

pub(super) mod bulk;
pub(super) mod charts;
pub(super) mod ledger;
pub(super) mod meetings;
pub(super) mod saving;
pub(super) mod showing;
pub(super) mod suggestions;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use super::progress::{Progress, UnderWay};
use crate::across::{Cache, Catalog, ListFilter, Listing, UndoLine};
use crate::model::EntryId;
use crate::work::{Account, LibraryWork, Opening};
use bulk::BulkState;
use charts::Charts;
use ledger::LedgerState;
use meetings::Meetings;
use saving::Saving;
use showing::Showing;
use suggestions::Suggestions;

/// What an open library is told apart by: ids of articles say which one is meant within one of them only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LibraryNumber(u64);

/// A library that is open, or about to be.
#[derive(Debug)]
pub(super) struct OpenLibrary {
    pub number: LibraryNumber,
    /// Whether the disk does not take edits at the moment.
    pub is_failing: bool,
    /// The record of which the person is to be asked where it goes.
    pub homeless: Option<EntryId>,
    /// A few facts of every article.
    pub catalog: Catalog,
    /// The documents that are in memory.
    pub cache: Cache,
    /// Which article is shown.
    pub showing: Showing,
    pub listing: Listing,
    /// The searches that were saved, by their names.
    pub searches: BTreeMap<String, ListFilter>,
    /// What was typed last for a title, and the articles that have one like it.
    pub titles: (String, Vec<EntryId>),
    /// What became of the files that were opened last.
    pub account: Option<Account>,
    pub charts: Charts,
    pub bulk: BulkState,
    /// What inputs have asked of the other records last.
    pub suggestions: Suggestions,
    /// What is known of meetings across articles.
    pub meetings: Meetings,
    /// The table of all commitments.
    pub ledger: LedgerState,
    /// What was done and can be taken back.
    pub undo_line: UndoLine,
    /// What there is to save of it is being looked up.
    pub saving: Saving,
    /// The threads that work on it.
    pub work: LibraryWork,
}

impl OpenLibrary {
    /// A library of which nothing is known yet but the work on it.
    pub fn new(work: LibraryWork) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self {
            number: LibraryNumber(NEXT.fetch_add(1, Ordering::Relaxed)),
            is_failing: false,
            homeless: None,
            catalog: Catalog::default(),
            cache: Cache::default(),
            showing: Showing::default(),
            listing: Listing::default(),
            searches: BTreeMap::new(),
            titles: (String::new(), Vec::new()),
            account: None,
            charts: Charts::default(),
            bulk: BulkState::default(),
            suggestions: Suggestions::default(),
            meetings: Meetings::default(),
            ledger: LedgerState::default(),
            undo_line: UndoLine::default(),
            saving: Saving::default(),
            work,
        }
    }

    /// How far opening and saving have come, while they are under way.
    pub fn progress(&self) -> Option<Progress> {
        let Some(first) = self.work.openings.first() else {
            return self.work.files.progress().map(Progress::saving);
        };
        let (done, of) = self
            .work
            .openings
            .iter()
            .map(Opening::steps)
            .fold((0, 0), |(done, of), steps| (done + steps.0, of + steps.1));
        let seconds = Instant::now().duration_since(first.since).as_secs_f64();
        let rate = (seconds > 1.0 && done > 0).then(|| done as f64 / seconds);
        Some(Progress { what: UnderWay::Opening, done, of, rate })
    }
}
