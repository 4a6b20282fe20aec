//! The list on a sheet that may be longer than the window.

use egui::{ScrollArea, Ui};

/// A list as tall as it is, up to most of the window; of its full height at once, not by and by.
pub(super) fn scrolled(ui: &Ui) -> ScrollArea {
    let most = ui.ctx().content_rect().height() * 0.6;
    ScrollArea::vertical().max_height(most).min_scrolled_height(most)
}
