//! Going to an article by what one remembers of its title.

use egui::{Key, Modifiers, Response, Role, Sense, TextStyle, Ui, WidgetInfo, vec2};

use super::scrolled::show_steady;
use super::sheet::TitleSearch;
use crate::app::Command;
use crate::ui::desk::Desk;
use crate::ui::keyboard::Wish;
use crate::ui::theme;
use crate::ui::widgets::{as_selected, describe, one_line, single_line};

/// The height of a title with what its article is about below it.
const ENTRY: f32 = 11.0 * theme::UNIT;

/// The input and the titles like what is typed. Says whether one was chosen.
pub(super) fn show(desk: &mut Desk<'_>, ui: &mut Ui, search: &mut TitleSearch) -> bool {
    let TitleSearch { typed, at } = search;
    ui.heading("Go to an article");
    let hint = "A few letters of its title";
    let input = single_line(ui, typed, |edit| edit.hint_text(hint).desired_width(f32::INFINITY));
    let input = input.accessible_name(hint);
    if ui.memory(|memory| memory.focused().is_none()) {
        input.request_focus();
    }
    if input.changed() {
        *at = 0;
        desk.send(Command::FindTitles(typed.clone()));
    }
    let (found_for, ids) = desk.app.titles();
    if found_for != typed.as_str() || typed.trim().is_empty() {
        show_steady(ui, |_| {});
        return false;
    }
    // On a button Enter is the button's.
    let is_here = input.has_focus() || input.lost_focus();
    let pressed = |ui: &Ui, key| is_here && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(ui, Key::ArrowDown) {
        *at = (*at + 1).min(ids.len().saturating_sub(1));
    }
    if pressed(ui, Key::ArrowUp) {
        *at = at.saturating_sub(1);
    }
    let mut chosen = pressed(ui, Key::Enter).then(|| ids.get(*at)).flatten();
    show_steady(ui, |ui| {
        if ids.is_empty() {
            ui.label(theme::quiet(ui, "No title is like this."));
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        for (place, id) in ids.iter().enumerate() {
            let Some(row) = desk.app.row(*id) else { continue };
            if entry(ui, &row.title, &desk.app.catalog().summary(row), place == *at).clicked() {
                chosen = Some(id);
            }
        }
    });
    if let Some(id) = chosen {
        desk.send(Command::Select(*id));
        desk.view.keyboard.wish_for(Wish::Row);
    }
    chosen.is_some()
}

/// A title, and below it what its article is about.
fn entry(ui: &mut Ui, title: &str, about: &str, is_chosen: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ENTRY), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, title));
    as_selected(&response, is_chosen);
    describe(&response, || about.to_owned());
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let palette = theme::palette(ui);
    if is_chosen || response.hovered() {
        let fill = if is_chosen { palette.wash } else { palette.raised };
        ui.painter().rect_filled(rect, theme::FLOATING_CORNER, fill);
    }
    let inner = rect.shrink2(vec2(theme::GAP, theme::SMALL));
    let title = one_line(ui, title, TextStyle::Body, palette.ink, inner.width());
    let about = one_line(ui, about, TextStyle::Small, palette.quiet, inner.width());
    let below = inner.left_bottom() - vec2(0.0, about.size().y);
    ui.painter().galley(inner.left_top(), title, palette.ink);
    ui.painter().galley(below, about, palette.quiet);
    response
}
