//! The question whether to replace a file that is there already.

use egui::{Button, Key, Modifiers, Ui};

use super::questions::Replacing;
use crate::ui::bars;
use crate::ui::desk::Desk;
use crate::ui::theme;

/// What the person says.
enum Said {
    Replace,
    Another,
    Neither,
}

/// The question; none while no file would be replaced.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    let Some(mut replacing) = desk.view.asking.replacing.take() else { return };
    let said = bars::bar(ui, |ui| buttons(ui, &mut replacing));
    match said {
        Some(Said::Replace) => desk.view.answered.push(replacing.command),
        Some(Said::Another) => {
            let ctx = ui.ctx().clone();
            desk.view.asking.ask_again(replacing.question, &replacing.path, desk.app, &ctx);
        }
        Some(Said::Neither) => {}
        None => desk.view.asking.replacing = Some(replacing),
    }
}

fn buttons(ui: &mut Ui, replacing: &mut Replacing) -> Option<Said> {
    let name = replacing.path.file_name().unwrap_or_default().to_string_lossy();
    let folder = replacing.path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
    let mut said = None;
    ui.horizontal_wrapped(|ui| {
        ui.label(theme::heading(format!("Replace {name}?")));
        ui.label(theme::quiet(ui, format!("A file of this name is in {folder} already.")));
        ui.add_space(theme::GAP);
        if ui.button("Replace").clicked() {
            said = Some(Said::Replace);
        }
        let another = ui.add(Button::new("Choose another"));
        // Enter without a look replaces nothing.
        replacing.fresh &= !another.has_focus();
        if replacing.fresh {
            another.request_focus();
        }
        if another.clicked() {
            said = Some(Said::Another);
        }
        let escape = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if ui.button("Cancel").clicked() || escape {
            said = Some(Said::Neither);
        }
    });
    said
}
