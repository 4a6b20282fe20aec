//! Attendance: which of the people of an article took part in the main contact.

use std::fmt;

use crate::extract::mention::PersonIndex;
use crate::extract::rule::Rule;
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
pub(in crate::extract) const RULES: &[Rule<Attendance>] = &[];
