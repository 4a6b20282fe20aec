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
mod newsbank;
mod nexis;
mod nexis_uni;
mod numbers;

pub(super) use europresse::{is_europresse, read as read_europresse};
pub(super) use fields::{people, person};

use memchr::memmem;

use super::error::ImportError;
use super::findings::Findings;
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
    pub split: fn(&str, &mut Findings<'_, '_>) -> Result<(), ImportError>,
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

fn layout_of(text: &str) -> Option<&'static Layout> {
    let mut marked = LAYOUTS.iter().filter(|layout| layout.is_marked(text));
    marked.find(|layout| (layout.recognizes)(text))
}

/// Takes a text apart if it is an export. Says whether it is one.
pub(super) fn split(text: &str, findings: &mut Findings<'_, '_>) -> Result<bool, ImportError> {
    let Some(layout) = layout_of(text) else { return Ok(false) };
    // Each line is looked at a few times.
    findings.budget.spend(text.len() as u64)?;
    (layout.split)(text, findings)?;
    Ok(true)
}

/// The paragraphs of these lines.
fn paragraphs_of(lines: &[&str]) -> Vec<String> {
    paragraphs(&lines.join("\n"))
}
