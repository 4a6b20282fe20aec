//! What this program is.

use egui::{Frame, Ui};

use crate::ui::theme;

/// What this program is, and whose work it stands on.
pub(super) fn show(ui: &mut Ui) {
    ui.heading(concat!("Chancery ", env!("CARGO_PKG_VERSION")));
    ui.label(
        "Turns articles about diplomatic meetings into checked records: who met, when, where, and who \
         committed to what, each beside the words that support it. Everything stays on this machine.",
    );
    Frame::new().inner_margin(theme::SMALL).show(ui, |ui| {
        let credits = "Under MIT or Apache-2.0. Place names: GeoNames, CC BY 4.0. Letters: subsets of Inter and \
                       Source Serif 4, SIL Open Font License 1.1.";
        ui.label(theme::quiet(ui, credits));
    });
}
