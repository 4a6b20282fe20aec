//! Kind of contact: did the parties meet, call, write, or only speak in public?

use std::fmt;

use crate::extract::rule::Rule;
use crate::model::MeetingKind;

/// A kind of contact, as rules print it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Contact(pub MeetingKind);

impl fmt::Display for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.saved())
    }
}

/// The surest first; the first that has a candidate decides.
pub(in crate::extract) const RULES: &[Rule<Contact>] = &[];
