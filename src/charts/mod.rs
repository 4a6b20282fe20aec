//! Pictures of many records: when there were meetings, who met whom, who promised whom what. Where the facts come
//! from is not known here.
//!
//! A picture is one [`Picture`] in [`PICTURES`]: it sums up [`Facts`] once, however many there are, and
//! lays out what it summed for any size as a [`Scene`], a short list of shapes. The window paints a
//! scene, files are written from it ([`Format`]). The [`Region`]s of a scene say what each part of it
//! stands for, as a [`Selection`] that a click can narrow the library to. A newcomer adds a file and a
//! line.

mod calendar;
mod facts;
#[cfg(test)]
mod invented;
mod letters;
mod matrix;
mod obligations;
mod over_time;
mod page;
mod paper;
mod png;
mod scene;
mod seats;
mod selection;
mod svg;
#[cfg(test)]
mod tests;
mod who_met_whom;
mod who_promised_whom;

pub use facts::{CommitmentFact, Facts, MeetingFact, PartyKey};
pub use paper::color as color_on_paper;
pub use png::{PngError, to_png};
pub use scene::{Anchor, Area, Region, Scene, Shape, Size, Text, Tone};
pub use selection::{Selection, Who};
pub use svg::{to_svg, to_svg_in_page};

/// The pictures, in the order in which they are offered.
pub const PICTURES: &[Picture] =
    &[over_time::PICTURE, who_met_whom::PICTURE, who_promised_whom::PICTURE, obligations::PICTURE];

/// How large a picture is in a file, at most: as wide as a page, when printed.
const IN_FILES: Size = Size { width: 960.0, height: 640.0 };

/// A way to look at a library.
#[derive(Debug)]
pub struct Picture {
    /// What its files are called.
    pub name: &'static str,
    /// What it is called for people.
    pub label: &'static str,
    sum: fn(&Facts<'_>) -> Box<dyn Summed>,
}

/// What a picture has summed up.
trait Summed: Send + Sync {
    /// On how many articles it stands.
    fn articles(&self) -> usize;

    /// Lays it out in this size.
    fn scene(&self, size: Size) -> Scene;
}

/// Every picture of the same facts. It keeps nothing of the facts, so it may be made on a thread of its
/// own and kept for as long as the library stays as it is.
pub struct Gallery {
    summed: Vec<Box<dyn Summed>>,
}

impl std::fmt::Debug for Gallery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Gallery").finish_non_exhaustive()
    }
}

/// A picture of a gallery.
#[derive(Clone, Copy)]
pub struct Hung<'g> {
    /// Which.
    pub picture: &'static Picture,
    summed: &'g dyn Summed,
}

/// What a picture can be saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Shapes and text, to be edited or printed.
    Svg,
    /// Pixels, to be pasted.
    Png,
}

impl Gallery {
    /// Sums the facts up for every picture.
    pub fn of(facts: &Facts<'_>) -> Self {
        Self { summed: PICTURES.iter().map(|picture| (picture.sum)(facts)).collect() }
    }

    /// The pictures, in their order.
    pub fn pictures(&self) -> impl Iterator<Item = Hung<'_>> {
        PICTURES.iter().zip(&self.summed).map(|(picture, summed)| Hung { picture, summed: &**summed })
    }
}

impl Hung<'_> {
    /// On how many articles the picture stands.
    pub fn articles(&self) -> usize {
        self.summed.articles()
    }

    /// The same in words: `Stands on 12,345 articles`.
    pub fn standing(&self) -> String {
        let articles = u32::try_from(self.articles()).unwrap_or(u32::MAX);
        format!("Based on {}", letters::counted(articles, "article"))
    }

    /// The picture in this size.
    pub fn scene(&self, size: Size) -> Scene {
        self.summed.scene(size)
    }

    /// The name that its file is offered under.
    pub fn file_name(&self, format: Format) -> String {
        format!("{}.{}", self.picture.name, format.extension())
    }

    /// The picture as a file, always by day, of the same width, and as high as it needs to be.
    ///
    /// # Errors
    /// When there is no memory for its pixels.
    pub fn file(&self, format: Format) -> Result<Vec<u8>, PngError> {
        let scene = self.as_high_as_needed(IN_FILES);
        match format {
            Format::Svg => Ok(to_svg(&scene).into_bytes()),
            Format::Png => to_png(&scene),
        }
    }

    /// The picture as a part of an HTML page whose column has this width.
    pub fn in_page(&self, width: f32) -> String {
        to_svg_in_page(&self.as_high_as_needed(Size { width, ..IN_FILES }))
    }

    fn as_high_as_needed(&self, size: Size) -> Scene {
        let height = (size.height - self.scene(size).spare).max(page::LEAST.height);
        self.scene(Size { height, ..size })
    }
}

impl Format {
    /// Every one, in the order of buttons.
    pub const ALL: &'static [Self] = &[Self::Svg, Self::Png];

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::Svg => "SVG",
            Self::Png => "PNG",
        }
    }

    /// The ending of its files, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}
