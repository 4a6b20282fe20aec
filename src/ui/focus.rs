//! Where the keyboard is: a ring around whatever has it, the same for every widget of the window.

use egui::{Context, LayerId, Rect, StrokeKind};

use super::theme;

/// Paints the ring, over all that was drawn in this frame. The text of the article shows a cursor instead.
pub fn show(ctx: &Context, is_text: impl Fn(egui::Id) -> bool) {
    let Some(id) = ctx.memory(|memory| memory.focused()).filter(|id| !is_text(*id)) else { return };
    // Asking for its response would have a widget that was just given the keyboard lose it again.
    let widget = ctx.viewport(|viewport| viewport.this_pass.widgets.get(id).copied());
    let Some(widget) = widget else { return };
    ring(ctx, widget.layer_id, widget.rect, widget.interact_rect);
}

/// The ring around a widget of which `in_sight` is seen.
fn ring(ctx: &Context, layer: LayerId, rect: Rect, in_sight: Rect) {
    if !in_sight.is_positive() {
        return;
    }
    let ring = theme::ring(ctx.global_style().visuals.dark_mode);
    let outside = theme::RING_GAP + ring.width;
    let painter = ctx.layer_painter(layer).with_clip_rect(in_sight.expand(outside));
    painter.rect_stroke(rect.expand(theme::RING_GAP), theme::CORNER, ring, StrokeKind::Outside);
}
