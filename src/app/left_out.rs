//! What was left out of the saved page that an article is of: read from its file when a person wants to see it, and
//! brought back into the text paragraph by paragraph.

use super::state::App;
use crate::import::is_saved_page;
use crate::model::EntryId;
use crate::review::{Document, LeftOut, left_out};
use crate::work::{Asked, read_page, with_paragraph};

impl App {
    /// Whether an article is of a saved page whose file is known, so that it can be shown what was left out.
    pub fn may_show_left_out(&self, document: &Document) -> bool {
        let article = &document.record().article;
        let has_file = document.is_from_article() && document.source().is_absolute();
        is_saved_page(&article.media_type) && article.part.is_none() && has_file
    }

    /// Whether the page of an article is being read.
    pub fn reads_page(&self, id: EntryId) -> bool {
        self.open.of_page.reading.as_ref().is_some_and(|reading| reading.about == id)
    }

    /// Whether the text of an article is being made anew.
    pub fn is_being_read_anew(&self, id: EntryId) -> bool {
        self.open.reading_anew.reading.as_ref().is_some_and(|reading| reading.about.0 == id)
    }

    /// What of the page of an article its text does not have, or why the page was not read; none where nobody has
    /// wanted to see it.
    pub fn left_out(&self, id: EntryId) -> Option<Result<&[LeftOut], &str>> {
        let (of, read) = self.open.of_page.read.as_ref()?;
        let found = || self.open.of_page.left_out.as_ref().map_or(&[][..], |(_, found)| found);
        (*of == id).then(|| read.as_ref().map(|_| found()).map_err(String::as_str))
    }

    /// Shows what was left out of the page of an article, or no longer.
    pub(super) fn show_left_out(&mut self, id: EntryId, shows: bool) {
        if !shows {
            self.open.of_page = Default::default();
            return;
        }
        let Some(document) = self.document(id).filter(|document| self.may_show_left_out(document)) else {
            return;
        };
        let (source, article, tables) =
            (document.source().to_owned(), document.record().article.clone(), self.tables);
        let read = move |cancel: &_| read_page(&source, &article, &tables(), cancel);
        self.open.of_page.reading = Some(Asked::new(id, Some(self.open.work.background.work(read))));
    }

    /// Receives what is on the page, and follows the text of its article. Says whether anything changed.
    pub(super) fn receive_page(&mut self) -> bool {
        let answer = Asked::answer(&mut self.open.of_page.reading);
        let came = answer.is_some();
        if let Some((id, read)) = answer {
            let failed = "Reading the page failed. This is a fault of the program: please report it.";
            let read =
                read.map_or_else(|| Err(failed.to_owned()), |read| read.map_err(|why| why.to_string()));
            self.open.of_page.read = Some((id, read));
            self.open.of_page.left_out = None;
        }
        self.follow_text() || came
    }

    /// What is left out of a text is another once the text is.
    fn follow_text(&mut self) -> bool {
        let Some((id, Ok(blocks))) = &self.open.of_page.read else { return false };
        let Some(document) = self.open.cache.get(*id) else { return false };
        let article = &document.record().article;
        if self.open.of_page.left_out.as_ref().is_some_and(|(text, _)| *text == article.text) {
            return false;
        }
        self.open.of_page.left_out = Some((article.text.clone(), left_out(blocks, article)));
        true
    }

    /// Brings a paragraph back into the text of an article, unless that is being made anew at the moment.
    pub(super) fn bring_back(&mut self, id: EntryId, paragraph: LeftOut) {
        if self.is_being_read_anew(id) {
            return;
        }
        let Some(record) = self.document(id).map(|document| document.record().clone()) else { return };
        let tables = self.tables;
        let read = move |_: &_| Ok(with_paragraph(&record, &paragraph, &tables()));
        let task = self.open.work.background.work(read);
        self.open.reading_anew.reading = Some(Asked::new((id, None), Some(task)));
    }
}
