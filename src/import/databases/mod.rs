//! Exports of news databases: many articles in one file, each with its fields.
//!
//! A database has a layout of its own, which is the same whether the export is text, a page, an RTF or a Word
//! document: those are read into lines first, and a [`Layout`] takes the lines apart by the structure of the
//! export, never by empty lines or a single mark. What it says of an article goes into the article's own fields;
//! covers, lists of contents and what the database adds (when it loaded the article, subjects, its copyright) are
//! no text of anybody.
//!
//! A new database is a file with a [`Layout`] in it and a line in [`LAYOUTS`].

mod europresse;
mod factiva;
mod factiva_display;
mod fields;
mod labeled;
mod labels;
mod line_by_line;
mod newsbank;
mod nexis;
mod nexis_uni;
mod numbers;

pub(super) use europresse::{is_europresse, read as read_europresse};
pub(super) use fields::{people, person};
pub(super) use line_by_line::Lines;

use memchr::memmem;

use super::characters::tidy;
use super::error::ImportError;
use super::file::File;
use super::findings::Findings;
use super::limits::BEGINNING_BYTES;
use super::paragraphs::paragraphs;
use super::references;

/// What the export of a database looks like.
pub(super) struct Layout {
    /// The database.
    pub name: &'static str,
    /// Words that stand in every such export, of which one is enough: cheap to look for, and no proof.
    pub marks: &'static [&'static str],
    /// Whether a text is such an export.
    pub recognizes: fn(&str) -> bool,
    /// Takes the articles out of it.
    pub split: Split,
}

/// How the articles are taken out of an export.
pub(super) enum Split {
    /// Line by line, so that it may be of any size.
    Lines(fn(&mut Lines<'_>, &mut Findings<'_, '_>) -> Result<(), ImportError>),
    /// Out of the whole text.
    Text(fn(&str, &mut Findings<'_, '_>) -> Result<(), ImportError>),
}

impl Split {
    fn text(&self, text: &str, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
        match self {
            Self::Lines(split) => split(&mut Lines::of(text), findings),
            Self::Text(split) => split(text, findings),
        }
    }
}

/// The layouts that are known.
const LAYOUTS: &[Layout] = &[
    nexis_uni::LAYOUT,
    nexis::LAYOUT,
    factiva::LAYOUT,
    factiva_display::LAYOUT,
    newsbank::LAYOUT,
    labeled::LAYOUT,
    references::LAYOUT,
];

impl Layout {
    fn is_marked(&self, text: &str) -> bool {
        self.marks.iter().any(|mark| memmem::find(text.as_bytes(), mark.as_bytes()).is_some())
    }
}

/// Whether a text, or a page as it is written, may be an export.
pub(super) fn may_be_export(text: &str) -> bool {
    LAYOUTS.iter().any(|layout| layout.is_marked(text))
}

/// The layouts' names, and that of the pages of Europresse.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    LAYOUTS.iter().map(|layout| layout.name).chain([EUROPRESSE])
}

/// The layout of a text, or of a page as it is written, if it is an export.
pub(super) fn name_of(text: &str) -> Option<&'static str> {
    let layout = layout_of(text).map(|layout| layout.name);
    layout.or_else(|| is_europresse(text).then_some(EUROPRESSE))
}

const EUROPRESSE: &str = "Europresse";

/// The layout of a text by its beginning.
fn layout_of(text: &str) -> Option<&'static Layout> {
    let end = text.floor_char_boundary(BEGINNING_BYTES as usize);
    let text = text.get(..end).unwrap_or(text);
    let mut marked = LAYOUTS.iter().filter(|layout| layout.is_marked(text));
    marked.find(|layout| (layout.recognizes)(text))
}

/// Takes a text apart if it is an export. Says whether it is one.
pub(super) fn split(text: &str, findings: &mut Findings<'_, '_>) -> Result<bool, ImportError> {
    let Some(layout) = layout_of(text) else { return Ok(false) };
    // Each line is looked at a few times.
    findings.budget.spend(text.len() as u64)?;
    layout.split.text(text, findings)?;
    Ok(true)
}

/// Takes a file of text apart if it is an export, as it comes if it is not held. Says whether it is one.
pub(super) fn split_file(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<bool, ImportError> {
    let Some(layout) = layout_of_file(file) else { return Ok(false) };
    match layout.split {
        Split::Lines(split) if !file.is_held() => {
            split(&mut Lines::coming(file.decoded_stream()?), findings)?;
        }
        _ => layout.split.text(file.text()?, findings)?,
    }
    Ok(true)
}

/// Whether a file of text that begins so is an export that is taken apart as it comes.
pub(super) fn comes(file: &File<'_>) -> bool {
    layout_of_file(file).is_some_and(|layout| matches!(layout.split, Split::Lines(_)))
}

fn layout_of_file(file: &File<'_>) -> Option<&'static Layout> {
    match file.is_held() && file.bytes.len() as u64 <= BEGINNING_BYTES {
        true => layout_of(file.text().ok()?),
        false => layout_of(&tidy(&file.beginning_lines())),
    }
}

/// The paragraphs of these lines.
fn paragraphs_of(lines: &[&str]) -> Vec<String> {
    paragraphs(&lines.join("\n"))
}
