//! What the app does with the ledger: has it made, shown, read and copied, in the background. What comes of
//! it is [taken in](super::taken).

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::copying::{Cells, Copied, MOST_COPIED, copied};
use super::making::{Listed, Said, make, said};
use super::words::{Read, Words, read};
use super::{Ledger, LedgerFilter, LedgerOrder};
use crate::app::jobs::Report;
use crate::app::{App, EntryId, Field, LibraryError};
use crate::store::Sought;

/// The ledger, and what is asked of it.
#[derive(Debug, Default)]
pub(in crate::app) struct Bookkeeping {
    pub(super) ledger: Option<Ledger>,
    /// The revision of the list that the ledger was made of, or was to be made of.
    revision: Option<u64>,
    pub(super) is_making: bool,
    pub(super) order: LedgerOrder,
    pub(super) filter: LedgerFilter,
    /// The commitments that have the words of the filter; none while they are of no account.
    pub(super) said: Option<Said>,
    /// The search for words that is under way.
    pub(super) search: Option<Search>,
    pub(super) words: Words,
    /// What the window is to put on the clipboard.
    pub(super) copied: Option<String>,
}

/// What came of something that was done for the ledger in this library.
#[derive(Debug)]
pub(in crate::app) struct Booked {
    pub(super) library: PathBuf,
    pub(super) done: Done,
}

/// A search for words; whether it is to go on.
pub(super) type Search = Arc<AtomicBool>;

pub(super) type Result<T> = std::result::Result<T, LibraryError>;

#[derive(Debug)]
pub(super) enum Done {
    /// The ledger was made, in this order, with this filter, and what has its words.
    Made(Result<(Ledger, Option<Said>)>, LedgerOrder, LedgerFilter),
    /// Words were looked for, by this search.
    Searched(Search, Result<Said>),
    /// The words of commitments were read.
    Read(Vec<EntryId>, Result<Read>),
    /// Rows were copied.
    Copied(Result<Copied>),
}

impl Bookkeeping {
    /// Cuts off the search for words that is under way.
    pub(super) fn end_search(&mut self) {
        if let Some(search) = self.search.take() {
            search.store(false, Ordering::Relaxed);
        }
    }
}

impl App {
    /// The ledger of the articles that are listed; none before it was asked for.
    pub fn ledger(&self) -> Option<&Ledger> {
        self.bookkeeping.ledger.as_ref()
    }

    /// Whether the ledger is not of the list as it stands, and nobody is making another.
    pub fn wants_ledger(&self) -> bool {
        let books = &self.bookkeeping;
        !books.is_making && self.library.is_some() && books.revision != Some(self.listing.revision)
    }

    /// The order of the ledger.
    pub fn ledger_order(&self) -> LedgerOrder {
        self.bookkeeping.order
    }

    /// What of the ledger is shown.
    pub fn ledger_filter(&self) -> &LedgerFilter {
        &self.bookkeeping.filter
    }

    /// Whether words are being looked for in the ledger.
    pub fn searches_ledger(&self) -> bool {
        self.bookkeeping.search.is_some()
    }

    /// The words of the commitment at this place of an article's record. None until they were read, which
    /// [`Command::ReadCommitments`](crate::app::Command::ReadCommitments) asks for.
    pub fn commitment_words(&self, article: EntryId, place: usize) -> Option<&str> {
        match self.document(article) {
            Some(document) => document.record().commitments.get(place).map(|commitment| &*commitment.text),
            None => self.bookkeeping.words.of(article, place),
        }
    }

    /// What was copied, to be put on the clipboard once.
    pub fn take_copied(&mut self) -> Option<String> {
        self.bookkeeping.copied.take()
    }

    /// Makes the ledger of what is listed.
    pub(in crate::app) fn make_ledger(&mut self) {
        if !self.wants_ledger() {
            return;
        }
        let (listed, tables, today) = (self.listed_for_ledger(), self.tables, self.today());
        let (order, filter) = (self.bookkeeping.order, self.bookkeeping.filter.clone());
        self.bookkeeping.is_making = true;
        self.bookkeeping.revision = Some(self.listing.revision);
        self.book(move |library| {
            let made = make(library, &listed, &tables()).and_then(|mut ledger| {
                let sought = Sought::read(&filter.words);
                let said = sought.map(|sought| said(library, &sought, &listed, || true)).transpose()?;
                ledger.arrange(order, &filter, said.as_ref(), today);
                Ok((ledger, said))
            });
            Done::Made(made, order, filter)
        });
    }

