//! The menu bar, out of the table of actions.

use egui::{Button, Frame, Margin, MenuBar, Panel, Ui};

use super::desk::Desk;
use super::{keys, theme};
use crate::app::{ACTIONS, Action, Command, Menu, Setting, Settings, Theme};

/// The menu bar.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    let frame = Frame::new().fill(theme::palette(ui).pane).inner_margin(Margin::symmetric(8, 4));
    Panel::top("menu").frame(frame).show(ui, |ui| {
        MenuBar::new().ui(ui, |ui| {
            for &menu in Menu::ALL {
                ui.menu_button(menu.label(), |ui| {
                    ui.set_min_width(60.0 * theme::UNIT);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    for action in ACTIONS.iter().filter(|action| action.menu == menu) {
                        if action.separate {
                            ui.separator();
                        }
                        item(desk, ui, action);
                    }
                    if menu == Menu::View {
                        looks(desk, ui);
                    }
                });
            }
        });
    });
}

fn item(desk: &mut Desk<'_>, ui: &mut Ui, action: &'static Action) {
    let intent = action.intent(desk.app);
    let button = menu_button(desk, ui, action, label(desk, action));
    if ui.add_enabled(intent.is_some(), button).clicked() {
        desk.view.asked.extend(intent);
        ui.close();
    }
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
fn looks(desk: &mut Desk<'_>, ui: &mut Ui) {
    ui.separator();
    let settings = desk.app.settings();
    for &choice in Theme::ALL {
        if ui.radio(settings.theme == choice, choice.label()).clicked() {
            desk.send(Command::Set(Setting::Theme(choice)));
        }
    }
    ui.separator();
    for (words, step) in [("Larger text", 1.0), ("Smaller text", -1.0)] {
        let size = settings.text_size + step;
        let possible = Settings::TEXT_SIZES.contains(&size);
        if ui.add_enabled(possible, Button::new(words)).clicked() {
            desk.send(Command::Set(Setting::TextSize(size)));
        }
    }
}
