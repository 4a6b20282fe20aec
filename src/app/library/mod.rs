//! The library as the app works with it: a thread that alone writes to it, one that searches it, and what
//! both agree on.
//!
//! Everything that is opened goes on the [shelf](shelf::Shelf): an article that is there already is noticed, whatever
//! its name. The [`Keeper`] is the thread that does this for the window; it also keeps every edit, and holds
//! on to what the disk does not take until it does. The [`Finder`] looks for words and is cut off when others
//! are typed; [`BackingUp`] copies the library once a day. Without a window, [`import_files`] puts whole folders on the shelf.

mod backup;
mod export;
mod finder;
mod import;
mod keeper;
mod recover;
mod shelf;

pub(super) use backup::BackingUp;
pub use export::Export;
pub(super) use finder::Finder;
pub use import::{Imported, import_files, is_library};
pub(super) use keeper::{Admission, Change, Keeper, Place, Standing, ToShelf};
pub use recover::{open_to_read, recover};
pub(super) use shelf::Arrival;
pub use shelf::Put;

use std::path::{Path, PathBuf};

use crate::app::{Fingerprint, problems};
use crate::model::Record;
use crate::store::{Door, LibraryError, Marks, Note, leave_note, library_of_user};

/// Leaves files to the window that has this library open, or else the user's own. Says whether there is one.
///
/// # Errors
/// If whoever has it open does not answer.
pub fn hand_over(library: Option<&Path>, files: &[PathBuf]) -> Result<bool, LibraryError> {
    let Some(library) = library.map(Path::to_owned).or_else(library_of_user) else { return Ok(false) };
    Ok(leave_note(&library, files)? == Note::Taken)
}

/// Whether a window, or another command, has this library open to write to it.
pub fn is_open_elsewhere(library: &Path) -> bool {
    library.is_file() && matches!(Door::enter(library), Err(LibraryError::Busy(_)))
}

/// What lists show of a record beyond its values.
pub fn marks(record: &Record) -> Marks {
    let problems = problems::find(record).len();
    let fingerprint = Fingerprint::of(&record.article.text);
    Marks { problems: u32::try_from(problems).unwrap_or(u32::MAX), fingerprint: fingerprint.to_bits() }
}
