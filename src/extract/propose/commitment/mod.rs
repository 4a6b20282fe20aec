//! Commitment: what parties undertook.

use std::fmt;

use crate::extract::mention::PersonIndex;
use crate::extract::rule::Rule;
use crate::model::{Obligation, PartialDate, Precision};

/// An undertaking that a rule found. Its text is the candidate's span.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::extract) struct Undertaking {
    /// The words, for printing.
    pub text: String,
    /// Who is bound, as places in [`crate::lexicon::Lexicon::parties`].
    pub parties: Vec<usize>,
    /// Who said it.
    pub speaker: Option<PersonIndex>,
    /// To whom.
    pub toward: Vec<usize>,
    /// How firmly.
    pub obligation: Obligation,
    /// How specifically.
    pub precision: Precision,
    /// By when.
    pub deadline: Option<PartialDate>,
    /// On what condition.
    pub condition: Option<String>,
    /// What it is about.
    pub topics: Vec<String>,
}

impl fmt::Display for Undertaking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Every rule's candidates count; of two that overlap, the earlier rule's stays.
pub(in crate::extract) const RULES: &[Rule<Undertaking>] = &[];
