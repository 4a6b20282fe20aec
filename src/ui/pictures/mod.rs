//! Pictures of the library: one of them at a time, with what it stands on, to be pointed at, followed to
//! the articles behind a part of it, and saved.

mod canvas;
#[cfg(test)]
mod tests;

use egui::{ScrollArea, Ui};

use super::widgets::chip;
use crate::charts::{Format, Gallery, Hung, Selection};
use crate::model::number;
use crate::ui::theme;

/// What a person asks of a picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// To see the articles that a part of the picture stands for, by what the part is called.
    Narrow(String, Selection),
    /// To have the picture as a file.
    Save(Format),
}

/// Shows the pictures of a gallery on all the room that there is; `chosen` is the place of the one that
/// is looked at, and so many of the articles were not reviewed yet. Gives what is asked of it.
pub fn show(ui: &mut Ui, gallery: &Gallery, unreviewed: usize, chosen: &mut usize) -> Option<Asked> {
    ui.horizontal_wrapped(|ui| {
        for (place, hung) in gallery.pictures().enumerate() {
            if chip(ui, hung.picture.label, place == *chosen).clicked() {
                *chosen = place;
            }
        }
    });
    let hung = gallery.pictures().nth(*chosen).or_else(|| gallery.pictures().next())?;
    let saved = foot(ui, hung, unreviewed);
    let picked = ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        let size = ui.available_size().max(theme::LEAST_PICTURE);
        canvas::show(ui, hung, size)
    });
    saved.or(picked.inner.map(|(label, selection)| Asked::Narrow(label, selection)))
}

/// What the picture stands on, and the buttons that save it.
fn foot(ui: &mut Ui, hung: Hung<'_>, unreviewed: usize) -> Option<Asked> {
    let row = ui.horizontal(|ui| {
        // What nobody has reviewed is counted as it was proposed.
        let words = match unreviewed {
            0 => hung.standing(),
            some => format!("{}; {} in the list not reviewed yet", hung.standing(), number(some)),
        };
        ui.label(theme::quiet(ui, words));
        let asked =
            Format::ALL.iter().filter(|format| ui.button(format!("Save as {}…", format.label())).clicked());
        asked.last().map(|format| Asked::Save(*format))
    });
    row.inner
}
