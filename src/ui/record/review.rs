//! The review: how far it has come, by whom, and what the reviewer has to say. And the article's
//! title, which belongs to no field.

use std::collections::BTreeSet;

use egui::{Align, Frame, Margin, Ui, vec2};

use super::form::{Form, row};
use super::several;
use crate::across::fit;
use crate::model::{Line, ReviewStatus};
use crate::review::{Document, RecordEdit};
use crate::ui::desk::Desk;
use crate::ui::keyboard::Wish;
use crate::ui::theme;
use crate::ui::widgets::{Lines, Offers, TextLine, flat_button, option, plain};

/// How many of the tags that other records have are a click away.
const MOST_AT_HAND: usize = 4;

/// The section.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    Frame::new().inner_margin(Margin::same(8)).show(ui, |ui| form(desk, ui, document));
}

/// Under which names it is filed: each as a chip that can be taken away, and an input for others. What other
/// records are filed under is offered.
fn tags(form: &Form<'_>, desk: &mut Desk<'_>, ui: &mut Ui, tags: &BTreeSet<Line>) {
    let chosen: Vec<(String, String)> = tags.iter().map(|tag| (tag.to_string(), tag.to_string())).collect();
    if !chosen.is_empty() {
        row(ui, "Tags", |ui, _| {
            if let Some(gone) = several::chips(ui, "tags", &chosen) {
                let rest = tags.iter().filter(|tag| ***tag != *gone).cloned().collect();
                desk.send(form.command(RecordEdit::Tags(rest)));
            }
        });
    }
    let app = desk.app;
    let known = || app.catalog().tags_in_use().filter(|tag| !tags.contains(*tag));
    let others = |typed: &str| {
        let fitting = known().filter(|tag| fit(typed, tag).is_some());
        fitting.map(ToString::to_string).collect()
    };
    let add = |typed: String| {
        let new = typed.split(',').map(str::trim).filter(|tag| !tag.is_empty()).map(Line::from);
        RecordEdit::Tags(tags.iter().cloned().chain(new).collect())
    };
    if desk.view.keyboard.grants(&Wish::Tag) {
        ui.memory_mut(|memory| memory.request_focus(form.slot("Add a tag").id()));
        ui.scroll_to_cursor(Some(Align::Center));
    }
    form.offered(desk, ui, ("Add a tag", ""), Offers { of: &others, is_at_hand: true }, add);
    let at_hand: Vec<&Line> = known().take(MOST_AT_HAND).collect();
    if !at_hand.is_empty() {
        one_of(form, desk, ui, tags, &at_hand);
    }
}

/// Tags that other records have, each a click away.
fn one_of(form: &Form<'_>, desk: &mut Desk<'_>, ui: &mut Ui, tags: &BTreeSet<Line>, at_hand: &[&Line]) {
    row(ui, "", |ui, _| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme::SMALL, theme::SMALL);
            for tag in at_hand {
                let chip = option(ui, tag);
                if chip.contains_pointer() {
                    // A click takes it in place of what is typed.
                    desk.view.drafts.hold(&form.slot("Add a tag"));
                }
                if chip.clicked() {
                    desk.view.drafts.drop(&form.slot("Add a tag"));
                    let new = tags.iter().cloned().chain([Line::clone(tag)]).collect();
                    desk.send(form.command(RecordEdit::Tags(new)));
                }
            }
        });
    });
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
    tags(&form, desk, ui, &record.review.tags);
    // The record's own: who reviews from now on stands in the settings.
    let reviewer = record.review.reviewer.as_deref().unwrap_or_default();
    let hint = "whoever marks it as reviewed";
    form.line(desk, ui, ("Reviewer", reviewer), Lines::One, hint, RecordEdit::Reviewer);
    form.line(desk, ui, ("Notes", &record.review.notes), Lines::Many, "", RecordEdit::Notes);
}
