//! What the app does when its library turns out to be damaged: it is recovered, and what is in memory is kept
//! in it again.

use super::notice::Notice;
use super::state::App;
use crate::review::Document;
use crate::store::{LibraryError, Recovery};
use crate::work::entry;

impl App {
    /// Tells what is the matter with the library. One that is damaged is recovered, and that is told then.
    pub(super) fn tell_trouble(&mut self, error: &LibraryError) {
        if !self.is_recovered_from(error) {
            self.tell(Notice::error(error).about(error.path()));
        }
    }

    /// Recovers the library if this error comes from damage, unless that is under way already. Says whether
    /// it is recovered because of this.
    pub(super) fn is_recovered_from(&mut self, error: &LibraryError) -> bool {
        error.is_of_damage() && self.library() == Some(error.path()) && self.open.work.recover()
    }

    /// The library is open again as it was: making it anew did not mend it.
    pub(super) fn recovered_in_vain(&mut self) {
        self.keep_what_is_in_memory();
        self.open.work.is_beyond_recovery = true;
    }

    /// Tells that the library was recovered.
    pub(super) fn tell_recovery(&mut self, recovery: &Recovery) {
        self.tell(Notice::warning(recovery).about(&recovery.set_aside));
    }

    /// After a library was recovered under the person's eyes: what is in memory may be more than could be read
    /// of it.
    pub(super) fn keep_what_is_in_memory(&mut self) {
        let ids: Vec<_> = self.documents().map(Document::id).collect();
        for id in ids {
            let is_put_away = self.row(id).is_some_and(|row| row.is_put_away);
            let Some(document) = self.document_mut(id) else { continue };
            let (entry, unkept) = (entry(document, is_put_away), document.take_unkept());
            self.open.catalog.put(entry);
            self.open.work.keep(unkept);
        }
    }
}
