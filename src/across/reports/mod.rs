//! Reports: articles that report the same thing. Two questions are asked of them, and a third of two
//! that belong together.
//!
//! Is it the same text, printed again with a new headline or a paragraph more? Texts have a
//! fingerprint, near for near texts; a [`FingerprintIndex`] finds the near ones among many.
//!
//! Is it the same meeting, told by somebody else? Records have an [`Outline`]: how, when, and between
//! whom. The [`likeness`] of two outlines says why the meeting should be one, and [`groups()`] sorts
//! many [`Reports`] by meeting, under the [`Decisions`] that people have taken.
//!
//! Where do two reports of one meeting diverge? That is their [`Divergence`], value by value.
//!
//! Nothing here joins or changes a record: what is found is proposed to a person.

mod candidates;
mod divergence;
mod facts;
mod fingerprint_index;
mod groups;
mod many;
mod name;
mod outline;
mod report;
mod same_meeting;
mod sorting;

pub use divergence::{Aligned, CommitmentPair, Compared, Difference, Divergence, ParticipantPair, Wording};
pub use facts::Strength;
pub use fingerprint_index::FingerprintIndex;
pub use groups::{Decisions, groups};
pub use many::Reports;
pub use outline::Outline;
pub use same_meeting::{Likeness, likeness};
