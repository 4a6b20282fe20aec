//! The contacts of an article, each with a record of its own: adding one, and reading those beside the one that is
//! shown. Numbers of contacts are never given again: what is removed is put away.

use std::sync::Arc;

use super::state::App;
use crate::across::{Row, Step};
use crate::model::{EntryId, Meeting, Origin, Provenance, Record, Review};
use crate::review::Document;
use crate::work::{Arrival, OpeningId, Task, opened};

impl App {
    /// The contacts of an article that were not put away, in their order, of which this record is one.
    pub fn contacts(&self, id: EntryId) -> impl ExactSizeIterator<Item = &Row> {
        self.open.catalog.standing_contacts(id).into_iter()
    }

    /// A further contact of the article that is shown. Nothing is known of it yet.
    pub(super) fn add_contact(&mut self) {
        let Some(document) = self.current().filter(|_| self.open.adding.is_none()) else { return };
        let Some(number) = self.open.catalog.next_contact(document.id()) else { return };
        let record = document.record();
        let provenance = Provenance { edits: Vec::new(), ..record.provenance.clone() };
        let new = Record {
            id: record.article.record_id(number),
            number,
            meeting: Meeting::unknown(),
            commitments: Vec::new(),
            review: Review::default(),
            provenance,
            ..Record::clone(record)
        };
        // It comes from where the article comes from, but was saved nowhere yet.
        let origin = Origin { source: document.source().to_owned(), is_article: true, saved_to: None };
        let arrival = Arrival::new(Arc::new(new), None, origin);
        self.open.adding = self.open.work.put(arrival);
    }

    /// A contact that was added is in the library: it is shown. Says whether this opening is one of such.
    pub(super) fn receive_contact(&mut self, opening: OpeningId, id: EntryId) -> bool {
        let is_it = self.open.adding.take_if(|adding| *adding == opening).is_some();
        if is_it {
            self.select(id);
            self.open.undo_line.push(Step::Added(id));
        }
        is_it
    }

    /// Reads the other contacts of the article that is shown, so that values can be moved to them.
    pub(super) fn read_other_contacts(&mut self, shown: EntryId) {
        let others = self.open.catalog.standing_contacts(shown);
        let missing = others.iter().map(|row| row.id).filter(|id| *id != shown);
        let is_wanted = |id: &EntryId| self.document(*id).is_none() && !self.open.bulk.is_changing(*id);
        let missing: Vec<EntryId> = missing.filter(is_wanted).collect();
        let durability = self.open.work.durability();
        let ask = |id: EntryId| {
            self.open.work.ask(move |library| {
                Ok(library.take(id)?.map(|taken| Document::new(id, opened(taken), durability)))
            })
        };
        self.open.showing.contacts = missing.into_iter().filter_map(ask).collect();
    }

    /// Receives the other contacts of the article that is shown. Says whether one came.
    pub(super) fn receive_other_contacts(&mut self) -> bool {
        let mut waiting = std::mem::take(&mut self.open.showing.contacts).into_iter().map(Some);
        let mut came = false;
        let mut still = Vec::new();
        for mut task in &mut waiting {
            match Task::answer(&mut task) {
                Some(Ok(Some(document))) if self.document(document.id()).is_none() => {
                    self.open.cache.put(document);
                    came = true;
                }
                // What cannot be read is told once it is to be shown.
                _ => still.extend(task),
            }
        }
        self.open.showing.contacts = still;
        if came {
            self.go_on_stepping();
        }
        came
    }
}
