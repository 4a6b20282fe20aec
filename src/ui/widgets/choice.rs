//! A choice from a short closed list.

use egui::{ComboBox, Id, Response, Ui};

use super::told::describe;

/// Shows what is chosen and, when asked, every choice. Gives another one when it is chosen.
pub fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    id: Id,
    label: &str,
    chosen: T,
    all: &[T],
    name: impl Fn(T) -> String,
) -> (Response, Option<T>) {
    let mut picked = None;
    let width = ui.available_width();
    let combo = ComboBox::from_id_salt(id).selected_text(name(chosen)).width(width).truncate();
    let shown = combo.show_ui(ui, |ui| {
        for &other in all {
            if ui.selectable_label(other == chosen, name(other)).clicked() && other != chosen {
                picked = Some(other);
                ui.close();
            }
        }
    });
    let response = shown.response.accessible_name(label);
    // The bus of assistive technology carries no value of such a choice.
    describe(&response, || name(chosen));
    (response, picked)
}
