//! Sheets that lie over the window until they are put away: the keys, the settings, what became of files,
//! what this program is. Each is a file.

mod about;
mod account;
mod actions;
mod bulk;
mod bulk_form;
mod history;
mod recent;
mod scrolled;
mod settings;
mod sheet;
mod titles;

pub use bulk_form::BulkForm;
pub use sheet::Sheet;

use egui::{Context, Frame, Id, Key, Modal};

use super::desk::Desk;
use super::widgets::name;
use crate::ui::theme;

/// The sheet that is open, if one is.
pub fn show(desk: &mut Desk<'_>, ctx: &Context) {
    let Some(mut sheet) = desk.view.sheet.take() else { return };
    let frame = Frame::window(&ctx.global_style()).inner_margin(theme::SECTION);
    let modal = Modal::new(Id::unique("sheet")).frame(frame).show(ctx, |ui| {
        ui.set_width(theme::PROSE);
        let done = match &mut sheet {
            Sheet::Actions(search) => actions::show(desk, ui, search),
            Sheet::Bulk(form) => bulk::show(desk, ui, form),
            Sheet::Titles(search) => titles::show(desk, ui, search),
            Sheet::History => history::show(desk, ui),
            Sheet::Settings => settings::show(desk, ui),
            Sheet::Recent => recent::show(desk, ui),
            Sheet::Account => account::show(desk, ui),
            Sheet::About => {
                about::show(ui);
                false
            }
        };
        ui.add_space(theme::GAP);
        ui.button("Close").clicked() || done
    });
    name(ctx, modal.response.id, sheet.title(), true);
    let escape = ctx.input(|input| input.key_pressed(Key::Escape));
    if !modal.inner && !modal.should_close() && !escape {
        desk.view.sheet = Some(sheet);
    }
}
