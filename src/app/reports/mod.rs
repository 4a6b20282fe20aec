//! Reports: articles that report the same thing.
//!
//! Is it the same text, printed again with a new headline or a paragraph more? Texts have a
//! [`Fingerprint`], near for near texts; a [`FingerprintIndex`] finds the near ones among many.
//!
//! Is it the same meeting, told by somebody else? Records have an [`Outline`]: how, when, and between
//! whom. The [`likeness`] of two outlines says why the meeting should be one.
//!
//! Where do two reports of one meeting diverge? That is their [`Divergence`], value by value.

mod divergence;
mod fingerprint;
mod fingerprint_index;
mod name;
mod outline;
mod report;
mod same_meeting;

pub use divergence::{
    CommitmentPair, CommitmentPoint, Compared, Difference, Divergence, ParticipantPair, ParticipantPoint,
    Row, Wording,
};
pub use fingerprint::Fingerprint;
pub use fingerprint_index::FingerprintIndex;
pub use outline::Outline;
pub use same_meeting::{Likeness, Strength, likeness};
