//! The menu of a row: what can be done to its article, or to all that are selected together.

use egui::{Response, Ui};

use crate::app::{Action, Command};
use crate::model::EntryId;
use crate::ui::desk::Desk;
use crate::ui::menu::{self, menu_button};
use crate::ui::theme;

/// The actions of the menu, by their ids, in groups.
const GROUPS: &[&[&str]] = &[
    &["mark_reviewed", "reopen", "reject", "flag", "tag"],
    &["compare_selected", "bulk"],
    &["export", "report"],
    &["copy_records", "copy_articles"],
    &["show_file", "open_json"],
    &["close", "delete"],
];

/// The menu, while it is open. What is not among the rows selected together is selected first.
pub fn show(desk: &mut Desk<'_>, row: EntryId, response: &Response, is_shown: bool) {
    let is_opened = menu::of(desk, response, response.rect.left_bottom(), items);
    if is_opened && !desk.app.is_selected(row) && (!is_shown || desk.app.several() > 0) {
        desk.send(Command::Select(row));
    }
}

/// Everything that can be done now.
pub fn items(desk: &mut Desk<'_>, ui: &mut Ui) {
    ui.set_min_width(60.0 * theme::UNIT);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut is_first = true;
    for group in GROUPS {
        let actions = group.iter().filter_map(|id| Action::named(id));
        let mut possible = actions.filter_map(|action| Some((action, action.intent(desk.app)?))).peekable();
        if possible.peek().is_some() && !std::mem::take(&mut is_first) {
            ui.separator();
        }
        for (action, intent) in possible.collect::<Vec<_>>() {
            if ui.add(menu_button(desk, ui, action, action.label_now(desk.app).to_owned())).clicked() {
                desk.view.asked.push(intent);
                ui.close();
            }
        }
    }
}
