//! Taking in what the background has done.

use super::document::{Document, Opened};
use super::jobs::{OpeningId, Report};
use super::{App, DocumentId, Notice, OpenError};

impl App {
    /// Takes in what background jobs have finished. Says whether anything changed. The window calls
    /// this once a frame, after it was woken.
    pub fn take_in(&mut self) -> bool {
        let mut anything = false;
        while let Some(report) = self.jobs.next_report() {
            self.take(report);
            anything = true;
        }
        if anything {
            self.listing.refresh(&self.documents);
        }
        anything
    }

    /// Waits until nothing is under way, taking everything in: for tests, scripts and the end of the
    /// program.
    pub fn settle(&mut self) {
        while let Some(report) = self.jobs.wait_for_report() {
            self.take(report);
        }
        self.listing.refresh(&self.documents);
    }

    fn take(&mut self, report: Report) {
        match report {
            Report::File(opening, file) => self.take_file(opening, file),
            Report::OpeningEnded(opening) => self.end_opening(opening),
            Report::Written { id, record, path } => {
                if let Some(batch) = self.jobs.writing() {
                    batch.saved += 1;
                    batch.last_saved = Some(path.clone());
                }
                if let Some(document) = self.document_mut(id) {
                    document.written(record, path);
                }
                self.end_writing();
            }
            Report::Exported { path, count } => {
                let records = if count == 1 { "1 record".to_owned() } else { format!("{count} records") };
                self.tell(Notice::info(format!("Exported {records} to {}.", path.display())).about(&path));
                self.end_writing();
            }
            Report::SettingsKept => self.end_writing(),
            Report::NotWritten(error) => {
                if self.jobs.writing().is_some_and(|batch| batch.failures.tells_next()) {
                    self.tell(Notice::error(&error).about(error.path()));
                }
                self.end_writing();
            }
        }
    }

    /// A write was taken in. After the last one all of them are told together.
    fn end_writing(&mut self) {
        let Some(batch) = self.jobs.wrote() else { return };
        match (batch.saved, &batch.last_saved) {
            (1, Some(path)) => self.tell(Notice::info(format!("Saved {}.", path.display())).about(path)),
            (0, _) | (_, None) => {}
            (saved, _) => self.tell(Notice::info(format!("Saved {saved} records."))),
        }
        if batch.failures.untold() > 0 {
            let text = format!("{} more files were not saved either.", batch.failures.untold());
            self.tell(Notice::error(text));
        }
    }

    /// A file has been opened: its documents join the others.
    fn take_file(&mut self, opening: OpeningId, file: Vec<Result<Opened, OpenError>>) {
        if self.jobs.opening(opening).is_none_or(|opening| opening.is_cancelled()) {
            return;
        }
        let (opened, failed): (Vec<_>, Vec<_>) = file.into_iter().partition(Result::is_ok);
        for error in failed.into_iter().filter_map(Result::err) {
            if self.jobs.opening(opening).is_some_and(|opening| opening.failures.tells_next()) {
                self.tell(Notice::error(&error).about(error.path()));
            }
        }
        // All are looked up before any is added: a file may hold two records of one article.
        let opened: Vec<_> = opened.into_iter().flatten().map(|new| (self.known(&new), new)).collect();
        for (known, new) in opened {
            let id = match known {
                Some(Known::Open(id)) => id,
                Some(Known::Proposal(id)) => self.replace(id, new),
                None => self.add(new),
            };
            self.show_first(opening, id);
        }
    }

    /// What of a new document is open already.
    ///
    /// An article whose record is open is not opened again. A saved record takes the place of a mere
    /// proposal for its article, in which nobody has done anything. Two records of one article, such
    /// as those of two reviewers, stand side by side; so do copies of an article under other names.
    fn known(&self, new: &Opened) -> Option<Known> {
        let ids = self.by_record.get(&new.record.id)?;
        let name = &new.record.article.file_name;
        let mut open = ids.iter().filter_map(|id| self.document(*id)).filter(|document| {
            document.source() == new.source || document.record().article.file_name == *name
        });
        let same = open.clone().find(|document| {
            document.source() == new.source
                || document.saved_to() == Some(&new.source)
                || (new.is_article && !document.is_mere_proposal())
        });
        match same {
            Some(same) => Some(Known::Open(same.id())),
            None if new.is_article => None,
            None => {
                open.find(|document| document.is_mere_proposal()).map(|found| Known::Proposal(found.id()))
            }
        }
    }

    fn add(&mut self, new: Opened) -> DocumentId {
        let id = DocumentId(self.number());
        self.by_record.entry(new.record.id.clone()).or_default().push(id);
        self.documents.push(Document::new(id, new));
        id
    }

    fn replace(&mut self, id: DocumentId, new: Opened) -> DocumentId {
        if let Some(document) = self.document_mut(id) {
            *document = Document::new(id, new);
        }
        id
    }

    /// A document has been put away.
    pub(super) fn forget(&mut self, closed: &Document) {
        if let Some(ids) = self.by_record.get_mut(&closed.record().id) {
            ids.retain(|id| *id != closed.id());
        }
    }

    /// Shows the first document of an opening, unless the person has moved on since it began.
    fn show_first(&mut self, opening: OpeningId, id: DocumentId) {
        let current = self.current;
        if let Some(opening) = self.jobs.opening(opening)
            && !std::mem::replace(&mut opening.has_shown, true)
            && (current.is_none() || current == opening.shown)
        {
            self.select(id);
        }
    }

    fn end_opening(&mut self, opening: OpeningId) {
        let Some(ended) = self.jobs.end_opening(opening) else { return };
        let untold = ended.failures.untold();
        if untold > 0 {
            let text =
                format!("{untold} more files were not opened. Open one of them by itself to be told why.");
            self.tell(Notice::error(text));
        }
    }
}

/// A document that is open already.
enum Known {
    /// This very file, or the record of this article.
    Open(DocumentId),
    /// The proposal for the article of this record.
    Proposal(DocumentId),
}
