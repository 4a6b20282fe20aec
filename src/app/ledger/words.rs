//! The words of commitments: those of the articles whose rows somebody looks at, kept for a while.

use std::path::Path;

use rustc_hash::FxHashMap;

use crate::app::{LibraryError, marks};
use crate::store::{EntryId, Library};

/// How many articles' words are kept: more than many screens of rows.
const MOST: usize = 4_000;

/// The words of the commitments of articles, in the order of their records.
#[derive(Debug, Default)]
pub(super) struct Words {
    known: FxHashMap<EntryId, Vec<String>>,
    /// Whether some are being read.
    pub is_reading: bool,
}

/// The words of articles, as they are read.
pub(super) type Read = Vec<(EntryId, Vec<String>)>;

/// Reads the words of these articles.
///
/// # Errors
/// If the library cannot be read.
pub(super) fn read(library: &Path, articles: &[EntryId]) -> Result<Read, LibraryError> {
    let library = Library::open_for_reading(library, marks)?;
    articles.iter().map(|id| library.undertakings(*id).map(|words| (*id, words))).collect()
}

impl Words {
    /// The words of the commitment at this place, once they were read. None at all where there are none.
    pub fn of(&self, article: EntryId, place: usize) -> Option<&str> {
        self.known.get(&article).map(|words| words.get(place).map_or("", String::as_str))
    }

    /// Keeps what was read. What could not be is not asked for again.
    pub fn take_in(
        &mut self,
        articles: Vec<EntryId>,
        read: Result<Read, LibraryError>,
    ) -> Result<(), LibraryError> {
        self.is_reading = false;
        if self.known.len() > MOST {
            self.known.clear();
        }
        self.known.extend(articles.into_iter().map(|article| (article, Vec::new())));
        read.map(|read| self.known.extend(read))
    }

    /// The record of an article has changed.
    pub fn forget(&mut self, article: EntryId) {
        self.known.remove(&article);
    }
}
