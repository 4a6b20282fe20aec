//! What this program is.

use egui::{Frame, Label, RichText, ScrollArea, TextStyle, Ui};

use crate::ui::theme;

/// What goes with every copy of the program: whose work is in it, on what terms.
const NOTICES: &str = include_str!("../../../assets/licenses/THIRD-PARTY.txt");

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
    ui.collapsing("Whose work is in it, and on what terms", notices);
}

/// The notices, of which only the lines in sight are set.
fn notices(ui: &mut Ui) {
    let height = ui.text_style_height(&TextStyle::Small);
    ui.spacing_mut().item_spacing.y = 0.0;
    let lines = NOTICES.lines().count();
    let area = ScrollArea::both().auto_shrink(false).max_height(theme::NOTICES);
    area.show_rows(ui, height, lines, |ui, shown| {
        for line in NOTICES.lines().skip(shown.start).take(shown.len()) {
            ui.add(Label::new(RichText::new(line).text_style(TextStyle::Small)).extend().selectable(true));
        }
    });
}
