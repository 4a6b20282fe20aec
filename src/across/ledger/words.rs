//! The words of commitments: those of the articles whose rows somebody looks at, kept for a while.

use rustc_hash::FxHashMap;

use crate::model::EntryId;
use crate::store::{Library, LibraryError};

/// How many articles' words are kept: more than many screens of rows.
const MOST: usize = 4_000;

/// The words of the commitments of articles, in the order of their records.
#[derive(Debug, Default)]
pub struct Words {
    known: FxHashMap<EntryId, Vec<String>>,
}

/// The words of articles, as they are read.
pub type Read = Vec<(EntryId, Vec<String>)>;

/// Reads the words of these articles.
///
/// # Errors
/// If the library cannot be read.
pub fn read(library: &Library, articles: &[EntryId]) -> Result<Read, LibraryError> {
    articles.iter().map(|id| library.undertakings(*id).map(|words| (*id, words))).collect()
}

impl Words {
    /// The words of the commitment at this place, once they were read. None at all where there are none.
    pub fn of(&self, article: EntryId, place: usize) -> Option<&str> {
        self.known.get(&article).map(|words| words.get(place).map_or("", String::as_str))
    }

    /// Keeps what was read. What could not be is not asked for again.
    pub fn receive(
        &mut self,
        articles: Vec<EntryId>,
        read: Result<Read, LibraryError>,
    ) -> Result<(), LibraryError> {
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
