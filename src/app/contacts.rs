//! The contacts of an article, each with a record of its own: adding one, removing one, and moving a value from one
//! to another. Numbers of contacts are never given again: what is removed is put away.

use std::sync::Arc;

use super::notice::{Notice, Offer};
use super::state::App;
use crate::across::{Row, Step};
use crate::model::{EntryId, Meeting, Origin, Provenance, Record, Review};
use crate::review::{Document, Field, RecordEdit};
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
            self.open.undo_line.push(Step::Contact(id, true));
        }
        is_it
    }

    /// Removes a contact, unless it is the only one.
    pub(super) fn remove_contact(&mut self, id: EntryId) {
        if self.contacts(id).len() < 2 {
            return;
        }
        self.leave_and_put_away(&[id]);
        self.open.undo_line.push(Step::Contact(id, false));
        let text = "The contact is removed. It stays in the library, under Put away.";
        self.tell(Notice { offer: Some(Offer::TakeBack(id)), ..Notice::info(text) });
    }

    /// Moves a participant or commitment of the record that is shown to that of another contact.
    pub(super) fn move_to(&mut self, to: EntryId, field: &Field) {
        let Some((from, moved)) = self.current().and_then(|document| {
            let moved = RecordEdit::take_of(document.record(), field)?;
            Some((document.id(), moved))
        }) else {
            return;
        };
        let is_other = self.contacts(from).any(|row| row.id == to && row.id != from);
        if !is_other {
            return;
        }
        if self.document(to).is_none() {
            self.read_other_contacts(from);
            return self
                .tell(Notice::info("The other contact is still being read. Move it again in a moment."));
        }
        let removed = match field {
            Field::Participant(id) => RecordEdit::RemoveParticipant(id.clone()),
            Field::Commitment(id) => RecordEdit::RemoveCommitment(id.clone()),
            Field::Kind | Field::Date | Field::Location => return,
        };
        let line = self.open.undo_line.done.len();
        self.edit_of(to, moved);
        self.edit_of(from, removed);
        // Both steps are one, unless it was ruled out here already.
        if self.open.undo_line.done.len() == line + 2 {
            self.open.undo_line.done.truncate(line);
            self.open.undo_line.push(Step::Moved { from, to });
        }
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
        came
    }
}
