//! The menu bar, out of the table of actions. It is opened by a key as well, and gone through by the arrows.

use egui::{Button, Frame, Id, Margin, MenuBar, Panel, Popup, Pos2, Response, Sense, SetOpenCommand, Ui};

use super::desk::Desk;
use super::walk::ByKey;
use super::{keys, theme};
use crate::app::{ACTIONS, Action, Command, Menu, Setting, Settings, Theme};

/// The menu of a widget: what a right click on it opens, or the key for it while the widget has the keyboard, and then
/// below this place. Says whether it has just been opened.
pub fn of(
    desk: &mut Desk<'_>,
    widget: &Response,
    below: Pos2,
    items: impl FnOnce(&mut Desk<'_>, &mut Ui),
) -> bool {
    let by_key = desk.view.menu_by_key.filter(|menu| menu.is_of(widget.id));
    let is_wanted = by_key.is_some_and(ByKey::is_wanted);
    let mut popup = Popup::context_menu(widget);
    if is_wanted {
        popup = popup.open_memory(SetOpenCommand::Bool(true));
    }
    if by_key.is_some() {
        popup = popup.at_position(below);
    }
    let shown = popup.show(|ui| {
        items(desk, ui);
        if by_key.is_some() && !ui.is_sizing_pass() {
            begin_at_first(ui, widget.id);
        }
    });
    if by_key.is_some() {
        desk.view.menu_by_key = shown.map(|_| ByKey::shown(widget.id));
    }
    is_wanted || widget.secondary_clicked()
}

/// Gives the first item of a menu the keyboard, if it is not in the menu yet.
fn begin_at_first(ui: &Ui, widget: Id) {
    if ui.memory(|memory| memory.focused()).is_some_and(|focused| focused != widget) {
        return;
    }
    let first = ui.ctx().viewport(|viewport| {
        let mut items = viewport.this_pass.widgets.get_layer(ui.layer_id());
        items.find(|item| item.enabled && item.sense.contains(Sense::FOCUSABLE)).map(|item| item.id)
    });
    ui.memory_mut(|memory| first.into_iter().for_each(|item| memory.request_focus(item)));
}

/// The menu bar.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    let frame = Frame::new().fill(theme::palette(ui).pane).inner_margin(Margin::symmetric(8, 4));
    let walk = desk.view.walk.take().and_then(|walk| walk.step(ui.ctx()));
    Panel::top("menu").frame(frame).show(ui, |ui| {
        MenuBar::new().ui(ui, |ui| {
            for (place, &menu) in Menu::ALL.iter().enumerate() {
                let shown = ui.menu_button(menu.label(), |ui| items(desk, ui, menu));
                if let Some(here) = walk.filter(|walk| walk.is_at(place)) {
                    desk.view.walk = here.follow(&shown.response, shown.inner);
                }
            }
        });
    });
}

/// The items of a menu. Gives those that can be chosen.
fn items(desk: &mut Desk<'_>, ui: &mut Ui, menu: Menu) -> Vec<Response> {
    ui.set_min_width(60.0 * theme::UNIT);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut items = Vec::new();
    for action in ACTIONS.iter().filter(|action| action.menu == menu) {
        if action.separate {
            ui.separator();
        }
        items.push(item(desk, ui, action));
    }
    if menu == Menu::View {
        items.extend(looks(desk, ui));
    }
    items.retain(Response::enabled);
    items
}

fn item(desk: &mut Desk<'_>, ui: &mut Ui, action: &'static Action) -> Response {
    let intent = action.intent(desk.app);
    let button = menu_button(desk, ui, action, label(desk, action));
    let button = ui.add_enabled(intent.is_some(), button);
    if button.clicked() {
        desk.view.asked.extend(intent);
        ui.close();
    }
    button
}

/// An action as it stands in a menu, with its key if it has one.
pub fn menu_button(desk: &Desk<'_>, ui: &Ui, action: &Action, label: String) -> Button<'static> {
    let key = keys::shown(&desk.app.settings().keys, action);
    let button = Button::new(label);
    if key.is_empty() { button } else { button.shortcut_text(theme::quiet(ui, key)) }
}

/// What the action is called now: undo and redo say what they are about to do.
fn label(desk: &Desk<'_>, action: &Action) -> String {
    let step = match action.id {
        "undo" => desk.app.can_undo(),
        "redo" => desk.app.can_redo(),
        _ => None,
    };
    step.map_or_else(|| action.label_now(desk.app).to_owned(), |step| format!("{} {step}", action.label))
}

/// Light or dark, and the size of the article's text.
fn looks(desk: &mut Desk<'_>, ui: &mut Ui) -> Vec<Response> {
    ui.separator();
    let mut items = Vec::new();
    let settings = desk.app.settings();
    for &choice in Theme::ALL {
        let radio = ui.radio(settings.theme == choice, choice.label());
        if radio.clicked() {
            desk.send(Command::Set(Setting::Theme(choice)));
        }
        items.push(radio);
    }
    ui.separator();
    for (words, step) in [("Larger text", 1.0), ("Smaller text", -1.0)] {
        let size = settings.text_size + step;
        let possible = Settings::TEXT_SIZES.contains(&size);
        let button = ui.add_enabled(possible, Button::new(words));
        if button.clicked() {
            desk.send(Command::Set(Setting::TextSize(size)));
        }
        items.push(button);
    }
    items
}
