//! Two reports side by side.

use std::sync::Arc;

use super::reports::Divergence;
use crate::model::{EntryId, Record};
use crate::store::{Library, LibraryError};

/// Two reports side by side.
#[derive(Clone, Debug)]
pub struct SideBySide {
    /// Which article is here.
    pub here: EntryId,
    /// Its record.
    pub record_here: Arc<Record>,
    /// Which is there.
    pub there: EntryId,
    /// Its record.
    pub record_there: Arc<Record>,
    /// What the two tell differently.
    pub divergence: Divergence,
}

/// A report that is to be compared, with its record if that is in memory.
#[derive(Clone, Debug)]
pub struct Report {
    /// The article.
    pub article: EntryId,
    /// Its record.
    pub record: Option<Arc<Record>>,
}

impl SideBySide {
    /// Compares two reports; nothing where one is not in the library any more.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn of(library: &Library, here: Report, there: Report) -> Result<Option<Self>, LibraryError> {
        let record = |report: &Report| match &report.record {
            Some(record) => Ok(Some(record.clone())),
            None => Ok(library.record(report.article)?.map(Arc::new)),
        };
        let (Some(record_here), Some(record_there)) = (record(&here)?, record(&there)?) else {
            return Ok(None);
        };
        let divergence = Divergence::between(&record_here, &record_there);
        Ok(Some(Self { here: here.article, record_here, there: there.article, record_there, divergence }))
    }
}
