//! Figures, and what they are taken of.

use std::path::Path;
use std::time::{Duration, Instant};

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

    /// Does something so many times, and tells the middle of how long it took and the time that this share
    /// of all times is within.
    pub fn timed(what: &str, times: usize, most: Most, mut work: impl FnMut(usize)) -> Self {
        let mut took: Vec<Duration> = Vec::new();
        for time in 0..times {
            let started = Instant::now();
            work(time);
            took.push(started.elapsed());
        }
        let (share, name) = match most {
            Most::OfAll => (1.0, "most"),
            Most::But5Percent => (0.95, "95 %"),
        };
        let both = [0.5, share].map(|share| ms(within(&mut took, share))).join(" / ");
        Self::new(format!("{what}, median / {name} ms"), both)
    }
}

/// Of how many times the longest is told.
#[derive(Clone, Copy)]
pub enum Most {
    /// Of all of them.
    OfAll,
    /// Of 95 in a hundred.
    But5Percent,
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
