//! Paints the marks under the text, lights the words that are pointed at, and puts ticks beside the
//! scroll bar.

use egui::{Rangef, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::marks::{Mark, MarkKind, Sides, marks};
use crate::model::{EntryId, Span};
use crate::review::Document;
use crate::ui::theme::{self, Palette};

/// How far below the middle of a row its letters end, and how far a tint reaches, relative to their size.
const BASE: f32 = 0.46;
const TINT: f32 = 0.66;
/// From one lane of commitments to the next.
const LANE: f32 = 3.0;

/// What is marked in the article that is shown, worked out once for each revision of its record.
#[derive(Default)]
pub struct Marked {
    of: Option<(EntryId, u64)>,
    /// Changes whenever the marks do.
    pub revision: u64,
    /// The parties, each with a color.
    pub sides: Sides,
    /// The marks in the order of the text.
    pub marks: Vec<Mark>,
}

impl Marked {
    /// Brings the marks in step with a document.
    pub fn follow(&mut self, document: &Document) {
        let of = Some((document.id(), document.revision()));
        if self.of != of {
            self.of = of;
            self.revision = self.revision.wrapping_add(1);
            self.sides = Sides::of(document.record());
            self.marks = marks(document.record(), &self.sides);
        }
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
        MarkKind::Contact => {
            let line = Shape::line_segment(line(0), Stroke::new(1.0, color));
            if light == Light::Lit { vec![ground, line] } else { vec![line] }
        }
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
pub fn ticks(ui: &Ui, marks: &[Mark], shown: Rect, content: f32, y_of: impl Fn(&Mark) -> f32) {
    if content <= shown.height() {
        return;
    }
    let palette = theme::palette(ui);
    for mark in marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Commitment { .. })) {
        let y = shown.top() + y_of(mark) / content * shown.height();
        let tick = Rect::from_min_size(pos2(shown.right() - 20.0, y), vec2(8.0, 2.0));
        let color = mark.side.map_or(palette.quiet, |place| palette.party(place));
        ui.painter().rect_filled(tick, 1.0, color);
    }
}

/// So many places have ticks beside the scroll bar; more would be a bar of their own.
const TICKS: usize = 500;

/// Ticks for where in a long article what is sought stands.
pub fn ticks_of_places(ui: &Ui, places: &[Span], shown: Rect, content: f32, y_of: impl Fn(&Span) -> f32) {
    if content <= shown.height() || places.len() > TICKS {
        return;
    }
    let palette = theme::palette(ui);
    for place in places {
        let y = shown.top() + y_of(place) / content * shown.height();
        let tick = Rect::from_min_size(pos2(shown.right() - 30.0, y), vec2(8.0, 3.0));
        ui.painter().rect_filled(tick, 1.0, palette.found_now);
        ui.painter().rect_stroke(tick, 1.0, Stroke::new(0.5, palette.quiet), StrokeKind::Outside);
    }
}

/// Words that were found, and whether they are those that are looked at.
pub fn found(rows: Vec<Rect>, is_now: bool, size: f32, palette: &Palette) -> impl Iterator<Item = Shape> {
    let color = if is_now { palette.found_now } else { palette.found };
    let line = Stroke::new(if is_now { 1.5 } else { 0.0 }, palette.ink);
    rows.into_iter().flat_map(move |row| {
        // Above the lines of commitments.
        let heights = Rangef::new(row.center().y - TINT * size, row.center().y + BASE * size + 0.5);
        let ground = Rect::from_x_y_ranges(row.x_range().expand(1.0), heights);
        let outline = Shape::rect_stroke(ground, theme::CORNER, line, StrokeKind::Outside);
        [Shape::rect_filled(ground, theme::CORNER, color), outline]
    })
}

/// The selected words.
pub fn selection(rects: Vec<Rect>, palette: &Palette) -> impl Iterator<Item = Shape> {
    rects.into_iter().map(|rect| Shape::rect_filled(rect, 0.0, palette.selection))
}
