//! Day: when the main contact took place.

use std::fmt;

use crate::extract::rule::Rule;
use crate::model::{Basis, Day};

/// A day or days that a rule found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Days {
    /// The first or only day.
    pub start: Day,
    /// The last, where there are several.
    pub end: Option<Day>,
    /// How it was found.
    pub basis: Basis,
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.end {
            Some(end) => write!(f, "{}..{end} {}", self.start, self.basis.saved()),
            None => write!(f, "{} {}", self.start, self.basis.saved()),
        }
    }
}

/// The surest first; the first that has a candidate decides.
pub(in crate::extract) const RULES: &[Rule<Days>] = &[];
