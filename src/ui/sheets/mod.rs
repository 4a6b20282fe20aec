//! Sheets that lie over the window until they are put away: the keys, the settings, what became of files,
//! what this program is. Each is a file.

mod about;
mod account;
mod actions;
mod bulk;
mod history;
mod settings;
mod titles;

use egui::{Context, Frame, Id, Key, Modal, ScrollArea, Ui};

use super::desk::Desk;
use super::widgets::name;
use crate::ui::theme;
pub use bulk::BulkForm;

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Every action with its key, searched by what is typed; a click does it.
    Actions {
        /// What is typed.
        typed: String,
    },
    /// A change of all articles that are listed.
    Bulk(BulkForm),
    /// Articles by their titles.
    Titles {
        /// What is typed.
        typed: String,
        /// Which of those found Enter would take.
        at: usize,
    },
    /// The steps of the record that is shown; a click goes to one.
    History,
    /// What a person chooses once and for all.
    Settings,
    /// What became of the files that were opened last.
    Account,
    /// What this program is.
    About,
}

impl Sheet {
    fn title(&self) -> &'static str {
        match self {
            Self::Actions { .. } => "Keys",
            Self::Bulk(_) => "Change all that are listed",
            Self::Titles { .. } => "Go to an article",
            Self::History => "History",
            Self::Settings => "Settings",
            Self::Account => "Files that were opened",
            Self::About => "About Chancery",
        }
    }
}

/// The sheet that is open, if one is.
pub fn show(desk: &mut Desk<'_>, ctx: &Context) {
    let Some(mut sheet) = desk.view.sheet.take() else { return };
    let frame = Frame::window(&ctx.global_style()).inner_margin(theme::SECTION);
    let modal = Modal::new(Id::unique("sheet")).frame(frame).show(ctx, |ui| {
        ui.set_width(theme::PROSE);
        let done = match &mut sheet {
            Sheet::Actions { typed } => actions::show(desk, ui, typed),
            Sheet::Bulk(form) => bulk::show(desk, ui, form),
            Sheet::Titles { typed, at } => titles::show(desk, ui, typed, at),
            Sheet::History => history::show(desk, ui),
            Sheet::Settings => settings::show(desk, ui),
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
    } else {
        desk.view.key_wanted = None;
    }
}

/// A list as tall as it is, up to most of the window; of its full height at once, not by and by.
fn scrolled(ui: &Ui) -> ScrollArea {
    let most = ui.ctx().content_rect().height() * 0.6;
    ScrollArea::vertical().max_height(most).min_scrolled_height(most)
}
