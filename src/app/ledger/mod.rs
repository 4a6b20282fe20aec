//! What the app does with the ledger: has it made, shown, read and copied, in the background. What comes of
//! it is [received].

mod received;

use std::ops::Range;

use super::open::showing::Then;
use super::open::surfaces::LedgerState;
use super::state::App;
use crate::across::{
    Cells, Ledger, LedgerFilter, LedgerOrder, Listed, MOST_COPIED, Words, copied, make_ledger, read_words,
    said,
};
use crate::model::EntryId;
use crate::store::Sought;
use crate::work::Asked;

impl App {
    /// The ledger of the articles that are listed; none before it was asked for.
    pub fn ledger(&self) -> Option<&Ledger> {
        self.open.ledger.ledger.as_ref()
    }

    /// Whether the ledger is not of the list as it stands, and nobody is making another.
    pub fn wants_ledger(&self) -> bool {
        let books = &self.open.ledger;
        books.making.is_none()
            && self.open.work.at_path().is_some()
            && books.revision != Some(self.open.listing.revision)
    }

    /// The order of the ledger.
    pub fn ledger_order(&self) -> LedgerOrder {
        self.open.ledger.order
    }

    /// What of the ledger is shown.
    pub fn ledger_filter(&self) -> &LedgerFilter {
        &self.open.ledger.filter
    }

    /// Whether words are being looked for in the ledger.
    pub fn searches_ledger(&self) -> bool {
        self.open.ledger.searching.is_some()
    }

    /// The words of the commitment at this place of an article's record. None until they were read, which
    /// [`Command::ReadCommitments`](crate::app::Command::ReadCommitments) asks for.
    pub fn commitment_words(&self, article: EntryId, place: usize) -> Option<&str> {
        match self.document(article) {
            Some(document) => document.record().commitments.get(place).map(|commitment| &*commitment.text),
            None => self.open.ledger.words.of(article, place),
        }
    }

    /// What was copied, to be put on the clipboard once.
    pub fn take_copied(&mut self) -> Option<String> {
        self.open.ledger.copied.take()
    }

    /// Makes the ledger of what is listed.
    pub(in crate::app) fn make_ledger(&mut self) {
        if !self.wants_ledger() {
            return;
        }
        let (listed, tables, today) = (self.listed_for_ledger(), self.tables, self.today());
        let (order, filter) = (self.open.ledger.order, self.open.ledger.filter.clone());
        let about = (order, filter.clone());
        let task = self.open.work.survey(move |library, cancel| {
            let mut ledger = make_ledger(library, &listed, &tables())?;
            let sought = Sought::read(&filter.words);
            let said = sought.map(|sought| said(library, &sought, &listed, || !cancel.is_cancelled()));
            let said = said.transpose()?;
            ledger.arrange(order, &filter, said.as_ref(), today);
            Ok((ledger, said))
        });
        self.open.ledger.making = Some(Asked::new(about, task));
        self.open.ledger.revision = Some(self.open.listing.revision);
    }

    /// Lets go of the ledger if it would have to be made again anyway.
    pub(in crate::app) fn put_ledger_away(&mut self) {
        if self.wants_ledger() {
            let LedgerState { ledger, revision, words, .. } = &mut self.open.ledger;
            (*ledger, *revision, *words) = (None, None, Words::default());
        }
    }

    /// Shows the ledger in this order.
    pub(in crate::app) fn sort_ledger(&mut self, order: LedgerOrder) {
        self.open.ledger.order = order;
        self.arrange_ledger();
    }

    /// Shows what fits this filter. Other words have to be looked for first.
    pub(in crate::app) fn filter_ledger(&mut self, filter: LedgerFilter) {
        let has_other_words = filter.words != self.open.ledger.filter.words;
        self.open.ledger.filter = filter;
        if has_other_words {
            self.search_ledger();
        }
        self.arrange_ledger();
    }

    fn search_ledger(&mut self) {
        self.open.ledger.searching = None;
        let Some(sought) = Sought::read(&self.open.ledger.filter.words) else {
            self.open.ledger.said = None;
            return;
        };
        let listed = self.listed_for_ledger();
        self.open.ledger.searching = self
            .open
            .work
            .survey(move |library, cancel| said(library, &sought, &listed, || !cancel.is_cancelled()));
    }

    /// Reads the words of these articles' commitments, unless others are being read: whoever needs more asks
    /// again.
    pub(in crate::app) fn read_commitments(&mut self, articles: Vec<EntryId>) {
        if self.open.ledger.reading.is_none() {
            let of = articles.clone();
            let task = self.open.work.ask(move |library| read_words(library, &of));
            self.open.ledger.reading = Some(Asked::new(articles, task));
        }
    }

    /// Copies these rows of the ledger.
    pub(in crate::app) fn copy_commitments(&mut self, rows: Range<usize>) {
        let Some(ledger) = &self.open.ledger.ledger else { return };
        let rows = rows.start..rows.end.min(ledger.len());
        let cells: Vec<Cells> = rows
            .clone()
            .take(MOST_COPIED)
            .filter_map(|at| ledger.row(at))
            .map(|row| Cells::of(row, &self.open.catalog, self.commitment_words(row.article, row.place)))
            .collect();
        self.open.ledger.copying =
            self.open.work.survey(move |library, _| copied(library, cells, rows.len()));
    }

    /// Shows the article that reports a commitment, and attends to it.
    pub(in crate::app) fn show_commitment(&mut self, article: EntryId, place: usize) {
        self.show(article, Some(Then::Commitment(place)));
    }

    /// The record of an article has changed.
    pub(in crate::app) fn forget_commitments(&mut self, article: EntryId) {
        self.open.ledger.words.forget(article);
    }

    fn arrange_ledger(&mut self) {
        let today = self.today();
        let LedgerState { ledger, order, filter, said, .. } = &mut self.open.ledger;
        if let Some(ledger) = ledger {
            ledger.arrange(*order, filter, said.as_ref(), today);
        }
    }

    fn listed_for_ledger(&self) -> Listed {
        let unkept = self.documents().filter(|document| !document.is_kept());
        let fresh = unkept.map(|document| (document.id(), document.record().clone())).collect();
        Listed { articles: self.listed_as_found(), fresh }
    }
}
