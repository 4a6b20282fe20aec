//! Closing with unsaved work: the window stays and asks in a bar.

use std::collections::BTreeSet;

use egui::{Context, Frame, Margin, Panel, Ui, ViewportCommand};

use super::asking::Question;
use super::desk::Desk;
use super::theme;
use super::view::View;
use super::widgets::leading_button;
use crate::app::{App, Command};
use crate::model::{EntryId, counted};
use crate::review::Document;

/// How far closing has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Closing {
    /// Nobody wants to.
    #[default]
    No,
    /// The question is asked.
    Asked(What),
    /// What is unsaved is being saved, then it closes.
    Saving(What),
    /// Closes, whatever is unsaved.
    Sure,
}

/// What is to be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The window, and with it the program.
    Window,
    /// One document.
    Document(EntryId),
}

/// The documents that closing would lose something of.
fn at_stake(app: &App, what: What) -> BTreeSet<EntryId> {
    let unsaved = app.unsaved().map(Document::id);
    unsaved.filter(|id| matches!(what, What::Window) || what == What::Document(*id)).collect()
}

/// Answers the wish of the desktop to close the window, and closes once everything is saved.
pub fn follow(app: &mut App, view: &mut View, ctx: &Context) {
    if ctx.input(|input| input.viewport().close_requested())
        && view.closing != Closing::Sure
        && !at_stake(app, What::Window).is_empty()
    {
        ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        // What is on its way into the library is waited for; nobody need be asked.
        view.closing = match app.keeps_edits() {
            true => Closing::Saving(What::Window),
            false => Closing::Asked(What::Window),
        };
    }
    if let Closing::Saving(what) | Closing::Asked(what) = view.closing
        && at_stake(app, what).is_empty()
    {
        close(app, view, ctx, what);
    } else if let Closing::Saving(what) = view.closing
        && app.progress().is_none()
        && !app.keeps_edits()
        && !view.asking.is_waiting()
    {
        // Saving has ended and something is left: a notice says why.
        view.closing = Closing::Asked(what);
    }
}

fn close(app: &mut App, view: &mut View, ctx: &Context, what: What) {
    match what {
        What::Window => {
            view.closing = Closing::Sure;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        What::Document(id) => {
            view.closing = Closing::No;
            app.run(Command::Close(id));
        }
    }
}

/// The bar that asks; none while nobody wants to close.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    let Closing::Asked(what) = desk.view.closing else { return };
    let frame = Frame::new().fill(theme::palette(ui).wash).inner_margin(Margin::symmetric(16, 8));
    Panel::top("closing").frame(frame).resizable(false).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.label(theme::heading(question(desk, what)));
            ui.add_space(theme::GAP);
            if leading_button(ui, if what == What::Window { "Save all" } else { "Save" }, true).clicked() {
                save(desk, ui.ctx(), what);
            }
            if ui.button("Close without saving").clicked() {
                desk.view.sure = Some(what);
            }
            if ui.button("Stay").clicked() {
                desk.view.closing = Closing::No;
            }
        });
    });
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
        What::Window if desk.app.documents().any(unplaced) => {
            desk.view.asking.ask(Question::SaveAll, desk.app, ctx);
        }
        What::Window => desk.send(Command::SaveAll { folder: None }),
        What::Document(id) if desk.app.document(id).is_some_and(unplaced) => {
            desk.view.asking.ask(Question::SaveTo(id), desk.app, ctx);
        }
        What::Document(id) => desk.send(Command::SaveAgain(id)),
    }
}

/// Closes without saving, because the person said so.
pub fn without_saving(app: &mut App, view: &mut View, ctx: &Context) {
    if let Some(what) = view.sure.take() {
        close(app, view, ctx, what);
    }
}
