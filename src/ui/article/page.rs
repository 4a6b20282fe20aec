//! The article's text laid out as a reading column, and where on it words stand.
//!
//! The layout depends on the text, its size and the width only; what is marked, lit or selected is
//! painted over or under it. egui keeps the laid-out text as long as the job stays the same.

use std::sync::Arc;

use egui::text::{CharIndex, LayoutJob, LayoutSection, TextFormat};
use egui::{Color32, FontId, Galley, Rect, pos2};

use crate::app::DocumentId;
use crate::model::{Article, Span, Text};
use crate::ui::theme;

/// What a layout depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageKey {
    /// Whose text.
    pub document: DocumentId,
    /// The width of the column.
    pub width: f32,
    /// The size of the letters.
    pub size: f32,
    /// The colour of the letters.
    pub ink: Color32,
}

/// The job of the article that is shown, kept from frame to frame.
#[derive(Default)]
pub struct Page {
    laid_out: Option<(PageKey, LayoutJob)>,
}

impl Page {
    /// The layout job of this article, made anew only when something that it depends on has changed.
    pub fn job(&mut self, key: PageKey, article: &Article) -> LayoutJob {
        match &self.laid_out {
            Some((known, job)) if *known == key => job.clone(),
            _ => {
                let job = lay_out(article, key);
                self.laid_out = Some((key, job.clone()));
                job
            }
        }
    }
}

/// The headline in its own letters; the empty lines between paragraphs half as high as the others.
fn lay_out(article: &Article, key: PageKey) -> LayoutJob {
    let body = format(theme::reading(key.size), key.ink);
    let gap =
        TextFormat { line_height: body.line_height.map(|height| (height / 2.0).round()), ..body.clone() };
    let headline = article.headline().map_or(0, Span::end);
    let mut job =
        LayoutJob { text: article.text.to_string(), keep_trailing_whitespace: true, ..LayoutJob::default() };
    job.wrap.max_width = key.width;
    let mut section = |from: usize, to: usize, format: &TextFormat| {
        if from < to {
            let byte_range = from.into()..to.into();
            job.sections.push(LayoutSection { leading_space: 0.0, byte_range, format: format.clone() });
        }
    };
    section(0, headline, &format(theme::headline(key.size), key.ink));
    let mut done = headline;
    for (at, empty_line) in article.text.match_indices("\n\n").filter(|(at, _)| *at >= headline) {
        section(done, at + 1, &body);
        section(at + 1, at + empty_line.len(), &gap);
        done = at + empty_line.len();
    }
    section(done, article.text.len(), &body);
    job
}

fn format(font_id: FontId, color: Color32) -> TextFormat {
    TextFormat { line_height: Some(theme::line_height(&font_id)), font_id, color, ..TextFormat::default() }
}

/// Where on a laid-out text words stand.
pub struct Rows {
    galley: Arc<Galley>,
    /// The number of the first character of each row.
    starts: Vec<usize>,
}

impl Rows {
    /// Counts the rows of a laid-out text.
    pub fn of(galley: &Arc<Galley>) -> Self {
        let mut next = 0;
        let starts = galley.rows.iter().map(|row| {
            let start = next;
            next += row.char_count_including_newline().0;
            start
        });
        Self { starts: starts.collect(), galley: galley.clone() }
    }

    /// Whether these are the rows of this very layout.
    pub fn are_of(&self, galley: &Arc<Galley>) -> bool {
        Arc::ptr_eq(&self.galley, galley)
    }

    /// The rectangles of a span, one for each row that it runs over, relative to the text.
    pub fn rects(&self, text: &Text, span: Span) -> Vec<Rect> {
        let chars = text.chars_of(span);
        let first = self.starts.partition_point(|&start| start <= chars.start).saturating_sub(1);
        let rows = self.starts.iter().zip(&self.galley.rows).skip(first);
        let rows = rows.take_while(|(start, _)| **start < chars.end);
        rows.filter_map(|(&start, row)| {
            let last = row.char_count_excluding_newline().0;
            let from = chars.start.saturating_sub(start).min(last);
            let to = chars.end.saturating_sub(start).min(last);
            // The space at which a line was broken belongs to no word.
            let words = row.glyphs.get(from..to)?.iter().rposition(|glyph| !glyph.chr.is_whitespace());
            let to = words.map_or(from, |last| from + last + 1);
            let (left, right) = (row.x_offset(CharIndex(from)), row.x_offset(CharIndex(to)));
            let rect = Rect::from_min_max(pos2(left, 0.0), pos2(right, row.height()));
            (to > from).then(|| rect.translate(row.pos.to_vec2()))
        })
        .collect()
    }
}
