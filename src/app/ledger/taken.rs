//! Taking in what was done for the ledger in the background.

use std::sync::Arc;

use super::bookkeeping::{Booked, Done, Result, Search};
use super::copying::Copied;
use super::making::Said;
use super::{Ledger, LedgerFilter, LedgerOrder};
use crate::app::{App, Notice, counted, number};

impl App {
    /// Takes in what was done; what was done for another library is of no account.
    pub(in crate::app) fn take_booked(&mut self, Booked { library, done }: Booked) {
        if self.library.as_ref().is_none_or(|(open, _)| *open != library) {
            return;
        }
        let taken = match done {
            Done::Made(made, order, filter) => self.take_ledger(made, order, &filter),
            Done::Searched(search, said) => self.take_said(&search, said),
            Done::Read(articles, read) => self.bookkeeping.words.take_in(articles, read),
            Done::Copied(copied) => copied.map(|copied| self.take_copy(copied)),
        };
        if let Err(error) = taken {
            self.tell_trouble(&error);
        }
    }

    fn take_ledger(
        &mut self,
        made: Result<(Ledger, Option<Said>)>,
        order: LedgerOrder,
        filter: &LedgerFilter,
    ) -> Result<()> {
        self.bookkeeping.is_making = false;
        let (ledger, said) = made?;
        let arrangement = self.bookkeeping.ledger.as_ref().map_or(0, Ledger::arrangement);
        let books = &mut self.bookkeeping;
        books.ledger = Some(Ledger { arrangement: arrangement + 1, ..ledger });
        if books.filter.words == filter.words {
            // Whatever search is under way for the same words began before.
            books.end_search();
            books.said = said;
        }
        if (books.order, &books.filter) != (order, filter) {
            self.arrange_ledger();
        }
        Ok(())
    }

    /// What a search has found, unless it was cut off.
    fn take_said(&mut self, search: &Search, said: Result<Said>) -> Result<()> {
        if self.bookkeeping.search.take_if(|wanted| Arc::ptr_eq(wanted, search)).is_some() {
            self.bookkeeping.said = Some(said?);
            self.arrange_ledger();
        }
        Ok(())
    }

    fn take_copy(&mut self, Copied { text, rows, of }: Copied) {
        self.bookkeeping.copied = Some(text);
        self.tell(match rows {
            rows if rows == of => Notice::info(format!("Copied {}.", counted(rows, "commitment"))),
            rows => Notice::warning(format!(
                "Copied the first {} of {}. Narrow the ledger to copy the others, or export \
                 the reviewed records to have all of them in a file.",
                number(rows),
                counted(of, "commitment")
            )),
        });
    }
}
