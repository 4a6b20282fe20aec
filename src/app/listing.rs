//! The list of documents as a search and a filter leave it, and the counts of the filter chips.
//! Worked out when documents change, never while a frame is drawn.

use super::document::{Document, DocumentId};
use crate::lexicon::fold;
use crate::model::ReviewStatus;

/// Which documents to list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListFilter {
    /// Only those in which all these words occur.
    pub search: String,
    /// Only those of this kind.
    pub show: Show,
}

/// A kind of documents, by how far their review has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Show {
    /// Every one.
    #[default]
    All,
    /// Nobody vouches for it yet.
    ToReview,
    /// Somebody vouches for it.
    Reviewed,
    /// Somebody wants it looked at again.
    Flagged,
    /// Something about it does not fit together.
    Problems,
}

/// How many documents there are of each kind, the search left aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Every one.
    pub all: usize,
    /// Nobody vouches for it yet.
    pub to_review: usize,
    /// Somebody vouches for it.
    pub reviewed: usize,
    /// Somebody wants it looked at again.
    pub flagged: usize,
    /// Something about it does not fit together.
    pub problems: usize,
}

impl Show {
    /// Every kind, in the order of the chips.
    pub const ALL: &'static [Self] =
        &[Self::All, Self::ToReview, Self::Reviewed, Self::Flagged, Self::Problems];

    /// The kind in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::ToReview => "To review",
            Self::Reviewed => "Reviewed",
            Self::Flagged => "Flagged",
            Self::Problems => "Problems",
        }
    }

    /// Whether a document is of this kind.
    pub fn holds(self, document: &Document) -> bool {
        match self {
            Self::All => true,
            Self::ToReview => {
                matches!(document.record().review.status, ReviewStatus::Unreviewed | ReviewStatus::InReview)
            }
            Self::Reviewed => document.record().review.status == ReviewStatus::Reviewed,
            Self::Flagged => document.flag().is_some(),
            Self::Problems => !document.problems().is_empty(),
        }
    }
}

impl Counts {
    /// How many there are of one kind.
    pub fn of(self, show: Show) -> usize {
        match show {
            Show::All => self.all,
            Show::ToReview => self.to_review,
            Show::Reviewed => self.reviewed,
            Show::Flagged => self.flagged,
            Show::Problems => self.problems,
        }
    }

    fn count(documents: &[Document]) -> Self {
        let of = |show: Show| documents.iter().filter(|document| show.holds(document)).count();
        Self {
            all: documents.len(),
            to_review: of(Show::ToReview),
            reviewed: of(Show::Reviewed),
            flagged: of(Show::Flagged),
            problems: of(Show::Problems),
        }
    }
}

/// The list that the window shows, kept ready.
#[derive(Debug, Default)]
pub(super) struct Listing {
    pub filter: ListFilter,
    pub counts: Counts,
    /// In the order opened, which is also the order of the ids.
    pub listed: Vec<DocumentId>,
}

impl Listing {
    /// Works everything out anew: documents came or went, or the filter changed.
    pub fn refresh(&mut self, documents: &[Document]) {
        let words = self.words();
        let fits = |document: &&Document| self.filter.show.holds(document) && document.mentions(&words);
        self.listed = documents.iter().filter(fits).map(Document::id).collect();
        self.counts = Counts::count(documents);
    }

    /// One document has changed. Only its own place in the list is worked out, because this happens
    /// with every letter that is typed.
    pub fn refresh_one(&mut self, documents: &[Document], changed: &Document) {
        let fits = self.filter.show.holds(changed) && changed.mentions(&self.words());
        match (self.listed.binary_search(&changed.id()), fits) {
            (Ok(at), false) => {
                self.listed.remove(at);
            }
            (Err(at), true) => self.listed.insert(at, changed.id()),
            _ => {}
        }
        self.counts = Counts::count(documents);
    }

    /// The words that are searched for, without accents and capitals.
    fn words(&self) -> Vec<String> {
        self.filter.search.split_whitespace().map(|word| fold(word).into_owned()).collect()
    }
}
