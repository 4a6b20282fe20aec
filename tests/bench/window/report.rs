//! Figures in words.

use std::time::Duration;

/// Milliseconds.
pub fn ms(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1e3;
    if ms < 100.0 { format!("{ms:.2}") } else { format!("{ms:.0}") }
}

/// The middle one of several times.
pub fn median(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// How many times as long.
pub fn percent(time: Duration, other: Duration) -> String {
    format!("{:.2} x", time.as_secs_f64() / other.as_secs_f64().max(1e-9))
}
