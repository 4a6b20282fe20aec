//! Progress: how much was done in the library in how much time, and how many of the proposals were right, as a page
//! that can be copied.

use egui::{Align, Grid, Label, Layout, Ui};

use super::scrolled::scrolled;
use crate::across::{WorkDone, accepted, time};
use crate::app::{Command, Notice};
use crate::ui::desk::Desk;
use crate::ui::theme;

/// How many days are shown; all are copied.
const MOST_DAYS: usize = 14;

/// The page.
pub(super) fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    ui.heading("Progress");
    let keeps = match desk.app.settings().keeps_time {
        true => {
            "Time counts while you work at an article, and stays in this library. The settings turn it off."
        }
        false => "How long you work is not kept. The settings turn it on.",
    };
    ui.label(theme::quiet(ui, keeps));
    ui.add_space(theme::GAP);
    let Some(done) = desk.app.work_done() else {
        ui.label(theme::quiet(ui, "Counting…"));
        return;
    };
    scrolled(ui).auto_shrink([false, true]).show(ui, |ui| {
        table(ui, "figures", &[], figures(done));
        ui.add_space(theme::GAP);
        ui.label(theme::heading("Proposals accepted"));
        let heads = ["Field", "Accepted", "Confirmed", "Corrected", "Rejected", "Added"];
        table(ui, "fields", &heads, fields(done));
        if !done.days.is_empty() {
            ui.add_space(theme::GAP);
            ui.label(theme::heading("Days"));
            table(ui, "days", &["Day", "Time", "Contacts", "Values"], days(done));
        }
    });
    ui.add_space(theme::GAP);
    if ui.button("Copy as a table").clicked() {
        ui.ctx().copy_text(done.as_table());
        desk.send(Command::Tell(Notice::info("Copied the progress as a table for spreadsheets.")));
    }
}

fn figures(done: &WorkDone) -> Vec<Vec<String>> {
    done.figures().into_iter().map(|(what, figure)| vec![what.to_owned(), figure]).collect()
}

fn fields(done: &WorkDone) -> Vec<Vec<String>> {
    let row = |(name, tally): &(&str, crate::review::Tally)| {
        let counts = [tally.confirmed, tally.corrected, tally.ruled_out, tally.added];
        let counts = counts.iter().map(ToString::to_string);
        [(*name).to_owned(), accepted(tally)].into_iter().chain(counts).collect()
    };
    done.fields.iter().map(row).collect()
}

fn days(done: &WorkDone) -> Vec<Vec<String>> {
    let days = done.days.iter().take(MOST_DAYS);
    days.map(|of| vec![of.day.to_string(), time(of.seconds), of.contacts.to_string(), of.decided.to_string()])
        .collect()
}

/// Rows of words and figures; what is not in the first column stands at the right.
fn table(ui: &mut Ui, id: &str, heads: &[&str], rows: Vec<Vec<String>>) {
    let first = 44.0 * theme::UNIT;
    Grid::new(id).spacing([theme::EDGE, theme::SMALL]).min_col_width(13.0 * theme::UNIT).show(ui, |ui| {
        let cell = |ui: &mut Ui, at: usize, words: egui::RichText| {
            if at == 0 {
                ui.set_min_width(first);
                ui.add(Label::new(words));
            } else {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.add(Label::new(words)));
            }
        };
        if !heads.is_empty() {
            heads.iter().enumerate().for_each(|(at, head)| cell(ui, at, theme::quiet(ui, *head)));
            ui.end_row();
        }
        for row in rows {
            row.into_iter().enumerate().for_each(|(at, words)| cell(ui, at, words.into()));
            ui.end_row();
        }
    });
}
