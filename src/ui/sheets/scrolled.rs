//! The list on a sheet that may be longer than the window.

use egui::{ScrollArea, Ui};

/// A list of what fits what is typed above it: as tall as most of the window, however much fits, so that nothing moves
/// with each letter.
pub(super) fn steady(ui: &Ui) -> ScrollArea {
    scrolled(ui).auto_shrink(false)
}

/// A list as tall as it is, up to most of the window; of its full height at once, not by and by.
pub(super) fn scrolled(ui: &Ui) -> ScrollArea {
    let most = ui.ctx().content_rect().height() * 0.6;
    ScrollArea::vertical().max_height(most).min_scrolled_height(most)
}
