//! Figures, and what they are taken of.

use std::path::Path;
use std::time::Duration;

use crate::generator::Generator;
use crate::pile::Pile;

/// What there is to measure.
pub struct Subject<'p> {
    pub generator: &'p Generator,
    pub pile: &'p Pile,
    /// Where the library is, once it has been made.
    pub library: &'p Path,
}

/// A line of the report.
pub struct Figure {
    pub what: String,
    pub amount: String,
}

impl Figure {
    pub fn new(what: impl Into<String>, amount: impl Into<String>) -> Self {
        Self { what: what.into(), amount: amount.into() }
    }
}

/// Milliseconds.
pub fn ms(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() * 1e3)
}

/// The time that this share of all times is within.
pub fn within(times: &mut [Duration], share: f64) -> Duration {
    times.sort_unstable();
    let last = times.len().saturating_sub(1);
    times.get((last as f64 * share).round() as usize).copied().unwrap_or_default()
}
