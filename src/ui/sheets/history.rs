//! The steps of the record that is shown.

use egui::{Button, RichText, Ui, vec2};

use super::scrolled::scrolled;
use crate::app::Command;
use crate::ui::desk::Desk;
use crate::ui::theme;

/// The steps of the record, oldest first; those that were taken back are pale. Says whether there is
/// nothing to show.
pub(super) fn show(desk: &mut Desk<'_>, ui: &mut Ui) -> bool {
    let Some(document) = desk.document() else { return true };
    let history = document.history();
    ui.heading("History");
    ui.label(theme::quiet(ui, "A click goes to where the record stood after that step."));
    let steps = ["as it was opened"].into_iter().chain(history.labels()).enumerate();
    scrolled(ui).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (position, label) in steps {
            let now = position == history.position();
            let color =
                if position > history.position() { theme::palette(ui).quiet } else { theme::palette(ui).ink };
            let words = RichText::new(format!("{position}  {label}")).color(color);
            let step =
                ui.add(Button::selectable(now, words).min_size(vec2(ui.available_width(), theme::CONTROL)));
            if step.clicked() {
                desk.send(Command::GoTo(position));
            }
        }
    });
    false
}
