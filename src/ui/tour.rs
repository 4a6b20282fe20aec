//! The tour's strip below the article: one thing to try at a time.

use egui::{Align, Frame, Label, Layout, Margin, Panel, RichText, Ui};

use super::desk::Desk;
use super::panes::Pane;
use super::theme;
use super::widgets::flat_button;
use crate::app::Command;

/// The strip; none unless a tour is under way.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    let Some((step, number, of)) = desk.app.tour() else { return };
    let palette = theme::palette(ui);
    let frame = Frame::new().fill(palette.wash).inner_margin(Margin::symmetric(16, 8));
    let strip = Panel::bottom("tour").frame(frame).resizable(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(theme::heading("Tour"));
            ui.label(theme::quiet(ui, format!("{number} of {of}")));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if flat_button(ui, "End the tour").clicked() {
                    desk.send(Command::EndTour);
                }
                if flat_button(ui, "Next step").clicked() {
                    desk.send(Command::NextTourStep);
                }
            });
        });
        let words = RichText::new(step.words(&desk.app.settings().keys));
        ui.add(Label::new(words).wrap());
    });
    desk.view.panes.place(Pane::Tour, strip.response.rect);
}
