//! Those who took part, as participants of a record.

use std::collections::BTreeMap;

use super::{Numbers, Settling};
use crate::extract::mention::{PersonIndex, Side};
use crate::model::{Evidence, Line, Participant, ParticipantId, Role, RuleName, Ruling, Span};

/// What says that a person took part.
pub(super) struct Seen {
    /// The rule that saw it.
    pub rule: RuleName,
    /// In what part.
    pub role: Role,
    /// The words.
    pub span: Span,
    /// The working.
    pub working: String,
}

impl Settling<'_, '_> {
    /// The participants in order of first mention, and which of them each person is.
    pub(super) fn seat(&mut self, seen: BTreeMap<PersonIndex, Seen>) -> (Numbers, Vec<Participant>) {
        let mut participants = Vec::new();
        let mut people = Numbers::new();
        for (index, mut there) in seen {
            let Some(person) = self.scene.mentions.people.person(index) else { continue };
            if let Side::Guessed(row) = person.side
                && let Some(party) = self.party(row)
            {
                there.working += &format!("; for whom is not said, most likely {}", party.name);
            }
            let id = ParticipantId::numbered(people.len() + 1);
            people.insert(index, id.clone());
            participants.push(Participant {
                title: person.title.as_deref().map(Line::from),
                party: person.party().and_then(|row| self.party(row)),
                role: there.role,
                evidence: self.naming(index, there),
                ..Participant::named(id, person.name.as_str(), Ruling::Proposed)
            });
        }
        (people, participants)
    }

    /// The evidence of a participant: the words that introduce the person with name and office, and
    /// those that say that the person was there.
    fn naming(&mut self, person: PersonIndex, there: Seen) -> Vec<Evidence> {
        let people = &self.scene.mentions.people;
        let introduction = people.person(person).map(|person| &person.introduced);
        let span = introduction.and_then(|words| self.scene.source.span(words));
        let introduced = span.filter(|span| !span.overlaps(there.span)).map(|span| {
            self.quote(there.rule.clone(), span, "introduced here with name and office".to_owned())
        });
        let mut evidence = introduced.unwrap_or_default();
        evidence.extend(self.quote(there.rule, there.span, there.working));
        evidence
    }
}
