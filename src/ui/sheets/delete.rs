//! Whether articles are to be deleted, what goes with them, and what could be done instead.

use egui::{Label, Ui};

use crate::app::{Action, Command};
use crate::model::counted;
use crate::ui::desk::Desk;
use crate::ui::theme;

/// The question. Says whether it is answered.
pub(super) fn show(desk: &mut Desk<'_>, ui: &mut Ui) -> bool {
    let count = desk.app.to_delete();
    if count == 0 {
        return true;
    }
    let articles = counted(count, "article");
    ui.heading(format!("Delete {articles} for good?"));
    let text = "Text, record and history go out of the library. Until Chancery is closed Undo brings them back, then nothing \
                does. Files on disk stay as they are.";
    ui.add(Label::new(text).wrap());
    ui.add_space(theme::GAP);
    let mut is_done = false;
    ui.horizontal(|ui| {
        if ui.button(format!("Delete {articles}")).clicked() {
            desk.send(Command::DeleteSelected);
            is_done = true;
        }
        let is_away = desk.app.selected().next().or_else(|| desk.app.row(desk.app.shown()?));
        let close = Action::named("close").filter(|_| is_away.is_some_and(|row| !row.is_put_away));
        if let Some(intent) = close.and_then(|action| action.intent(desk.app))
            && ui.button("Put away instead").clicked()
        {
            desk.view.asked.push(intent);
            is_done = true;
        }
    });
    is_done
}
