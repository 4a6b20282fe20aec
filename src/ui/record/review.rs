//! The review: how far it has come, by whom, and what the reviewer has to say. And the article's
//! title, which belongs to no field.

use egui::{Frame, Margin, Ui};

use super::form::{Form, row};
use crate::app::{Command, Document, RecordEdit, Setting};
use crate::model::ReviewStatus;
use crate::ui::desk::Desk;
use crate::ui::widgets::{Lines, TextLine};

/// The section.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    Frame::new().inner_margin(Margin::same(8)).show(ui, |ui| form(desk, ui, document));
}

fn form(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let record = document.record();
    let form = Form { document, field: None };
    let label = |status: ReviewStatus| status.label().to_owned();
    if let Some(status) = form.choice(desk, ui, "Status", record.review.status, ReviewStatus::ALL, label) {
        desk.edit(RecordEdit::Status(status));
    }
    if let Some(name) = form.words(desk, ui, "Reviewer", &desk.app.settings().reviewer) {
        desk.send(Command::Set(Setting::Reviewer(name)));
    }
    let title = record.article.title.as_deref().unwrap_or_default();
    let typed = row(ui, "Headline", |ui, id| {
        let line = TextLine { lines: Lines::Wrapped, ..TextLine::new(form.slot("Headline"), title) };
        line.show(desk, ui, id)
    });
    if let Some(title) = typed {
        desk.edit(RecordEdit::Title(title));
    }
    let typed = row(ui, "Notes", |ui, id| {
        let line = TextLine { lines: Lines::Many, ..TextLine::new(form.slot("Notes"), &record.review.notes) };
        line.show(desk, ui, id)
    });
    if let Some(notes) = typed {
        desk.edit(RecordEdit::Notes(notes));
    }
}
