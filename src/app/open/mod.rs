//! All that belongs to ONE open library: what is known of its articles, which of them are in memory, what is
//! asked of it, and the threads that work on it. It is one value: with it goes everything, and what is still
//! said about it reaches nobody.

pub(super) mod asked;
pub(super) mod bulk;
pub(super) mod meetings;
pub(super) mod showing;
pub(super) mod surfaces;
pub(super) mod tables;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::across::{Cache, Catalog, ListFilter, Listing, ReadSnippets, Row, Snippets, UndoLine};
use crate::model::EntryId;
use crate::store::{LibraryError, Unfiled};
use crate::work::{Account, Asked, LibraryWork, OpeningId, Suggestions};
use asked::{AtWork, Dating, Exporting, OfPage, OtherRecord, ReadingAnew};
use bulk::BulkState;
use meetings::Meetings;
use showing::Showing;
use surfaces::{Charts, LedgerState};
use tables::TableQuestions;

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
    /// A contact that is being put into the library.
    pub adding: Option<OpeningId>,
    /// A few facts of every article.
    pub catalog: Catalog,
    /// The documents that are in memory.
    pub cache: Cache,
    /// Which article is shown.
    pub showing: Showing,
    pub listing: Listing,
    /// What was found in the articles whose rows somebody looks at.
    pub snippets: Snippets,
    /// They are being read.
    pub reading_snippets: Option<Asked<(String, Vec<EntryId>), SnippetsRead>>,
    /// The searches that were saved, by their names.
    pub searches: BTreeMap<String, ListFilter>,
    /// What was typed last for a title, and the articles that have one like it.
    pub titles: (String, Vec<EntryId>),
    /// What became of the files that were opened last.
    pub account: Option<Account>,
    /// The time that a person works at its articles.
    pub at_work: AtWork,
    /// The record of a file beside that of the library.
    pub other_record: OtherRecord,
    pub charts: Charts,
    pub bulk: BulkState,
    /// What an export would hold.
    pub exporting: Exporting,
    /// What inputs have asked of the other records last.
    pub suggestions: Suggestions,
    /// What is known of meetings across articles.
    pub meetings: Meetings,
    /// The table of all commitments.
    pub ledger: LedgerState,
    /// What was done and can be taken back.
    pub undo_line: UndoLine,
    /// What the list knew of the records that were deleted.
    pub deleted: Vec<Row>,
    /// An article of which the days are counted anew.
    pub dating: Dating,
    /// An article whose file is read again.
    pub reading_anew: ReadingAnew,
    /// What was left out of the page of an article.
    pub of_page: OfPage,
    /// What there is to save of it is being looked up.
    pub saving: Saving,
    /// Tables of which is asked which column holds what.
    pub tables: TableQuestions,
    /// The threads that work on it.
    pub work: LibraryWork,
}

/// What there is to save of the library.
#[derive(Debug, Default)]
pub(in crate::app) struct Saving {
    /// It is looked up which records no file of their own holds as they stand; those without one go to this
    /// folder.
    pub looking: Option<Asked<Option<PathBuf>, ToSave>>,
    /// Whether some have no file and no folder was chosen for them.
    pub lacks_folder: bool,
}

/// What was found in articles, as it was read.
pub(in crate::app) type SnippetsRead = Result<ReadSnippets, LibraryError>;

/// The records that no file of their own holds as they stand.
pub(in crate::app) type ToSave = Result<Vec<Unfiled>, LibraryError>;

impl OpenLibrary {
    /// A library of which nothing is known yet but the work on it.
    pub fn new(work: LibraryWork) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self {
            number: LibraryNumber(NEXT.fetch_add(1, Ordering::Relaxed)),
            is_failing: false,
            homeless: None,
            adding: None,
            catalog: Catalog::default(),
            cache: Cache::default(),
            showing: Showing::default(),
            listing: Listing::default(),
            snippets: Snippets::default(),
            reading_snippets: None,
            searches: BTreeMap::new(),
            titles: (String::new(), Vec::new()),
            account: None,
            at_work: AtWork::default(),
            other_record: OtherRecord::default(),
            charts: Charts::default(),
            bulk: BulkState::default(),
            exporting: Exporting::default(),
            suggestions: Suggestions::default(),
            meetings: Meetings::default(),
            ledger: LedgerState::default(),
            undo_line: UndoLine::default(),
            deleted: Vec::new(),
            dating: Dating::default(),
            reading_anew: ReadingAnew::default(),
            of_page: OfPage::default(),
            saving: Saving::default(),
            tables: TableQuestions::default(),
            work,
        }
    }
}
