//! Files dropped on the window are opened, and while they hover the window shows that it takes them.

use egui::{Align2, Area, Context, Frame, Id, Order, Stroke, StrokeKind, Vec2};

use super::theme;
use crate::app::Command;

/// Opens what was dropped in this frame.
pub fn dropped(ctx: &Context) -> Option<Command> {
    let paths: Vec<_> =
        ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
    (!paths.is_empty()).then_some(Command::Open(paths))
}

/// Shows where files that hover over the window may be let go: anywhere.
pub fn hovering(ctx: &Context) {
    let count = ctx.input(|input| input.raw.hovered_files.len());
    if count == 0 {
        return;
    }
    let whole = ctx.content_rect();
    Area::new(Id::unique("drop here"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_CENTER, Vec2::ZERO)
        .show(ctx, |ui| {
            let palette = theme::palette(ui);
            let stroke = Stroke::new(3.0, palette.accent);
            ui.painter().with_clip_rect(whole).rect_stroke(
                whole.shrink(theme::GAP),
                theme::FLOATING_CORNER,
                stroke,
                StrokeKind::Inside,
            );
            Frame::popup(ui.style()).inner_margin(theme::SECTION).show(ui, |ui| {
                let what = if count == 1 {
                    "Let go to open it".to_owned()
                } else {
                    format!("Let go to open all {count}")
                };
                ui.label(theme::heading(what));
            });
        });
}
