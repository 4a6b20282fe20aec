//! Reports: articles that report the same thing.
//!
//! Is it the same text, printed again with a new headline or a paragraph more? Texts have a
//! [`Fingerprint`], near for near texts; a [`FingerprintIndex`] finds the near ones among many.

mod fingerprint;
mod fingerprint_index;

pub use fingerprint::Fingerprint;
pub use fingerprint_index::FingerprintIndex;
