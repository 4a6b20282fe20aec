//! Files dropped on the window are opened, and while they hover the window shows that it takes them.

use egui::{Align2, Area, Context, Frame, Id, Order, Stroke, StrokeKind, Vec2};

use super::theme;
use crate::app::Command;

/// How files reach the window without a dialog. Under Wayland the window is not told of what is dropped on it
/// (winit 0.30), but a file manager's copies can be pasted.
pub fn invitation() -> &'static str {
    // As winit chooses between Wayland and X11.
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "linux") && (is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET")) {
        "Or copy files in the file manager and paste them here: Wayland does not let them be dropped."
    } else {
        "Or drop files and folders anywhere on this window."
    }
}

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
