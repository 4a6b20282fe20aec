//! The file of the article that is shown, read again in another way: in the background, and then taken as one step.

use std::sync::Arc;

use super::notice::Notice;
use super::state::App;
use crate::across::BulkEdit;
use crate::import::is_decoded;
use crate::model::{EntryId, Record, counted};
use crate::review::{Document, RecordEdit, lost_words};
use crate::work::{Asked, Change, TextEncoding, read_again};

/// Why an article cannot be read again in another encoding, and what to do.
const SAYS_ITSELF: &str = "Files of this kind say their encoding themselves.";
const ONE_OF_SEVERAL: &str = "Its file holds several articles, all in one encoding. Export them again as UTF-8, or put the \
    file into a library of its own with chancery import --encoding.";
const WITHOUT_FILE: &str =
    "It was pasted or came with the program, so that there is no file to read again in another encoding.";
const SAVED_RECORD: &str =
    "It was opened as a saved record. To read the article in another encoding, open its own file.";

impl App {
    /// Whether another encoding can be chosen for an article.
    ///
    /// # Errors
    /// Why not, and what to do.
    pub fn may_choose_encoding(&self, document: &Document) -> Result<(), &'static str> {
        let article = &document.record().article;
        match () {
            () if !is_decoded(&article.media_type) => Err(SAYS_ITSELF),
            () if article.part.is_some() => Err(ONE_OF_SEVERAL),
            () if !document.is_from_article() => Err(SAVED_RECORD),
            () if !document.source().is_absolute() => Err(WITHOUT_FILE),
            () => Ok(()),
        }
    }

    /// The encoding in which the file of an article is being read again.
    pub fn reads_again(&self, id: EntryId) -> Option<TextEncoding> {
        let reading = self.open.reading_anew.reading.as_ref().filter(|reading| reading.about.0 == id)?;
        reading.about.1
    }

    /// Why the file of an article was not read again when that was asked for last, and what to do.
    pub fn not_read_again(&self, id: EntryId) -> Option<&str> {
        self.open.reading_anew.failed.as_ref().filter(|(of, _)| *of == id).map(|(_, why)| why.as_str())
    }

    /// Reads the file of an article again in this encoding.
    pub(super) fn choose_encoding(&mut self, id: EntryId, encoding: TextEncoding) {
        let Some(document) = self.document(id).filter(|document| self.may_choose_encoding(document).is_ok())
        else {
            return;
        };
        let (source, record) = (document.source().to_owned(), document.record().clone());
        let (tables, columns) = (self.tables, self.columns_to_read_again());
        let task = self
            .open
            .work
            .background
            .work(move |cancel| read_again(&source, &record, (encoding, columns), &tables(), cancel));
        self.open.reading_anew.failed = None;
        self.open.reading_anew.reading = Some(Asked::new((id, Some(encoding)), Some(task)));
    }

    /// Receives an article that was read again. Says whether one was.
    pub(super) fn receive_read_anew(&mut self) -> bool {
        let Some(((id, _), read)) = Asked::answer(&mut self.open.reading_anew.reading) else { return false };
        match read {
            Some(Ok(anew)) => {
                let found = anew.records.len();
                self.take_read_anew(id, RecordEdit::ReadAnew(Arc::new(anew)));
                self.tell_further_contacts(id, found);
            }
            Some(Err(why)) => self.open.reading_anew.failed = Some((id, why.to_string())),
            None => {
                let why = "Reading the file again failed. This is a fault of the program: please report it.";
                self.open.reading_anew.failed = Some((id, why.to_owned()));
            }
        }
        true
    }

    /// The records of all contacts of an article become those of the article as it was read anew.
    fn take_read_anew(&mut self, id: EntryId, edit: RecordEdit) {
        let before = self.document(id).map(|document| document.record().clone());
        let all = self.row(id).map(|row| self.open.catalog.contacts(row));
        let all: Vec<EntryId> = all.into_iter().flatten().map(|row| row.id).collect();
        if all.len() > 1 || before.is_none() {
            self.begin_bulk(Change::Edit(BulkEdit::Fact(Box::new(edit))), all);
        } else {
            self.edit_of(id, edit);
        }
        if let Some(before) = before {
            self.tell_lost_words(id, &before);
        }
    }

    /// What somebody has decided stays where the new text has no words for it, which is told.
    fn tell_lost_words(&mut self, id: EntryId, before: &Record) {
        let Some(document) = self.document(id) else { return };
        let lost = lost_words(before, document.record());
        if lost > 0 {
            let values = counted(lost, "value");
            let words = if lost == 1 { "its words are" } else { "their words are" };
            self.tell(Notice::warning(format!(
                "{values} that you decided stayed without evidence: {words} not in the text as it is read now. Point at \
                 other words, or reject what was read wrong."
            )));
        }
    }

    /// More contacts may be found in the text as it is read now than the article has records.
    fn tell_further_contacts(&mut self, id: EntryId, found: usize) {
        let known = self.row(id).map_or(0, |row| self.open.catalog.contacts(row).len());
        if found > known && known > 0 {
            let more = counted(found - known, "further contact");
            self.tell(Notice::info(format!(
                "In the text as it is read now {more} may be reported. Add each by “Add contact” in the menu Edit."
            )));
        }
    }
}
