//! How the article is set: its letters, the height of its lines, the width of its column.

use egui::{FontFamily, FontId};

use super::UNIT;
use crate::app::{Density, Settings};

/// The height of a line of the article relative to its letters.
const LINE: f32 = 1.6;
/// The same where much is to fit on the screen.
const DENSE_LINE: f32 = 1.4;
/// The headline relative to the text, and the height of its lines relative to its letters.
const HEADLINE: f32 = 1.55;
const HEADLINE_LINE: f32 = 1.25;
/// How wide the average letter is relative to its size.
const LETTER: f32 = 0.475;

/// How the article is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Letters {
    /// The size of the letters of the text.
    pub size: f32,
    /// The height of a line.
    pub line: f32,
}

/// How a person wants articles set.
pub fn letters(settings: &Settings) -> Letters {
    let loose = match settings.density {
        Density::Calm => LINE,
        Density::Dense => DENSE_LINE,
    };
    Letters { size: settings.text_size, line: even(settings.text_size * loose) }
}

/// The letters of the article's text.
pub fn reading(letters: Letters) -> FontId {
    FontId::new(letters.size, FontFamily::Name("serif".into()))
}

/// The letters of the article's headline, and the height of its lines.
pub fn headline(letters: Letters) -> (FontId, f32) {
    let size = (letters.size * HEADLINE).round();
    (headline_letters(size), even(size * HEADLINE_LINE))
}

/// The letters of headlines.
pub fn headline_letters(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("serif-strong".into()))
}

/// The average letter of the article's text is so wide.
pub fn letter(letters: Letters) -> f32 {
    letters.size * LETTER
}

/// How wide the article's column is.
pub fn column(settings: &Settings) -> f32 {
    (letter(letters(settings)) * settings.measure / UNIT).round() * UNIT
}

/// So that rows fall on whole pixels.
fn even(height: f32) -> f32 {
    (height / 2.0).round() * 2.0
}
