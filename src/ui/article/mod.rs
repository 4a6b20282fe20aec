//! The middle pane: the article as a reading column, its evidence marked, and what can be done with
//! selected words.

mod find_bar;
mod finding;
mod left_out;
mod linking;
mod marks;
mod page;
mod paint;
mod pane;
mod parts;
mod reports;
mod selected;
mod selection;
mod shown;
mod uses;

pub use finding::Finding;
pub use linking::Linking;
pub use page::Page;
pub use paint::Marked;
pub use pane::show;
pub use selected::Selection;
pub use shown::is_text_of;
