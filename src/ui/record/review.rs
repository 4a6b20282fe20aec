//! The review: how far it has come, by whom, and what the reviewer has to say. And the article's
//! title, which belongs to no field.

use egui::{Align, Frame, Margin, Ui};

use super::form::{Form, row};
use crate::app::{Command, Setting};
use crate::model::ReviewStatus;
use crate::review::{Document, RecordEdit};
use crate::ui::desk::Desk;
use crate::ui::keyboard::Wish;
use crate::ui::widgets::{Lines, TextLine, flat_button, plain};

/// The section.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    Frame::new().inner_margin(Margin::same(8)).show(ui, |ui| form(desk, ui, document));
}

/// Whether somebody should look at the record again, and why.
fn flag(form: &Form<'_>, desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let Some(why) = document.flag() else {
        row(ui, "Flag", |ui, _| {
            if flat_button(ui, "Flag for another look").clicked() {
                desk.edit(RecordEdit::Flag(Some(String::new())));
            }
        });
        return;
    };
    let slot = form.slot("Flag");
    if desk.view.keyboard.grants(&Wish::Reason) {
        ui.memory_mut(|memory| memory.request_focus(slot.id()));
        ui.scroll_to_cursor(Some(Align::Center));
    }
    let read = |why: &str| Ok(form.command(RecordEdit::Flag(Some(why.to_owned()))));
    row(ui, "Flag", |ui, id| {
        let line = TextLine::new(slot.clone(), why, &read);
        desk.text_line(ui, TextLine { hint: "what to check", lines: Lines::Wrapped, ..line }, id);
        if flat_button(ui, "Remove flag").clicked() {
            desk.view.drafts.drop(&slot);
            desk.edit(RecordEdit::Flag(None));
        }
    });
}

fn form(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let record = document.record();
    let form = Form { document, field: None };
    let label = |status: ReviewStatus| status.label().to_owned();
    if let Some(status) =
        form.choice(desk, ui, "Status", record.review.status, ReviewStatus::ALL, (label, plain))
    {
        desk.edit(RecordEdit::Status(status));
    }
    flag(&form, desk, ui, document);
    let reviewer = &desk.app.settings().reviewer;
    let read = |name: &str| Ok(Command::Set(Setting::Reviewer(name.to_owned())));
    row(ui, "Reviewer", |ui, id| {
        desk.text_line(ui, TextLine::new(form.slot("Reviewer"), reviewer, &read), id);
    });
    form.line(desk, ui, ("Notes", &record.review.notes), Lines::Many, "", RecordEdit::Notes);
}
