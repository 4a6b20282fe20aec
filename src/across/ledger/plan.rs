//! What a person wants to see of the ledger, and in which order.

use crate::model::{Obligation, PartyCode};

/// What rows are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Column {
    /// Who is bound.
    Who,
    /// To whom.
    Toward,
    /// By when.
    Deadline,
    /// How firmly.
    Obligation,
    /// What a person has said of it.
    Ruling,
    /// The day of the article.
    #[default]
    Day,
    /// The title of the article.
    Title,
}

/// The order of the rows. What is not known comes last either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LedgerOrder {
    /// By what.
    pub column: Column,
    /// The last first.
    pub backwards: bool,
}

/// Which rows are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LedgerFilter {
    /// Only what binds this party.
    pub by: Option<PartyCode>,
    /// Only what is addressed to this party.
    pub toward: Option<PartyCode>,
    /// Only what binds so firmly.
    pub obligation: Option<Obligation>,
    /// Only what is due then.
    pub due: Due,
    /// Only commitments in whose words all these occur.
    pub words: String,
}

/// When a commitment is due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Due {
    /// Whenever, or nobody knows.
    #[default]
    Whenever,
    /// Its deadline has passed.
    Overdue,
    /// Its deadline is this year.
    ThisYear,
    /// There is a deadline.
    Sometime,
    /// There is none.
    Open,
}

impl Default for LedgerOrder {
    /// The latest article first.
    fn default() -> Self {
        Self { column: Column::Day, backwards: true }
    }
}

impl LedgerOrder {
    /// The order after a person has asked for this column: the other way round if it was so already.
    pub fn asked(self, column: Column) -> Self {
        Self { column, backwards: self.column == column && !self.backwards }
    }
}

impl LedgerFilter {
    /// Whether it leaves anything out.
    pub fn narrows(&self) -> bool {
        *self != Self { words: self.words.clone(), ..Self::default() } || !self.words.trim().is_empty()
    }
}

impl Due {
    /// Every choice, in the order of the chips.
    pub const ALL: &'static [Self] =
        &[Self::Whenever, Self::Overdue, Self::ThisYear, Self::Sometime, Self::Open];

    /// The choice in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Whenever => "Any deadline",
            Self::Overdue => "Overdue",
            Self::ThisYear => "Due this year",
            Self::Sometime => "With a deadline",
            Self::Open => "No deadline",
        }
    }
}
