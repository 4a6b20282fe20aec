//! Two records of one article side by side, that of the library and that of a file: what they tell differently,
//! and which of them is to stay.

use egui::{Grid, Label, Ui};

use super::differing_rows::TwoRecords;
use super::scrolled::show_scrolled;
use crate::app::{App, Command, Differing};
use crate::model::Record;
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{leading_button, say};

/// The two records and the choice. Says whether nothing is left to choose.
pub(super) fn show(desk: &mut Desk<'_>, ui: &mut Ui, rows: &mut TwoRecords) -> bool {
    let app = desk.app;
    let Some(differing) = app.differing().first() else { return true };
    ui.heading("Two records of one article");
    let left = app.differing().len();
    let of = if left > 1 { format!("{} (1 of {left})", differing.title) } else { differing.title.clone() };
    ui.add(Label::new(of).truncate());
    let file = differing.file.file_name().unwrap_or_default().to_string_lossy();
    let Some(other) = app.other_record(differing) else {
        ui.label(theme::quiet(ui, format!("Reading {file}…")));
        desk.send(Command::ReadOther(differing.clone()));
        ui.ctx().request_repaint();
        return false;
    };
    let is_there = other.is_some();
    match other {
        Some(other) => compared(app, ui, (differing, &file), other, rows),
        None => say(ui, &format!("{file} does not hold that record any more.")),
    }
    ui.add_space(theme::GAP);
    ui.horizontal(|ui| {
        let keep = leading_button(ui, "Keep the library's", true).clicked();
        let take = is_there && ui.button(format!("Use the one in {file}")).clicked();
        if keep || take {
            desk.send(Command::SettleDiffering(differing.clone(), take));
            *rows = TwoRecords::default();
        }
    });
    false
}

/// What the two tell differently.
fn compared(app: &App, ui: &mut Ui, (of, file): (&Differing, &str), other: &Record, rows: &mut TwoRecords) {
    let Some(document) = app.document(of.id) else { return };
    let now = (document.id(), document.revision());
    if rows.of != Some(now) {
        *rows = TwoRecords::of(document, other, &app.lexicon());
    }
    ui.add_space(theme::GAP);
    let column = (ui.available_width() - 2.0 * theme::GAP) / 3.0;
    show_scrolled(ui, |ui| {
        let grid = Grid::new("two records").num_columns(3).spacing([theme::GAP, theme::SMALL]);
        grid.striped(true).min_col_width(column).max_col_width(column).show(ui, |ui| {
            row(ui, ["", "In the library", &format!("In {file}")].map(theme::heading));
            let [here, there] = &rows.heads;
            row(ui, [theme::quiet(ui, "review"), here.into(), there.into()]);
            for difference in &rows.differences {
                let said = |side: &Option<String>| side.clone().unwrap_or_else(|| "–".to_owned());
                let (from, to) = (said(&difference.from), said(&difference.to));
                row(ui, [theme::quiet(ui, difference.what.as_str()), from.into(), to.into()]);
            }
        });
    });
    if rows.differences.is_empty() {
        ui.label("Both say the same; only the accounts of who changed what differ.");
    }
}

fn row(ui: &mut Ui, cells: [egui::RichText; 3]) {
    for cell in cells {
        ui.add(Label::new(cell).wrap());
    }
    ui.end_row();
}
