//! What narrows the ledger: words, parties, how firmly, when due; and how much of it is shown.

use egui::{Align, Id, Layout, Ui, vec2};

use super::table;
use crate::across::{Due, Ledger, LedgerFilter};
use crate::app::Command;
use crate::model::{Obligation, PartyCode, counted, number};
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{List, Picked, Picker, Slot, chip, choice, flat_button, meaning, sought};

/// The inputs, the chips, and what is shown.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, ledger: &Ledger) {
    let known = desk.app.ledger_filter();
    let mut filter = known.clone();
    ui.columns_const(|[words, who, toward, how]| {
        filter.words = search(desk, words, ledger, &known.words);
        party(desk, who, "Who is bound", known.by.as_ref(), |by| LedgerFilter { by, ..known.clone() });
        party(desk, toward, "To whom", known.toward.as_ref(), |toward| LedgerFilter {
            toward,
            ..known.clone()
        });
        filter.obligation = firmly(how, known.obligation);
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SMALL;
        for &due in Due::ALL {
            if chip(ui, due.label(), known.due == due).clicked() {
                filter.due = due;
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            copying(desk, ui, ledger);
            ui.label(theme::quiet(ui, standing(desk, ledger)));
            if known.narrows() && flat_button(ui, "Show all").clicked() {
                filter = LedgerFilter::default();
            }
        });
    });
    if filter != *known {
        desk.send(Command::FilterLedger(filter));
    }
}

/// How much of the ledger is shown.
fn standing(desk: &Desk<'_>, ledger: &Ledger) -> String {
    match (ledger.len(), ledger.all()) {
        _ if desk.app.searches_ledger() => "Looking for the words…".to_owned(),
        (shown, all) if shown < all => format!("{} of {}", number(shown), counted(all, "commitment")),
        (_, all) => counted(all, "commitment"),
    }
}

fn copying(desk: &mut Desk<'_>, ui: &mut Ui, ledger: &Ledger) {
    let chosen = desk.view.chosen.rows().filter(|rows| rows.end() > rows.start());
    let words = chosen
        .as_ref()
        .map_or_else(|| "Copy all".to_owned(), |rows| format!("Copy {}", number(rows.clone().count())));
    let told = "As a table for spreadsheets. Ctrl+C copies the rows that are chosen.";
    if flat_button(ui, &words).on_hover_text(told).clicked() {
        match chosen {
            Some(_) => table::copy_chosen(desk),
            None => desk.send(Command::CopyCommitments(0..ledger.len())),
        }
    }
}

fn search(desk: &mut Desk<'_>, ui: &mut Ui, ledger: &Ledger, words: &str) -> String {
    let mut typed = words.to_owned();
    let label = ui.label(theme::quiet(ui, "Words of the commitment"));
    let found = sought(ui, Id::unique("words of commitments"), &mut typed, "");
    found.response.labelled_by(label.id);
    if found.goes_on && !ledger.is_empty() {
        let at = desk.view.chosen.at().unwrap_or_default();
        desk.view.chosen.choose(ledger, at, false);
        desk.view.chosen.is_wanted = true;
    }
    typed
}

/// A party to narrow by; `filter` says by what that narrows the ledger.
fn party(
    desk: &mut Desk<'_>,
    ui: &mut Ui,
    words: &'static str,
    known: Option<&PartyCode>,
    filter: impl Fn(Option<PartyCode>) -> LedgerFilter,
) {
    let names = desk.view.names(desk.app);
    let chosen = known.map_or("", |code| names.label(List::Parties, code.as_str()));
    let label = ui.label(theme::quiet(ui, words));
    let slot = Slot { document: None, field: None, part: words };
    let pick = |picked: Picked| match picked {
        Picked::Key(code) => Command::FilterLedger(filter(code.parse().ok())),
        Picked::Nothing => Command::FilterLedger(filter(None)),
    };
    let (list, hint, none) = (List::Parties, "Anyone", Some("Anyone"));
    let picker = Picker { slot, list, chosen, hint, none, others: true, pick: &pick };
    desk.picker(ui, picker, label.id);
}

fn firmly(ui: &mut Ui, known: Option<Obligation>) -> Option<Obligation> {
    let all: Vec<Option<Obligation>> =
        [None].into_iter().chain(Obligation::ALL.iter().copied().map(Some)).collect();
    let name = |chosen: Option<Obligation>| chosen.map_or("Any strength", Obligation::label).to_owned();
    let means = |chosen: Option<Obligation>| chosen.and_then(meaning);
    ui.label(theme::quiet(ui, "How firmly"));
    ui.allocate_ui(vec2(ui.available_width(), theme::CONTROL), |ui| {
        choice(ui, Id::unique("how firmly"), "How firmly", known, &all, name, means).1.unwrap_or(known)
    })
    .inner
}
