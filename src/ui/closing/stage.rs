//! How far closing the window or an article has come, and what the next frame does about it.

use std::collections::BTreeSet;

use egui::{Context, ViewportCommand};

use crate::app::{App, Command};
use crate::model::EntryId;
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
    /// The person wants it closed without saving.
    Unsaved(What),
    /// The window closes once the files are in that are being opened, or when the person does not want to wait.
    Opening,
    /// The window closes, whatever is unsaved.
    Sure,
}

/// What is to be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The window, and with it the program.
    Window,
    /// One document.
    Document(EntryId),
    /// The documents that are selected together.
    Selected,
}

/// The documents that closing would lose something of.
pub(super) fn at_stake(app: &App, what: What) -> BTreeSet<EntryId> {
    match what {
        What::Window => app.unsaved().map(Document::id).collect(),
        What::Document(id) => app.unsaved().map(Document::id).filter(|unsaved| *unsaved == id).collect(),
        What::Selected => app.unsaved_of_selected().map(Document::id).collect(),
    }
}

impl Closing {
    /// Whether a person is asked something, or told what closing waits for.
    pub fn asks(&self) -> bool {
        matches!(self, Self::Asked(_) | Self::Opening)
    }

    /// Answers the wish of the desktop to close the window, and closes once everything is saved. With
    /// `is_asking` a question where to save is open.
    pub fn follow(&mut self, app: &mut App, is_asking: bool, ctx: &Context) {
        if ctx.input(|input| input.viewport().close_requested()) && *self != Self::Sure {
            let unsaved = !at_stake(app, What::Window).is_empty();
            if unsaved || app.is_opening() {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
                // What is on its way into the library is waited for; nobody need be asked.
                *self = match app.keeps_edits() {
                    _ if !unsaved => Self::Opening,
                    true => Self::Saving(What::Window),
                    false => Self::Asked(What::Window),
                };
            }
        }
        if let Self::Opening = *self
            && !app.is_opening()
        {
            *self = Self::Asked(What::Window);
        }
        if let Self::Saving(what) | Self::Asked(what) = *self
            && at_stake(app, what).is_empty()
        {
            if what == What::Window && app.is_opening() {
                *self = Self::Opening;
            } else {
                self.close(app, ctx, what);
            }
        } else if let Self::Saving(what) = *self
            && app.progress().is_none()
            && !app.keeps_edits()
            && !is_asking
        {
            // Saving has ended and something is left: a notice says why.
            *self = Self::Asked(what);
        }
    }

    /// Closes without saving, if the person said so.
    pub fn without_saving(&mut self, app: &mut App, ctx: &Context) {
        if let Self::Unsaved(what) = *self {
            self.close(app, ctx, what);
        }
    }

    fn close(&mut self, app: &mut App, ctx: &Context, what: What) {
        match what {
            What::Window => {
                *self = Self::Sure;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            What::Document(id) => {
                *self = Self::No;
                app.run(Command::Close(id));
            }
            What::Selected => {
                *self = Self::No;
                app.run(Command::PutSelectedAway(true));
            }
        }
    }
}
