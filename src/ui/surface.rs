//! The middle of the window: the article, or what is made of all that are listed.

use egui::{CentralPanel, Frame, Margin, Ui};

use super::asking::Question;
use super::desk::Desk;
use super::panes::Pane;
use super::pictures::{self, Asked};
use super::{article, ledger, reports, theme};
use crate::app::{Command, Surface};

/// What lies in the middle.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    ledger::put_away(desk);
    desk.view.panes.place(Pane::Middle, ui.available_rect_before_wrap());
    match desk.view.surface {
        Surface::Article => article::show(desk, ui),
        Surface::Reports => framed(desk, ui, reports::show),
        Surface::Ledger => framed(desk, ui, ledger::show),
        Surface::Pictures => framed(desk, ui, hung),
    }
}

/// A surface with its margin.
fn framed(desk: &mut Desk<'_>, ui: &mut Ui, show: fn(&mut Desk<'_>, &mut Ui)) {
    let paper = Frame::new().fill(theme::palette(ui).paper).inner_margin(Margin::same(16));
    CentralPanel::no_frame().frame(paper).show(ui, |ui| show(desk, ui));
}

/// The pictures of what is listed, made anew when that has changed.
fn hung(desk: &mut Desk<'_>, ui: &mut Ui) {
    if desk.app.wants_gallery() {
        desk.send(Command::HangPictures);
    }
    let Some(gallery) = desk.app.gallery() else {
        ui.label(theme::quiet(ui, "Looking through the articles…"));
        return;
    };
    let unreviewed = desk.app.counts_left().to_review;
    match pictures::show(ui, gallery, unreviewed, &mut desk.view.picture) {
        Some(Asked::Narrow(label, selection)) => desk.send(Command::Pick(label, selection)),
        Some(Asked::Save(format)) => {
            let question = Question::Picture(desk.view.picture, format);
            desk.view.asking.ask(question, desk.app, ui.ctx());
        }
        None => {}
    }
}
