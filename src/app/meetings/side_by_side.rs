//! Two reports side by side: compared in the background, from memory or from the library.

use std::path::PathBuf;
use std::sync::Arc;

use crate::across::{Report, SideBySide};
use crate::app::open::meetings::Comparing;
use crate::app::state::App;
use crate::model::{EntryId, Record};
use crate::work::{Task, Write};

impl App {
    /// These two reports side by side, if they were compared; maybe as they stood a moment ago.
    pub fn side_by_side(&self, here: EntryId, there: EntryId) -> Option<&SideBySide> {
        let compared = self.open.meetings.side_by_side.compared.as_ref();
        compared.filter(|compared| (compared.here, compared.there) == (here, there))
    }

    /// The two reports that were compared last.
    pub fn compared(&self) -> Option<&SideBySide> {
        self.open.meetings.side_by_side.compared.as_ref()
    }

    /// Saves the two reports that were compared last as a page.
    pub(in crate::app) fn save_comparison(&mut self, to: PathBuf) {
        if let Some(compared) = self.compared() {
            let compared = Box::new(compared.clone());
            self.open.work.files.write(Write::Comparison { compared, to });
        }
    }

    /// Whether two reports are not compared as they stand, and nobody is about to.
    pub fn wants_comparison(&self, here: EntryId, there: EntryId) -> bool {
        let is_present = |id: EntryId, compared: &Arc<Record>| {
            self.document(id).is_none_or(|document| Arc::ptr_eq(document.record(), compared))
        };
        let is_compared = self.side_by_side(here, there).is_some_and(|compared| {
            is_present(here, &compared.record_here) && is_present(there, &compared.record_there)
        });
        !is_compared && self.open.meetings.side_by_side.asked != Some((here, there))
    }

    /// Compares two reports in the background.
    pub(in crate::app) fn compare(&mut self, here: EntryId, there: EntryId) {
        if !self.wants_comparison(here, there) {
            return;
        }
        let report = |article| {
            let record = self.document(article).map(|document| document.record().clone());
            Report { article, record }
        };
        let (report_here, report_there) = (report(here), report(there));
        let task =
            self.open.work.survey(move |library, _| SideBySide::of(library, report_here, report_there));
        let comparing = &mut self.open.meetings.side_by_side;
        (comparing.asked, comparing.task) = (Some((here, there)), task);
    }

    pub(super) fn receive_compared(&mut self) -> bool {
        let comparing = &mut self.open.meetings.side_by_side;
        let Some(compared) = Task::answer(&mut comparing.task) else { return false };
        match compared {
            Ok(Some(compared)) => {
                // It may be asked for again, once one of the two has changed.
                comparing.asked = None;
                comparing.compared = Some(compared);
            }
            Ok(None) => {}
            Err(error) => self.tell_trouble(&error),
        }
        true
    }

    /// An article has been replaced in the library: it is compared again when it is asked for.
    pub(in crate::app) fn forget_comparison(&mut self) {
        self.open.meetings.side_by_side = Comparing::default();
    }
}
