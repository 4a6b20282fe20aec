//! Paints the marks under the text, lights the words that are pointed at, and puts ticks beside the
//! scroll bar.

use std::sync::Arc;

use egui::{Galley, Rect, Shape, Stroke, Ui, Vec2, pos2, vec2};

use super::marks::{Mark, MarkKind, Sides, marks};
use super::page::Rows;
use crate::app::{Document, DocumentId};
use crate::ui::theme::{self, Palette};

/// How far below the middle of a row its letters end, and how far a tint reaches, relative to their size.
const BASE: f32 = 0.46;
const TINT: f32 = 0.66;
/// From one lane of commitments to the next.
const LANE: f32 = 3.0;

/// What is marked in the article that is shown, worked out once for each revision of its record.
#[derive(Default)]
pub struct Marked {
    of: Option<(DocumentId, u64)>,
    /// The parties, each with a colour.
    pub sides: Sides,
    /// The marks in the order of the text.
    pub marks: Vec<Mark>,
    /// Where each mark stands on this layout.
    placed: Option<(Arc<Galley>, Vec<Vec<Rect>>)>,
}

impl Marked {
    /// Brings the marks in step with a document.
    pub fn follow(&mut self, document: &Document) {
        let of = Some((document.id(), document.revision()));
        if self.of != of {
            self.of = of;
            self.sides = Sides::of(document.record());
            self.marks = marks(document.record(), &self.sides);
            self.placed = None;
        }
    }

    /// Works out where the marks stand on a layout, if that is not known yet.
    pub fn place(&mut self, document: &Document, galley: &Arc<Galley>, rows: &Rows) {
        let known = self.placed.as_ref().is_some_and(|(of, _)| Arc::ptr_eq(of, galley));
        if !known {
            let text = &document.record().article.text;
            let rects = self.marks.iter().map(|mark| rows.rects(text, mark.span)).collect();
            self.placed = Some((galley.clone(), rects));
        }
    }

    /// Each mark with its rectangles relative to the text.
    pub fn rects(&self) -> impl Iterator<Item = (&Mark, &[Rect])> {
        let rects = self.placed.iter().flat_map(|(_, rects)| rects);
        self.marks.iter().zip(rects.map(Vec::as_slice))
    }
}

/// How strongly a mark is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// As one of many.
    Rest,
    /// Its field is pointed at or attended to.
    Lit,
}

/// The shapes of one stretch of a mark on one row.
pub fn mark(mark: &Mark, row: Rect, size: f32, light: Light, palette: &Palette) -> Vec<Shape> {
    let color = mark.side.map_or(palette.quiet, |place| palette.party(place));
    let tint = Rect::from_center_size(row.center(), vec2(row.width() + 2.0, 2.0 * TINT * size));
    let fill = |color| Shape::rect_filled(tint, theme::CORNER, color);
    let ground = match light {
        Light::Lit => fill(palette.strong_tint(color)),
        Light::Rest if mark.beneath => Shape::Noop,
        Light::Rest => fill(palette.tint(color)),
    };
    let line = |lane: usize| {
        let y = row.center().y + BASE * size + 1.5 + LANE * lane as f32;
        [pos2(row.left(), y), pos2(row.right(), y)]
    };
    match mark.kind {
        MarkKind::Person => vec![ground],
        MarkKind::Day => [vec![ground], Shape::dotted_line(&line(0), color, 4.0, 0.9)].concat(),
        MarkKind::Place => {
            [vec![ground], Shape::dashed_line(&line(0), Stroke::new(1.25, color), 5.0, 3.0)].concat()
        }
        MarkKind::Commitment { lane } => {
            let line = Shape::line_segment(line(lane), Stroke::new(2.0, color));
            if light == Light::Lit { vec![fill(palette.tint(color)), line] } else { vec![line] }
        }
    }
}

/// Ticks at the right edge for where the commitments of a long article are.
pub fn ticks(ui: &Ui, marked: &Marked, shown: Rect, text_top: f32, content: f32) {
    if content <= shown.height() {
        return;
    }
    let palette = theme::palette(ui);
    for (mark, rects) in marked.rects() {
        let (MarkKind::Commitment { .. }, Some(first)) = (mark.kind, rects.first()) else { continue };
        let y = shown.top() + (text_top + first.center().y) / content * shown.height();
        let tick = Rect::from_min_size(pos2(shown.right() - 20.0, y), vec2(8.0, 2.0));
        let color = mark.side.map_or(palette.quiet, |place| palette.party(place));
        ui.painter().rect_filled(tick, 1.0, color);
    }
}

/// The selection, where the text itself does not paint it because the keyboard is elsewhere.
pub fn selection(rects: &[Rect], at: Vec2, palette: &Palette) -> Vec<Shape> {
    rects.iter().map(|rect| Shape::rect_filled(rect.translate(at), 0.0, palette.selection)).collect()
}
