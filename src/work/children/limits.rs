//! What a child may take.

use std::ops::RangeInclusive;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// What the reader of a file may take. Settings keep it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadingLimits {
    /// So long it may be silent, in seconds.
    pub seconds: u64,
    /// So much memory it may have beyond what it begins with, in megabytes.
    pub megabytes: u64,
    /// So much it may give of one file, in megabytes.
    pub output_megabytes: u64,
}

impl Default for ReadingLimits {
    fn default() -> Self {
        Self { seconds: 20, megabytes: 512, output_megabytes: 300 }
    }
}

impl ReadingLimits {
    /// The times that make sense, in seconds.
    pub const SECONDS: RangeInclusive<u64> = 5..=120;

    /// The amounts of memory that make sense, in megabytes.
    pub const MEGABYTES: RangeInclusive<u64> = 128..=4096;

    /// The amounts of output that make sense, in megabytes.
    pub const OUTPUT_MEGABYTES: RangeInclusive<u64> = 20..=2000;

    /// The same within what makes sense.
    pub fn clamped(self) -> Self {
        let within = |number: u64, range: RangeInclusive<u64>| number.clamp(*range.start(), *range.end());
        Self {
            seconds: within(self.seconds, Self::SECONDS),
            megabytes: within(self.megabytes, Self::MEGABYTES),
            output_megabytes: within(self.output_megabytes, Self::OUTPUT_MEGABYTES),
        }
    }

    pub(super) fn time(self) -> Duration {
        Duration::from_secs(self.seconds)
    }

    pub(super) fn output_bytes(self) -> u64 {
        self.output_megabytes.saturating_mul(1_000_000)
    }
}
