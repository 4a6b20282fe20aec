//! Two reports side by side. The records are at hand or taken out of the library, and compared in the
//! background.

use std::path::Path;
use std::sync::Arc;

use crate::app::library::marks;
use crate::app::{App, Divergence, EntryId, LibraryError};
use crate::model::Record;
use crate::store::Library;

/// Two articles; where the order is of no account, the one with the smaller id first.
pub(in crate::app) type Pair = (EntryId, EntryId);

pub(super) fn pair(one: EntryId, other: EntryId) -> Pair {
    (one.min(other), one.max(other))
}

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

/// A report that is to be compared, with its record if that is at hand.
#[derive(Clone, Debug)]
pub(in crate::app) struct Side {
    pub article: EntryId,
    pub record: Option<Arc<Record>>,
}

/// What was compared last.
#[derive(Debug, Default)]
pub(super) struct Shown {
    compared: Option<SideBySide>,
    /// Which two are being compared, or could not be.
    asked: Option<Pair>,
}

impl SideBySide {
    /// Compares two reports; nothing where one is not in the library any more.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub(in crate::app) fn of(library: &Path, here: Side, there: Side) -> Result<Option<Self>, LibraryError> {
        let record = |side: &Side| match &side.record {
            Some(record) => Ok(Some(record.clone())),
            None => {
                let library = Library::open_for_reading(library, marks)?;
                Ok(library.record(side.article)?.map(Arc::new))
            }
        };
        let (Some(record_here), Some(record_there)) = (record(&here)?, record(&there)?) else {
            return Ok(None);
        };
        let divergence = Divergence::between(&record_here, &record_there);
        Ok(Some(Self { here: here.article, record_here, there: there.article, record_there, divergence }))
    }
}

impl App {
    /// These two reports side by side, if they were compared; maybe as they stood a moment ago.
    pub fn side_by_side(&self, here: EntryId, there: EntryId) -> Option<&SideBySide> {
        let compared = self.meetings.side_by_side.compared.as_ref();
        compared.filter(|compared| (compared.here, compared.there) == (here, there))
    }

    /// Whether two reports are not compared as they stand, and nobody is about to.
    pub fn wants_comparison(&self, here: EntryId, there: EntryId) -> bool {
        let is_present = |id: EntryId, compared: &Arc<Record>| {
            self.document(id).is_none_or(|document| Arc::ptr_eq(document.record(), compared))
        };
        let is_compared = self.side_by_side(here, there).is_some_and(|compared| {
            is_present(here, &compared.record_here) && is_present(there, &compared.record_there)
        });
        !is_compared && self.meetings.side_by_side.asked != Some((here, there))
    }

    /// Compares two reports in the background.
    pub(in crate::app) fn compare(&mut self, here: EntryId, there: EntryId) {
        let Some(library) = self.any_library().filter(|_| self.wants_comparison(here, there)) else { return };
        let side = |article| {
            let record = self.document(article).map(|document| document.record().clone());
            Side { article, record }
        };
        let (here_side, there_side) = (side(here), side(there));
        self.meetings.side_by_side.asked = Some((here, there));
        self.jobs.compare(library, here_side, there_side);
    }

    pub(in crate::app) fn take_compared(&mut self, compared: Result<Option<SideBySide>, LibraryError>) {
        let shown = &mut self.meetings.side_by_side;
        match compared {
            Ok(Some(compared)) => {
                // While it was made, others may have been asked for.
                shown.asked.take_if(|asked| *asked == (compared.here, compared.there));
                shown.compared = Some(compared);
            }
            Ok(None) => {}
            Err(error) => self.tell_trouble(&error),
        }
    }

    /// An article has been replaced in the library: it is compared again when it is asked for.
    pub(in crate::app) fn forget_comparison(&mut self) {
        self.meetings.side_by_side = Shown::default();
    }
}
