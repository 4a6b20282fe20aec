//! Bars that ask something: below the menu and over the content, which stays where it is.

use egui::{Area, Frame, Id, Margin, Order, Ui};

use super::desk::Desk;
use super::{asking, closing, theme};

/// What may ask, from top to bottom.
const BARS: &[fn(&mut Desk<'_>, &mut Ui)] = &[closing::show, asking::show];

/// The bars that ask something now.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    if !desk.view.closing.asks() && !desk.view.asking.asks_here() {
        return;
    }
    let room = ui.available_rect_before_wrap();
    let area = Area::new(Id::unique("bars")).order(Order::Foreground).fade_in(false);
    area.fixed_pos(room.min).constrain(false).show(ui.ctx(), |ui| {
        ui.set_width(room.width());
        ui.spacing_mut().item_spacing.y = 0.0;
        for bar in BARS {
            bar(desk, ui);
        }
    });
}

/// A bar, as wide as the window.
pub fn bar<T>(ui: &mut Ui, show: impl FnOnce(&mut Ui) -> T) -> T {
    let frame = Frame::new().fill(theme::palette(ui).wash).inner_margin(Margin::symmetric(16, 8));
    let frame = frame.shadow(ui.visuals().popup_shadow);
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = theme::GAP;
        show(ui)
    });
    shown.inner
}
