//! An export: which records, in which format, what of them, and what that comes to before it is written.

use egui::{Align, Grid, Id, Label, Layout, ScrollArea, Ui};

use super::export_form::ExportForm;
use crate::app::{Command, Exported, LastExport, Setting};
use crate::export::{ExportFormat, FORMATS, Preview, Shape, TablePreview};
use crate::model::{counted, number};
use crate::ui::asking::Question;
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{Told, chip, choice_of, leading_button, say};

/// How many letters of a cell are shown.
const SHOWN: usize = 28;
/// How many of the digits by which rows are known.
const SHOWN_OF_ID: usize = 6;

/// The form. Says whether it is asked where the export goes.
pub(super) fn show(desk: &mut Desk<'_>, ui: &mut Ui, form: &mut ExportForm) -> bool {
    ui.heading("Export");
    ui.columns_const(|[records, format]| {
        let lines = || Layout::top_down(Align::Min);
        records.with_layout(lines(), |ui| which(desk, ui, form));
        format.with_layout(lines(), |ui| as_what(ui, form));
    });
    ui.add_space(theme::GAP);
    // It has its room while it is counted too: nothing below moves away from the pointer.
    let top = ui.cursor().top();
    let is_possible = comes_to(desk, ui, form);
    ui.add_space((top + theme::EXPORT_PREVIEW - ui.cursor().top()).max(0.0));
    ui.add_space(theme::GAP);
    let button = leading_button(ui, "Choose where…", is_possible);
    if ui.memory(|memory| memory.focused().is_none()) && is_possible {
        // Whoever wants what is chosen already presses Enter.
        button.request_focus();
    }
    let goes_on = button.clicked() && is_possible;
    if goes_on {
        if form.is_kept {
            let last = LastExport::new(form.choice.format, form.choice.contents);
            desk.send(Command::Set(Setting::Export(last)));
        }
        desk.view.asking.ask(Question::Export(form.choice), desk.app, ui.ctx());
    }
    goes_on
}

/// Which records, with how many there are.
fn which(desk: &Desk<'_>, ui: &mut Ui, form: &mut ExportForm) {
    ui.label(theme::quiet(ui, "Records"));
    for what in Exported::ALL.iter().copied() {
        let count = desk.app.to_export(what);
        let words = format!("{} ({})", what.in_a_list(), number(count));
        ui.add_enabled_ui(count > 0, |ui| {
            if ui.radio(form.choice.what == what, words).clicked() {
                form.choice.what = what;
            }
        });
    }
}

/// In which format, and what of each record.
fn as_what(ui: &mut Ui, form: &mut ExportForm) {
    // What is said of one format takes more lines than of another.
    ui.set_min_height(theme::EXPORT_CHOICES);
    ui.label(theme::quiet(ui, "Format"));
    let format = form.choice.format;
    let name = |format: &&'static ExportFormat| Told {
        words: format.label.to_owned(),
        is_chosen: *format == form.choice.format,
        means: Some(format.about.to_owned()),
    };
    let shown = ("Format", format.label);
    let (_, picked) = choice_of(ui, Id::unique("export format"), shown, FORMATS.iter().copied(), name);
    form.choice.format = picked.unwrap_or(format);
    ui.add(Label::new(theme::quiet(ui, form.choice.format.about)).wrap());
    let contents = &mut form.choice.contents;
    ui.checkbox(&mut contents.texts, "Whole texts of the articles");
    let without = match form.choice.format.shape {
        Shape::Records(_) => "Without them quotations remain, and Chancery cannot open the file again.",
        _ => "Without them quotations remain.",
    };
    ui.add(Label::new(theme::quiet(ui, without)).wrap());
    ui.checkbox(&mut contents.rejected, "Rejected values");
    ui.checkbox(&mut contents.edits, "What people changed");
}

/// How many rows it comes to, and the first of them. Says whether it can be written.
fn comes_to(desk: &mut Desk<'_>, ui: &mut Ui, form: &mut ExportForm) -> bool {
    let choice = form.choice;
    if desk.app.to_export(choice.what) == 0 {
        return false;
    }
    let Some(preview) = desk.app.export_preview(choice.what, choice.contents) else {
        desk.send(Command::PreviewExport(choice.what, choice.contents));
        ui.label(theme::quiet(ui, "Counting what it comes to…"));
        return true;
    };
    ui.label(format!("It comes to {}:", counted(preview.records, "record")));
    tables(ui, preview, form);
    let objection = choice.format.objection(preview);
    if let Some(objection) = &objection {
        say(ui, objection);
    }
    objection.is_none()
}

/// The tables with how many rows each has, and the first rows of one.
fn tables(ui: &mut Ui, preview: &Preview, form: &mut ExportForm) {
    ui.horizontal_wrapped(|ui| {
        for (at, table) in preview.tables.iter().enumerate() {
            let words = table.table.counted(table.count);
            if chip(ui, &words, form.table == at).clicked() {
                form.table = at;
            }
        }
    });
    let Some(table) = preview.tables.get(form.table).or(preview.tables.first()) else { return };
    if table.first.is_empty() {
        ui.label(theme::quiet(ui, "It has no row."));
        return;
    }
    ScrollArea::horizontal().id_salt(("first rows", table.table.name)).show(ui, |ui| first_rows(ui, table));
}

fn first_rows(ui: &mut Ui, table: &TablePreview) {
    Grid::new(("first rows of", table.table.name))
        .striped(true)
        .spacing([theme::GAP * 2.0, theme::SMALL])
        .show(ui, |ui| {
            for name in &table.columns {
                ui.label(theme::quiet(ui, *name));
            }
            ui.end_row();
            for row in &table.first {
                for (name, cell) in table.columns.iter().zip(row) {
                    // What makes the row known is of use to programs: here it leaves room for what it says.
                    let shown = if name.ends_with("_id") { SHOWN_OF_ID } else { SHOWN };
                    ui.add(Label::new(short(cell, shown)).extend()).on_hover_text(cell);
                }
                ui.end_row();
            }
        });
}

/// As much of a cell as there is room for, in one line.
fn short(cell: &str, most: usize) -> String {
    let mut letters = cell.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    let mut short: String = letters.by_ref().take(most).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}
