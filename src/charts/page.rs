//! The page that every picture stands on: title, summary, legend, what was left out; the rest of it is
//! the picture's own.

use super::letters;
use super::scene::{Anchor, Area, Scene, Shape, Size, Text, Tone};

/// A unit of space, as in the window.
pub const UNIT: f32 = 4.0;
/// Below this nothing can be read, and nothing is drawn.
pub const LEAST: Size = Size { width: 320.0, height: 240.0 };

/// A page, and what is still free of it.
pub struct Page {
    /// What stands on it.
    pub scene: Scene,
    /// Where nothing stands yet.
    pub free: Area,
}

impl Page {
    /// A page with its title and the sentence below it.
    pub fn new(size: Size, title: &str, summary: String) -> Self {
        let whole = Area { left: 0.0, top: 0.0, width: size.width.max(0.0), height: size.height.max(0.0) };
        let scene = Scene {
            size,
            spare: 0.0,
            title: title.to_owned(),
            summary,
            shapes: Vec::new(),
            regions: Vec::new(),
        };
        let mut page = Self { scene, free: whole.shrunk(4.0 * UNIT) };
        page.scene.rect(whole, Tone::Paper);
        if page.is_legible() {
            let strong = true;
            let words = letters::fit(title, letters::LARGE, strong, page.free.width);
            let (x, y) = (page.free.left, page.free.top + 2.5 * UNIT);
            page.scene.text(Text { size: letters::LARGE, strong, ..Text::new(words, x, y) });
            page.lower(6.0 * UNIT);
            let summary = letters::fit(&page.scene.summary, letters::SMALL, false, page.free.width);
            page.scene.text(Text::new(summary, x, page.free.top + 2.0 * UNIT).toned(Tone::Quiet));
            page.lower(6.0 * UNIT);
        }
        page
    }

    /// A page that says in the middle why there is no picture.
    pub fn without_picture(size: Size, title: &str, sentence: &str) -> Scene {
        let mut page = Self::new(size, title, String::new());
        page.scene.summary = sentence.to_owned();
        if page.is_legible() {
            page.scene.shapes.retain(|shape| !matches!(shape, Shape::Text(text) if text.words.is_empty()));
            let (x, y) = page.free.middle();
            let words = letters::fit(sentence, letters::SMALL, false, page.free.width);
            page.scene.text(Text::new(words, x, y).anchored(Anchor::Middle).toned(Tone::Quiet));
        }
        page.scene
    }

    /// Whether there is room for a picture at all.
    pub fn is_legible(&self) -> bool {
        self.scene.size.width >= LEAST.width && self.scene.size.height >= LEAST.height
    }

    /// What the colors mean, in as many lines as it takes. Gives the place of each entry.
    pub fn legend<'e>(&mut self, entries: impl IntoIterator<Item = (Tone, &'e str)>) -> Vec<Area> {
        let (mut x, line) = (self.free.left, 5.0 * UNIT);
        let mut places = Vec::new();
        for (tone, words) in entries {
            let width = 5.0 * UNIT + letters::width(words, letters::SMALL, false);
            if x > self.free.left && x + width > self.free.right() {
                x = self.free.left;
                self.lower(line);
            }
            let place =
                Area { left: x, top: self.free.top, width: width.min(self.free.width), height: 4.0 * UNIT };
            let swatch = Area { width: 3.0 * UNIT, height: 3.0 * UNIT, top: place.top + UNIT / 2.0, ..place };
            self.scene.rect(swatch, tone);
            self.scene.text(Text::new(words, x + 4.0 * UNIT, place.top + 2.0 * UNIT));
            places.push(place);
            x += width + 3.0 * UNIT;
        }
        self.lower(line + UNIT);
        places
    }

    /// What was left out, at the foot.
    pub fn note(&mut self, words: &str) {
        if !words.is_empty() {
            let words = letters::fit(words, letters::TINY, false, self.free.width);
            let text = Text::new(words, self.free.left, self.free.bottom() - 1.5 * UNIT);
            self.scene.text(Text { size: letters::TINY, ..text.toned(Tone::Quiet) });
            self.free.height = (self.free.height - 5.0 * UNIT).max(0.0);
        }
    }

    fn lower(&mut self, by: f32) {
        let by = by.min(self.free.height);
        self.free.top += by;
        self.free.height -= by;
    }
}
