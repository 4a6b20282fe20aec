//! Whether articles are to be deleted, what goes with them, and what could be done instead.

use egui::{Label, Ui};

use crate::app::{Action, Command};
use crate::model::{EntryId, counted};
use crate::ui::desk::Desk;
use crate::ui::theme;

/// How many of the articles are named.
const NAMED: usize = 6;

/// The question. Says whether it is answered.
pub(super) fn show(desk: &mut Desk<'_>, ui: &mut Ui, ids: &[EntryId]) -> bool {
    let rows: Vec<_> = ids.iter().filter_map(|id| desk.app.row(*id)).collect();
    if rows.is_empty() {
        return true;
    }
    let articles = counted(rows.len(), "article");
    ui.heading(format!("Delete {articles} for good?"));
    for row in rows.iter().take(NAMED) {
        ui.add(Label::new(&*row.title).truncate());
    }
    if rows.len() > NAMED {
        ui.label(theme::quiet(ui, format!("… and {}", counted(rows.len() - NAMED, "other"))));
    }
    ui.add_space(theme::GAP);
    let text = "Text, record and history go out of the library. Until Chancery is closed Undo brings them back, then nothing \
                does. Files on disk stay as they are.";
    ui.add(Label::new(text).wrap());
    ui.add_space(theme::GAP);
    let mut is_done = false;
    ui.horizontal(|ui| {
        if ui.button(format!("Delete {articles}")).clicked() {
            desk.send(Command::Delete(ids.to_vec()));
            is_done = true;
        }
        let are_here = rows.iter().all(|row| !row.is_put_away);
        let close = Action::named("close").filter(|_| are_here);
        if let Some(intent) = close.and_then(|action| action.intent(desk.app))
            && ui.button("Put away instead").clicked()
        {
            desk.view.asked.push(intent);
            is_done = true;
        }
    });
    is_done
}
