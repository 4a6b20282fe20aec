//! Which article of the open library is shown, or is to be once it was read.

use crate::across::Way;
use crate::extract::Trace;
use crate::model::EntryId;
use crate::review::Document;
use crate::store::LibraryError;
use crate::work::{Asked, Task};

/// Which article is shown.
#[derive(Debug, Default)]
pub(in crate::app) struct Showing {
    pub shown: Option<EntryId>,
    pub loading: Option<Loading>,
    /// The engine is asked for its working behind the record that is shown.
    pub tracing: Option<Asked<EntryId, Trace>>,
    /// The records of the article's other contacts are read.
    pub contacts: Vec<Task<Result<Option<Document>, LibraryError>>>,
    /// A step to take in the histories of these contacts, once all of them were read.
    pub steps: Option<(Vec<EntryId>, Way)>,
}

/// An article that is to be shown once it was read.
#[derive(Debug)]
pub(in crate::app) struct Loading {
    pub id: EntryId,
    pub then: Option<Then>,
    /// None while its record is about to be another, or the library cannot be read.
    pub task: Option<Task<Result<Option<Document>, LibraryError>>>,
}

/// What is done with an article once it is shown.
#[derive(Clone, Copy, Debug)]
pub(in crate::app) enum Then {
    /// The person attends to the first value that nobody has ruled on, unless to something already.
    FirstProposal,
    /// The person attends to the commitment at this place of its record.
    Commitment(usize),
    /// A step back or forth in its history.
    Step(Way),
}

impl Showing {
    /// Which article is shown, or about to be.
    pub fn id(&self) -> Option<EntryId> {
        self.shown
    }

    /// No article is shown.
    pub fn nothing(&mut self) {
        *self = Self::default();
    }
}
