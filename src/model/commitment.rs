//! Commitments: what parties undertook, as the article reports it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::choices::{choices, numbered_id};
use super::day::PartialDate;
use super::evidence::Evidence;
use super::meeting::ParticipantId;
use super::party::Party;
use super::ruling::Ruling;

numbered_id! {
    /// A commitment's id within its record: `c1`, `c2` and so on. Kept when commitments are reordered.
    CommitmentId, "c"
}

/// An undertaking by one party or several together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// Known within the record by this.
    pub id: CommitmentId,
    /// The undertaking in words, at first those of the text.
    pub text: String,
    /// Who is bound.
    pub parties: Vec<Party>,
    /// The participant who said it.
    pub speaker: Option<ParticipantId>,
    /// To whom it is addressed, or who benefits.
    pub toward: Vec<Party>,
    /// How firmly.
    pub obligation: Obligation,
    /// How specifically.
    pub precision: Precision,
    /// By when.
    pub deadline: Option<PartialDate>,
    /// On what condition, in the text's words.
    pub condition: Option<String>,
    /// What it is about, by the keys of `assets/tables/topics.tsv`.
    pub topics: Vec<String>,
    /// The words that undertake it.
    pub evidence: Vec<Evidence>,
    /// What a person has said of it.
    pub ruling: Ruling,
}

impl Commitment {
    /// One of which nothing but the words is known yet.
    pub fn in_words(id: CommitmentId, text: impl Into<String>, ruling: Ruling) -> Self {
        Self {
            id,
            text: text.into(),
            parties: Vec::new(),
            speaker: None,
            toward: Vec::new(),
            obligation: Obligation::Plain,
            precision: Precision::default(),
            deadline: None,
            condition: None,
            topics: Vec::new(),
            evidence: Vec::new(),
            ruling,
        }
    }
}

choices! {
    /// How firmly a party is bound. The weakest verb in the chain decides.
    Obligation {
        /// Ready to, willing to, aims, seeks, or on any condition.
        Hedged = "hedged", "Hedged (ready to, seeks to, if …)";
        /// Will, is to, plans to, intends to.
        Plain = "plain", "Plain (will, intends to)";
        /// Commits, pledges, agrees to, assures.
        Explicit = "explicit", "Explicit (pledges, agrees to)";
        /// A signed or ratified instrument binds it.
        Legal = "legal", "Legal (signed instrument)";
    }
}

/// How specific a commitment is, from 0 to 3.
///
/// 0 an area only; 1 an action or object; 2 also one of amount, deadline, counterpart, place,
/// instrument; 3 two or more of these with an amount or deadline.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "u8", into = "u8")]
#[schemars(extend("maximum" = 3))]
pub struct Precision(u8);

/// A precision above 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("precision goes from 0 to 3, not to {0}")]
pub struct PrecisionError(u8);

impl Precision {
    /// From the vaguest to the most specific.
    pub const ALL: [Precision; 4] = [Precision(0), Precision(1), Precision(2), Precision(3)];

    /// What this precision means, for people.
    pub fn label(self) -> &'static str {
        match self.0 {
            0 => "0 · an area only",
            1 => "1 · an action or object",
            2 => "2 · with one detail",
            _ => "3 · with amount or deadline and more",
        }
    }

    /// The number, 0 to 3.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Precision {
    type Error = PrecisionError;

    fn try_from(number: u8) -> Result<Self, PrecisionError> {
        Self::ALL.get(usize::from(number)).copied().ok_or(PrecisionError(number))
    }
}

impl From<Precision> for u8 {
    fn from(precision: Precision) -> u8 {
        precision.0
    }
}
