//! A scene as SVG: shapes as shapes and text as text, so that it can be edited; the same scene gives the
//! same bytes.

use std::fmt::{self, Write};

use super::paper;
use super::scene::{Anchor, Scene, Shape, Text};

/// The letters of the window, and what comes near them where they are not installed.
const FAMILIES: &str = "'Chancery Sans', Inter, 'Helvetica Neue', Arial, sans-serif";
/// From the middle of a capital letter to its foot, relative to its size.
const TO_FOOT: f32 = 0.364;

/// The picture as an SVG file.
pub fn to_svg(scene: &Scene) -> String {
    let mut svg = String::new();
    // Writing to a string cannot fail.
    let _ = write(&mut svg, scene);
    svg
}

fn write(svg: &mut String, scene: &Scene) -> fmt::Result {
    let (width, height) = (Points(scene.size.width), Points(scene.size.height));
    writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"{FAMILIES}\" role=\"img\">"
    )?;
    writeln!(svg, "<title>{}</title>", Escaped(&scene.title))?;
    writeln!(svg, "<desc>{}</desc>", Escaped(&scene.summary))?;
    for shape in &scene.shapes {
        match shape {
            Shape::Rect { area, tone } => writeln!(
                svg,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
                Points(area.left),
                Points(area.top),
                Points(area.width),
                Points(area.height),
                paper::hex(*tone)
            )?,
            Shape::Line { from, to, tone } => writeln!(
                svg,
                "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\"/>",
                Points(from.0),
                Points(from.1),
                Points(to.0),
                Points(to.1),
                paper::hex(*tone)
            )?,
            Shape::Text(text) => write_text(svg, text)?,
        }
    }
    writeln!(svg, "</svg>")
}

fn write_text(svg: &mut String, text: &Text) -> fmt::Result {
    let foot = text.size * TO_FOOT;
    let (x, y) = if text.turned { (text.x + foot, text.y) } else { (text.x, text.y + foot) };
    let (x, y) = (Points(x), Points(y));
    write!(svg, "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\" fill=\"{}\"", text.size, paper::hex(text.tone))?;
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
