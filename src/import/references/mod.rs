//! Lists of references: RIS, BibTeX and the RDF of Zotero, in which databases and reference managers give titles with
//! their sources.
//!
//! An entry may have an abstract, or a text as a note: that is read as an article. It may name files in which its
//! article lies: then what it says of title, paper, day and author is of that article ([`Named`](super::Named)). Whoever opened the
//! list reads the files, for nothing here knows a folder; those of an archive are known ([`Beside`](super::beside::Beside)). Entries with
//! neither are counted.
//!
//! A new kind of list is a file with a [`Format`] in it and a line in [`LISTS`].

mod bibtex;
mod latex;
mod ris;
mod zotero;

use std::path::Path;

pub(super) use bibtex::BIBTEX;
pub(super) use ris::{LAYOUT, RIS};
pub(super) use zotero::ZOTERO;

use super::draft::Draft;
use super::encodings::TextEncoding;
use super::error::ImportError;
use super::file::{File, has_extension};
use super::findings::Findings;
use super::lines::is_prose;
use super::read_as::ReadAs;
use super::reference::Reference;
use super::remark::Remark;
use super::{Format, blocks, format_of};
use crate::model::{Budget, CancelToken};

/// What a list has of one article.
#[derive(Debug, Default)]
struct Entry {
    reference: Reference,
    /// The files that it names.
    files: Vec<String>,
    /// Its abstract, or its text.
    paragraphs: Vec<String>,
}

/// Takes each entry.
type Each<'e> = dyn FnMut(Entry) -> Result<(), ImportError> + 'e;

/// Reads the entries of a list.
type Entries = fn(&str, &Budget, &mut Each<'_>) -> Result<(), ImportError>;

/// The kinds of lists.
const LISTS: &[(Format, Entries)] =
    &[(RIS, ris::entries), (BIBTEX, bibtex::entries), (ZOTERO, zotero::entries)];

/// Reads a list in this way.
fn read(entries: Entries, text: &str, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let budget = findings.worth(text.len());
    let (mut without_text, mut elsewhere) = (0, 0);
    let read = entries(text, &budget, &mut |entry| {
        let Entry { reference, files, paragraphs } = entry;
        let draft = Draft { stated: reference.stated(), paragraphs };
        match (files.is_empty(), draft.paragraphs.is_empty()) {
            (false, _) if findings.lies_beside(&files) => {}
            (false, _) if findings.may_name() => return findings.named(files, reference, draft),
            (true, true) => without_text += 1,
            (true, false) => return findings.article(draft),
            (false, is_empty) => {
                elsewhere += 1;
                if !is_empty {
                    return findings.article(draft);
                }
            }
        }
        Ok(())
    });
    if without_text > 0 {
        findings.remark(Remark::WithoutText { count: without_text });
    }
    if elsewhere > 0 {
        findings.remark(Remark::NamedElsewhere { count: elsewhere });
    }
    read
}

/// Whether a file is such a list, by the ending of its name.
pub fn is_list(path: &Path) -> bool {
    let mut extensions = LISTS.iter().flat_map(|(format, _)| format.extensions);
    extensions.any(|known| has_extension(path, known))
}

/// What such a list says of articles in other files: the files of each as they are written, and what is said of it.
/// Nothing, if it is none or cannot be read.
pub fn named_in(
    file_name: &str,
    bytes: &[u8],
    encoding: Option<TextEncoding>,
) -> Vec<(Vec<String>, Reference)> {
    let file = File::new(file_name, bytes).read_as(ReadAs { encoding, ..ReadAs::default() });
    let format = format_of(&file).map(|format| format.name);
    let entries = LISTS.iter().find(|(list, _)| format.as_ref().is_ok_and(|name| *name == list.name));
    let (Some((_, entries)), Ok(text)) = (entries, file.text()) else { return Vec::new() };
    let mut named = Vec::new();
    let budget = Budget::new(super::limits::steps(text.len()), CancelToken::default());
    // What comes before the place where a list is damaged counts.
    let _ = entries(text, &budget, &mut |entry| {
        if !entry.files.is_empty() {
            named.push((entry.files, entry.reference));
        }
        Ok(())
    });
    named
}

/// Of an abstract and the notes beside it, that which is the text: the longest. A note is one only if it is prose:
/// most say where something was found.
fn text_of(abstracts: Vec<Vec<String>>, notes: Vec<Vec<String>>) -> Vec<String> {
    let notes = notes.into_iter().filter(|note| note.iter().any(|paragraph| is_prose(paragraph)));
    let length = |text: &Vec<String>| text.iter().map(String::len).sum::<usize>();
    abstracts.into_iter().chain(notes).max_by_key(length).unwrap_or_default()
}

/// The paragraphs of what a field says, which may be written in tags.
fn paragraphs_of(text: &str, budget: &Budget) -> Result<Vec<String>, ImportError> {
    if blocks::is_marked_up(text) {
        return Ok(super::paragraphs::paragraphs(&blocks::text_of_html(text, budget)?));
    }
    Ok(super::paragraphs::paragraphs(text))
}
