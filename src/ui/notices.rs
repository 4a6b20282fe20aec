//! Notices: what happened, to which file, and what to do, in one place over the foot of what lies in the middle.
//! Nothing moves when one comes or goes. Good news goes by itself; the rest stays until it is dismissed.

use egui::{
    Align, Align2, Area, Context, Frame, Id, Label, Layout, Margin, Order, ScrollArea, Sense, Stroke, Ui,
    pos2, vec2,
};

use super::desk::Desk;
use super::panes::Pane;
use super::sheets::Sheet;
use super::theme;
use super::widgets::{Picture, announce, flat_button, picture_button};
use crate::app::{App, Command, Level, Notice, Offer};

/// How high they grow before they scroll.
const HIGHEST: f32 = 40.0 * theme::UNIT;

/// How long a notice that something went well stays, in seconds.
const GOOD_NEWS: f64 = 6.0;

/// Puts notices away that have been shown long enough: those that ask for nothing, and are not being read.
fn put_away(desk: &mut Desk<'_>, ui: &Ui, is_read: bool) {
    let now = ui.input(|input| input.time);
    let app = desk.app;
    desk.view.told.retain(|id, _| app.notices().iter().any(|notice| notice.id == *id));
    for notice in app.notices().iter().filter(|notice| notice.level == Level::Info) {
        let since = desk.view.told.entry(notice.id).or_insert(now);
        if is_read {
            *since = now;
        }
        let left = GOOD_NEWS - (now - *since);
        if left <= 0.0 {
            desk.send(Command::Dismiss(notice.id));
        } else {
            ui.ctx().request_repaint_after_secs(left as f32);
        }
    }
}

/// By what they are known to the window.
fn id() -> Id {
    Id::unique("notices")
}

/// Where they begin, from above; nothing while there are none.
pub fn top(app: &App, ctx: &Context) -> Option<f32> {
    let area = ctx.memory(|memory| memory.area_rect(id()));
    area.filter(|_| !app.notices().is_empty()).map(|area| area.top())
}

/// The notices; none while there is nothing to tell.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    let id = id();
    let area = ui.ctx().memory(|memory| memory.area_rect(id));
    let pointer = ui.ctx().pointer_latest_pos();
    let is_read = area.zip(pointer).is_some_and(|(area, at)| area.contains(at));
    put_away(desk, ui, is_read);
    if desk.app.notices().is_empty() {
        return;
    }
    let room = ui.available_rect_before_wrap().shrink(theme::GAP);
    let width = theme::PROSE.min(room.width()) - 2.0 * theme::EDGE;
    let place = pos2(room.center().x, room.bottom() - theme::GAP);
    let area = Area::new(id).order(Order::Foreground).pivot(Align2::CENTER_BOTTOM).fixed_pos(place);
    let shown = area.constrain_to(room).fade_in(false).show(ui.ctx(), |ui| {
        let palette = theme::palette(ui);
        let frame = Frame::popup(ui.style()).fill(palette.raised).inner_margin(Margin::symmetric(16, 8));
        frame.stroke(Stroke::new(1.0, palette.control)).show(ui, |ui| {
            ui.set_width(width);
            lines(desk, ui);
        });
    });
    desk.view.panes.place(Pane::Messages, shown.response.rect);
}

fn lines(desk: &mut Desk<'_>, ui: &mut Ui) {
    let notices = desk.app.notices();
    ScrollArea::vertical().max_height(HIGHEST).min_scrolled_height(HIGHEST).auto_shrink([false, true]).show(
        ui,
        |ui| {
            // The newest is what the person has just done something about.
            for notice in notices.iter().rev() {
                ui.push_id(notice.id, |ui| line(desk, ui, notice));
            }
        },
    );
    if notices.len() > 1 && flat_button(ui, "Dismiss all").clicked() {
        notices.iter().for_each(|notice| desk.send(Command::Dismiss(notice.id)));
    }
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
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if picture_button(ui, Picture::Cross, "Dismiss this message").clicked() {
                desk.send(Command::Dismiss(notice.id));
            }
            if let Some(offer) = notice.offer
                && flat_button(ui, words(offer)).clicked()
            {
                take(desk, offer);
            }
            let room = vec2(ui.available_width(), height);
            ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_size(room);
                announce(&ui.add(Label::new(&notice.text).wrap()));
            });
        });
    });
}

/// Does what a notice offers.
fn take(desk: &mut Desk<'_>, offer: Offer) {
    match offer {
        Offer::Account => desk.view.sheet = Some(Sheet::Account),
        Offer::Choose => desk.view.sheet = Some(Sheet::TwoRecords(Default::default())),
        Offer::TakeBulkBack => desk.send(Command::TakeBulkBack),
        Offer::TakeBack(id) => desk.send(Command::PutAway(id, false)),
        Offer::TakeDays(id) => desk.send(Command::TakeDaysAnew(id)),
        Offer::ChangeColumns(number) => desk.send(Command::ChangeColumns(number)),
        Offer::TakePutAwayBack => desk.send(Command::TakePutAwayBack),
        Offer::TakeDecisionBack => desk.send(Command::TakeDecisionBack),
    }
}

fn words(offer: Offer) -> &'static str {
    match offer {
        Offer::Account => "Show which",
        Offer::TakeDays(_) => "Use the new dates",
        Offer::Choose => "Compare",
        Offer::ChangeColumns(_) => "Change",
        Offer::TakeBack(_) | Offer::TakeBulkBack | Offer::TakePutAwayBack | Offer::TakeDecisionBack => "Undo",
    }
}
