//! The steps of the record that is shown: what each did, the values before and after it, and when. Above them
//! stands what was done before this library had the record, as its file tells.

use egui::{Align, Button, Label, Layout, RichText, Role, Ui, WidgetInfo, vec2};

use super::scrolled::scrolled;
use crate::app::Command;
use crate::model::EntryId;
use crate::review::{Difference, Document, Earlier, differences, earlier};
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::describe;

/// How many values a step tells of that it has changed.
const MOST_TOLD: usize = 6;

/// What the sheet shows, made anew when the record is another.
#[derive(Clone, Debug, Default)]
pub struct HistoryRows {
    /// The record that it is of, and its state.
    of: Option<(EntryId, u64)>,
    before: Vec<Earlier>,
    steps: Vec<StepRow>,
}

/// A step.
#[derive(Clone, Debug)]
struct StepRow {
    label: String,
    /// When it was made, where that is known.
    when: String,
    /// What it changed.
    said: Vec<String>,
}

/// The steps of the record, oldest first; those that were taken back are pale. Says whether there is
/// nothing to show.
pub(super) fn show(desk: &mut Desk<'_>, ui: &mut Ui, rows: &mut HistoryRows) -> bool {
    let Some(document) = desk.document() else { return true };
    let now = (document.id(), document.revision());
    if rows.of != Some(now) {
        *rows = HistoryRows { of: Some(now), ..HistoryRows::of(document, desk) };
    }
    let position = document.history().position();
    ui.heading("History");
    ui.label(theme::quiet(ui, "Choose a step to go to where the record stood after it."));
    scrolled(ui).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for earlier in &rows.before {
            let words = format!("before it was opened here, by {}", earlier.by);
            line(ui, RichText::new(words).color(theme::palette(ui).quiet), &earlier.at.in_words());
            told(ui, &earlier.said);
        }
        step(desk, ui, (0, "as it was opened", ""), position);
        for (at, row) in rows.steps.iter().enumerate() {
            step(desk, ui, (at + 1, &row.label, &row.when), position);
            told(ui, &row.said);
        }
    });
    false
}

impl HistoryRows {
    fn of(document: &Document, desk: &Desk<'_>) -> Self {
        let lexicon = desk.app.lexicon();
        let history = document.history();
        let first = history.first().unwrap_or(document.record());
        let row = |step: &crate::review::Change| {
            let differences = differences(step.before(), step.after(), &lexicon);
            StepRow {
                label: step.made().label.clone(),
                when: step.made().at.map(|at| at.in_words()).unwrap_or_default(),
                said: differences.iter().map(Difference::in_words).collect(),
            }
        };
        Self { of: None, before: earlier(first), steps: history.steps().iter().map(row).collect() }
    }
}

/// A step to go to.
fn step(desk: &mut Desk<'_>, ui: &mut Ui, (at, label, when): (usize, &str, &str), position: usize) {
    let palette = theme::palette(ui);
    let color = if at > position { palette.quiet } else { palette.ink };
    let name = format!("{at}  {label}");
    let shown_when = theme::quiet(ui, when);
    let size = vec2(ui.available_width(), theme::CONTROL);
    let button =
        Button::selectable(at == position, RichText::new(&name).color(color)).shortcut_text(shown_when);
    let button = ui.add(button.truncate().min_size(size));
    button.widget_info(|| WidgetInfo::selected(Role::Button, true, at == position, &name));
    describe(&button, || when.to_owned());
    if button.clicked() {
        desk.send(Command::GoTo(at));
    }
}

/// Something that was done and cannot be gone to.
fn line(ui: &mut Ui, words: RichText, when: &str) {
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), theme::CONTROL),
        Layout::right_to_left(Align::Center),
        |ui| {
            ui.label(theme::quiet(ui, when));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(theme::GAP);
                ui.add(Label::new(words).truncate());
            });
        },
    );
}

/// What a step changed: values before and after.
fn told(ui: &mut Ui, said: &[String]) {
    let left = said.len().saturating_sub(MOST_TOLD);
    let rest = (left > 0).then(|| format!("and {left} more"));
    for words in said.iter().take(MOST_TOLD).chain(&rest) {
        ui.horizontal_top(|ui| {
            ui.add_space(theme::SECTION);
            ui.add(Label::new(theme::quiet(ui, words.as_str())).wrap());
        });
    }
}
