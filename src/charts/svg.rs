//! A scene as SVG: shapes as shapes and text as text, so that it can be edited; the same scene gives the
//! same bytes.

use std::fmt::{self, Write};

use super::paper;
use super::scene::{Anchor, Area, Scene, Shape, Text, Tone};

/// The letters of the window, and what comes near them where they are not installed.
const FAMILIES: &str = "'Chancery Sans', Inter, 'Helvetica Neue', Arial, sans-serif";
/// From the middle of a capital letter to its foot, relative to its size.
const TO_FOOT: f32 = 0.364;

/// Where the colors of a picture come from.
#[derive(Clone, Copy)]
enum Colors {
    /// They are its own: those of files.
    Own,
    /// The page in which it stands has them, by the classes that name each [`Tone`].
    OfPage,
}

/// The picture as an SVG file.
pub fn to_svg(scene: &Scene) -> String {
    let mut svg = String::new();
    // Writing to a string cannot fail.
    let _ = write(&mut svg, scene, Colors::Own);
    svg
}

/// The picture as a part of an HTML page, which has rules for its colors: `.ink`, `.quiet`, `.line`, `.series-0` and
/// so on. What its parts stand for is told where they are pointed at.
pub fn to_svg_in_page(scene: &Scene) -> String {
    let mut svg = String::new();
    let _ = write(&mut svg, scene, Colors::OfPage);
    svg
}

impl Colors {
    /// The attribute that paints something in this color.
    fn painted(self, attribute: &str, tone: Tone) -> String {
        match self {
            Self::Own => format!("{attribute}=\"{}\"", paper::hex(tone)),
            Self::OfPage => format!("class=\"{}\"", class(tone)),
        }
    }
}

/// What a color is called in a page.
fn class(tone: Tone) -> String {
    match tone {
        Tone::Paper => "paper".to_owned(),
        Tone::Ink => "ink".to_owned(),
        Tone::Quiet => "quiet".to_owned(),
        Tone::Line => "line".to_owned(),
        Tone::Series(place) => format!("series-{place}"),
        Tone::Shade(place) => format!("shade-{place}"),
        Tone::OnShade(place) => format!("on-shade-{place}"),
    }
}

fn write(svg: &mut String, scene: &Scene, colors: Colors) -> fmt::Result {
    let (width, height) = (Points(scene.size.width), Points(scene.size.height));
    write!(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" ")?;
    if matches!(colors, Colors::Own) {
        write!(svg, "width=\"{width}\" height=\"{height}\" font-family=\"{FAMILIES}\" ")?;
    }
    writeln!(svg, "viewBox=\"0 0 {width} {height}\" role=\"img\">")?;
    writeln!(svg, "<title>{}</title>", Escaped(&scene.title))?;
    writeln!(svg, "<desc>{}</desc>", Escaped(&scene.summary))?;
    for shape in &scene.shapes {
        match shape {
            Shape::Rect { area, tone } => {
                writeln!(svg, "<rect {} {}/>", Place(*area), colors.painted("fill", *tone))?
            }
            Shape::Line { from, to, tone } => writeln!(
                svg,
                "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" {}/>",
                Points(from.0),
                Points(from.1),
                Points(to.0),
                Points(to.1),
                colors.painted("stroke", *tone)
            )?,
            Shape::Text(text) => write_text(svg, text, colors)?,
        }
    }
    if matches!(colors, Colors::OfPage) {
        for region in &scene.regions {
            let (place, label) = (Place(region.area), Escaped(&region.label));
            writeln!(svg, "<rect {place} class=\"part\"><title>{label}</title></rect>")?;
        }
    }
    writeln!(svg, "</svg>")
}

fn write_text(svg: &mut String, text: &Text, colors: Colors) -> fmt::Result {
    let foot = text.size * TO_FOOT;
    let (x, y) = if text.turned { (text.x + foot, text.y) } else { (text.x, text.y + foot) };
    let (x, y) = (Points(x), Points(y));
    write!(
        svg,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\" {}",
        text.size,
        colors.painted("fill", text.tone)
    )?;
    match text.anchor {
        Anchor::Start => {}
        Anchor::Middle => svg.write_str(" text-anchor=\"middle\"")?,
        Anchor::End => svg.write_str(" text-anchor=\"end\"")?,
    }
    if text.strong {
        svg.write_str(" font-weight=\"600\"")?;
    }
    if text.turned {
        write!(svg, " transform=\"rotate(-90 {x} {y})\"")?;
    }
    writeln!(svg, ">{}</text>", Escaped(&text.words))
}

/// Where a rectangle is.
struct Place(Area);

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Area { left, top, width, height } = self.0;
        let (x, y, width, height) = (Points(left), Points(top), Points(width), Points(height));
        write!(f, "x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")
    }
}

/// A length to a hundredth of a point.
struct Points(f32);

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = (f64::from(self.0) * 100.0).round() / 100.0;
        // Not `-0`.
        write!(f, "{}", hundredths + 0.0)
    }
}

/// Text as XML spells it. What XML cannot hold at all is left out.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '\u{FFFE}' | '\u{FFFF}' => {}
                _ if letter.is_control() => f.write_char(' ')?,
                _ => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}
