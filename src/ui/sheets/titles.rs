//! Going to an article by what one remembers of its title.

use egui::{Button, Key, Modifiers, TextEdit, Ui, vec2};

use super::scrolled;
use crate::app::Command;
use crate::ui::desk::Desk;
use crate::ui::theme;

/// The input and the titles like what is typed. Says whether one was chosen.
pub(super) fn show(desk: &mut Desk<'_>, ui: &mut Ui, typed: &mut String, at: &mut usize) -> bool {
    ui.heading("Go to an article");
    let input =
        TextEdit::singleline(typed).hint_text("A few letters of its title").desired_width(f32::INFINITY);
    let input = ui.add(input).accessible_name("A few letters of its title");
    if ui.memory(|memory| memory.focused().is_none()) {
        input.request_focus();
    }
    if input.changed() {
        *at = 0;
        desk.send(Command::FindTitles(typed.clone()));
    }
    let (found_for, ids) = desk.app.titles();
    if found_for != typed.as_str() || typed.trim().is_empty() {
        return false;
    }
    let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(ui, Key::ArrowDown) {
        *at = (*at + 1).min(ids.len().saturating_sub(1));
    }
    if pressed(ui, Key::ArrowUp) {
        *at = at.saturating_sub(1);
    }
    let mut chosen = pressed(ui, Key::Enter).then(|| ids.get(*at)).flatten();
    if ids.is_empty() {
        ui.label(theme::quiet(ui, "No title is like this."));
    }
    scrolled(ui).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (place, id) in ids.iter().enumerate() {
            let Some(row) = desk.app.row(*id) else { continue };
            let about = theme::quiet(ui, desk.app.catalog().summary(row));
            let button = Button::selectable(place == *at, &*row.title).shortcut_text(about).truncate();
            if ui.add(button.min_size(vec2(ui.available_width(), theme::CONTROL))).clicked() {
                chosen = Some(id);
            }
        }
    });
    if let Some(id) = chosen {
        desk.send(Command::Select(*id));
    }
    chosen.is_some()
}
