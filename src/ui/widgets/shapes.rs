//! Painted shapes. They stand in for icons, because letters that look like icons are missing from
//! most fonts, and each differs from the others in form, not in color alone.

use std::f32::consts::TAU;

use egui::{Align2, Color32, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use crate::model::{ReviewStatus, Ruling};
use crate::ui::theme::{self, Palette};

/// A small picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// Takes away.
    Cross,
    /// Brings back what was taken away.
    Restore,
    /// What lies under it is folded away.
    Folded,
    /// What lies under it is shown.
    Unfolded,
    /// What is sorted goes up.
    Rising,
    /// What is sorted goes down.
    Falling,
    /// Leads to the one above.
    Up,
    /// Leads to the one below.
    Down,
    /// Leads back.
    Back,
    /// A month of days.
    Calendar,
    /// Something wants a look.
    Warning,
    /// Somebody wants another look.
    Flag,
    /// Leads to the words that support a value.
    Quote,
    /// A ruling: an empty ring, a ticked disc, a diamond, a struck ring.
    Ruling(Ruling),
    /// How far a review has come: an empty ring, a half, a ticked disc, a struck ring.
    Status(ReviewStatus),
}

impl Picture {
    /// The color that the picture has by itself.
    pub fn color(self, palette: &Palette) -> Color32 {
        match self {
            Self::Ruling(Ruling::Confirmed) | Self::Status(ReviewStatus::Reviewed) => palette.good,
            Self::Ruling(Ruling::Corrected) => palette.accent,
            Self::Status(ReviewStatus::InReview) => palette.accent,
            Self::Warning | Self::Flag => palette.warn,
            Self::Quote => palette.accent,
            _ => palette.quiet,
        }
    }

    /// Paints it in the middle of `rect`.
    pub fn paint(self, painter: &Painter, rect: Rect, color: Color32, palette: &Palette) {
        let pen =
            Pen { painter, at: rect.center(), unit: theme::MARK / 16.0, stroke: Stroke::new(1.5, color) };
        match self {
            Self::Cross => pen.cross(4.0),
            Self::Restore => pen.turned_back(),
            Self::Folded => pen.line(&[(-2.0, -4.0), (2.0, 0.0), (-2.0, 4.0)]),
            Self::Unfolded => pen.line(&[(-4.0, -2.0), (0.0, 2.0), (4.0, -2.0)]),
            Self::Rising => pen.line(&[(-3.0, 1.5), (0.0, -1.5), (3.0, 1.5)]),
            Self::Falling => pen.line(&[(-3.0, -1.5), (0.0, 1.5), (3.0, -1.5)]),
            Self::Up => pen.line(&[(-4.0, 2.0), (0.0, -2.0), (4.0, 2.0)]),
            Self::Down => pen.line(&[(-4.0, -2.0), (0.0, 2.0), (4.0, -2.0)]),
            Self::Back => pen.line(&[(2.0, -4.0), (-2.0, 0.0), (2.0, 4.0)]),
            Self::Calendar => pen.calendar(),
            Self::Warning => pen.warning(),
            Self::Quote => pen.quote(),
            Self::Flag => pen.flag(),
            Self::Ruling(Ruling::Proposed) | Self::Status(ReviewStatus::Unreviewed) => pen.ring(5.0),
            Self::Ruling(Ruling::Confirmed) | Self::Status(ReviewStatus::Reviewed) => pen.ticked(palette),
            Self::Ruling(Ruling::Corrected) => pen.diamond(),
            Self::Status(ReviewStatus::InReview) => pen.half(),
            Self::Ruling(Ruling::RuledOut) | Self::Status(ReviewStatus::Rejected) => {
                pen.ring(5.0);
                pen.line(&[(-5.0, 5.0), (5.0, -5.0)]);
            }
        }
    }
}

