//! Records → bytes, a file a format.
//!
//! A format is one [`ExportFormat`] in [`FORMATS`]: its name, its ending, and a function that writes records one by
//! one as they come, so that many take no more memory than one. A newcomer adds a file and a line.
//!
//! A format has the [`Shape`] of one file or of a bundle of several; a bundle becomes a folder or a `.zip` file,
//! as its path says. What programs for tables read is written from one list of [`TABLES`]. What of each record
//! goes into an export, its [`Contents`] say.

mod annotations;
mod contents;
mod csv;
mod edges;
mod excel;
mod graph;
mod graphml;
mod json;
mod lines;
mod package;
mod parquet;
mod plover;
mod readers;
mod report;
mod tables;
mod text;
mod words;

use std::borrow::Cow;
use std::io::{self, Read, Seek, Write};
use std::path::Path;

pub use contents::Contents;
pub use report::{Escaped, begin_page, end_page, write_section};
pub use tables::{Column, Kind, Preview, Row, Rows, TABLES, Table, TablePreview, Value};

use crate::model::{Record, counted, number};

/// The formats that records can be exported in, in the order of menus.
pub const FORMATS: &[&ExportFormat] = &[
    &json::FORMAT,
    &lines::FORMAT,
    &excel::FORMAT,
    &csv::FORMAT,
    &parquet::FORMAT,
    &report::FORMAT,
    &text::FORMAT,
    &annotations::FORMAT,
    &plover::FORMAT,
    &graphml::FORMAT,
    &edges::FORMAT,
];

/// A way to write records to a file, or to several.
#[derive(Debug)]
pub struct ExportFormat {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it is called for people.
    pub label: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// The ending of its files, or of the folder of a bundle, without the dot.
    pub extension: &'static str,
    /// How many rows it takes of a table, where there is a limit.
    pub most_rows: Option<usize>,
    /// One file or several.
    pub shape: Shape,
}

/// Whether a format is one file or several, and what writes it.
#[derive(Debug)]
pub enum Shape {
    /// One file in JSON, or with a JSON value a line, that Chancery reads again.
    Records(Stream),
    /// One file in JSON, or with a JSON value a line.
    Json(Stream),
    /// One file of another kind.
    File(Stream),
    /// One file whose beginning is known when all records have been seen.
    Page(WritePage),
    /// Several files that lie in a folder, or in a `.zip` file.
    Bundle(WriteBundle),
}

