//! Commitment: what parties undertook. GUIDELINES ask of a clause, in this order: is somebody bound
//! (`subject`), does the act lie ahead (each rule's verb), does the speaker bind their own side
//! (`frame`), where does it end (`reach`)? What is found is then described by the steps that all rules
//! share: `obligation`, `precision`, `deadline`, and the rest in `found`.

mod attribution;
mod background;
mod clause;
mod deadline;
mod found;
mod frame;
mod head;
mod impersonal;
mod intends;
mod meant;
mod noun;
mod object;
mod obligation;
mod owner;
mod passive;
mod pledge;
mod precision;
mod predicate;
mod purpose;
mod reach;
mod reader;
mod selected;
mod sides;
mod stating;
mod subject;
mod thing;
mod together;
mod voice;
mod will;

use std::fmt;

use crate::extract::mention::PersonIndex;
use crate::extract::rule::Rule;
use crate::model::{Obligation, PartialDate, Precision};

pub(in crate::extract) use selected::of_words;

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
pub(in crate::extract) const RULES: &[Rule<Undertaking>] = &[
    pledge::RULE,
    impersonal::RULE,
    noun::RULE,
    predicate::COMMITTED,
    predicate::READY,
    purpose::RULE,
    intends::RULE,
    will::RULE,
    passive::RULE,
];
