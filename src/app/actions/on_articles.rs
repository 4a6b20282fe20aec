//! What actions do to articles of the list: to all that are selected together, or else to the one that is shown.

use super::intent::{Ask, Intent};
use super::intents::{ask, run};
use crate::across::{BulkEdit, Row};
use crate::app::command::{Command, Exported};
use crate::app::state::App;
use crate::model::ReviewStatus;
use crate::review::RecordEdit;

/// Whether several articles are selected together.
pub(super) fn are_several(app: &App) -> bool {
    app.several() > 0
}

/// Whether what is acted on was put away.
pub(super) fn is_put_away(app: &App) -> bool {
    !are_several(app) && app.shown().and_then(|id| app.row(id)).is_some_and(|row| row.is_put_away)
}

/// Whether several are selected together that were put away: no list has both such and others.
pub(super) fn are_put_away(app: &App) -> bool {
    app.selected().next().is_some_and(|row| row.is_put_away)
}

/// Puts articles away with their contacts, or brings them back.
pub(super) fn close(app: &App) -> Option<Intent> {
    if are_put_away(app) {
        return run(Command::PutSelectedAway(false));
    }
    if are_several(app) {
        let is_unsaved = app.unsaved_of_selected().any(|document| app.shows_unsaved(document));
        return if is_unsaved { ask(Ask::CloseSelected) } else { run(Command::PutSelectedAway(true)) };
    }
    let id = app.shown()?;
    if is_put_away(app) {
        return run(Command::PutAway(id, false));
    }
    let mut documents = app.contacts(id).filter_map(|row| app.document(row.id));
    let is_unsaved = documents.any(|document| app.shows_unsaved(document));
    if is_unsaved { ask(Ask::Close) } else { run(Command::Close(id)) }
}

/// Whether all that is acted on is flagged: the flags go then.
pub(super) fn is_flagged(app: &App) -> bool {
    match are_several(app) {
        true => app.selected().all(|row| row.is_flagged),
        false => app.current().is_some_and(|document| document.flag().is_some()),
    }
}

/// The same of several.
pub(super) fn are_flagged(app: &App) -> bool {
    are_several(app) && is_flagged(app)
}

/// Flags articles for another look, or removes the flags where all have one.
pub(super) fn flag(app: &App) -> Option<Intent> {
    if are_several(app) {
        let why = (!is_flagged(app)).then(String::new);
        return run(Command::ChangeSelected(BulkEdit::Flag(why)));
    }
    app.current()?;
    run(Command::Flag(!is_flagged(app)))
}

/// Files articles under a name.
pub(super) fn tag(app: &App) -> Option<Intent> {
    if !are_several(app) {
        app.current()?;
    }
    ask(Ask::Tag)
}

/// Sets the status. Of several that would be reviewed it is told first what nobody has decided in them.
pub(super) fn status(app: &App, status: ReviewStatus) -> Option<Intent> {
    if !are_several(app) {
        app.current().filter(|document| document.status() != status)?;
        return run(Command::Edit(RecordEdit::Status(status)));
    }
    match status {
        ReviewStatus::Reviewed => ask(Ask::Bulk(Some(status))),
        _ => change(app, |row| row.status != status, BulkEdit::Status(status)),
    }
}

/// Rejects articles; of one it is gone on from to the next.
pub(super) fn reject(app: &App) -> Option<Intent> {
    if are_several(app) {
        return status(app, ReviewStatus::Rejected);
    }
    app.current().filter(|document| document.status() != ReviewStatus::Rejected)?;
    run(Command::RejectAndNext)
}

/// Takes the review up again of what is reviewed or rejected.
pub(super) fn reopen(app: &App) -> Option<Intent> {
    let is_over = |status| matches!(status, ReviewStatus::Reviewed | ReviewStatus::Rejected);
    if are_several(app) {
        let edit = BulkEdit::Status(ReviewStatus::InReview);
        return change(app, |row| is_over(row.status), edit);
    }
    app.current().filter(|document| is_over(document.status()))?;
    run(Command::Edit(RecordEdit::Status(ReviewStatus::InReview)))
}

/// A change of all that are selected, if it changes any of them.
fn change(app: &App, mut is_other: impl FnMut(&Row) -> bool, edit: BulkEdit) -> Option<Intent> {
    app.selected().find(|row| is_other(row))?;
    run(Command::ChangeSelected(edit))
}

/// Exports: it is begun with what is selected together, or else with what is reviewed, or with all of it while nothing is.
pub(super) fn export(app: &App) -> Option<Intent> {
    let first = [Exported::Selected, Exported::Reviewed, Exported::Listed, Exported::All];
    ask(Ask::Export(first.into_iter().find(|what| app.to_export(*what) > 0)?))
}

/// Exports what is selected together, or else what is shown, as a page.
pub(super) fn report(app: &App) -> Option<Intent> {
    let first = [Exported::Selected, Exported::Shown];
    ask(Ask::Report(first.into_iter().find(|what| app.to_export(*what) > 0)?))
}

/// Copies the same as text.
pub(super) fn copy_records(app: &App) -> Option<Intent> {
    report(app)?;
    run(Command::CopyRecords)
}

/// Saves the comparison that the article is in which is shown.
pub(super) fn save_comparison(app: &App) -> Option<Intent> {
    let (compared, shown) = (app.compared()?, app.shown()?);
    [compared.here, compared.there].contains(&shown).then_some(Intent::Ask(Ask::SaveComparison))
}

/// Exports all that is listed, where that is not nothing.
pub(super) fn export_listed(app: &App) -> Option<Intent> {
    app.listed().first()?;
    ask(Ask::Export(Exported::Listed))
}

/// Sets two articles side by side that are selected together.
pub(super) fn compare(app: &App) -> Option<Intent> {
    (app.several() == 2).then_some(Intent::Ask(Ask::CompareSelected))
}
