//! Searches that were saved: taken up by a click, saved under a name, renamed, removed.

use egui::{Align, Button, Id, Key, Layout, Modifiers, Popup, PopupCloseBehavior, Response, Ui, vec2};

use super::filters::SearchNames;
use crate::across::Sort;
use crate::app::Command;
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{flat_button, leading_button, single_line};

/// The button and, while it is open, what it opens.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    let words = theme::quiet(ui, "Searches");
    let button = ui.add(Button::new(words).frame_when_inactive(false));
    let button = button.on_hover_text("Saved searches");
    if button.clicked() {
        let names = &mut desk.view.filters.search_names;
        *names = SearchNames { new: desk.app.filter().search.trim().to_owned(), ..SearchNames::default() };
        names.wants_keyboard = Some(input_of("new"));
    }
    let padding = ui.spacing().button_padding;
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.width(theme::PICKER).accessible_name("Saved searches").show(|ui| {
        ui.set_width(theme::PICKER);
        ui.spacing_mut().item_spacing.y = theme::SMALL;
        // A menu is set closer than what is typed in.
        ui.spacing_mut().button_padding = padding;
        list(desk, ui);
        save(desk, ui);
    });
}

/// Every saved search, by its name.
fn list(desk: &mut Desk<'_>, ui: &mut Ui) {
    let app = desk.app;
    for (name, filter) in app.searches() {
        let is_renamed = desk.view.filters.search_names.renamed.as_ref().is_some_and(|(old, _)| old == name);
        if is_renamed {
            rename(desk, ui, name);
            continue;
        }
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if named_button(ui, "Remove", &format!("Remove the search {name}")).clicked() {
                    desk.send(Command::ForgetSearch(name.clone()));
                }
                if named_button(ui, "Rename", &format!("Rename the search {name}")).clicked() {
                    let names = &mut desk.view.filters.search_names;
                    names.renamed = Some((name.clone(), name.clone()));
                    names.wants_keyboard = Some(input_of("renamed"));
                }
                let room = vec2(ui.available_width(), theme::CONTROL);
                ui.allocate_ui_with_layout(room, Layout::top_down_justified(Align::Min), |ui| {
                    let take = Button::selectable(*app.filter() == *filter, name).truncate();
                    if ui.add(take.min_size(room)).clicked() {
                        desk.send(Command::Filter(filter.clone()));
                        ui.close();
                    }
                });
            });
        });
    }
    if !app.searches().is_empty() {
        ui.separator();
    }
}

/// The input for another name of a saved search.
fn rename(desk: &mut Desk<'_>, ui: &mut Ui, old: &str) {
    let Some((_, mut new)) = desk.view.filters.search_names.renamed.take() else { return };
    let to = new.trim().to_owned();
    let is_taken = to != old && desk.app.searches().contains_key(&to);
    let (done, given_up) = input(desk, ui, "renamed", "New name of the search", &mut new, "Rename", |name| {
        !name.is_empty() && !is_taken
    });
    if is_taken {
        ui.label(theme::quiet(ui, "Another search has this name."));
    }
    if done {
        desk.send(Command::RenameSearch(old.to_owned(), to));
    } else if !given_up {
        desk.view.filters.search_names.renamed = Some((old.to_owned(), new));
    }
}

/// The input for the name of the search as it is now.
fn save(desk: &mut Desk<'_>, ui: &mut Ui) {
    let app = desk.app;
    if !app.filter().narrows() && app.filter().sort == Sort::default() {
        ui.label(theme::quiet(ui, "Narrow the list, then save the search here under a name."));
        return;
    }
    let mut name = std::mem::take(&mut desk.view.filters.search_names.new);
    let words = match app.searches().contains_key(name.trim()) {
        true => "Replace",
        false => "Save",
    };
    let (done, given_up) =
        input(desk, ui, "new", "Save this search as", &mut name, words, |name| !name.is_empty());
    if done {
        desk.send(Command::SaveSearch(name.trim().to_owned()));
    } else {
        desk.view.filters.search_names.new = name;
    }
    if done || given_up {
        ui.close();
    }
}

/// A name to type, and the button that takes it: whether it was taken, and whether Escape was pressed.
fn input(
    desk: &mut Desk<'_>,
    ui: &mut Ui,
    part: &str,
    label: &str,
    typed: &mut String,
    take: &str,
    is_good: impl Fn(&str) -> bool,
) -> (bool, bool) {
    let id = input_of(part);
    let focused = ui.memory(|memory| memory.has_focus(id));
    let pressed = |key| focused && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (enter, escape) = (pressed(Key::Enter), pressed(Key::Escape));
    let label = ui.label(theme::quiet(ui, label));
    let mut done = false;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let is_good = is_good(typed.trim());
            done = leading_button(ui, take, is_good).clicked() || enter && is_good;
            let keys =
                egui::EventFilter { escape: true, horizontal_arrows: true, ..egui::EventFilter::default() };
            let width = ui.available_width();
            let edit = single_line(ui, typed, |edit| edit.id(id).desired_width(width).event_filter(keys));
            let edit = edit.labelled_by(label.id);
            if desk.view.filters.search_names.wants_keyboard.take_if(|wanted| *wanted == id).is_some() {
                edit.request_focus();
            }
        });
    });
    (done, escape)
}

fn input_of(part: &str) -> Id {
    Id::unique(("name of a search", part))
}

/// A button of which screen readers are told what it is about.
fn named_button(ui: &mut Ui, words: &str, name: &str) -> Response {
    let button = flat_button(ui, words);
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    button
}
