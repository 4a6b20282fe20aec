//! Below the text of a saved page: what was left out of it, paragraph by paragraph, each to be brought back.

use egui::{Align, Frame, Label, Layout, Margin, Ui, WidgetInfo};

use crate::app::Command;
use crate::model::counted;
use crate::review::{Document, LeftOut};
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::flat_button;

/// So many letters of a paragraph tell it from others.
const ENOUGH: usize = 60;

/// The button that shows it, or what was left out.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let comes_into_sight = std::mem::take(&mut desk.view.shows_left_out);
    if !desk.app.may_show_left_out(document) {
        return;
    }
    ui.spacing_mut().item_spacing.y = theme::GAP;
    ui.add_space(theme::SECTION);
    if comes_into_sight {
        ui.scroll_to_cursor(Some(Align::Center));
    }
    let id = document.id();
    match desk.app.left_out(id) {
        _ if desk.app.reads_page(id) => quiet(ui, "Reading the page…"),
        None => {
            ui.spacing_mut().button_padding.x = 0.0;
            if flat_button(ui, "Show what was left out of the page").clicked() {
                desk.send(Command::ShowLeftOut(id, true));
            }
        }
        Some(Err(why)) => quiet(ui, why),
        Some(Ok(found)) => {
            ui.horizontal_wrapped(|ui| {
                ui.label(theme::quiet(ui, told(found.len())));
                if flat_button(ui, "Hide").clicked() {
                    desk.send(Command::ShowLeftOut(id, false));
                }
            });
            let is_busy = desk.app.is_being_read_anew(id);
            let wanted = found.iter().fold(None, |wanted, paragraph| {
                one(desk, ui, document, paragraph, is_busy).then_some(paragraph).or(wanted)
            });
            if let Some(paragraph) = wanted.cloned() {
                desk.send(Command::BringBack(id, paragraph));
            }
        }
    }
}

fn told(count: usize) -> String {
    match count {
        0 => "Nothing of the page was left out but its menus and buttons.".to_owned(),
        1 => "1 paragraph of the page was left out:".to_owned(),
        _ => format!("{} of the page were left out:", counted(count, "paragraph")),
    }
}

fn quiet(ui: &mut Ui, words: &str) {
    ui.add(Label::new(theme::quiet(ui, words)).wrap());
}

/// A paragraph that was left out. Says whether it is wanted back.
fn one(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document, paragraph: &LeftOut, is_busy: bool) -> bool {
    let frame = Frame::new().fill(theme::palette(ui).pane).inner_margin(Margin::same(8));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let wanted = ui.horizontal(|ui| {
            ui.label(theme::quiet(ui, paragraph.why));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let button = ui.add_enabled(!is_busy, egui::Button::new("Bring back"));
                let name = format!("Bring back: {}", paragraph.text.chars().take(ENOUGH).collect::<String>());
                button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, !is_busy, &name));
                button.clicked()
            })
            .inner
        });
        ui.add(Label::new(&paragraph.text).wrap());
        wanted.inner
    });
    // The paragraph lights after which it would stand.
    if shown.response.contains_pointer()
        && let Some(place) = paragraph.place(&document.record().article.text)
    {
        desk.view.pointed_at.point_at(place);
    }
    shown.inner
}
