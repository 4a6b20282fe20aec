//! What the app does when its library turns out to be damaged: it is recovered, and what is at hand is kept
//! in it again.

use super::{App, LibraryError, Notice, Recovery};

/// Whether a damaged library is being recovered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Recovering {
    /// It is not, and is once damage shows.
    #[default]
    No,
    UnderWay,
    /// It did not help, and is not tried again by itself.
    InVain,
}

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
        let is_damaged = error.is_of_damage() && self.library() == Some(error.path());
        if !is_damaged || self.recovering != Recovering::No {
            return false;
        }
        self.reader = None;
        if self.jobs.recover_library() {
            self.recovering = Recovering::UnderWay;
        }
        self.recovering == Recovering::UnderWay
    }

    /// The library is open again as it was: making it anew did not mend it.
    pub(super) fn recovered_in_vain(&mut self) {
        self.keep_what_is_at_hand();
        self.recovering = Recovering::InVain;
    }

    /// Tells that the library was recovered.
    pub(super) fn tell_recovery(&mut self, recovery: &Recovery) {
        self.tell(Notice::warning(recovery).about(&recovery.set_aside));
    }

    /// After a library was recovered under the person's eyes: what is at hand may be more than could be read of
    /// it.
    pub(super) fn keep_what_is_at_hand(&mut self) {
        if std::mem::take(&mut self.recovering) != Recovering::UnderWay {
            return;
        }
        let ids: Vec<_> = self.documents().map(super::Document::id).collect();
        for id in ids {
            let is_put_away = self.row(id).is_some_and(|row| row.is_put_away);
            let Some(document) = self.document_mut(id) else { continue };
            let (entry, change) = (document.entry(is_put_away), document.change());
            self.catalog.put(entry);
            self.jobs.keep(change);
        }
    }
}
