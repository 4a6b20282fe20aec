//! What befalls a library: the program is killed, the disk fills up or fails, the clock goes back, bytes
//! change. No edit that was said to be kept is lost, no library is damaged by us, and of a damaged one
//! everything comes back that can be read. Each test prints how often it tried.
//!
//! `CHANCERY_KILLS=1000 cargo test --test faults -- --nocapture` kills a thousand times rather than sixty;
//! `CHANCERY_SEED` gives other moments and damages.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::panic,
    reason = "a test stops at the first thing that is not as promised, and prints its counts"
)]

mod clock;
mod damage;
mod dice;
mod disk;
mod kills;
mod scene;
mod strangers;
mod two;
mod versions;
