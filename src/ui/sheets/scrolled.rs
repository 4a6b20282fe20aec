//! The list on a sheet that may be longer than the window.

use egui::{ScrollArea, Ui};

use crate::ui::sight;

/// Shows a list of what fits what is typed above it: as tall as most of the window, however much fits, so that nothing
/// moves with each letter.
pub(super) fn show_steady<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    sight::scrolled(scrolled(ui).auto_shrink(false), ui, contents)
}

/// Shows a list that may be longer than the window.
pub(super) fn show_scrolled<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    sight::scrolled(scrolled(ui), ui, contents)
}

/// A list as tall as it is, up to most of the window; of its full height at once, not by and by.
pub(super) fn scrolled(ui: &Ui) -> ScrollArea {
    let most = ui.ctx().content_rect().height() * 0.6;
    ScrollArea::vertical().max_height(most).min_scrolled_height(most)
}
