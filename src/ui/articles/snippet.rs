//! What a row tells of what was found in its article: the words in their line, and how many there are.

use egui::text::{LayoutJob, TextFormat};
use egui::{Rect, TextStyle, Ui, pos2};

use crate::across::Snippet;
use crate::app::App;
use crate::model::{EntryId, counted};
use crate::ui::theme;
use crate::ui::widgets::one_line;

/// How much higher the rows are while something is searched for.
pub fn height(app: &App) -> f32 {
    if app.is_searching() { 5.0 * theme::UNIT } else { 0.0 }
}

/// What is said of an article that was found; nothing while it is not known.
pub fn words(app: &App, article: EntryId) -> Option<String> {
    let found = app.is_searching().then(|| app.snippet(article)).flatten()?;
    Some(match found {
        Some(snippet) => format!("{} found: {}", counted(snippet.count, "place"), snippet.line.trim()),
        None => "found in the record".to_owned(),
    })
}

/// Paints it into a line of this place.
pub fn paint(ui: &Ui, app: &App, article: EntryId, line: Rect) {
    let palette = theme::palette(ui);
    let found = if app.is_searching() { app.snippet(article) } else { None };
    let Some(snippet) = found else { return };
    let count = match snippet {
        Some(snippet) => format!("{}×", snippet.count),
        None => "in the record".to_owned(),
    };
    let count = one_line(ui, &count, TextStyle::Small, palette.quiet, line.width());
    let right = line.right() - count.size().x;
    ui.painter().galley(pos2(right, line.top()), count, palette.quiet);
    if let Some(snippet) = snippet {
        let job = job(ui, snippet, right - theme::GAP - line.left());
        let words = ui.fonts_mut(|fonts| fonts.layout_job(job));
        ui.painter().galley(line.min, words, palette.quiet);
    }
}

/// The line with the words that were found on their own ground, cut off at the end of the row.
fn job(ui: &Ui, snippet: &Snippet, width: f32) -> LayoutJob {
    let palette = theme::palette(ui);
    let font = TextStyle::Small.resolve(ui.style());
    let quiet = TextFormat { font_id: font, color: palette.quiet, ..TextFormat::default() };
    let found = TextFormat { color: palette.ink, background: palette.found, ..quiet.clone() };
    let part = |range: std::ops::Range<usize>| snippet.line.get(range).unwrap_or_default();
    let mut job = LayoutJob::default();
    job.append(part(0..snippet.found.start), 0.0, quiet.clone());
    job.append(part(snippet.found.clone()), 0.0, found);
    job.append(part(snippet.found.end..snippet.line.len()), 0.0, quiet);
    job.wrap.max_width = width.max(0.0);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    job
}
