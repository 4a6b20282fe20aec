//! Two records of one article: a file holds another than the library. The library keeps its own until the
//! person, who is shown both, takes the one of the file; that is a step like every other, and can be undone.

use std::path::Path;
use std::sync::Arc;

use super::notice::{Notice, Offer};
use super::open::asked::OtherRecord;
use super::state::App;
use crate::model::Record;
use crate::review::RecordEdit;
use crate::work::{Asked, Differing, read_record_of};

impl App {
    /// The files of those opened last that hold another record of an article than the library, and of which
    /// nothing was decided yet.
    pub fn differing(&self) -> &[Differing] {
        self.open.account.as_ref().map(|account| account.differing.as_slice()).unwrap_or_default()
    }

    /// The record that a file holds of an article: none while it is being read; nothing in it where the file does
    /// not hold it any more.
    pub fn other_record(&self, differing: &Differing) -> Option<Option<&Arc<Record>>> {
        let (of, record) = self.open.other_record.found.as_ref()?;
        (of == differing).then_some(record.as_ref())
    }

    /// Shows the article, and reads what the file holds of it.
    pub(super) fn read_other(&mut self, differing: Differing) {
        if self.open.showing.id() != Some(differing.id) {
            self.select(differing.id);
        }
        let other = &self.open.other_record;
        let is_asked = other.reading.as_ref().is_some_and(|reading| reading.about == differing)
            || other.found.as_ref().is_some_and(|(of, _)| *of == differing);
        // Which record of the file it is, the article tells.
        let record = self.document(differing.id).map(|document| document.record().clone());
        let Some(record) = record.filter(|_| !is_asked) else { return };
        let file = differing.file.clone();
        let task = self.open.work.background.work(move |_| read_record_of(&file, &record));
        self.open.other_record.reading = Some(Asked::new(differing, Some(task)));
    }

    /// Receives what a file holds.
    pub(super) fn receive_other_record(&mut self) -> bool {
        let Some((differing, record)) = Asked::answer(&mut self.open.other_record.reading) else {
            return false;
        };
        self.open.other_record.found = Some((differing, record.flatten().map(Arc::new)));
        true
    }

    /// The library keeps its own record of the article, or takes that of the file.
    pub(super) fn settle_differing(&mut self, differing: &Differing, takes: bool) {
        if takes {
            let Some(Some(record)) = self.other_record(differing).map(|record| record.cloned()) else {
                return;
            };
            self.edit_of(differing.id, RecordEdit::TakeRecord(Box::new(Record::clone(&record))));
            let name = name_of(&differing.file);
            let text = format!(
                "“{}” has the record of {name} now. Undo brings the one of the library back.",
                differing.title
            );
            self.tell(Notice::info(text));
        }
        self.open.other_record = OtherRecord::default();
        if let Some(account) = &mut self.open.account {
            account.differing.retain(|other| other != differing);
            if account.differing.is_empty() {
                self.notices.retain(|notice| notice.offer != Some(Offer::Choose));
            }
        }
    }

    /// Tells that files hold other records than the library.
    pub(super) fn tell_differing(&mut self) {
        let text = match self.differing() {
            [] => return,
            [only] => only.to_string(),
            several => format!(
                "{} files hold other records of their articles than the library. The library keeps its own until \
                 you choose.",
                several.len()
            ),
        };
        self.tell(Notice { offer: Some(Offer::Choose), ..Notice::warning(text) });
    }
}

fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
