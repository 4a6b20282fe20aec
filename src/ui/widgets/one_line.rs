//! Words in one line, shortened to the room that there is.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, Galley, TextFormat, TextStyle, Ui};

/// Words laid out in one line of this width at most.
pub fn one_line(ui: &Ui, words: &str, style: TextStyle, color: Color32, width: f32) -> Arc<Galley> {
    let format = TextFormat::simple(style.resolve(ui.style()), color);
    let mut job = LayoutJob::single_section(words.to_owned(), format);
    job.wrap = TextWrapping::truncate_at_width(width);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
