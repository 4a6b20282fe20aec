//! What narrows the list: words to search for, chips, what is chosen of the filters, the order, and searches
//! that were saved.

use egui::containers::menu::MenuButton;
use egui::{Align, Button, Frame, Id, Layout, Margin, Panel, ScrollArea, Ui, vec2};

use super::saved;
use crate::across::{ListFilter, Show, Sort};
use crate::app::Command;
use crate::model::number;
use crate::ui::desk::Desk;
use crate::ui::keyboard::Wish;
use crate::ui::widgets::{Sought, chip, removable_chip, sought};
use crate::ui::{sight, theme};

/// From how many articles on there is more to narrow by than words and chips.
const MANY: usize = 2;

/// What narrows the list.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    let margin = Margin { left: 16, right: 16, top: 16, bottom: 8 };
    Panel::top("narrowing")
        .frame(Frame::new().inner_margin(margin))
        .show_separator_line(false)
        .resizable(false)
        .show(ui, |ui| {
            words(desk, ui);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(theme::SMALL, theme::SMALL);
                chips(desk, ui);
            });
            let filter = desk.app.filter();
            let is_plain = *filter == ListFilter::default() && desk.app.searches().is_empty();
            let is_plain = is_plain && desk.app.picked().is_none();
            if desk.app.catalog().rows().len() < MANY && is_plain {
                return;
            }
            filters(desk, ui);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = theme::SMALL;
                order(desk, ui);
                saved::show(desk, ui);
            });
        });
}

fn words(desk: &mut Desk<'_>, ui: &mut Ui) {
    let mut search = desk.app.filter().search.clone();
    let words = "Search articles";
    let Sought { response, goes_on, is_changed } = sought(ui, Id::unique("search"), &mut search, words);
    if goes_on {
        go_to_found(desk);
    }
    let response = response.accessible_name(words);
    if is_changed {
        desk.send(Command::Search(search));
    }
    if desk.view.keyboard.grants(&Wish::Search) {
        response.request_focus();
    }
}

/// The keyboard goes on to the list: to the article that is shown, if it was found, else to the first that was.
fn go_to_found(desk: &mut Desk<'_>) {
    let listed = desk.app.listed();
    let is_listed = desk.app.shown().is_some_and(|shown| listed.contains(&shown));
    let Some(first) = listed.first().filter(|_| !is_listed).copied().or(desk.app.shown()) else { return };
    desk.view.finding.look_again();
    desk.view.keyboard.wish_for(Wish::Row);
    desk.send(Command::Select(first));
}

fn chips(desk: &mut Desk<'_>, ui: &mut Ui) {
    for &show in Show::ALL {
        let (count, on) = (desk.app.counts_left().of(show), desk.app.filter().show == show);
        // Whoever has put nothing away need not wonder what that is.
        if show == Show::PutAway && desk.app.counts().put_away == 0 && !on {
            continue;
        }
        if chip(ui, &format!("{} {}", show.label(), number(count)), on).clicked() {
            desk.send(Command::Show(show));
        }
    }
}

/// The button that opens the filters, and beside it what is chosen of them: one row, however much that is.
fn filters(desk: &mut Desk<'_>, ui: &mut Ui) {
    let row = vec2(ui.available_width(), theme::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(row);
        ui.spacing_mut().item_spacing.x = theme::SMALL;
        if chip(ui, "Filters", desk.view.filters.is_open).clicked() {
            desk.view.filters.is_open = !desk.view.filters.is_open;
        }
        let area = ScrollArea::horizontal().id_salt("chosen").auto_shrink([false, true]);
        sight::scrolled(area, ui, |ui| {
            ui.horizontal(|ui| chosen(desk, ui));
        });
    });
}

/// What is chosen of the filters; a click takes it away.
fn chosen(desk: &mut Desk<'_>, ui: &mut Ui) {
    if let Some(picked) = desk.app.picked()
        && removable_chip(ui, &picked.label, &format!("Show all again, not only {}", picked.label)).clicked()
    {
        desk.send(Command::Unpick);
    }
    let app = desk.app;
    for narrowing in &app.filter().chosen {
        let words = narrowing.label(app.catalog());
        if removable_chip(ui, &words, &format!("Remove the filter {words}")).clicked() {
            desk.send(Command::Narrow(narrowing.clone()));
        }
    }
}

fn order(desk: &mut Desk<'_>, ui: &mut Ui) {
    let (sort, backwards) = (desk.app.filter().sort, desk.app.filter().backwards);
    menu(ui, sort.label(), "Sort by", |ui| {
        for &choice in Sort::ALL {
            if ui.radio(choice == sort, choice.label()).clicked() {
                desk.send(Command::Sort(choice, backwards));
                ui.close();
            }
        }
        ui.separator();
        let mut last_first = backwards;
        if ui.checkbox(&mut last_first, "Reverse order").clicked() {
            desk.send(Command::Sort(sort, last_first));
            ui.close();
        }
    });
}

/// A menu that lies flat until it is pointed at.
fn menu(ui: &mut Ui, words: &str, hint: &str, show: impl FnOnce(&mut Ui)) {
    let button = Button::new(theme::quiet(ui, words)).frame_when_inactive(false);
    let (response, _) = MenuButton::from_button(button).ui(ui, show);
    response.on_hover_text(hint);
}
