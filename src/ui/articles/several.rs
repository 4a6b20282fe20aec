//! What stands at the foot of the list while several rows are selected together: how many they are, and what is
//! done to all of them most often. The rest stands in the menu that a right click opens.

use egui::{Align, Layout, Ui};

use super::row_menu;
use crate::app::{Action, Command};
use crate::model::counted;
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{Picture, flat_button, picture_button};

/// How an action is called while it does the opposite, and what its button says then.
type Opposite = Option<(&'static str, &'static str)>;

/// The actions that have a button, by their ids, and what the button says: there is no room for whole labels. Behind it
/// how the action is called while it does the opposite, and what the button says then.
const BUTTONS: &[(&str, &str, Opposite)] = &[
    ("mark_reviewed", "Reviewed…", None),
    ("flag", "Flag", Some(("Remove flags", "Unflag"))),
    ("close", "Put away", Some(("Bring articles back", "Bring back"))),
    ("export", "Export…", None),
];

/// How many are selected, and the buttons.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing = egui::vec2(0.0, 0.0);
    let words = format!("{} selected", counted(desk.app.several(), "article"));
    ui.horizontal(|ui| {
        ui.label(theme::quiet(ui, words));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if picture_button(ui, Picture::Cross, "Select one alone").clicked() {
                desk.send(Command::SelectOne);
            }
            ui.menu_button("More", |ui| row_menu::items(desk, ui));
        });
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().button_padding.x = 0.0;
        ui.spacing_mut().item_spacing.x = theme::EDGE;
        for &(id, words, other) in BUTTONS {
            let Some(action) = Action::named(id) else { continue };
            let now = action.label_now(desk.app);
            let words = other.filter(|(label, _)| *label == now).map_or(words, |(_, words)| words);
            let intent = action.intent(desk.app);
            let button = ui.add_enabled_ui(intent.is_some(), |ui| flat_button(ui, words)).inner;
            let name = action.label_now(desk.app);
            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
            if button.clicked() {
                desk.view.asked.extend(intent);
            }
        }
    });
}
