//! The foot of the form: how much is left to look at, and the next thing to do.

use egui::{Align, Button, Frame, Layout, Margin, Panel, Ui};

use crate::app::{Command, Document, RecordEdit};
use crate::model::ReviewStatus;
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::leading_button;

/// The foot.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let margin = Margin { left: 16, right: 16, top: 8, bottom: 8 };
    let frame = Frame::new().fill(theme::palette(ui).pane).inner_margin(margin);
    Panel::bottom("record foot").frame(frame).resizable(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            let left = match document.remaining() {
                0 => "Every value is ruled on".to_owned(),
                1 => "1 value to look at".to_owned(),
                left => format!("{left} values to look at"),
            };
            ui.label(theme::quiet(ui, left));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let reviewed = document.record().review.status == ReviewStatus::Reviewed;
                let words = if reviewed { "Next to review" } else { "Reviewed, next" };
                if leading_button(ui, words, true).clicked() {
                    desk.send(Command::ReviewedAndNext);
                }
                let rest = Button::new("Confirm the rest");
                if ui.add_enabled(document.remaining() > 0, rest).clicked() {
                    desk.edit(RecordEdit::ConfirmRest);
                }
            });
        });
    });
}
