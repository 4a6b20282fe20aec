//! Attendance: which of the people of an article took part in the main contact.
//!
//! People are named in such texts for many reasons. Those who took part stand around the verb that
//! reports the contact (`contact`), in lists of those present (`company`, `roster`), as speakers of a
//! transcript (`turn`), at the head and foot of a letter (`letter`), at the head of a release that says "I"
//! (`writer`), or as those who speak to each other in the talks (`talk`). Whoever is only mentioned, mourned,
//! quoted from elsewhere or thanked stays out (`scope`, `absent`).

mod absent;
mod company;
mod contact;
mod letter;
mod meant;
mod other_side;
mod roster;
mod scope;
mod talk;
mod topic;
mod turn;
mod writer;

use std::fmt;

use indexmap::IndexSet;

pub(super) use scope::{is_joined, is_person, reaches};

use crate::extract::mention::{PersonIndex, PersonMention};
use crate::extract::rule::{Candidate, Rule, Scene, all_of};
use crate::model::Role;

/// A person who took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Attendance {
    /// Who.
    pub person: PersonIndex,
    /// The person's name, for printing.
    pub name: String,
    /// In what part.
    pub role: Role,
}

impl fmt::Display for Attendance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// Every rule's candidates count; the first rule to name a person gives the evidence.
pub(in crate::extract) const RULES: &[Rule<Attendance>] = &[
    contact::MET,
    company::ATTENDED,
    company::LINED_UP,
    roster::LISTED,
    contact::RECEIVED,
    letter::WRITES,
    writer::WRITES_AS_I,
    turn::SPEAKS_IN_TURN,
    talk::SPEAKS_IN_TALKS,
    talk::SPEAKS_AT_GATHERING,
    topic::SPEAKS_ON_TOPIC,
    other_side::SPEAKS_FOR_OTHER_SIDE,
];

/// Who took part in the main contact, in the order of the rules.
pub(in crate::extract) fn present<'s>(scene: &'s Scene<'_>) -> &'s IndexSet<PersonIndex> {
    scene.present.get_or_init(|| all_of(RULES, scene).map(|(_, found)| found.value.person).collect())
}

impl Attendance {
    /// A candidate: this mention's person took part, on the word of the rule's working.
    fn of(
        scene: &Scene<'_>,
        mention: &PersonMention,
        role: Role,
        working: String,
    ) -> Option<Candidate<Self>> {
        let person = scene.mentions.people.person(mention.person)?;
        let value = Self { person: mention.person, name: person.name.clone(), role };
        Some(Candidate { value, span: scene.source.span(&mention.words)?, working })
    }
}
