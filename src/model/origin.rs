//! Where a record came from, and where it is saved.

use std::path::{Path, PathBuf};

/// Where a record came from, and where it is saved as a file of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file that it was opened from.
    pub source: PathBuf,
    /// Whether that file was the article itself, so that the engine proposed the record.
    pub is_article: bool,
    /// The file that holds this record and nothing else, once there is one.
    pub saved_to: Option<PathBuf>,
}

impl Origin {
    /// An article that was opened from this file.
    pub fn article(source: PathBuf) -> Self {
        Self { source, is_article: true, saved_to: None }
    }

    /// Whether the record came from this file or is saved to it.
    pub fn is_of(&self, file: &Path) -> bool {
        self.source == file || self.saved_to.as_deref() == Some(file)
    }
}
