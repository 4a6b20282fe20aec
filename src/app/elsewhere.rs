//! What people are called in the other open records, for inputs to offer.

use super::{App, Document};
use crate::model::{Participant, Ruling};

/// So many people of other records are looked through with every letter that is typed.
const MOST: usize = 2_000;

impl App {
    /// The names of those who took part in what the other open records report.
    pub fn names_elsewhere(&self) -> impl Iterator<Item = &str> {
        self.people_elsewhere().map(|person| person.name.as_str()).filter(|name| !name.is_empty())
    }

    /// Their titles.
    pub fn titles_elsewhere(&self) -> impl Iterator<Item = &str> {
        self.people_elsewhere().filter_map(|person| person.title.as_deref())
    }

    fn people_elsewhere(&self) -> impl Iterator<Item = &Participant> {
        let current = self.current().map(Document::id);
        let others = self.documents().filter(move |document| Some(document.id()) != current);
        let people = others.flat_map(|document| &document.record().meeting.participants);
        people.take(MOST).filter(|person| person.ruling != Ruling::RuledOut)
    }
}
