//! Records → bytes, a file a format.
//!
//! A format is one [`ExportFormat`] in [`FORMATS`]: its name, its ending, and a function that writes
//! records one by one as they come, so that many take no more memory than one. A newcomer adds a file
//! and a line.

mod json;
mod lines;

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::Path;

use crate::model::Record;

/// The formats that records can be exported in, in the order of menus.
pub const FORMATS: &[&ExportFormat] = &[&json::FORMAT, &lines::FORMAT];

/// A way to write records to a file.
#[derive(Debug)]
pub struct ExportFormat {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it is called for people.
    pub label: &'static str,
    /// The ending of its files, without the dot.
    pub extension: &'static str,
    write_one: fn(&Record, &mut dyn Write) -> io::Result<()>,
    write: fn(&mut Records<'_>, &mut dyn Write) -> io::Result<()>,
}

/// Records on their way into a file.
type Records<'a> = dyn Iterator<Item = Cow<'a, Record>> + 'a;

impl PartialEq for ExportFormat {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for ExportFormat {}

impl ExportFormat {
    /// The format where none is asked for.
    pub const DEFAULT: &'static Self = &json::FORMAT;

    /// The format of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        FORMATS.iter().copied().find(|format| format.name == name)
    }

    /// The format that a file's ending asks for.
    pub fn of_path(path: &Path) -> Option<&'static Self> {
        let ending = path.extension()?.to_str()?;
        FORMATS.iter().copied().find(|format| format.extension.eq_ignore_ascii_case(ending))
    }

    /// Writes a record that is to be a file by itself.
    ///
    /// # Errors
    /// When `out` takes no more.
    pub fn write_one(&self, record: &Record, out: &mut dyn Write) -> io::Result<()> {
        (self.write_one)(record, out)
    }

    /// Writes a list of records, even if it has only one.
    ///
    /// # Errors
    /// When `out` takes no more.
    pub fn write<'a>(
        &self,
        mut records: impl Iterator<Item = Cow<'a, Record>> + 'a,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        (self.write)(&mut records, out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_its_own_name_and_ending() {
        for (i, format) in FORMATS.iter().enumerate() {
            assert_eq!(ExportFormat::named(format.name), Some(*format));
            assert_eq!(
                ExportFormat::of_path(Path::new("x").with_extension(format.extension).as_path()),
                Some(*format)
            );
            assert!(!FORMATS.iter().take(i).any(|earlier| earlier == format));
        }
    }
}
