//! What stands where the article will be: where to begin, or how far opening has come.

use egui::{Align, Button, Label, Layout, RichText, Ui, vec2};

use super::desk::Desk;
use super::widgets::leading_button;
use super::{drops, keys, theme};
use crate::app::{Action, Progress};
use crate::model::{counted, number};

/// The actions that a first page offers besides opening files.
const ALSO: &[&str] = &["open_folder", "open_path", "open_samples"];

/// The page.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    let height = ui.available_height();
    ui.add_space((height * 0.26).round());
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.set_max_width(theme::PROSE.min(ui.available_width()));
        match (desk.app.progress(), desk.app.catalog().rows().len()) {
            (Some(progress), 0) => {
                ui.label(RichText::new("Reading").text_style(theme::display()));
                ui.label(RichText::new(progress_words(&progress)).color(theme::palette(ui).quiet));
            }
            (_, 0) => first(desk, ui),
            _ => {
                ui.label(RichText::new("Choose an article from the list.").color(theme::palette(ui).quiet));
            }
        }
    });
}

fn first(desk: &mut Desk<'_>, ui: &mut Ui) {
    ui.label(RichText::new("Chancery").text_style(theme::display()));
    ui.add_space(theme::SMALL);
    let what = "Open articles about diplomatic meetings. For each, Chancery proposes who met, when, where, and who \
                committed to what, beside the words that say so. You confirm, correct and save.";
    ui.add(Label::new(RichText::new(what).color(theme::palette(ui).quiet)).wrap());
    ui.add_space(theme::EDGE);
    if let Some(open) = Action::named("open_files")
        && leading_button(
            ui,
            &format!("{}   {}", open.label, keys::shown(&desk.app.settings().keys, open)),
            true,
        )
        .clicked()
    {
        desk.view.asked.extend(open.intent(desk.app));
    }
    ui.add_space(theme::SMALL);
    for action in ALSO.iter().filter_map(|id| Action::named(id)) {
        let key = theme::quiet(ui, keys::shown(&desk.app.settings().keys, action));
        let button = Button::new(action.label).shortcut_text(key).frame_when_inactive(false);
        if ui.add(button.min_size(vec2(56.0 * theme::UNIT, theme::CONTROL))).clicked() {
            desk.view.asked.extend(action.intent(desk.app));
        }
    }
    ui.add_space(theme::EDGE);
    ui.label(theme::quiet(ui, format!("{} Nothing leaves this machine.", drops::invitation())));
}

/// How far background work has come: "Opening 3 of 12".
pub fn progress_words(progress: &Progress) -> String {
    let what = progress.what.label();
    match progress.of {
        0 => format!("{what}…"),
        // The articles of a large file.
        1 if progress.percent > 0 => {
            format!("{what}: {}, {} %", counted(progress.articles, "article"), progress.percent)
        }
        of => format!("{what} {} of {}", number(progress.done), number(of)),
    }
}

/// Of much work how fast it goes and how long it will take: "1,200 a second, 2 minutes left".
pub fn forecast(progress: &Progress) -> Option<String> {
    let rate = progress.rate?;
    let seconds = f64::from(1.0 - progress.share()) * progress.of as f64 / rate;
    let left = match seconds {
        seconds if seconds <= WORTH_TELLING => return None,
        seconds if seconds < 90.0 => format!("{seconds:.0} seconds"),
        seconds => format!("{:.0} minutes", seconds / 60.0),
    };
    match rate.round() as usize {
        0 => Some(format!("{left} left")),
        rate => Some(format!("{} a second, {left} left", number(rate))),
    }
}

/// Work that ends in less than so many seconds needs no forecast.
const WORTH_TELLING: f64 = 4.0;
