//! The bar that finds in the article. It lies over the upper right corner of the text, as in a browser: Enter
//! goes to the next place, Shift+Enter to the one before, Escape closes the bar and leaves the place selected.

use egui::{Align, Area, EventFilter, Frame, Id, Key, Layout, Modifiers, Order, Rect, Ui, pos2, vec2};

use super::selection;
use crate::review::{Document, whole_words};
use crate::ui::desk::Desk;
use crate::ui::keyboard::Wish;
use crate::ui::theme;
use crate::ui::widgets::{Picture, announce, picture_button, single_line, take_keyboard};

/// How wide its input is, and what is said beside it.
const INPUT: f32 = 44.0 * theme::UNIT;
const STANDING: f32 = 20.0 * theme::UNIT;

/// The bar, if it is open. `shown` is where the article is on the screen.
pub fn show(desk: &mut Desk<'_>, ui: &Ui, document: &Document, shown: Rect) {
    if !desk.view.finding.is_open {
        return;
    }
    let corner = pos2(shown.right() - theme::SECTION, shown.top() + theme::GAP);
    let area = Area::new(Id::unique("find in the article")).order(Order::Foreground);
    let area = area.pivot(egui::Align2::RIGHT_TOP).fixed_pos(corner).constrain_to(shown);
    area.show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).inner_margin(theme::SMALL).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = theme::SMALL;
                bar(desk, ui, document);
            });
        });
    });
}

fn bar(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let id = Id::unique("words to find in the article");
    let (mut step, mut closes) = (0, false);
    if ui.memory(|memory| memory.has_focus(id)) {
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        step -= isize::from(pressed(Modifiers::SHIFT, Key::Enter));
        step += isize::from(pressed(Modifiers::NONE, Key::Enter));
        closes = pressed(Modifiers::NONE, Key::Escape);
    }
    let wants_keyboard = desk.view.keyboard.grants(&Wish::Find);
    let keys = EventFilter { escape: true, horizontal_arrows: true, ..EventFilter::default() };
    let edit = single_line(ui, &mut desk.view.finding.typed, |edit| {
        edit.id(id).hint_text("Find in the article").desired_width(INPUT).event_filter(keys)
    });
    edit.accessible_name("Find in the article");
    if wants_keyboard {
        take_keyboard(ui, id, &desk.view.finding.typed);
    }
    let standing = desk.view.finding.standing();
    ui.allocate_ui_with_layout(vec2(STANDING, theme::CONTROL), Layout::right_to_left(Align::Center), |ui| {
        let words = theme::quiet(ui, &standing);
        announce(&ui.label(words));
    });
    step -= isize::from(picture_button(ui, Picture::Up, "The place before (Shift+F3)").clicked());
    step += isize::from(picture_button(ui, Picture::Down, "The next place (F3)").clicked());
    closes |= picture_button(ui, Picture::Cross, "Close the find bar").clicked();
    if step != 0 {
        desk.view.find_by(step);
    }
    if closes {
        close(desk, ui, document);
    }
}

/// Closes the bar. The place that was looked at is selected, so that it can be made a value by a key.
fn close(desk: &mut Desk<'_>, ui: &Ui, document: &Document) {
    let place = desk.view.finding.now();
    desk.view.finding.is_open = false;
    match place {
        Some(place) => {
            let words = whole_words(&document.record().article.text, place);
            selection::select(desk, ui, document, words.unwrap_or(place));
        }
        None => ui.memory_mut(egui::Memory::stop_text_input),
    }
}
