//! What is known of meetings across the articles of the open library, and what is being found out.

use crate::across::{KnownMeetings, Outline, Pair, SideBySide, Sorted};
use crate::model::EntryId;
use crate::store::LibraryError;
use crate::work::{Asked, Task};

/// What is known of meetings across articles.
#[derive(Debug, Default)]
pub(in crate::app) struct Meetings {
    /// As they were sorted last, and what people decided.
    pub known: KnownMeetings,
    /// Whether the library has changed since.
    pub is_stale: bool,
    /// They are being sorted.
    pub sorting: Option<Asked<(), Result<Sorted, LibraryError>>>,
    /// What the article that is shown reported when the person turned to it.
    pub outline: Option<(EntryId, Outline)>,
    pub side_by_side: Comparing,
}

impl Meetings {
    /// Whether something may have been decided since meetings were sorted.
    pub fn lag(&self) -> bool {
        self.is_stale || self.sorting.is_some()
    }
}

/// What was compared last.
#[derive(Debug, Default)]
pub(in crate::app) struct Comparing {
    pub compared: Option<SideBySide>,
    /// Which two are being compared, or could not be.
    pub asked: Option<Pair>,
    pub task: Option<Task<Result<Option<SideBySide>, LibraryError>>>,
}
