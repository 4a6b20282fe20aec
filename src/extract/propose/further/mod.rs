//! Further: the contacts that an article reports beside the main one, each with those who were in it.
//!
//! "Later she called on the President", "he also spoke by phone with …": a clause that reports a contact with
//! somebody who was not in the main one, or by other means. What prepared the main contact or is only recalled
//! is none, nor are the hosts of a visit that the headline reports, who all belong to the visit.

mod actor;
mod below;
mod beside;
mod each;
mod held;
mod means;
mod named;
mod opening;
mod third;

use std::fmt;

use super::day::Days;
use super::place::Spot;
use crate::extract::mention::PersonIndex;
use crate::extract::rule::{Candidate, Rule};
use crate::model::{MeetingKind, Span};

/// A contact beside the main one.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::extract) struct Told {
    /// Of what kind.
    pub kind: MeetingKind,
    /// Who was in it, in order of mention.
    pub people: Vec<Partner>,
    /// The clause that reports it.
    pub clause: Span,
    /// When, where the clause says so.
    pub days: Option<Candidate<Days>>,
    /// Whether it was at another time than the main one, though no day of its own is told: "a day after a stop in
    /// Norland, where".
    pub other_time: bool,
    /// Where, likewise.
    pub spot: Option<Candidate<Spot>>,
}

/// Somebody who was in it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::extract) struct Partner {
    /// Who.
    pub person: PersonIndex,
    /// The person's name, for printing.
    pub name: String,
    /// The words that name the person there, or last before.
    pub span: Span,
    /// Whether the person is in this contact and not in the main one.
    pub is_new: bool,
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.people.iter().map(|partner| partner.name.as_str()).collect();
        write!(f, "{}: {}", self.kind.saved(), names.join(", "))
    }
}

/// Every rule's candidates count.
pub(in crate::extract) const RULES: &[Rule<Told>] = &[beside::TOLD_BESIDE];

/// Likewise, in an article that reports no main contact.
pub(in crate::extract) const WITHOUT_MAIN: &[Rule<Told>] = &[below::TOLD_BELOW];
