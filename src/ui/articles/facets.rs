//! The filters: every choice of every facet, with how many articles it would leave.

use egui::{Button, Frame, Id, Label, Margin, Panel, ScrollArea, Ui, vec2};

use crate::across::{Facet, FacetOption};
use crate::app::Command;
use crate::model::number;
use crate::ui::desk::Desk;
use crate::ui::widgets::{as_heading, flat_button, sought};
use crate::ui::{sight, theme};

/// How many choices of a facet are shown before all are asked for.
const FEW: usize = 6;

/// How many rows of the list the filters leave in sight.
const ROWS_LEFT: f32 = 4.5;

/// They take no less than this share of the room that there is for them and the list.
const LEAST: f32 = 0.5;

/// No facet shows more; typing finds the others.
const MOST: usize = 200;

/// The filters; none unless they are open.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    if !desk.view.filters.is_open {
        return;
    }
    let counted = desk.view.filters.choices(desk.app);
    // Some rows of the list are always in sight, to see what a choice leaves.
    let rows = ROWS_LEFT * theme::list_row(desk.app.settings().density);
    let below = rows + theme::FOOT + theme::CONTROL + 2.0 * theme::EDGE;
    let room = ui.available_height();
    let most = (room - below).max(room * LEAST).round();
    let frame = Frame::new().inner_margin(Margin { left: 16, right: 16, top: 0, bottom: 8 });
    Panel::top("filters").frame(frame).resizable(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = theme::SMALL;
        let typed = &mut desk.view.filters.typed;
        let words = "Find a filter";
        let found = sought(ui, Id::unique(words), typed, words);
        found.response.accessible_name(words);
        desk.view.filters.wants_first = found.goes_on;
        if desk.view.filters.has_several_contacts {
            let words = "Numbers are of articles. One with several contacts counts for each of them.";
            ui.add(Label::new(theme::quiet(ui, words)).wrap());
        }
        let choices = ScrollArea::vertical().id_salt("filters").max_height(most).min_scrolled_height(most);
        sight::scrolled(choices.auto_shrink([false, true]), ui, |ui| {
            for (facet, options) in counted.iter() {
                group(desk, ui, *facet, options);
            }
        });
    });
}

fn group(desk: &mut Desk<'_>, ui: &mut Ui, facet: Facet, options: &[FacetOption]) {
    let typed = desk.view.filters.typed.trim().to_lowercase();
    let fits = |option: &&FacetOption| typed.is_empty() || option.label.to_lowercase().contains(&typed);
    let fitting: Vec<&FacetOption> = options.iter().filter(fits).collect();
    if fitting.is_empty() {
        return;
    }
    let is_whole = desk.view.filters.whole.contains(&facet) || !typed.is_empty();
    let shown = fitting.len().min(if is_whole { MOST } else { FEW });
    as_heading(&ui.label(theme::quiet(ui, facet.label())));
    for option in fitting.iter().take(shown) {
        choice(desk, ui, option);
    }
    if shown < fitting.len() && !is_whole {
        let words = format!("All {}", number(fitting.len()));
        let all = flat_button(ui, &words);
        all.widget_info(|| {
            let name = format!("{words} of {}", facet.label());
            egui::WidgetInfo::labeled(egui::Role::Button, true, name)
        });
        if all.clicked() {
            desk.view.filters.whole.insert(facet);
        }
    } else if is_whole && typed.is_empty() && flat_button(ui, "Fewer").clicked() {
        desk.view.filters.whole.remove(&facet);
    }
    ui.add_space(theme::GAP);
}

fn choice(desk: &mut Desk<'_>, ui: &mut Ui, option: &FacetOption) {
    let is_chosen = desk.app.filter().chosen.contains(&option.narrowing);
    let count = theme::quiet(ui, number(option.count));
    let button = Button::selectable(is_chosen, &*option.label).shortcut_text(count).truncate();
    let button = ui.add(button.min_size(vec2(ui.available_width(), theme::CONTROL - theme::SMALL)));
    if std::mem::take(&mut desk.view.filters.wants_first) {
        button.request_focus();
    }
    if button.clicked() {
        desk.send(Command::Narrow(option.narrowing.clone()));
    }
}
