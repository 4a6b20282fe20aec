//! Parties that are not in the list: one can be added to the user's own list, by which it is known from then on.

use std::path::PathBuf;

use super::notice::Notice;
use super::state::App;
use crate::model::Party;
use crate::review::{Document, Field};
use crate::work::{Asked, add_own_party};

impl App {
    /// The same app, which adds parties to this table.
    pub fn with_own_parties(self, table: PathBuf) -> Self {
        Self { own_parties: Some(table), ..self }
    }

    /// Whether no table knows a party.
    pub fn is_not_listed(&self, party: &Party) -> bool {
        self.lexicon().party_row(&party.code).is_none()
    }

    /// The first party of the value attended to that no table knows.
    pub fn not_listed(&self) -> Option<&Party> {
        let document = self.current()?;
        let parties = parties_of(document, document.focus()?);
        parties.into_iter().find(|party| self.is_not_listed(party))
    }

    /// Whether a party can be added to the user's own list now.
    pub fn can_add_party(&self) -> bool {
        self.own_parties.is_some() && self.adding_party.is_none()
    }

    /// Adds a party to the user's own list.
    pub(super) fn add_party(&mut self, party: Party, is_country: bool) {
        let Some(table) = self.own_parties.clone().filter(|_| self.adding_party.is_none()) else { return };
        let added = party.clone();
        let task = self.background.work(move |_| add_own_party(&table, &added, is_country));
        self.adding_party = Some(Asked::new(party, Some(task)));
    }

    /// A party was added.
    pub(super) fn receive_added_party(&mut self) -> bool {
        let Some((party, added)) = Asked::answer(&mut self.adding_party) else { return false };
        match added {
            Some(Ok(table)) => {
                let text = format!(
                    "{} ({}) is in your list of parties, {}. It is known in every article from now on; what else it \
                     is called can be added there. Undo does not take it out again: remove its line there.",
                    party.name,
                    party.code,
                    table.display()
                );
                self.tell(Notice::info(text).about(&table));
            }
            Some(Err(error)) => self.tell(Notice::error(&error).about(error.path())),
            None => {}
        }
        true
    }
}

/// The parties that a value names.
fn parties_of<'d>(document: &'d Document, field: &Field) -> Vec<&'d Party> {
    let record = document.record();
    match field {
        Field::Participant(id) => {
            let person = record.meeting.participants.iter().find(|person| person.id == *id);
            person.and_then(|person| person.party.as_ref()).into_iter().collect()
        }
        Field::Commitment(id) => {
            let commitment = record.commitments.iter().find(|commitment| commitment.id == *id);
            commitment.map(|found| found.parties.iter().chain(&found.toward).collect()).unwrap_or_default()
        }
        Field::Kind | Field::Date | Field::Location => Vec::new(),
    }
}
