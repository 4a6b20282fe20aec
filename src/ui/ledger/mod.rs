//! The ledger: all commitments of the articles that are listed, in one table, to be narrowed, sorted,
//! copied, and followed to the words that they stand on.

mod chosen;
mod columns;
mod narrowing;
mod row;
mod table;

pub use chosen::Chosen;

use egui::{Label, RichText, Ui};

use super::desk::Desk;
use super::widgets::flat_button;
use crate::across::LedgerFilter;
use crate::app::{Command, Surface};
use crate::ui::theme;

/// What stands where there are no commitments.
const NOTHING: &str = "No commitments yet. Here stands what the articles in the list report: who is bound, to whom, \
                       to what, by when and how firmly, each a row that leads to its words.";

/// The ledger on all the room that there is.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    if desk.app.wants_ledger() {
        desk.send(Command::MakeLedger);
    }
    let app = desk.app;
    let Some(ledger) = app.ledger() else {
        ui.label(theme::quiet(ui, "Looking through the articles…"));
        return;
    };
    if ledger.all() == 0 {
        ui.set_max_width(theme::PROSE);
        ui.add(Label::new(RichText::new(NOTHING).color(theme::palette(ui).quiet)).wrap());
        return;
    }
    desk.view.chosen.follow(ledger);
    narrowing::show(desk, ui, ledger);
    if ledger.is_empty() {
        nothing_fits(desk, ui);
    } else {
        table::show(desk, ui, ledger);
    }
}

/// Nobody looks at the ledger: the app may let go of it.
pub fn put_away(desk: &mut Desk<'_>) {
    let is_of_no_use = desk.app.ledger().is_some() && desk.app.wants_ledger();
    if desk.view.surface != Surface::Ledger && is_of_no_use {
        desk.send(Command::PutLedgerAway);
    }
}

fn nothing_fits(desk: &mut Desk<'_>, ui: &mut Ui) {
    ui.label(theme::quiet(ui, "No commitments match."));
    if flat_button(ui, "Show all commitments").clicked() {
        desk.send(Command::FilterLedger(LedgerFilter::default()));
    }
}
