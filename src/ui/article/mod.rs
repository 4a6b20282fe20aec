//! The middle pane: the article as a reading column, its evidence marked, and what can be done with
//! selected words.

mod marks;
mod page;
mod pane;
mod paint;
mod selection;

pub use marks::{Mark, MarkKind, Sides, marks};
pub use page::{Page, PageKey, Rows};
pub use paint::Marked;
pub use pane::show;
