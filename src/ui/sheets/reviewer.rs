//! Who reviews: asked once, before the first thing that a person decides is written under a name. What was
//! decided waits until the name is there, and then is done.

use egui::{Key, Modifiers, Ui};

use super::reviewer_form::ReviewerForm;
use crate::ui::theme;
use crate::ui::widgets::{leading_button, single_line};

/// The question. Says whether it is answered.
pub(super) fn show(ui: &mut Ui, form: &mut ReviewerForm) -> bool {
    ui.heading("Who reviews?");
    let why = "Records say by whom and when each value was decided. It is asked once; the name can be changed under \
               Review and in the settings.";
    ui.label(theme::quiet(ui, why));
    ui.add_space(theme::GAP);
    let label = ui.label("Your name, as it stands in records");
    let input = single_line(ui, &mut form.typed, |edit| edit.desired_width(f32::INFINITY));
    let input = input.labelled_by(label.id);
    if ui.memory(|memory| memory.focused().is_none()) {
        input.request_focus();
    }
    let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    ui.add_space(theme::GAP);
    leading_button(ui, "Go on", !form.typed.trim().is_empty()).clicked()
        || is_entered && !form.typed.trim().is_empty()
}
