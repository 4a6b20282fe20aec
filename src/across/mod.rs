//! Many records, pure: what a list, a table, a chart or a comparison shows of the articles of a library. No
//! files, no threads, no pixels; what is read is read from a [`Library`](crate::store::Library) that somebody
//! else has opened.
//!
//! | to change | go to |
//! |---|---|
//! | what the list knows of an article, its filters and orders | `listing/` |
//! | when two articles report one meeting, where two reports diverge | `reports/`, `sorted`, `meetings`, `side_by_side` |
//! | the page of two reports side by side | `compared_page` |
//! | the table of all commitments | `ledger/` |
//! | which documents stay in memory | `cache` |
//! | of what the charts of a library are made | `gathered`; the charts themselves are a room, `charts` |
//! | what can be done to many records at once | `bulk` |
//! | in which order it is undone | `undo_line` |
//! | what was done in how much time | `work_done` |
//! | what the list tells of what was found | `snippets` |
//! | which names a few typed letters may mean | `fitting` |

mod bulk;
mod cache;
mod compared_page;
mod fitting;
mod gathered;
mod ledger;
mod listing;
mod meetings;
mod reports;
mod side_by_side;
mod snippets;
mod sorted;
mod undo_line;
mod work_done;

pub use bulk::{BulkEdit, Undecided};
pub(crate) use bulk::{Concerned, concerned};
pub(crate) use cache::Cache;
pub use fitting::fit;
pub(crate) use gathered::{gallery, pick};
pub(crate) use ledger::{
    Cells, Copied, Listed, MOST_COPIED, ReadWords, Said, Words, copied, make_ledger, read_words, said,
};
pub use ledger::{Column, Due, Ledger, LedgerFilter, LedgerOrder, LedgerRow, MARKED_PARTIES, Side};
pub(crate) use listing::Listing;
pub use listing::{
    Catalog, ConditionError, Conditions, Counts, Facet, FacetOption, ListFilter, Narrowing, Picked, Row,
    Show, Sort,
};
pub use meetings::OtherReport;
pub(crate) use meetings::{Decided, Decision, KnownMeetings, Pair};
pub use reports::{
    Aligned, CommitmentPair, Compared, Decisions, Difference, Divergence, FingerprintIndex, Likeness,
    Outline, ParticipantPair, Reports, Strength, Wording, groups, likeness,
};
pub(crate) use side_by_side::Report;
pub use side_by_side::SideBySide;
pub use snippets::Snippet;
pub(crate) use snippets::{ReadSnippets, Snippets, read_snippets};
pub(crate) use sorted::Sorted;
pub(crate) use undo_line::{Step, UndoLine, Way};
pub use work_done::{DayOfWork, WorkDone, accepted, time};
