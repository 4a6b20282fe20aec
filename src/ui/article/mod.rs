//! The middle pane: the article as a reading column, its evidence marked, and what can be done with
//! selected words.

mod marks;
mod page;
mod paint;
mod pane;
mod selection;

pub use page::{Page, Rows};
pub use paint::Marked;
pub use pane::show;
