//! Notices: a calm strip under the menu that says what happened, to which file, and what to do. It
//! stays until it is put away and is never in the way.

use egui::{Align, Frame, Label, Layout, Margin, Panel, ScrollArea, Sense, Ui, vec2};

use super::desk::Desk;
use super::sheets::Sheet;
use super::theme;
use super::widgets::{Picture, announce, flat_button, picture_button};
use crate::app::{Command, Level, Notice, Offer};

/// How high the strip grows before it scrolls.
const HIGHEST: f32 = 32.0 * theme::UNIT;

/// How long a notice that something went well stays, in seconds.
const GOOD_NEWS: f64 = 6.0;

/// Puts notices away that have been shown long enough: those that ask for nothing.
fn put_away(desk: &mut Desk<'_>, ui: &Ui) {
    let now = ui.input(|input| input.time);
    let app = desk.app;
    desk.view.told.retain(|id, _| app.notices().iter().any(|notice| notice.id == *id));
    for notice in app.notices().iter().filter(|notice| notice.level == Level::Info) {
        let left = GOOD_NEWS - (now - *desk.view.told.entry(notice.id).or_insert(now));
        if left <= 0.0 {
            desk.send(Command::Dismiss(notice.id));
        } else {
            ui.ctx().request_repaint_after_secs(left as f32);
        }
    }
}

/// The strip; none while there is nothing to tell.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    put_away(desk, ui);
    let notices = desk.app.notices();
    if notices.is_empty() {
        return;
    }
    let frame = Frame::new().fill(theme::palette(ui).raised).inner_margin(Margin::symmetric(16, 8));
    Panel::top("notices").frame(frame).resizable(false).show(ui, |ui| {
        ScrollArea::vertical().max_height(HIGHEST).auto_shrink([false, true]).show(ui, |ui| {
            // The newest is what the person has just done something about.
            for notice in notices.iter().rev() {
                line(desk, ui, notice);
            }
        });
        if notices.len() > 2 && flat_button(ui, "Dismiss all").clicked() {
            notices.iter().for_each(|notice| desk.send(Command::Dismiss(notice.id)));
        }
    });
}

fn line(desk: &mut Desk<'_>, ui: &mut Ui, notice: &Notice) {
    let palette = theme::palette(ui);
    let (mark, color) = match notice.level {
        Level::Info => (Picture::Ruling(crate::model::Ruling::Confirmed), palette.good),
        Level::Warning => (Picture::Warning, palette.warn),
        Level::Error => (Picture::Warning, palette.bad),
    };
    ui.horizontal_top(|ui| {
        let height = theme::CONTROL - theme::SMALL;
        let (rect, _) = ui.allocate_exact_size(vec2(theme::MARK, height), Sense::hover());
        mark.paint(ui.painter(), rect, color, palette);
        let offer = notice.offer.map(words);
        let width = ui.available_width() - theme::CONTROL - offer.map_or(0.0, |_| theme::OFFER);
        ui.allocate_ui_with_layout(vec2(width, height), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(vec2(width, height));
            announce(&ui.add(Label::new(&notice.text).wrap()));
        });
        if let Some(offer) = notice.offer
            && flat_button(ui, words(offer)).clicked()
        {
            match offer {
                Offer::Account => desk.view.sheet = Some(Sheet::Account),
                Offer::Choose => desk.view.sheet = Some(Sheet::TwoRecords(Default::default())),
                Offer::TakeBulkBack => desk.send(Command::TakeBulkBack),
                Offer::TakeBack(id) => desk.send(Command::PutAway(id, false)),
                Offer::TakeDays(id) => desk.send(Command::TakeDaysAnew(id)),
                Offer::TakePutAwayBack => desk.send(Command::TakePutAwayBack),
                Offer::TakeDecisionBack => desk.send(Command::TakeDecisionBack),
            }
        }
        if picture_button(ui, Picture::Cross, "Dismiss this message").clicked() {
            desk.send(Command::Dismiss(notice.id));
        }
    });
}

fn words(offer: Offer) -> &'static str {
    match offer {
        Offer::Account => "Show which",
        Offer::TakeDays(_) => "Use the new dates",
        Offer::Choose => "Compare",
        Offer::TakeBack(_) | Offer::TakeBulkBack | Offer::TakePutAwayBack | Offer::TakeDecisionBack => "Undo",
    }
}
