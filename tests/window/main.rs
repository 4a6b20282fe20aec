//! The window by role and label, as a person or a screen reader finds it: what it promises, and that
//! it keeps it. The desktop around it is tested in `tests/desktop.rs`.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first thing that is not as promised"
)]

mod adding;
mod afternoon;
mod columns;
mod contacts;
mod counted;
mod encodings;
mod facts;
mod files;
mod find;
mod flow;
mod forms;
mod home;
mod kept;
mod ledger;
mod left_out;
mod list;
mod log_file;
mod manual;
mod menus;
mod nothing_jumps;
mod offers;
mod opening;
mod panes;
mod reach;
mod reports;
mod review;
mod rulings_stay;
mod seat;
mod sight;
mod tags;
mod talks;
mod text;
mod trust;
mod typing;
