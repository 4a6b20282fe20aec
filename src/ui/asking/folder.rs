//! What is about to be saved where, before the system's dialog asks for the folder: a dialog of the system
//! may not say what it is for.

use egui::{Key, Modifiers, Ui};

use super::question::Question;
use crate::ui::bars;
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::leading_button;

/// The bar; none while nobody wants to save all.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    if !desk.view.asking.wants_folder {
        return;
    }
    bars::bar(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.label(theme::heading("Save all that is listed or edited"));
            let words = "Each record goes to its own file; those without one become new files in a folder.";
            ui.label(theme::quiet(ui, words));
            ui.add_space(theme::GAP);
            let choose = leading_button(ui, "Choose a folder…", true);
            if ui.memory(|memory| memory.focused().is_none()) {
                choose.request_focus();
            }
            let escape = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
            let is_chosen = choose.clicked();
            if ui.button("Cancel").clicked() || escape || is_chosen {
                desk.view.asking.wants_folder = false;
            }
            if is_chosen {
                let ctx = ui.ctx().clone();
                desk.view.asking.ask(Question::SaveListed, desk.app, &ctx);
            }
        });
    });
}
