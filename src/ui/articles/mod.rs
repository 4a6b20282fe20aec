//! The left pane: what narrows the list, the list of articles, and how far opening has come.

mod facets;
mod filters;
mod narrowing;
mod row;
mod row_menu;
mod saved;
mod several;
mod snippet;
mod told;

pub use filters::Filters;

use egui::{
    Align, Frame, Key, Layout, Margin, Modifiers, Panel, ProgressBar, Rect, Response, ScrollArea, Ui, vec2,
};

use super::desk::Desk;
use super::keyboard::Wish;
use super::panes::{self, Pane};
use super::welcome::{forecast, progress_words};
use super::widgets::flat_button;
use crate::across::ListFilter;
use crate::app::{Command, UnderWay};
use crate::model::{EntryId, number};
use crate::ui::theme;

/// By what its panel is known.
const NAME: &str = "articles";

/// The left pane; there is none while nothing is open or being opened.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    if desk.app.catalog().rows().is_empty() && desk.app.progress().is_none() {
        return;
    }
    let frame = Frame::new().fill(theme::palette(ui).pane);
    let sizes = theme::list_pane(ui.ctx().content_rect().width());
    let panel = Panel::left(NAME).frame(frame);
    let at = panes::show(ui, NAME, panel, sizes, |ui| {
        narrowing::show(desk, ui);
        facets::show(desk, ui);
        progress(desk, ui);
        pile(desk, ui);
        list(desk, ui);
    });
    desk.view.panes.place(Pane::List, at);
}

/// What is left of the pile, or of what the search and the filters leave of it.
fn pile(desk: &mut Desk<'_>, ui: &mut Ui) {
    let several = desk.app.several() > 0;
    if desk.app.counts().all < 2 && !several {
        return;
    }
    let counts = desk.app.counts_left();
    let done = counts.all.saturating_sub(counts.to_review);
    let found = if counts == desk.app.counts() { "" } else { " found" };
    let words = match (counts.all, counts.to_review) {
        (0, _) => "None found".to_owned(),
        (1, 0) => format!("The only one{found} is done"),
        (all, 0) => format!("All {}{found} are done", number(all)),
        (all, left) => format!("{} of {}{found} done, {} left", number(done), number(all), number(left)),
    };
    Panel::bottom("pile").frame(Frame::new().inner_margin(Margin::symmetric(16, 8))).resizable(false).show(
        ui,
        |ui| {
            // Neither takes more room than the other: the list stays where it is.
            ui.set_height(theme::FOOT);
            if several {
                return several::show(desk, ui);
            }
            ui.spacing_mut().item_spacing.y = theme::SMALL;
            ui.add_space(theme::GAP);
            ui.label(theme::quiet(ui, words));
            let bar = ProgressBar::new(done as f32 / counts.all.max(1) as f32).desired_height(theme::SMALL);
            ui.add(bar.fill(theme::palette(ui).good)).accessible_name("Reviewed of the pile");
        },
    );
}

/// How far opening and saving have come.
fn progress(desk: &mut Desk<'_>, ui: &mut Ui) {
    let Some(progress) = desk.app.progress() else { return };
    Panel::bottom("progress").frame(Frame::new().inner_margin(Margin::same(16))).resizable(false).show(
        ui,
        |ui| {
            ui.horizontal(|ui| {
                ui.label(theme::quiet(ui, progress_words(&progress)));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let stop = match progress.what {
                        UnderWay::Opening => Command::CancelOpening,
                        UnderWay::Changing => Command::StopBulk,
                        UnderWay::Exporting => Command::StopExport,
                        UnderWay::Saving => return,
                    };
                    if flat_button(ui, "Stop").clicked() {
                        desk.send(stop);
                    }
                });
            });
            if let Some(forecast) = forecast(&progress) {
                ui.label(theme::quiet(ui, forecast));
            }
            ui.add(
                ProgressBar::new(progress.share())
                    .desired_height(theme::SMALL)
                    .fill(theme::palette(ui).accent),
            )
            .accessible_name(progress.what.label());
        },
    );
}

fn list(desk: &mut Desk<'_>, ui: &mut Ui) {
    let listed = desk.app.listed();
    if listed.is_empty() {
        nothing_fits(desk, ui);
        return;
    }
    let wanted = row_to_show(desk, listed);
    let at_hand = desk.view.keyboard.wants(&Wish::Row).then(|| desk.app.row_at_hand()).flatten();
    ui.spacing_mut().item_spacing.y = 0.0;
    let height = theme::list_row(desk.app.settings().density) + snippet::height(desk.app);
    let mut unread = Vec::new();
    ScrollArea::vertical().id_salt("list").auto_shrink(false).show_rows(
        ui,
        height,
        listed.len(),
        |ui, rows| {
            let top = ui.max_rect().top();
            let first = rows.start;
            for place in rows {
                if let Some(row) = listed.get(place).and_then(|id| desk.app.row(*id)) {
                    let response = row::show(desk, ui, row, at_hand);
                    keys(desk, ui, &response);
                    unread.extend(desk.app.snippet(row.id).is_none().then_some(row.id));
                }
            }
            if let Some(place) = wanted {
                let y = top + (place as f32 - first as f32) * height;
                let row = Rect::from_min_size([ui.max_rect().left(), y].into(), vec2(1.0, height));
                ui.scroll_to_rect(row, None);
            }
        },
    );
    if desk.app.is_searching() && !unread.is_empty() {
        desk.send(Command::ReadSnippets(unread));
    }
}

/// The place of the document that is shown, or of the row that was selected last, in the first frame in which it is.
fn row_to_show(desk: &mut Desk<'_>, listed: &[EntryId]) -> Option<usize> {
    let current = desk.app.last_selected().or_else(|| desk.document().map(|document| document.id()));
    if std::mem::replace(&mut desk.view.listed, current) == current {
        return None;
    }
    let contacts: Vec<EntryId> = desk.app.contacts(current?).map(|row| row.id).collect();
    listed.iter().position(|id| Some(*id) == current || contacts.contains(id))
}

/// The arrows go through the articles while a row has the keyboard, with Shift they select them.
fn keys(desk: &mut Desk<'_>, ui: &Ui, row: &Response) {
    if !row.has_focus() {
        return;
    }
    let keys = [
        (Modifiers::SHIFT, Key::ArrowDown, Command::SelectToNext),
        (Modifiers::SHIFT, Key::ArrowUp, Command::SelectToPrevious),
        (Modifiers::NONE, Key::ArrowDown, Command::SelectNext),
        (Modifiers::NONE, Key::ArrowUp, Command::SelectPrevious),
        (Modifiers::COMMAND, Key::A, Command::SelectAll),
    ];
    for (modifiers, key, command) in keys {
        if ui.input_mut(|input| input.consume_key(modifiers, key)) {
            desk.send(command);
            desk.view.keyboard.wish_for(Wish::Row);
        }
    }
    if desk.app.several() > 0 && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        desk.send(Command::SelectOne);
        desk.view.keyboard.wish_for(Wish::Row);
    }
}

fn nothing_fits(desk: &mut Desk<'_>, ui: &mut Ui) {
    if desk.app.catalog().rows().is_empty() {
        return;
    }
    Frame::new().inner_margin(Margin::same(16)).show(ui, |ui| {
        ui.label(theme::quiet(ui, "No articles match the search and the filters."));
        if flat_button(ui, "Show all").clicked() {
            desk.send(Command::Unpick);
            desk.send(Command::Filter(ListFilter::default()));
        }
    });
}
