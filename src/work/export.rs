//! Records of a library on their way into a file, taken out one by one, so that many need no more memory
//! than one.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use super::stored::marks;
use crate::export::ExportFormat;
use crate::model::{EntryId, Record, ReviewStatus};
use crate::store::{Library, LibraryError};

/// Which records of a library are exported, and how.
#[derive(Clone, Debug)]
pub struct Export {
    /// Which records, in which order.
    pub ids: Vec<EntryId>,
    /// Those that need not be taken out of the library.
    pub in_memory: BTreeMap<EntryId, Arc<Record>>,
    /// The format.
    pub format: &'static ExportFormat,
    /// Whether values that were ruled out are written too.
    pub ruled_out: bool,
}

impl Export {
    /// Everything that is reviewed, or everything that there is.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn of(library: &Library, all: bool, format: &'static ExportFormat) -> Result<Self, LibraryError> {
        let mut ids = Vec::new();
        library.entries(|entry| {
            if !entry.is_put_away && (all || entry.status == ReviewStatus::Reviewed) {
                ids.push(entry.id);
            }
        })?;
        Ok(Self { ids, in_memory: BTreeMap::new(), format, ruled_out: false })
    }

    /// Writes the records of the library in this file.
    ///
    /// # Errors
    /// When `out` takes no more, or the library cannot be read.
    pub fn write_from(&self, library: &Path, out: &mut dyn Write) -> io::Result<()> {
        self.write(&Library::open_for_reading(library, marks).map_err(io::Error::other)?, out)
    }

    /// Writes the records.
    ///
    /// # Errors
    /// When `out` takes no more, or the library cannot be read.
    pub fn write(&self, library: &Library, out: &mut dyn Write) -> io::Result<()> {
        let mut failed = None;
        let mut record = |id: &EntryId| match self.in_memory.get(id) {
            Some(record) => Some(Record::clone(record)),
            None => library.record(*id).unwrap_or_else(|error| {
                failed.get_or_insert(error);
                None
            }),
        };
        let as_asked = |record: Record| match self.ruled_out {
            true => Cow::Owned(record),
            false => Cow::Owned(record.without_ruled_out()),
        };
        self.format.write(self.ids.iter().filter_map(&mut record).map(as_asked), out)?;
        failed.map_or(Ok(()), |error| Err(io::Error::other(error)))
    }
}