/// What writes one file, from its beginning to its end.
#[derive(Debug)]
pub struct Stream {
    /// Writes a record that is to be a file by itself, where that is not written as a list of one.
    one: Option<fn(&Record, &mut Out<'_>) -> io::Result<()>>,
    /// Writes a list.
    all: fn(&mut Records<'_>, Contents, &mut Out<'_>) -> io::Result<()>,
}

/// Writes a page: parts of it are set aside until it is known what stands before them.
type WritePage = fn(&mut Records<'_>, Contents, &mut NewSpool<'_>, &mut Out<'_>) -> io::Result<()>;

/// A place where something is set aside that is read again.
pub trait Spool: Read + Write + Seek + Send {}

impl<T: Read + Write + Seek + Send> Spool for T {}

/// Gives an empty place to set something aside.
pub type NewSpool<'a> = dyn FnMut() -> io::Result<Box<dyn Spool>> + 'a;

/// Writes the files of a bundle.
type WriteBundle = fn(&mut Records<'_>, Contents, &mut NewFile<'_>) -> io::Result<()>;

/// Where a file is written to.
pub type Out<'a> = dyn Write + Send + 'a;

/// Begins a file of this name in a bundle. Whoever writes it flushes it.
pub type NewFile<'a> = dyn FnMut(&str) -> io::Result<Box<dyn Write + Send>> + 'a;

/// Records on their way into a file.
type Records<'a> = dyn Iterator<Item = Cow<'a, Record>> + 'a;

/// The ending of a bundle that is one file.
const PACKED: &str = ".zip";

impl PartialEq for ExportFormat {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for ExportFormat {}

impl ExportFormat {
    /// The format where none is asked for.
    pub const DEFAULT: &'static Self = &json::FORMAT;

    /// The format of streams: one record a line.
    pub const LINES: &'static Self = &lines::FORMAT;

    /// A page for people.
    pub const REPORT: &'static Self = &report::FORMAT;

    /// What is pasted into notes and mails.
    pub const TEXT: &'static Self = &text::FORMAT;

    /// The format of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        FORMATS.iter().copied().find(|format| format.name == name)
    }

    /// The format that a file's ending asks for: of a bundle, with `.zip` after it or without.
    pub fn of_path(path: &Path) -> Option<&'static Self> {
        let name = path.file_name()?.to_str()?.to_ascii_lowercase();
        let packed = name.strip_suffix(PACKED);
        let rest = packed.unwrap_or(&name);
        let ends = |format: &&Self| {
            let stem = rest.strip_suffix(format.extension);
            stem.is_some_and(|stem| stem.ends_with('.')) && (packed.is_none() || format.is_bundle())
        };
        let fitting = FORMATS.iter().copied().filter(ends);
        // One ending may be the end of another.
        fitting.max_by_key(|format| format.extension.len()).or_else(|| packed.map(|_| &csv::FORMAT))
    }

    /// Whether it is several files.
    pub fn is_bundle(&self) -> bool {
        matches!(self.shape, Shape::Bundle(_))
    }

    /// Whether it is JSON, or lines of it.
    pub fn is_json(&self) -> bool {
        matches!(self.shape, Shape::Records(_) | Shape::Json(_))
    }

    /// Whether a bundle goes into one file at this path.
    pub fn is_packed(path: &Path) -> bool {
        path.to_str().is_some_and(|path| path.to_ascii_lowercase().ends_with(PACKED))
    }

    /// What a file of it is called that a person is offered: one file, even of a bundle.
    pub fn file_name(&self, stem: &str) -> String {
        let packed = if self.is_bundle() { PACKED } else { "" };
        format!("{stem}.{}{packed}", self.extension)
    }

    /// Why these tables do not go into this format; nothing where they do.
    pub fn objection(&self, preview: &Preview) -> Option<String> {
        let most = self.most_rows?;
        let table = preview.tables.iter().find(|table| table.count > most)?;
        Some(format!(
            "{} takes {} of a table, and {} would have {}. Choose CSV or Parquet, or fewer records.",
            self.label,
            counted(most, "row"),
            table.table.name,
            number(table.count)
        ))
    }

    /// Writes a record that is to be a file by itself.
    ///
    /// # Errors
    /// When `out` takes no more, or the format is several files.
    pub fn write_one(&self, record: &Record, out: &mut Out<'_>) -> io::Result<()> {
        match &self.shape {
            Shape::Records(Stream { one: Some(one), .. }) => one(record, out),
            _ => {
                let records = std::iter::once(Cow::Borrowed(record));
                self.write(records, Contents::ALL, &mut report::in_memory, out)
            }
        }
    }

    /// Writes a list of records, even if it has only one. What has to wait for what stands before it goes to a spool.
    ///
    /// # Errors
    /// When `out` takes no more, or the format is several files.
    pub fn write<'i, 'r: 'i>(
        &self,
        records: impl Iterator<Item = Cow<'r, Record>> + 'i,
        contents: Contents,
        spool: &mut NewSpool<'_>,
        out: &mut Out<'_>,
    ) -> io::Result<()> {
        let mut records = records.map(move |record| -> Cow<'i, Record> { contents.of(record) });
        match &self.shape {
            Shape::Records(stream) | Shape::Json(stream) | Shape::File(stream) => {
                (stream.all)(&mut records, contents, out)
            }
            Shape::Page(write) => write(&mut records, contents, spool, out),
            Shape::Bundle(_) => Err(io::Error::other(format!(
                "{} is several files: name a folder or a .zip file for them",
                self.label
            ))),
        }
    }

    /// Writes a list of records into several files.
    ///
    /// # Errors
    /// When a file takes no more, or the format is one file.
    pub fn write_bundle<'i, 'r: 'i>(
        &self,
        records: impl Iterator<Item = Cow<'r, Record>> + 'i,
        contents: Contents,
        new_file: &mut NewFile<'_>,
    ) -> io::Result<()> {
        let Shape::Bundle(write) = self.shape else {
            return Err(io::Error::other(format!("{} is one file", self.label)));
        };
        let mut records = records.map(move |record| -> Cow<'i, Record> { contents.of(record) });
        write(&mut records, contents, new_file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_its_own_name_and_ending() {
        for (i, format) in FORMATS.iter().enumerate() {
            assert_eq!(ExportFormat::named(format.name), Some(*format));
            for path in [format.file_name("x"), format.file_name("X.2.Y").to_uppercase()] {
                assert_eq!(ExportFormat::of_path(Path::new(&path)), Some(*format), "{path}");
                assert_eq!(ExportFormat::is_packed(Path::new(&path)), format.is_bundle());
            }
            assert!(!FORMATS.iter().take(i).any(|earlier| earlier == format));
            assert!(format.about.ends_with('.'), "{}", format.name);
        }
        assert_eq!(ExportFormat::of_path(Path::new("talks.csv")), ExportFormat::named("csv"), "a folder");
        assert_eq!(ExportFormat::of_path(Path::new("talks.zip")), ExportFormat::named("csv"));
        assert_eq!(ExportFormat::of_path(Path::new("talks.json.zip")), ExportFormat::named("csv"));
        assert_eq!(ExportFormat::of_path(Path::new("talks.doc")), None);
    }
}
