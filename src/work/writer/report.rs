//! What the thread that writes to a library has to report, and others that belong to it.

use std::path::PathBuf;

use crate::across::Catalog;
use crate::model::EntryId;
use crate::review::{self, Durability};
use crate::store::{Entry, Library, LibraryError, Link, Recovery};
use crate::work::read::{FolderLeftOut, OpenError};
use crate::work::shelf::Put;
use crate::work::steps::OpeningId;

/// What there is to say of a library.
#[derive(Debug)]
pub enum LibraryReport {
    /// It is open.
    Opened(Box<Opened>),
    /// Another start of the program has left a note: to open these files, and to come to the front.
    NoteTaken(Vec<PathBuf>),
    /// There is no library at all, not even for this run.
    NoLibrary(LibraryError),
    /// Things were opened and put into it; with an error, what could not be written is not there.
    Admitted { opening: OpeningId, files: Vec<Admitted>, error: Option<LibraryError> },
    /// What in the folders of an opening is not opened.
    LeftOut { opening: OpeningId, left_out: Vec<FolderLeftOut> },
    /// All files of an opening have been reported.
    OpeningEnded(OpeningId),
    /// Edits are in the library: of which articles, at which revision; `again` after it had failed.
    Kept { kept: Vec<(EntryId, u64)>, again: bool },
    /// Edits are not in the library yet.
    NotKept { error: LibraryError, first: bool },
    /// Some of many records were changed: what lists show of those that are another now.
    ManyChanged(Result<Vec<Entry>, LibraryError>),
    /// The backup of the day was not made.
    NotBackedUp(LibraryError),
}

/// A library that was opened.
#[derive(Debug)]
pub struct Opened {
    /// Its file.
    pub path: PathBuf,
    /// What becomes of edits in it.
    pub durability: Durability,
    /// A few facts of every article.
    pub catalog: Catalog,
    /// What was decided of reports of one meeting.
    pub links: Vec<Link>,
    /// The article that was shown last.
    pub shown: Option<String>,
    /// The searches that were saved, by their names.
    pub searches: Vec<(String, String)>,
    /// Why it is not all that was asked for.
    pub trouble: Option<LibraryError>,
    /// Whether it was damaged, and what became of it.
    pub recovery: Option<Recovery>,
    /// Connections to read from it: for articles, for searches, and for the backup.
    pub readers: Result<[Library; 3], LibraryError>,
}

/// What became of something that was opened.
#[derive(Debug)]
pub enum Admitted {
    /// It is in the library, read from this file, with all that the window needs of it if it is to be kept in
    /// memory. What was put away and is looked for is brought back.
    Placed {
        id: EntryId,
        put: Put,
        source: PathBuf,
        entry: Entry,
        opened: Option<Box<review::Opened>>,
        is_looked_for: bool,
    },
    /// It was not opened.
    Failed(OpenError),
}
