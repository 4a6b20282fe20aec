//! A scene as PNG: its SVG, drawn with our own letters, so that it looks the same on every machine.
//!
//! The letters are subsets: Latin, Greek and Cyrillic. Others come out as empty boxes; the SVG has them.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::scene::Scene;
use super::svg::to_svg;

/// Pixels in a point.
const SCALE: f32 = 2.0;

static LETTERS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut letters = fontdb::Database::new();
    let faces: [&[u8]; 2] = [
        include_bytes!("../../assets/fonts/chancery-sans-regular.ttf"),
        include_bytes!("../../assets/fonts/chancery-sans-semibold.ttf"),
    ];
    for face in faces {
        letters.load_font_data(face.to_vec());
    }
    Arc::new(letters)
});

/// Why there is no PNG.
#[derive(Debug, thiserror::Error)]
#[error("the picture cannot be drawn in this size: {0}")]
pub struct PngError(String);

/// The picture as a PNG file, two pixels to a point.
///
/// # Errors
/// When the picture has no size, or is too large for memory.
pub fn to_png(scene: &Scene) -> Result<Vec<u8>, PngError> {
    let failed = |error: &dyn std::fmt::Display| PngError(error.to_string());
    let options = Options { fontdb: LETTERS.clone(), ..Options::default() };
    let tree = Tree::from_str(&to_svg(scene), &options).map_err(|error| failed(&error))?;
    let pixels = |points: f32| (points * SCALE).ceil() as u32;
    let size = (pixels(scene.size.width), pixels(scene.size.height));
    let mut pixmap = Pixmap::new(size.0, size.1).ok_or_else(|| failed(&"no room for its pixels"))?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| failed(&error))
}
