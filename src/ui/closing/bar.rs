//! The bar that asks what becomes of unsaved work, or says that files are still on their way in.

use egui::{Context, Ui};

use super::stage::{Closing, What, at_stake};
use crate::app::{Command, Progress};
use crate::model::{counted, number};
use crate::review::Document;
use crate::ui::asking::Question;
use crate::ui::bars;
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::leading_button;

/// The bar that asks; none while nobody wants to close.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    if !desk.view.closing.asks() {
        return;
    }
    bars::bar(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            match desk.view.closing {
                Closing::Asked(what) => unsaved(desk, ui, what),
                _ => while_opening(desk, ui),
            }
            if ui.button("Stay").clicked() {
                desk.view.closing = Closing::No;
            }
        });
    });
}

/// Asks what becomes of what is not saved.
fn unsaved(desk: &mut Desk<'_>, ui: &mut Ui, what: What) {
    ui.label(theme::heading(question(desk, what)));
    ui.add_space(theme::GAP);
    if leading_button(ui, if matches!(what, What::Document(_)) { "Save" } else { "Save all" }, true).clicked()
    {
        save(desk, ui.ctx(), what);
    }
    if ui.button("Close without saving").clicked() {
        desk.view.closing = Closing::Unsaved(what);
    }
}

/// Says that files are still on their way in, and lets the person not wait for them.
fn while_opening(desk: &mut Desk<'_>, ui: &mut Ui) {
    let what = match desk.app.progress() {
        Some(Progress { done, of, .. }) if of > 0 => format!("{} of {}", number(done), counted(of, "file")),
        _ => "Files".into(),
    };
    ui.label(theme::heading(format!("{what} opened so far. The window closes when all are.")));
    ui.add_space(theme::GAP);
    if ui.button("Close now").clicked() {
        desk.send(Command::CancelOpening);
    }
}

fn question(desk: &Desk<'_>, what: What) -> String {
    let count = at_stake(desk.app, what).len();
    format!("{} {} not saved.", counted(count, "record"), if count == 1 { "is" } else { "are" })
}

/// Saves what is at stake; records without a file need a place first.
fn save(desk: &mut Desk<'_>, ctx: &Context, what: What) {
    desk.view.closing = Closing::Saving(what);
    let unplaced = |document: &Document| document.is_unsaved() && document.saved_to().is_none();
    match what {
        What::Window | What::Selected if desk.app.documents().any(unplaced) => {
            desk.view.asking.ask(Question::SaveAll, desk.app, ctx);
        }
        What::Window | What::Selected => desk.send(Command::SaveAll { folder: None }),
        What::Document(id) if desk.app.document(id).is_some_and(unplaced) => {
            desk.view.asking.ask(Question::SaveTo(id), desk.app, ctx);
        }
        What::Document(id) => desk.send(Command::SaveAgain(id)),
    }
}
