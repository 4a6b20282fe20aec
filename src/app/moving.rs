//! Between the contacts of an article: a participant or commitment is moved from one to another, and what was moved to
//! a contact that is removed is given back. Each is one step.

use super::notice::{Notice, Offer};
use super::state::App;
use crate::across::{Row, Step};
use crate::model::{EntryId, Record, Ruling, counted};
use crate::review::{Document, Field, PutIn, RecordEdit, giving_back, stands_in, was_put_in};

/// How many values that go with a contact are named.
const MOST_NAMED: usize = 3;
/// How many letters of a commitment tell it from others.
const LETTERS: usize = 40;

impl App {
    /// Whether another contact of the article has this participant or commitment too, as far as its record was read.
    pub fn stands_in(&self, contact: EntryId, document: &Document, field: &Field) -> bool {
        let other = self.document(contact).filter(|other| other.id() != document.id());
        other.is_some_and(|other| stands_in(document.record(), field, other.record()))
    }

    /// The contact to which a participant or commitment was moved, which is rejected here since.
    pub fn moved_to(&self, document: &Document, field: &Field) -> Option<&Row> {
        let is_gone = field.ruling(document.record()) == Some(Ruling::RuledOut);
        let mut others = self.contacts(document.id()).filter(|row| is_gone && row.id != document.id());
        others.find(|row| {
            let other = self.document(row.id);
            other.is_some_and(|other| was_put_in(document.record(), field, other.record()))
        })
    }

    /// Whether a value can be moved to another contact: it is a participant or commitment that is neither there nor was
    /// moved from here.
    pub fn can_move(&self, to: EntryId, document: &Document, field: &Field) -> bool {
        let is_movable = matches!(field, Field::Participant(_) | Field::Commitment(_));
        is_movable && self.moved_to(document, field).is_none() && !self.stands_in(to, document, field)
    }

    /// Moves a participant or commitment of the record that is shown to that of another contact, where it is not yet.
    pub(super) fn move_to(&mut self, to: EntryId, field: &Field) {
        let Some((from, moved, what)) = self.current().and_then(|document| {
            let moved = RecordEdit::take_of(document.record(), field)?;
            Some((document.id(), moved, called(document.record(), field)))
        }) else {
            return;
        };
        let Some(number) = self.number_of_other(from, to) else { return };
        if self.document(to).is_none() {
            self.read_other_contacts(from);
            return self
                .tell(Notice::info("The other contact is still being read. Move it again in a moment."));
        }
        if self.document(from).is_some_and(|document| !self.can_move(to, document, field)) {
            return self
                .tell(Notice::info(format!("{what} stands in another contact already. Nothing was moved.")));
        }
        let removed = match field {
            Field::Participant(id) => RecordEdit::RemoveParticipant(id.clone()),
            Field::Commitment(id) => RecordEdit::RemoveCommitment(id.clone()),
            Field::Kind | Field::Date | Field::Location => return,
        };
        let line = self.open.undo_line.done.len();
        self.edit_of(to, moved);
        self.edit_of(from, removed);
        // Both steps are one, unless it was rejected here already.
        if self.open.undo_line.done.len() == line + 2 {
            self.open.undo_line.done.truncate(line);
            self.open.undo_line.push(Step::Moved { from, to, what: what.clone() });
        }
        self.tell_step(format!("Moved {what} to contact {number}."));
    }

    /// The number of another contact of an article.
    fn number_of_other(&self, of: EntryId, other: EntryId) -> Option<u32> {
        let row = self.contacts(of).find(|row| row.id == other && row.id != of)?;
        Some(row.contact.get())
    }

    /// Removes a contact, unless it is the only one. What was moved to it is given back, and what people put into it and
    /// is nowhere else is told.
    pub(super) fn remove_contact(&mut self, id: EntryId) {
        let others: Vec<EntryId> = self.contacts(id).map(|row| row.id).filter(|other| *other != id).collect();
        if others.is_empty() {
            return;
        }
        if !others.iter().chain([&id]).all(|id| self.document(*id).is_some()) {
            self.read_other_contacts(self.open.showing.id().unwrap_or(id));
            return self.tell(Notice::info(
                "The contacts of the article are still being read. Remove this one again in a moment.",
            ));
        }
        let Some((given, told)) = self.put_in(id, &others) else { return };
        let line = self.open.undo_line.done.len();
        let mut given_back = Vec::new();
        for (other, edit) in given {
            self.edit_of(other, edit);
            given_back.push(other);
        }
        self.open.undo_line.done.truncate(line);
        self.leave_and_put_away(&[id]);
        let text = format!("The contact is removed{told}. It stays in the library, under Put away.");
        let notice = match given_back.is_empty() {
            true => Notice { offer: Some(Offer::TakeBack(id)), ..Notice::info(text) },
            // What was given back does not go with it when it is brought back out of turn.
            false => Notice::info(format!("{text} Undo takes all of that back.")),
        };
        self.open.undo_line.push(Step::Removed { contact: id, given_back });
        self.tell(notice);
    }

    /// What gives back what was moved to a contact, for each of the others, and what is told of it: ", and Ana Torres is
    /// in contact 1 again".
    fn put_in(&self, id: EntryId, others: &[EntryId]) -> Option<(Vec<(EntryId, RecordEdit)>, String)> {
        let record = self.document(id)?.record();
        let others: Vec<(EntryId, &Record)> =
            others.iter().filter_map(|id| Some((*id, &**self.document(*id)?.record()))).collect();
        let records: Vec<&Record> = others.iter().map(|(_, record)| *record).collect();
        let mut put_in = PutIn::of(record, &records);
        let mut given = Vec::new();
        let mut told = String::new();
        for (other, theirs) in others {
            let (back, rest) = put_in
                .moved
                .into_iter()
                .partition(|field| giving_back(record, std::slice::from_ref(field), theirs).is_some());
            put_in.moved = rest;
            if let Some(edit) = giving_back(record, &back, theirs) {
                let names = named(record, &back);
                let is = if back.len() == 1 { "is" } else { "are" };
                told.push_str(&format!(", and {names} {is} in contact {} again", theirs.number.get()));
                given.push((other, edit));
            }
        }
        if !put_in.alone.is_empty() {
            told.push_str(&format!(", with what only it has: {}", named(record, &put_in.alone)));
        }
        Some((given, told))
    }
}

/// Values by what people call them: the first of many, and how many more.
fn named(record: &Record, fields: &[Field]) -> String {
    let mut names: Vec<String> = fields.iter().take(MOST_NAMED).map(|field| called(record, field)).collect();
    if fields.len() > MOST_NAMED {
        names.push(counted(fields.len() - MOST_NAMED, "more value"));
    }
    names.join(", ")
}

/// What a value is called: a person by the name, a commitment by its first words.
fn called(record: &Record, field: &Field) -> String {
    let words = match field {
        Field::Commitment(_) => field.in_words(record),
        _ => field.short(record),
    };
    let shown: String = words.chars().take(LETTERS).collect();
    match field {
        _ if words.is_empty() => field.name(record).to_lowercase(),
        Field::Commitment(_) if shown.len() < words.len() => format!("“{}…”", shown.trim_end()),
        Field::Commitment(_) => format!("“{words}”"),
        _ => words,
    }
}
