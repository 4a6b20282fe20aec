//! What a person chooses once and for all.

use std::ops::RangeInclusive;

use egui::{DragValue, Label, Slider, Ui};

use super::scrolled::show_scrolled;
use crate::app::{Ask, Command, Density, Intent, ReadingLimits, Setting, Settings, Theme};
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{Slot, TextLine, flat_button};

/// What a person chooses once and for all. Says whether another sheet was asked for.
pub(super) fn show(desk: &mut Desk<'_>, ui: &mut Ui) -> bool {
    ui.heading("Settings");
    show_scrolled(ui, |ui| choices(desk, ui))
}

/// All that is chosen. Says the same.
fn choices(desk: &mut Desk<'_>, ui: &mut Ui) -> bool {
    let settings = desk.app.settings();
    let label = ui.label("Your name, as it stands in records");
    let slot = Slot { document: None, field: None, part: "Reviewer" };
    let read = |name: &str| Ok(Command::Set(Setting::Reviewer(name.to_owned())));
    desk.text_line(ui, TextLine::new(slot, &settings.reviewer, &read), label.id);
    ui.add_space(theme::GAP);
    ui.label("Appearance");
    if let Some(theme) = radio(ui, Theme::ALL, settings.theme, Theme::label) {
        desk.send(Command::Set(Setting::Theme(theme)));
    }
    let label = ui.label("Size of the article's text");
    let mut size = settings.text_size;
    let slider = Slider::new(&mut size, Settings::TEXT_SIZES)
        .step_by(1.0)
        .fixed_decimals(0)
        .update_while_editing(false);
    if ui.add(slider).labelled_by(label.id).changed() {
        desk.send(Command::Set(Setting::TextSize(size)));
    }
    let label = ui.label("Line length (characters)");
    let mut measure = settings.measure;
    let slider = Slider::new(&mut measure, Settings::MEASURES)
        .step_by(1.0)
        .fixed_decimals(0)
        .update_while_editing(false);
    if ui.add(slider).labelled_by(label.id).changed() {
        desk.send(Command::Set(Setting::Measure(measure)));
    }
    ui.add_space(theme::GAP);
    ui.label("Density");
    if let Some(density) = radio(ui, Density::ALL, settings.density, Density::label) {
        desk.send(Command::Set(Setting::Density(density)));
    }
    ui.add_space(theme::GAP);
    let mut keeps = settings.keeps_time;
    if ui.checkbox(&mut keeps, "Keep how long I work at each article").changed() {
        desk.send(Command::Set(Setting::KeepTime(keeps)));
    }
    ui.label(theme::quiet(ui, "In the library only, for the page Progress under Review."));
    ui.add_space(theme::GAP);
    reading(desk, ui);
    ui.add_space(theme::GAP);
    tables(desk, ui);
    log(desk, ui);
    ui.add_space(theme::GAP);
    let keys = flat_button(ui, "Change keys…").clicked();
    if keys {
        desk.view.asked.push(Intent::Ask(Ask::Keys));
    }
    keys
}

/// What a PDF, a page, a document or an archive may take while it is read.
fn reading(desk: &mut Desk<'_>, ui: &mut Ui) {
    type Limit = (&'static str, fn(&mut ReadingLimits) -> &mut u64, RangeInclusive<u64>, &'static str);
    const LIMITS: &[Limit] = &[
        ("Longest wait for a file", |limits| &mut limits.seconds, ReadingLimits::SECONDS, " s"),
        ("Memory for reading a file", |limits| &mut limits.megabytes, ReadingLimits::MEGABYTES, " MB"),
        (
            "Most that is read of a file",
            |limits| &mut limits.output_megabytes,
            ReadingLimits::OUTPUT_MEGABYTES,
            " MB",
        ),
    ];
    let mut limits = desk.app.settings().reading;
    for (words, limit, range, unit) in LIMITS {
        let label = ui.label(*words);
        let value =
            DragValue::new(limit(&mut limits)).range(range.clone()).suffix(*unit).update_while_editing(false);
        if ui.add(value).labelled_by(label.id).changed() {
            desk.send(Command::Set(Setting::Reading(limits)));
        }
    }
    let why = "PDF files, pages, documents and archives are read apart from the window. One that takes more is given up.";
    ui.label(theme::quiet(ui, why));
}

/// Which columns of tables are remembered.
fn tables(desk: &mut Desk<'_>, ui: &mut Ui) {
    let app = desk.app;
    if app.settings().columns.is_empty() {
        return;
    }
    ui.label("Tables that are read without asking for their columns");
    for (place, remembered) in app.settings().columns.iter().enumerate() {
        ui.push_id(("columns", place), |ui| {
            ui.horizontal(|ui| {
                let forget =
                    flat_button(ui, "Forget").on_hover_text("Ask for the columns of such tables again");
                if forget.accessible_name(format!("Forget {}", remembered.file)).clicked() {
                    desk.send(Command::Set(Setting::ForgetColumns(remembered.key.clone())));
                }
                let columns =
                    remembered.roles.all().map(|(role, column)| format!("{column}: {}", role.label()));
                let columns = columns.collect::<Vec<_>>().join(", ");
                let words = format!("like {} ({columns})", remembered.file);
                ui.add(Label::new(words).truncate());
            });
        });
    }
    ui.add_space(theme::GAP);
}

/// Whether a log is kept, and where it is to be found.
fn log(desk: &mut Desk<'_>, ui: &mut Ui) {
    let Some(path) = desk.app.log_file() else { return };
    let mut keeps = desk.app.settings().keeps_log;
    if ui.checkbox(&mut keeps, "Keep a log").changed() {
        desk.send(Command::Set(Setting::KeepLog(keeps)));
    }
    let holds = "Names of files, counts, times and errors, to be sent with a report of a fault; no words of articles.";
    ui.label(theme::quiet(ui, holds));
    if keeps {
        ui.label(path.display().to_string());
        if flat_button(ui, "Copy the path of the log").clicked() {
            ui.ctx().copy_text(path.display().to_string());
        }
    }
}

/// All of a few choices in a row. Gives the one that was clicked.
fn radio<T: Copy + PartialEq>(ui: &mut Ui, all: &[T], chosen: T, label: fn(T) -> &'static str) -> Option<T> {
    ui.horizontal(|ui| {
        all.iter().copied().filter(|&one| ui.radio(chosen == one, label(one)).clicked()).last()
    })
    .inner
}
