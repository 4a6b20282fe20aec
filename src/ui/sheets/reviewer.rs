//! Who reviews: asked before the first thing that a person decides is written under a name, and again before the next
//! where it was put off. What was decided waits until then, and then is done.

use egui::{Key, Modifiers, Ui};

use super::reviewer_form::ReviewerForm;
use crate::ui::theme;
use crate::ui::widgets::{leading_button, single_line};

/// The question. Says whether it is answered.
pub(super) fn show(ui: &mut Ui, form: &mut ReviewerForm) -> bool {
    ui.heading("Who reviews?");
    let why = "Records say by whom and when each value was decided. The name can be changed in the settings.";
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
    let is_named = !form.typed.trim().is_empty();
    ui.horizontal(|ui| {
        let is_answered = leading_button(ui, "Go on", is_named).clicked() || is_entered && is_named;
        let is_put_off = ui.button("Not now").clicked();
        if is_put_off {
            form.put_off();
        }
        is_answered || is_put_off
    })
    .inner
}
