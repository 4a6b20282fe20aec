//! Every action with its key: searched, done, and given another key.

use egui::{Button, Grid, Key, Label, Modifiers, RichText, Role, TextEdit, Ui, WidgetInfo};

use super::scrolled::show_steady;
use super::sheet::{ActionSearch, KeyChange};
use crate::app::{ACTIONS, Action, Command, Menu, Setting};
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{announce, flat_button};

/// Keys that belong to one place of the window and so stand in no menu: the place, and what they do there.
pub const PLACES: &[(&str, &str)] = &[
    (
        "In the text of the article",
        "J and K select the next and the previous sentence, W and B the word; with Shift one more or one less. Alt \
         selects to the letter",
    ),
    (
        "In the article, with words selected",
        "P participant, D day, L place, C commitment, E evidence for the field, M more evidence for it",
    ),
    ("On a field", "Enter confirms and goes on, Space unfolds, Delete rejects"),
    ("In an input", "Enter confirms the field and goes on, Tab goes to the next input"),
    (
        "In the list",
        "Up and Down go through the articles, with Shift they select them; Ctrl+A selects all, Escape one",
    ),
    ("In a picker", "Up and Down choose, Enter takes, Escape cancels"),
    ("Anywhere but in an input", "Ctrl+V makes the text on the clipboard a new article"),
    ("Anywhere", "Ctrl with plus or minus makes all larger or smaller, Ctrl+0 as it was"),
];

/// Every action under its menu. Says whether one was chosen.
pub(super) fn show(desk: &mut Desk<'_>, ui: &mut Ui, search: &mut ActionSearch) -> bool {
    let ActionSearch { typed, changed } = search;
    ui.heading("Keys");
    let input = TextEdit::singleline(typed).hint_text("Search actions and keys").desired_width(f32::INFINITY);
    let input = ui.add(input).accessible_name("Search actions");
    if ui.memory(|memory| memory.focused().is_none()) {
        input.request_focus();
    }
    // Enter does the first that can be done; on a button it is the button's.
    let is_here = input.has_focus() || input.lost_focus();
    let first = ACTIONS.iter().find(|action| fits(desk, action, typed) && action.enabled(desk.app));
    let first = first.filter(|_| !typed.trim().is_empty());
    let mut chosen = false;
    if let Some(intent) = first.and_then(|action| action.intent(desk.app))
        && is_here
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
    {
        desk.view.asked.push(intent);
        chosen = true;
    }
    show_steady(ui, |ui| {
        let mut is_any = false;
        for &menu in Menu::ALL {
            let actions: Vec<_> =
                ACTIONS.iter().filter(|action| action.menu == menu && fits(desk, action, typed)).collect();
            is_any |= !actions.is_empty();
            chosen |= group(desk, ui, (menu, &actions), first, changed);
        }
        is_any |= places(ui, typed);
        if !is_any {
            let words = format!("No action and no key fits “{}”. Fewer letters find more.", typed.trim());
            announce(&ui.add(Label::new(words).wrap()));
        }
    });
    chosen
}

/// Whether an action is called so, or has such a key: by all the words that are typed, in any order.
fn fits(desk: &Desk<'_>, action: &Action, typed: &str) -> bool {
    let label = action.label_now(desk.app).to_lowercase();
    let keys = desk.app.settings().keys.keys_of(action);
    let is_key = |word: &str| keys.iter().any(|key| begins_key(word, &key.to_lowercase()));
    typed.to_lowercase().split_whitespace().all(|word| label.contains(word) || is_key(word))
}

/// Whether this is a key, or the beginning of one of several: letters alone are those of a name.
fn begins_key(word: &str, key: &str) -> bool {
    key == word || word.contains('+') && key.starts_with(word)
}

fn has_all(typed: &str, words: &str) -> bool {
    let words = words.to_lowercase();
    typed.to_lowercase().split_whitespace().all(|word| words.contains(word))
}

/// The keys that stand in no menu, as far as they fit. Says whether any does.
fn places(ui: &mut Ui, typed: &str) -> bool {
    let fitting: Vec<_> =
        PLACES.iter().filter(|(place, keys)| has_all(typed, &format!("{place} {keys}"))).collect();
    if !fitting.is_empty() {
        ui.add_space(theme::GAP);
    }
    for (place, keys) in &fitting {
        ui.label(theme::quiet(ui, *place));
        ui.label(*keys);
    }
    !fitting.is_empty()
}

fn group(
    desk: &mut Desk<'_>,
    ui: &mut Ui,
    (menu, actions): (Menu, &[&'static Action]),
    first: Option<&Action>,
    changed: &mut Option<KeyChange>,
) -> bool {
    if actions.is_empty() {
        return false;
    }
    let mut chosen = false;
    ui.add_space(theme::GAP);
    ui.label(theme::quiet(ui, menu.label()));
    let spacing = [theme::GAP, 0.0];
    Grid::new(("actions", menu.label()))
        .spacing(spacing)
        .num_columns(2)
        .min_col_width(50.0 * theme::UNIT)
        .show(ui, |ui| {
            for action in actions {
                let intent = action.intent(desk.app);
                let leads = first == Some(action);
                let button = Button::selectable(leads, action.label_now(desk.app)).frame_when_inactive(leads);
                if ui.add_enabled(intent.is_some(), button).clicked() {
                    desk.view.asked.extend(intent);
                    chosen = true;
                }
                key(desk, ui, action, changed);
                ui.end_row();
            }
        });
    chosen
}

/// The keys of an action; a click asks for another.
fn key(desk: &mut Desk<'_>, ui: &mut Ui, action: &'static Action, changed: &mut Option<KeyChange>) {
    let keys = &desk.app.settings().keys;
    let shown = keys.keys_of(action).join("  or  ");
    let change = changed.as_ref().filter(|change| change.action == action);
    let wanted = change.is_some();
    let words = match change {
        Some(KeyChange { objection: Some(objection), .. }) => (*objection).to_owned(),
        Some(_) => "Press a key, or Backspace for none.".to_owned(),
        None if shown.is_empty() => "no key".to_owned(),
        None => shown.clone(),
    };
    ui.horizontal(|ui| {
        let color = if wanted { theme::palette(ui).accent } else { theme::palette(ui).quiet };
        let button = Button::new(RichText::new(&words).color(color)).frame_when_inactive(false);
        let button = ui.add(button).on_hover_text("Choose another key");
        let name = format!("Key of {}: {words}", action.label);
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if button.clicked() {
            *changed = Some(KeyChange { action, objection: None });
        }
        if keys.is_chosen(action) {
            let back = flat_button(ui, "Default");
            back.widget_info(|| {
                WidgetInfo::labeled(Role::Button, true, format!("Default key of {}", action.label))
            });
            if back.clicked() {
                desk.send(Command::Set(Setting::Keys(keys.clone().with_default(action))));
            }
        }
    });
}
