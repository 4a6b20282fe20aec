//! Closing with unsaved work, or while files are being opened: the window stays and asks in a bar.

mod bar;
mod stage;

pub use bar::show;
pub use stage::{Closing, What};
