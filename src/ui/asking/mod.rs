//! Asks for files and folders: by the system's own dialog, or by a bar to type a path into.
//!
//! A dialog runs on a thread of its own and the window goes on meanwhile; one that never answers
//! blocks nothing, the next is asked on another thread. Where no dialog can be shown the answer comes
//! at once and empty, and the bar takes over. No file is replaced that nobody was asked about: a dialog asks
//! of the name that was typed, the window of the one that it becomes.

mod bar;
mod dialog;
mod folder;
mod question;
mod questions;
mod replacing;

pub use question::Question;
pub use questions::Asking;

use egui::Ui;

use crate::ui::desk::Desk;

/// The bars that ask in the window; none while nothing is asked there.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    bar::show(desk, ui);
    replacing::show(desk, ui);
    folder::show(desk, ui);
}
