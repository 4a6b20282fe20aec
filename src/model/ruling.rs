//! Rulings: what a person has said of a proposed value.

use super::choices::choices;

choices! {
    /// What a person has said of a value. The engine proposes; it never changes a ruling.
    Ruling {
        /// Nobody has looked at it yet.
        Proposed = "proposed", "Proposed";
        /// A reviewer found it right.
        Confirmed = "confirmed", "Confirmed";
        /// A reviewer changed or added it.
        Corrected = "corrected", "Corrected";
        /// A reviewer struck it: kept for the audit, left out of exports unless asked for.
        RuledOut = "ruled_out", "Rejected";
    }
}

impl Ruling {
    /// Whether a person has ruled, so that the engine must leave the value alone.
    pub fn is_human(self) -> bool {
        self != Self::Proposed
    }
}
