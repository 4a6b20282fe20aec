//! Chancery turns articles about diplomatic meetings into checked records.
//!
//! A room a module; each room's `mod.rs` says what lives there and shows its short list of names.
//! Rooms import downwards only (`tests/house.rs` keeps it so):
//!
//! ```text
//! model ← calendar ← lexicon ← import, extract, charts ← export, store ← review ← across ← work ← app ← ui, cli ← main
//! ```
//!
//! | to change | go to |
//! |---|---|
//! | what a record holds | [`model`] |
//! | what words for a day mean, a month's name | [`calendar`], with `assets/tables/calendar.tsv` |
//! | a country, title, publisher, verb that is known | `assets/tables/`, read by [`lexicon`] |
//! | how a file becomes an article | [`import`] |
//! | what is proposed, and why | [`extract`] |
//! | a chart of many records | [`charts`] |
//! | what an export looks like | [`export`] |
//! | how files are written, what the library holds | [`store`] |
//! | what is asked of one record under review | [`review`] |
//! | what a list, a table or a chart shows of many records | [`across`] |
//! | what is done in the background | [`work`] |
//! | what a key, a button or a script does | [`app`] |
//! | how it looks | [`ui`] |
//! | the command line | [`cli`] |

pub mod across;
pub mod app;
pub mod calendar;
pub mod charts;
pub mod cli;
pub mod export;
pub mod extract;
pub mod import;
pub mod lexicon;
pub mod model;
pub mod review;
pub mod store;
pub mod ui;
pub mod work;
