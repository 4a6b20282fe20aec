//! What actions lead to, given what is open. Each says nothing while there is nothing to do.

use super::intent::{Ask, Intent};
use crate::app::command::Command;
use crate::app::state::App;
use crate::model::EntryId;
use crate::review::{Document, Field, RecordEdit};

pub(super) fn run(command: Command) -> Option<Intent> {
    Some(Intent::Run(command))
}

pub(super) fn ask(what: Ask) -> Option<Intent> {
    Some(Intent::Ask(what))
}

/// A command for the article that is open, if one is.
pub(super) fn here(app: &App, command: Command) -> Option<Intent> {
    app.current()?;
    run(command)
}

/// An edit of what is attended to in the article that is open.
pub(super) fn edit(app: &App, edit: impl FnOnce(&Document) -> Option<RecordEdit>) -> Option<Intent> {
    run(Command::Edit(edit(app.current()?)?))
}

/// Something to do with the other reports of a meeting, if there are any.
pub(super) fn has_reports(app: &App, intent: Intent) -> Option<Intent> {
    let reports = app.other_reports(app.current()?.id());
    reports.iter().any(|report| report.is_same_meeting).then_some(intent)
}

/// The article reports another meeting than the others.
pub(super) fn separate(app: &App) -> Option<Intent> {
    let id = app.current()?.id();
    let others = app.other_reports(id).into_iter().filter(|report| report.is_same_meeting);
    let others = others.map(|report| report.article).collect();
    has_reports(app, Intent::Run(Command::Separate(id, others)))
}

/// Finds in the article that is shown, or in the list where none is.
pub(super) fn find(app: &App) -> Option<Intent> {
    app.catalog().rows().first()?;
    ask(if app.current().is_some() { Ask::Find } else { Ask::FocusSearch })
}

pub(super) fn cancel_opening(app: &App) -> Option<Intent> {
    app.is_opening().then_some(Intent::Run(Command::CancelOpening))
}

/// Removes the contact that is shown, if the article has others.
pub(super) fn remove_contact(app: &App) -> Option<Intent> {
    let id = app.current()?.id();
    (app.contacts(id).len() > 1).then_some(Intent::Run(Command::RemoveContact(id)))
}

/// Shows another contact of the article that is shown.
pub(super) fn contact_by(app: &App, steps: isize) -> Option<Intent> {
    let shown = app.shown()?;
    let ids: Vec<EntryId> = app.contacts(shown).map(|row| row.id).collect();
    let to = ids.iter().position(|id| *id == shown)?.checked_add_signed(steps)?;
    run(Command::Select(*ids.get(to)?))
}

/// Moves the value attended to so many contacts on.
pub(super) fn move_by(app: &App, steps: isize) -> Option<Intent> {
    let document = app.current()?;
    let field = document.focus()?;
    let ids: Vec<EntryId> = app.contacts(document.id()).map(|row| row.id).collect();
    let to = ids.iter().position(|id| *id == document.id())?.checked_add_signed(steps)?;
    let to = *ids.get(to)?;
    app.can_move(to, document, field).then(|| Intent::Run(Command::MoveTo(to, field.clone())))
}

pub(super) fn undo(app: &App) -> Option<Intent> {
    app.can_undo()?;
    run(Command::Undo)
}

pub(super) fn redo(app: &App) -> Option<Intent> {
    app.can_redo()?;
    run(Command::Redo)
}

pub(super) fn accept_rest(app: &App) -> Option<Intent> {
    (app.current()?.remaining() > 0).then_some(Intent::Run(Command::Edit(RecordEdit::ConfirmRest)))
}

/// Where a record is saved is asked once; then it goes to the same place.
pub(super) fn save(app: &App) -> Option<Intent> {
    let document = app.current()?;
    match document.saved_to() {
        Some(_) => run(Command::SaveAgain(document.id())),
        None => ask(Ask::SaveAs),
    }
}

pub(super) fn save_all(app: &App) -> Option<Intent> {
    let is_anything = !app.listed().is_empty() || app.unsaved().next().is_some();
    is_anything.then_some(Intent::Ask(Ask::SaveAll))
}

/// Adds the party of the value attended to, which no table knows, to the user's own list.
pub(super) fn add_party(app: &App, is_country: bool) -> Option<Intent> {
    let party = app.not_listed().filter(|_| app.can_add_party())?;
    run(Command::AddParty(party.clone(), is_country))
}

/// Asks for a known party in the place of one that no table knows.
pub(super) fn known_party(app: &App) -> Option<Intent> {
    let is_person = matches!(app.current()?.focus()?, Field::Participant(_));
    app.not_listed().filter(|_| is_person)?;
    ask(Ask::KnownParty)
}
