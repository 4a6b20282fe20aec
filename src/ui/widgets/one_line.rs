//! Words in one line or a few, shortened to the room that there is.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, Galley, TextFormat, TextStyle, Ui};

/// Words laid out in one line of this width at most.
pub fn one_line(ui: &Ui, words: &str, style: TextStyle, color: Color32, width: f32) -> Arc<Galley> {
    few_lines(ui, words, (style, color), width, 1)
}

/// Words laid out in so many lines of this width at most.
pub fn few_lines(
    ui: &Ui,
    words: &str,
    (style, color): (TextStyle, Color32),
    width: f32,
    lines: usize,
) -> Arc<Galley> {
    let format = TextFormat::simple(style.resolve(ui.style()), color);
    let mut job = LayoutJob::single_section(words.to_owned(), format);
    // Words are broken only where they have to end.
    job.wrap = TextWrapping {
        max_rows: lines,
        break_anywhere: lines == 1,
        ..TextWrapping::truncate_at_width(width)
    };
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
