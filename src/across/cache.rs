//! The documents that are in memory. A library may have any number of articles; those that were worked on
//! last stay, and the others are taken out of it when they are wanted.

use std::collections::{BTreeMap, VecDeque};

use crate::model::EntryId;
use crate::review::Document;

/// How many documents stay in memory.
const MOST: usize = 64;

/// How many bytes of text they may have together.
const MOST_BYTES: usize = 32 << 20;

/// The documents that are in memory.
#[derive(Debug, Default)]
pub struct Cache {
    documents: BTreeMap<EntryId, Document>,
    /// The one that was wanted last comes last.
    wanted: VecDeque<EntryId>,
}

impl Cache {
    pub fn documents(&self) -> impl ExactSizeIterator<Item = &Document> {
        self.documents.values()
    }

    pub fn get(&self, id: EntryId) -> Option<&Document> {
        self.documents.get(&id)
    }

    pub fn get_mut(&mut self, id: EntryId) -> Option<&mut Document> {
        self.documents.get_mut(&id)
    }

    /// Takes a document into memory.
    pub fn put(&mut self, document: Document) {
        self.want(document.id());
        self.documents.insert(document.id(), document);
    }

    /// A document is wanted: it stays longer than others.
    pub fn want(&mut self, id: EntryId) {
        self.wanted.retain(|wanted| *wanted != id);
        self.wanted.push_back(id);
    }

    pub fn remove(&mut self, id: EntryId) {
        self.wanted.retain(|wanted| *wanted != id);
        self.documents.remove(&id);
    }

    /// Lets go of those that were not wanted for longest, if they are too many. One with edits that are not
    /// on disk stays, and so does `shown`.
    pub fn shrink(&mut self, shown: Option<EntryId>) {
        let size = |document: &Document| document.record().article.text.len();
        let mut bytes: usize = self.documents.values().map(size).sum();
        let mut at = 0;
        while self.documents.len() > MOST || bytes > MOST_BYTES {
            let Some(&id) = self.wanted.get(at) else { break };
            let stays = |document: &Document| document.is_unsaved() || Some(id) == shown;
            match self.documents.get(&id) {
                Some(document) if stays(document) => at += 1,
                Some(document) => {
                    bytes -= size(document);
                    self.remove(id);
                }
                None => self.remove(id),
            }
        }
    }
}
