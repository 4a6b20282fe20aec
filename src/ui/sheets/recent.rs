//! Files, folders and libraries that were opened before, to be opened again.

use std::path::Path;

use egui::{Button, Ui, vec2};

use super::scrolled::show_scrolled;
use crate::app::Command;
use crate::ui::desk::Desk;
use crate::ui::theme;

/// The two lists. Says whether something was chosen.
pub(super) fn show(desk: &mut Desk<'_>, ui: &mut Ui) -> bool {
    ui.heading("Open recent");
    let app = desk.app;
    let mut chosen = None;
    let files = app.recent_files().iter().map(|path| (path.as_path(), Command::Open(vec![path.clone()])));
    let libraries = app.recent_libraries().map(|path| (path, Command::OpenLibrary(path.to_owned())));
    let groups: [(&str, Vec<(&Path, Command)>); 2] =
        [("Files and folders", files.collect()), ("Libraries", libraries.collect())];
    if groups.iter().all(|(_, paths)| paths.is_empty()) {
        ui.label(theme::quiet(ui, "Nothing was opened yet."));
    }
    show_scrolled(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (heading, paths) in groups.into_iter().filter(|(_, paths)| !paths.is_empty()) {
            ui.add_space(theme::GAP);
            ui.label(theme::quiet(ui, heading));
            for (path, command) in paths {
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
                let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
                let button =
                    Button::selectable(false, name).shortcut_text(theme::quiet(ui, folder)).truncate();
                let button = ui.add(button.min_size(vec2(ui.available_width(), theme::CONTROL)));
                if button.on_hover_text(path.display().to_string()).clicked() {
                    chosen = Some(command);
                }
            }
        }
    });
    let is_chosen = chosen.is_some();
    chosen.into_iter().for_each(|command| desk.send(command));
    is_chosen
}
