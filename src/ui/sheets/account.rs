//! What became of the files that were opened last: how many, why some were not, and which hold
//! another record than the library.

use egui::{Label, Ui};

use super::scrolled::scrolled;
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::flat_button;

/// The account. Says whether there is none.
pub(super) fn show(desk: &mut Desk<'_>, ui: &mut Ui) -> bool {
    let Some(account) = desk.app.account() else { return true };
    ui.heading("Files that were opened");
    ui.label(account.in_words());
    let why: Vec<String> = account.why_not().collect();
    if !why.is_empty() {
        ui.add_space(theme::GAP);
        if flat_button(ui, "Copy the list").clicked() {
            ui.ctx().copy_text(why.join("\n"));
        }
        let height = ui.text_style_height(&egui::TextStyle::Body);
        scrolled(ui).auto_shrink([false, true]).show_rows(ui, height, why.len(), |ui, rows| {
            for why in why.get(rows).unwrap_or_default() {
                // One line each, so that any number can be scrolled through.
                ui.add(Label::new(why).truncate()).on_hover_text(why);
            }
        });
    }
    false
}
