//! Receiving what was done for the ledger in the background.

use crate::across::{Copied, LedgerFilter, LedgerOrder};
use crate::app::notice::Notice;
use crate::app::open::surfaces::Made;
use crate::app::state::App;
use crate::model::{counted, number};
use crate::store::LibraryError;
use crate::work::{Asked, Task};

impl App {
    /// Receives what was done. Says whether anything was.
    pub(in crate::app) fn receive_ledger(&mut self) -> bool {
        let ledger = &mut self.open.ledger;
        let made = Asked::answer(&mut ledger.making);
        let said = Task::answer(&mut ledger.searching);
        let read = Asked::answer(&mut ledger.reading);
        let copied = Task::answer(&mut ledger.copying);
        let anything = made.is_some() || said.is_some() || read.is_some() || copied.is_some();
        if let Some(((order, filter), Some(made))) = made {
            let made = made.map(|made| self.receive_made(made, order, &filter));
            self.tell_if_failed(made);
        }
        if let Some(said) = said {
            let said = said.map(|said| {
                self.open.ledger.said = Some(said);
                self.arrange_ledger();
            });
            self.tell_if_failed(said);
        }
        if let Some((articles, Some(read))) = read {
            let read = self.open.ledger.words.receive(articles, read);
            self.tell_if_failed(read);
        }
        if let Some(copied) = copied {
            let copied = copied.map(|copied| self.receive_copy(copied));
            self.tell_if_failed(copied);
        }
        anything
    }

    fn tell_if_failed(&mut self, done: Result<(), LibraryError>) {
        if let Err(error) = done {
            self.tell_trouble(&error);
        }
    }

    fn receive_made(&mut self, (ledger, said): Made, order: LedgerOrder, filter: &LedgerFilter) {
        let books = &mut self.open.ledger;
        books.ledger = Some(ledger.following(books.ledger.as_ref()));
        if books.filter.words == filter.words {
            // Whatever search is under way for the same words began before.
            books.searching = None;
            books.said = said;
        }
        if (books.order, &books.filter) != (order, filter) {
            self.arrange_ledger();
        }
    }

    fn receive_copy(&mut self, Copied { text, rows, of }: Copied) {
        self.open.ledger.copied = Some(text);
        self.tell(match rows {
            rows if rows == of => Notice::info(format!("Copied {}.", counted(rows, "commitment"))),
            rows => Notice::warning(format!(
                "Copied the first {} of {}. Narrow the table to copy the others, or export \
                 the reviewed records to have all of them in a file.",
                number(rows),
                counted(of, "commitment")
            )),
        });
    }
}