/// Paints a picture as a part of a row, in its own color.
pub fn picture(ui: &mut Ui, picture: Picture) {
    let palette = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(theme::MARK, theme::MARK), Sense::hover());
    picture.paint(ui.painter(), rect, picture.color(palette), palette);
}

struct Pen<'p> {
    painter: &'p Painter,
    at: Pos2,
    unit: f32,
    stroke: Stroke,
}

impl Pen<'_> {
    fn point(&self, (x, y): (f32, f32)) -> Pos2 {
        self.at + vec2(x, y) * self.unit
    }

    fn line(&self, points: &[(f32, f32)]) {
        let points = points.iter().map(|point| self.point(*point)).collect();
        self.painter.add(Shape::line(points, self.stroke));
    }

    fn filled(&self, points: Vec<Pos2>) {
        self.painter.add(Shape::convex_polygon(points, self.stroke.color, Stroke::NONE));
    }

    fn ring(&self, radius: f32) {
        self.painter.circle_stroke(self.at, radius * self.unit, self.stroke);
    }

    fn cross(&self, arm: f32) {
        self.line(&[(-arm, -arm), (arm, arm)]);
        self.line(&[(-arm, arm), (arm, -arm)]);
    }

    /// An arrow that turns back to where it came from.
    fn turned_back(&self) {
        let arc = (0..=12).map(|step| TAU * (0.75 + 0.75 * (step as f32 / 12.0)));
        let arc = arc.map(|angle| (angle.cos() * 4.5, angle.sin() * 4.5));
        self.line(&arc.collect::<Vec<_>>());
        self.line(&[(2.5, -7.0), (0.0, -4.5), (2.5, -2.0)]);
    }

    fn ticked(&self, palette: &Palette) {
        self.painter.circle_filled(self.at, 6.0 * self.unit, self.stroke.color);
        let tick = [(-2.75, 0.25), (-0.75, 2.25), (3.0, -1.75)].map(|point| self.point(point));
        self.painter.add(Shape::line(tick.to_vec(), Stroke::new(1.5, palette.paper)));
    }

    fn diamond(&self) {
        self.filled(
            [(0.0, -6.5), (6.5, 0.0), (0.0, 6.5), (-6.5, 0.0)].map(|point| self.point(point)).to_vec(),
        );
    }

    fn half(&self) {
        self.ring(5.0);
        let arc = (0..=16).map(|step| TAU * (0.25 + step as f32 / 32.0));
        self.filled(arc.map(|angle| self.at + vec2(angle.cos(), angle.sin()) * 5.0 * self.unit).collect());
    }

    /// A pair of quotation marks: every font that the window brings along has them.
    fn quote(&self) {
        let at = self.point((0.0, 5.0));
        let letters = theme::headline_letters(1.5 * theme::MARK);
        self.painter.text(at, Align2::CENTER_CENTER, "\u{201C}", letters, self.stroke.color);
    }

    fn calendar(&self) {
        self.line(&[(-5.0, -4.0), (5.0, -4.0), (5.0, 5.0), (-5.0, 5.0), (-5.0, -4.0)]);
        self.line(&[(-5.0, -1.0), (5.0, -1.0)]);
        self.line(&[(-2.5, -6.0), (-2.5, -3.0)]);
        self.line(&[(2.5, -6.0), (2.5, -3.0)]);
    }

    fn flag(&self) {
        self.line(&[(-3.0, -6.0), (-3.0, 6.0)]);
        let cloth = [(-3.0, -6.0), (5.0, -3.0), (-3.0, 0.0)];
        self.filled(cloth.map(|point| self.point(point)).to_vec());
    }

    fn warning(&self) {
        self.line(&[(0.0, -5.5), (6.0, 5.0), (-6.0, 5.0), (0.0, -5.5)]);
        self.line(&[(0.0, -1.5), (0.0, 1.5)]);
        let dot = pos2(self.at.x, self.at.y + 3.25 * self.unit);
        self.painter.circle_filled(dot, 0.9 * self.unit, self.stroke.color);
    }
}
