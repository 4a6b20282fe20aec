//! Sheets that lie over the window until they are put away: the keys, the settings, what became of files,
//! what this program is. Each is a file.

mod about;
mod account;
mod actions;
mod bulk;
mod bulk_form;
mod columns;
mod columns_form;
mod delete;
mod differing_rows;
mod export;
mod export_form;
mod history;
mod history_rows;
mod progress;
mod recent;
mod reviewer;
mod reviewer_form;
mod scrolled;
mod settings;
mod sheet;
mod titles;
mod two_records;

pub use actions::PLACES;
pub use bulk_form::BulkForm;
pub use columns_form::ColumnsForm;
pub use export_form::ExportForm;
pub use reviewer_form::ReviewerForm;
pub use sheet::Sheet;

use reviewer_form::Ended;

use egui::{Context, Frame, Id, Key, Modal, Popup};

use super::desk::Desk;
use super::widgets::name;
use crate::app::Command;
use crate::ui::theme;

/// The sheet that is open, if one is.
pub fn show(desk: &mut Desk<'_>, ctx: &Context) {
    // What is asked of a table waits until another sheet is put away.
    let asked = || desk.app.asked_table().map(|asked| Sheet::Columns(ColumnsForm::of(asked)));
    let Some(mut sheet) = desk.view.sheet.take().or_else(asked) else {
        desk.view.had_sheet = false;
        return;
    };
    if !std::mem::replace(&mut desk.view.had_sheet, true) {
        take_keyboard(ctx);
    }
    // A list of choices that is open is what Escape closes.
    let is_choosing = Popup::is_any_open(ctx);
    let frame = Frame::window(&ctx.global_style()).inner_margin(theme::SECTION);
    let modal = Modal::new(Id::unique("sheet")).frame(frame).show(ctx, |ui| {
        ui.set_width(sheet.width());
        let done = match &mut sheet {
            Sheet::Actions(search) => actions::show(desk, ui, search),
            Sheet::Bulk(form) => bulk::show(desk, ui, form),
            Sheet::Export(form) => export::show(desk, ui, form),
            Sheet::Columns(form) => return columns::show(desk, ui, form),
            Sheet::Titles(search) => titles::show(desk, ui, search),
            Sheet::History(rows) => history::show(desk, ui, rows),
            Sheet::Reviewer(form) => reviewer::show(ui, form),
            Sheet::Settings => settings::show(desk, ui),
            Sheet::Delete(articles) => delete::show(desk, ui, articles),
            Sheet::Recent => recent::show(desk, ui),
            Sheet::Account => account::show(desk, ui),
            Sheet::TwoRecords(rows) => two_records::show(desk, ui, rows),
            Sheet::Progress => {
                progress::show(desk, ui);
                false
            }
            Sheet::About => {
                about::show(ui);
                false
            }
        };
        if matches!(sheet, Sheet::Reviewer(_)) {
            return done;
        }
        ui.add_space(theme::GAP);
        ui.button("Close").clicked() || done
    });
    name(ctx, modal.response.id, sheet.title(), true);
    let escape = ctx.input(|input| input.key_pressed(Key::Escape)) && !is_choosing;
    // A click beside a question is no answer.
    let stays = matches!(sheet, Sheet::Columns(_) | Sheet::Reviewer(_)) || !modal.should_close();
    if !modal.inner && stays && !escape {
        desk.view.sheet = Some(sheet);
        return;
    }
    match sheet {
        Sheet::Reviewer(mut form) => {
            if !modal.inner {
                form.put_off();
            }
            match form.end() {
                Ended::Named(commands) => commands.into_iter().for_each(|command| desk.send(command)),
                Ended::Unnamed(commands) => desk.view.unnamed.extend(commands),
            }
        }
        Sheet::Columns(form) if !modal.inner => desk.send(Command::LeaveTables(Some(form.number))),
        _ => {}
    }
}

/// Takes the keyboard from what lies behind: what is typed from now on is typed on the sheet.
fn take_keyboard(ctx: &Context) {
    ctx.memory_mut(|memory| memory.focused().into_iter().for_each(|id| memory.surrender_focus(id)));
}
