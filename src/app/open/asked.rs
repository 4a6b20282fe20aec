//! What was asked of the open library beside its list, and the last answer: how much was done, another record or other
//! days of an article, what an export would hold.

use std::io;
use std::sync::Arc;

use crate::across::WorkDone;
use crate::app::command::Exported;
use crate::export::{Contents, Preview};
use crate::import::PageBlock;
use crate::model::{EntryId, Instant, Record, Text};
use crate::review::{LeftOut, ReadAnew};
use crate::store::{LibraryError, Worked};
use crate::work::{Asked, Differing, NotRead, TextEncoding};

/// The work at the article that is shown.
#[derive(Debug, Default)]
pub(in crate::app) struct AtWork {
    /// When something was done last, and at which article.
    pub last: Option<(EntryId, Instant)>,
    /// What the library was not told yet.
    pub untold: Option<Worked>,
    /// What was done is being counted.
    pub counting: Option<Asked<(), Result<WorkDone, LibraryError>>>,
    /// What was done, as it was counted last.
    pub done: Option<WorkDone>,
}

/// The records of an article that is read anew, or that was.
#[derive(Debug, Default)]
pub(in crate::app) struct Dating {
    /// Its records are being proposed anew, for these entries of it.
    pub reading: Option<Asked<Vec<EntryId>, Vec<Record>>>,
    /// What it was read as, by entry, where the person may still want it.
    pub read: Vec<(EntryId, Arc<Record>)>,
}

/// What became of an article that was to be read anew.
pub(in crate::app) type Reread = Result<ReadAnew, NotRead>;

/// An article whose file is read again in another way.
#[derive(Debug, Default)]
pub(in crate::app) struct ReadingAnew {
    /// It is being read: in this encoding, or as it was but for a paragraph that is brought back.
    pub reading: Option<Asked<(EntryId, Option<TextEncoding>), Reread>>,
    /// Why that failed last, and for which article.
    pub failed: Option<(EntryId, String)>,
}

/// What was left out of the saved page that an article is of, where a person wants to see it.
#[derive(Debug, Default)]
pub(in crate::app) struct OfPage {
    /// The page is being read.
    pub reading: Option<Asked<EntryId, Result<Vec<PageBlock>, NotRead>>>,
    /// Of which article it was read, and what is on it; or why it was not.
    pub read: Option<(EntryId, Result<Vec<PageBlock>, String>)>,
    /// What of it the text of the article does not have, and which text that is.
    pub left_out: Option<(Text, Vec<LeftOut>)>,
}

/// The record of a file beside that of the library.
#[derive(Debug, Default)]
pub(in crate::app) struct OtherRecord {
    /// What was read last: which, and its record, if the file still has it.
    pub found: Option<(Differing, Option<Arc<Record>>)>,
    /// It is being read.
    pub reading: Option<Asked<Differing, Option<Record>>>,
}

/// What an export would hold, as it was looked at last.
#[derive(Debug, Default)]
pub(in crate::app) struct Exporting {
    /// It is being looked at.
    pub looking: Option<Asked<Looked, Result<io::Result<Preview>, LibraryError>>>,
    pub preview: Option<(Looked, Preview)>,
    /// So many records, of how many, are being read to be copied as text.
    pub copying: Option<Copying>,
}

/// Records that are being read to be copied as text: so many, of how many.
pub(in crate::app) type Copying = Asked<(usize, usize), Result<io::Result<String>, LibraryError>>;

/// What was looked at: which records, what of each, in which state of the list.
pub(in crate::app) type Looked = (Exported, Contents, u64);
