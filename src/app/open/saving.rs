//! What there is to save of the open library, while it is looked up.

use std::path::PathBuf;

use crate::store::{LibraryError, Unfiled};
use crate::work::Asked;

/// What there is to save of the library.
#[derive(Debug, Default)]
pub(in crate::app) struct Saving {
    /// It is looked up which records no file of their own holds as they stand; those without one go to this
    /// folder.
    pub looking: Option<Asked<Option<PathBuf>, ToSave>>,
    /// Whether some have no file and no folder was chosen for them.
    pub lacks_folder: bool,
}

/// The records that no file of their own holds as they stand.
pub(in crate::app) type ToSave = Result<Vec<Unfiled>, LibraryError>;
