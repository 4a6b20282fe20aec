//! Clause: the sentences of an article as a shallow tree of clauses. No full grammar: which words belong
//! to which clause, what its verb is and how it is meant (when, whether at all, by whom), who stands in its
//! subject, and which clause it hangs on.
//!
//! `lifted` marks what may stand anywhere and belongs to no clause: parentheses and days. `verb` finds the
//! groups of a verb with its helpers. `cut` tells where clauses begin and end, `tree` holds them. Nothing
//! here knows a party, a person or a contact: those who read contacts, days, sides and undertakings ask
//! [`Clauses`].

mod cut;
mod lifted;
mod tree;
mod verb;
mod words;

pub(super) use tree::{Clause, Clauses, Opens};
pub(super) use verb::{Form, Tense, VerbGroup};
