//! The rows of the ledger that are in sight, and the keys that go through them.

use egui::{Event, FocusDirection, Key, Modifiers, Rect, ScrollArea, Ui, vec2};

use super::{columns, row};
use crate::across::Ledger;
use crate::app::Command;
use crate::model::EntryId;
use crate::ui::desk::Desk;
use crate::ui::theme;

/// The heading and the rows.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, ledger: &Ledger) {
    ui.spacing_mut().item_spacing.y = 0.0;
    columns::heading(desk, ui, ledger);
    ui.add_space(theme::SMALL);
    let height = theme::ledger_row(desk.app.settings().density);
    let page = (ui.available_height() / height).floor().max(1.0) as usize;
    keys(desk, ui, ledger, page);
    let wanted = desk.view.chosen.at().filter(|_| desk.view.chosen.is_wanted);
    let mut unread = Vec::new();
    let scroll = ScrollArea::vertical().id_salt("ledger").auto_shrink(false);
    scroll.show_rows(ui, height, ledger.len(), |ui, rows| {
        let (top, first) = (ui.max_rect().top(), rows.start);
        rows.for_each(|at| show_row(desk, ui, ledger, at, &mut unread));
        if let Some(at) = wanted {
            let y = top + (at as f32 - first as f32) * height;
            ui.scroll_to_rect(Rect::from_min_size([ui.max_rect().left(), y].into(), vec2(1.0, height)), None);
        }
    });
    if !unread.is_empty() {
        desk.send(Command::ReadCommitments(unread));
    }
}

fn show_row(desk: &mut Desk<'_>, ui: &mut Ui, ledger: &Ledger, at: usize, unread: &mut Vec<EntryId>) {
    let Some(shown) = ledger.row(at) else { return };
    let app = desk.app;
    let words = app.commitment_words(shown.article, shown.place);
    if words.is_none() && !unread.contains(&shown.article) {
        unread.push(shown.article);
    }
    let response = row::show(app, ui, &shown, words, desk.view.chosen.has(at));
    if desk.view.chosen.at() == Some(at) && std::mem::take(&mut desk.view.chosen.is_wanted) {
        response.request_focus();
    }
    // The Tab key goes through the rows too.
    if response.has_focus() && !desk.view.chosen.is_wanted && !desk.view.chosen.has(at) {
        desk.view.chosen.choose(ledger, at, false);
    }
    if response.clicked() {
        response.request_focus();
        let modifiers = ui.input(|input| input.modifiers);
        desk.view.chosen.choose(ledger, at, modifiers.shift);
        if !modifiers.shift && !modifiers.command {
            open(desk, ledger, at);
        }
    }
}

/// Goes to the words of the commitment.
fn open(desk: &mut Desk<'_>, ledger: &Ledger, at: usize) {
    if let Some(row) = ledger.row(at) {
        desk.send(Command::ShowCommitment(row.article, row.place));
        desk.view.go_to_words();
    }
}

/// Copies the rows that are chosen.
pub fn copy_chosen(desk: &mut Desk<'_>) {
    if let Some(rows) = desk.view.chosen.rows() {
        desk.send(Command::CopyCommitments(*rows.start()..rows.end() + 1));
    }
}

/// What the keys do while no input has the keyboard: the arrows move through the rows, with Shift they
/// choose several, Enter goes to the words.
fn keys(desk: &mut Desk<'_>, ui: &Ui, ledger: &Ledger, page: usize) {
    let at = desk.view.chosen.at();
    let ours = at.and_then(|at| ledger.row(at)).map(|row| row::id(&row));
    if ui.memory(|memory| memory.focused()).is_some_and(|focused| Some(focused) != ours) {
        return;
    }
    let last = ledger.len().saturating_sub(1);
    let next = |steps: usize| at.map_or(0, |at| at.saturating_add(steps).min(last));
    let before = |steps: usize| at.map_or(0, |at| at.saturating_sub(steps));
    let moves = [
        (Key::ArrowDown, next(1)),
        (Key::ArrowUp, before(1)),
        (Key::PageDown, next(page)),
        (Key::PageUp, before(page)),
        (Key::Home, 0),
        (Key::End, last),
    ];
    for (key, to) in moves {
        for (modifiers, extend) in [(Modifiers::SHIFT, true), (Modifiers::NONE, false)] {
            if ui.input_mut(|input| input.consume_key(modifiers, key)) {
                desk.view.chosen.choose(ledger, to, extend);
                desk.view.chosen.is_wanted = true;
                // egui would move the keyboard on from the row that is about to have it.
                ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
                // What stands above the rows tells how many are chosen.
                ui.ctx().request_repaint();
            }
        }
    }
    if ui.input(|input| input.events.contains(&Event::Copy)) {
        copy_chosen(desk);
    }
    if let Some(at) = at
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
    {
        open(desk, ledger, at);
    }
}