    /// Lets go of the ledger if it would have to be made again anyway.
    pub(in crate::app) fn put_ledger_away(&mut self) {
        if self.wants_ledger() {
            let Bookkeeping { ledger, revision, words, .. } = &mut self.bookkeeping;
            (*ledger, *revision, *words) = (None, None, Words::default());
        }
    }

    /// Shows the ledger in this order.
    pub(in crate::app) fn sort_ledger(&mut self, order: LedgerOrder) {
        self.bookkeeping.order = order;
        self.arrange_ledger();
    }

    /// Shows what fits this filter. Other words have to be looked for first.
    pub(in crate::app) fn filter_ledger(&mut self, filter: LedgerFilter) {
        let has_other_words = filter.words != self.bookkeeping.filter.words;
        self.bookkeeping.filter = filter;
        if has_other_words {
            self.search_ledger();
        }
        self.arrange_ledger();
    }

    fn search_ledger(&mut self) {
        self.bookkeeping.end_search();
        let Some(sought) = Sought::read(&self.bookkeeping.filter.words) else {
            self.bookkeeping.said = None;
            return;
        };
        let (listed, search) = (self.listed_for_ledger(), Search::new(AtomicBool::new(true)));
        self.bookkeeping.search = Some(search.clone());
        self.book(move |library| {
            let found = said(library, &sought, &listed, || search.load(Ordering::Relaxed));
            Done::Searched(search, found)
        });
    }

    /// Reads the words of these articles' commitments, unless others are being read: whoever needs more asks
    /// again.
    pub(in crate::app) fn read_commitments(&mut self, articles: Vec<EntryId>) {
        if !std::mem::replace(&mut self.bookkeeping.words.is_reading, true) {
            self.book(move |library| {
                let words = read(library, &articles);
                Done::Read(articles, words)
            });
        }
    }

    /// Copies these rows of the ledger.
    pub(in crate::app) fn copy_commitments(&mut self, rows: Range<usize>) {
        let Some(ledger) = &self.bookkeeping.ledger else { return };
        let rows = rows.start..rows.end.min(ledger.len());
        let cells: Vec<Cells> = rows
            .clone()
            .take(MOST_COPIED)
            .filter_map(|at| ledger.row(at))
            .map(|row| Cells::of(row, &self.catalog, self.commitment_words(row.article, row.place)))
            .collect();
        self.book(move |library| Done::Copied(copied(library, cells, rows.len())));
    }

    /// Shows the article that reports a commitment, and attends to it.
    pub(in crate::app) fn show_commitment(&mut self, article: EntryId, place: usize) {
        self.select(article);
        self.with_current(|document| {
            let commitment = document.record().commitments.get(place).filter(|_| document.id() == article);
            if let Some(field) = commitment.map(|commitment| Field::Commitment(commitment.id.clone())) {
                document.set_focus(Some(field));
            }
        });
    }

    /// The record of an article has changed.
    pub(in crate::app) fn forget_commitments(&mut self, article: EntryId) {
        self.bookkeeping.words.forget(article);
    }

    pub(super) fn arrange_ledger(&mut self) {
        let today = self.today();
        let Bookkeeping { ledger, order, filter, said, .. } = &mut self.bookkeeping;
        if let Some(ledger) = ledger {
            ledger.arrange(*order, filter, said.as_ref(), today);
        }
    }

    fn listed_for_ledger(&self) -> Listed {
        let unkept = self.documents().filter(|document| !document.is_kept());
        let fresh = unkept.map(|document| (document.id(), document.record().clone())).collect();
        Listed { articles: self.listed_as_found(), fresh }
    }

    /// Does something for the ledger, in the background.
    fn book(&mut self, work: impl FnOnce(&std::path::Path) -> Done + Send + 'static) {
        let Some((library, _)) = self.library.clone() else { return };
        self.jobs.do_aside(move || {
            let done = work(&library);
            Report::Booked(Booked { library, done })
        });
    }
}
