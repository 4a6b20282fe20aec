//! The steps of the record that is shown: what each did, the values before and after it, and when. Above them
//! stands what was done before this library had the record, as its file tells.

use egui::{Align, Button, Label, Layout, RichText, Role, Ui, WidgetInfo, vec2};

use super::history_rows::HistoryRows;
use super::scrolled::show_scrolled;
use crate::app::Command;
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::describe;

/// How many values a step tells of that it has changed.
const MOST_TOLD: usize = 6;

/// The steps of the record, oldest first; those that were taken back are pale. Says whether there is
/// nothing to show.
pub(super) fn show(desk: &mut Desk<'_>, ui: &mut Ui, rows: &mut HistoryRows) -> bool {
    let Some(document) = desk.document() else { return true };
    let now = (document.id(), document.revision());
    if rows.of != Some(now) {
        *rows = HistoryRows::of(document, &desk.app.lexicon());
    }
    let position = document.history().position();
    ui.heading("History");
    ui.label(theme::quiet(ui, "Choose a step to go to where the record stood after it."));
    show_scrolled(ui, |ui| {
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
