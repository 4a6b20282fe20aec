//! The bar to type a path into. Tab completes the names of files and folders.

use std::path::PathBuf;

use egui::{Align, Button, EventFilter, Id, Key, Layout, Modifiers, TextEdit, Ui};

use super::question::Question;
use super::questions::Bar;
use crate::app::{Command, Suggest};
use crate::ui::bars;
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{keys_of_offers, leading_button, put_cursor_last, show_offers, take_keyboard};

/// The bar; none while nothing is asked by it.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    let Some(mut bar) = desk.view.asking.bar.take() else { return };
    let done = bars::bar(ui, |ui| {
        if bar.no_dialog {
            ui.label(theme::quiet(
                ui,
                "No file dialog came up on this system. The path can be typed instead.",
            ));
        }
        input(desk, ui, &mut bar)
    });
    match done {
        Some(true) => {
            let paths = vec![expanded(&bar.typed)];
            let commands = desk.view.asking.answered(bar.question, paths, None, desk.app);
            desk.view.answered.extend(commands);
        }
        Some(false) => {}
        None => desk.view.asking.bar = Some(bar),
    }
}

/// The input and its buttons: whether it was answered or put away.
fn input(desk: &mut Desk<'_>, ui: &mut Ui, bar: &mut Bar) -> Option<bool> {
    let id = Id::unique("path bar");
    let offered = offered(desk, &bar.typed);
    let mut completed = keys_of_offers(ui, id, &bar.typed, false);
    let completion = common_beginning(&offered).filter(|beginning| beginning.len() > bar.typed.len());
    let completes = completion.is_some();
    let has_keyboard = ui.memory(|memory| memory.has_focus(id));
    if completed.is_none() && has_keyboard && ui.input(|input| input.key_pressed(Key::Tab)) {
        completed = completion;
    }
    let pressed = |key| {
        ui.memory(|memory| memory.has_focus(id)) && ui.input_mut(|i| i.consume_key(Modifiers::NONE, key))
    };
    let (enter, escape) = (pressed(Key::Enter), pressed(Key::Escape));
    let mut done = None;
    ui.horizontal(|ui| {
        let label = ui.label(match bar.question {
            Question::Files | Question::Folder => "File or folder to open",
            Question::SaveTo(_) => "Save the record as",
            Question::SaveAll => "Folder for unsaved records without a file",
            Question::SaveListed => "Save all that is listed or edited: folder for records without a file",
            Question::Export(_) => "Export to",
            Question::Library => "Library to open (.chancery)",
            Question::NewLibrary => "New library (.chancery)",
            Question::Comparison => "Save the comparison as",
            Question::Picture(..) => "Save the picture as",
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let go = if matches!(bar.question, Question::Files | Question::Folder | Question::Library) {
                "Open"
            } else {
                "Save"
            };
            if ui.add(Button::new("Cancel")).clicked() || escape {
                done = Some(false);
            }
            let typed = !bar.typed.trim().is_empty();
            if leading_button(ui, go, typed).clicked() || enter && typed {
                done = Some(true);
            }
            let edit = TextEdit::singleline(&mut bar.typed).id(id).hint_text("/home/me/articles/talks.txt");
            // Escape is the bar's own; egui would only take the keyboard away. So is Tab where it completes a path.
            let edit = edit.event_filter(EventFilter {
                escape: true,
                horizontal_arrows: true,
                vertical_arrows: true,
                tab: completes,
            });
            let input = ui.add(edit.desired_width(f32::INFINITY)).labelled_by(label.id);
            completed = completed.take().or_else(|| show_offers(ui, &input, || offered).taken);
            if let Some(path) = completed {
                bar.typed = path;
                put_cursor_last(ui, id, &bar.typed);
            }
            if std::mem::take(&mut bar.fresh) {
                take_keyboard(ui, id, &bar.typed);
            }
        });
    });
    done
}

/// A typed path: without quotes or spaces around it, `~` standing for the home folder.
fn expanded(typed: &str) -> PathBuf {
    let typed = typed.trim().trim_matches(['"', '\'']);
    match (typed.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(typed),
    }
}

/// The files and folders whose paths begin as is typed, once they were looked up; none where that is one.
fn offered(desk: &mut Desk<'_>, typed: &str) -> Vec<String> {
    let what = Suggest::Paths(typed.to_owned());
    if desk.app.wants_suggestions(&what) {
        desk.send(Command::Suggest(what.clone()));
    }
    let offered = desk.app.suggested(&what);
    if offered.iter().any(|path| path == typed) { Vec::new() } else { offered.to_vec() }
}

/// The beginning that all of these have, whichever case their letters have there.
fn common_beginning(paths: &[String]) -> Option<String> {
    let (first, others) = paths.split_first()?;
    let mut common: &str = first;
    for other in others {
        let alike = common.char_indices().zip(other.chars()).take_while(|((_, one), other)| one == other);
        let end = alike.last().map_or(0, |((at, letter), _)| at + letter.len_utf8());
        common = common.get(..end).unwrap_or_default();
    }
    Some(common.to_owned())
}
