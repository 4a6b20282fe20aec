//! A picture as a short list of shapes, in points from the upper left corner, and the regions of it
//! that stand for something. The window paints it, files write it.

use super::letters;
use super::selection::Selection;

/// How large a picture is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: f32,
    /// From top to bottom.
    pub height: f32,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// The left edge.
    pub left: f32,
    /// The upper edge.
    pub top: f32,
    /// From left to right.
    pub width: f32,
    /// From top to bottom.
    pub height: f32,
}

/// A color, by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The ground.
    Paper,
    /// Text.
    Ink,
    /// Text that may be passed over.
    Quiet,
    /// Hairlines.
    Line,
    /// One of [`Tone::SERIES`] colors of things that differ in kind.
    Series(usize),
    /// One of [`Tone::SHADES`] steps from little to much.
    Shade(usize),
    /// Text on a shade.
    OnShade(usize),
}

impl Tone {
    /// How many kinds can be told apart.
    pub const SERIES: usize = 5;
    /// How many steps there are from little to much.
    pub const SHADES: usize = 4;
}

/// Which part of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// Words on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The words.
    pub words: String,
    /// Where its anchor is.
    pub x: f32,
    /// Where the middle of its capital letters is.
    pub y: f32,
    /// The size of the letters.
    pub size: f32,
    /// Which part of it stands there.
    pub anchor: Anchor,
    /// Whether it runs upward.
    pub turned: bool,
    /// Whether it is set in heavier letters.
    pub strong: bool,
    /// Its color.
    pub tone: Tone,
}

/// One mark of a picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Rect {
        /// Where.
        area: Area,
        /// Its color.
        tone: Tone,
    },
    /// A hairline.
    Line {
        /// From here.
        from: (f32, f32),
        /// To here.
        to: (f32, f32),
        /// Its color.
        tone: Tone,
    },
    /// Words.
    Text(Text),
}

/// A part of a picture that stands for some articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Where.
    pub area: Area,
    /// What it stands for, in words: "Malta and Tunisia: 14 meetings".
    pub label: String,
    /// How many meetings or commitments.
    pub count: u32,
    /// In which articles.
    pub articles: Selection,
}

/// A picture that is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// How large it is.
    pub size: Size,
    /// How much lower it could be without anything getting smaller.
    pub spare: f32,
    /// What it shows.
    pub title: String,
    /// What it stands on, or why there is nothing to see.
    pub summary: String,
    /// From the lowest to the uppermost.
    pub shapes: Vec<Shape>,
    /// What can be pointed at.
    pub regions: Vec<Region>,
}

impl Area {
    /// The right edge.
    pub fn right(self) -> f32 {
        self.left + self.width
    }

    /// The lower edge.
    pub fn bottom(self) -> f32 {
        self.top + self.height
    }

    /// The middle.
    pub fn middle(self) -> (f32, f32) {
        (self.left + self.width / 2.0, self.top + self.height / 2.0)
    }

    /// Smaller by this much on every side.
    pub fn shrunk(self, by: f32) -> Self {
        Self {
            left: self.left + by,
            top: self.top + by,
            width: (self.width - 2.0 * by).max(0.0),
            height: (self.height - 2.0 * by).max(0.0),
        }
    }
}

impl Text {
    /// Words of the usual size that start at this point.
    pub fn new(words: impl Into<String>, x: f32, y: f32) -> Self {
        let (anchor, tone) = (Anchor::Start, Tone::Ink);
        Self { words: words.into(), x, y, size: letters::SMALL, anchor, turned: false, strong: false, tone }
    }

    /// The same with this anchor.
    pub fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// The same in this color.
    pub fn toned(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// The room that it takes at most.
    pub fn area(&self) -> Area {
        let (length, height) =
            (letters::width(&self.words, self.size, self.strong), letters::height(self.size));
        let before = match self.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => length / 2.0,
            Anchor::End => length,
        };
        let (left, top) = (self.x - before, self.y - height / 2.0);
        if self.turned {
            Area {
                left: self.x - height / 2.0,
                top: self.y - (length - before),
                width: height,
                height: length,
            }
        } else {
            Area { left, top, width: length, height }
        }
    }
}

impl Scene {
    /// Adds a filled rectangle.
    pub fn rect(&mut self, area: Area, tone: Tone) {
        self.shapes.push(Shape::Rect { area, tone });
    }

    /// Adds a hairline.
    pub fn line(&mut self, from: (f32, f32), to: (f32, f32)) {
        self.shapes.push(Shape::Line { from, to, tone: Tone::Line });
    }

    /// Adds words.
    pub fn text(&mut self, text: Text) {
        self.shapes.push(Shape::Text(text));
    }

    /// Says what a part of the picture stands for; what stands for nothing is no region.
    pub fn region(&mut self, area: Area, what: &str, counted: (u32, &str), articles: Selection) {
        let (count, noun) = counted;
        if count > 0 {
            let label = format!("{what}: {}", letters::counted(count, noun));
            self.regions.push(Region { area, label, count, articles });
        }
    }
}
