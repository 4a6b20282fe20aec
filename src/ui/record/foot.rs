//! The foot of the form: how much is left to look at, and the next thing to do.

use egui::{Align, Button, Frame, Label, Layout, Margin, Panel, RichText, TextStyle, Ui};

use crate::app::{Command, Document, RecordEdit, Tally};
use crate::model::ReviewStatus;
use crate::ui::desk::Desk;
use crate::ui::fields;
use crate::ui::theme;
use crate::ui::widgets::leading_button;

/// The foot.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let margin = Margin { left: 16, right: 16, top: 8, bottom: 8 };
    let frame = Frame::new().fill(theme::palette(ui).pane).inner_margin(margin);
    Panel::bottom("record foot").frame(frame).resizable(false).show(ui, |ui| {
        problems(desk, ui, document);
        if document.remaining() == 0 && document.tally() != Tally::default() {
            ui.add(Label::new(theme::quiet(ui, document.tally().to_string())).wrap());
        }
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

/// The problems of the record; each leads to its field.
fn problems(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let words = match document.problems().len() {
        0 => return,
        1 => "1 problem".to_owned(),
        count => format!("{count} problems"),
    };
    let words = RichText::new(words).text_style(TextStyle::Small).color(theme::palette(ui).warn);
    ui.menu_button(words, |ui| {
        for problem in document.problems() {
            let field = problem.field.as_ref();
            let of = field.map(|field| format!("{}: ", fields::name(document.record(), field)));
            let text = format!("{}{}", of.unwrap_or_default(), problem.text);
            if ui.add(Button::new(text).wrap()).clicked() {
                desk.send(Command::Focus(field.cloned()));
                ui.close();
            }
        }
    });
}
