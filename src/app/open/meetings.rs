//! What is known of meetings across the articles of the open library, and what is being found out.

use std::collections::BTreeMap;

use crate::across::{Outline, Pair, SideBySide, Sorted};
use crate::model::EntryId;
use crate::store::LibraryError;
use crate::work::{Asked, Task};

/// What is known of meetings across articles.
#[derive(Debug, Default)]
pub(in crate::app) struct Meetings {
    /// As they were sorted last.
    pub sorted: Sorted,
    /// Whether the library has changed since.
    pub is_stale: bool,
    /// They are being sorted.
    pub sorting: Option<Asked<(), Result<Sorted, LibraryError>>>,
    /// What people decided: whether two articles report one meeting, the smaller id first.
    pub decided: BTreeMap<Pair, bool>,
    /// What the article that is shown reported when the person turned to it.
    pub outline: Option<(EntryId, Outline)>,
    pub side_by_side: Comparing,
}

/// What was compared last.
#[derive(Debug, Default)]
pub(in crate::app) struct Comparing {
    pub compared: Option<SideBySide>,
    /// Which two are being compared, or could not be.
    pub asked: Option<Pair>,
    pub task: Option<Task<Result<Option<SideBySide>, LibraryError>>>,
}

/// An article that has to do with another: a report of the same meeting, or nearly the same text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherReport {
    /// The article.
    pub article: EntryId,
    /// Whether it reports the same meeting.
    pub is_same_meeting: bool,
    /// Whether its text is nearly the same.
    pub is_near_text: bool,
    /// How many days later it was published; before, if it is less than 0.
    pub days_later: Option<i32>,
}
