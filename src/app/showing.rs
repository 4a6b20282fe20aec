//! Which article is shown. One that is not in memory is read from the library first: the window shows its
//! title meanwhile and never waits.

use super::notice::Until;
use super::open::showing::{Loading, Then};
use super::state::App;
use crate::extract;
use crate::model::EntryId;
use crate::review::Document;
use crate::work::{Asked, Suggestions, Task, opened};

impl App {
    /// Shows an article.
    pub(super) fn select(&mut self, id: EntryId) {
        self.show(id, None);
    }

    /// Shows an article, and does something with it then.
    pub(super) fn show(&mut self, id: EntryId, then: Option<Then>) {
        self.notices.retain(|notice| notice.until != Until::NextStep);
        self.select_one();
        if self.open.cache.get(id).is_some() {
            self.open.cache.want(id);
            self.open.showing.shown = Some(id);
            self.open.showing.loading = None;
            self.then(then);
        } else if self.open.catalog.row(id).is_some() {
            self.open.showing.shown = Some(id);
            self.open.showing.loading = Some(Loading { id, then, task: None });
            self.go_on_loading();
        } else {
            return;
        }
        self.open.showing.tracing.take_if(|tracing| tracing.about != id);
        self.ask_for_trace(id);
        self.read_other_contacts(id);
        // What is asked for another article is asked anew: the records may be others by now.
        self.open.suggestions = Suggestions::default();
        self.open.work.writer().remember("shown", id.number().to_string());
    }

    /// Reads the article that is to be shown, unless its record is about to be another.
    pub(super) fn go_on_loading(&mut self) {
        let Some(id) = self.open.showing.loading.as_ref().map(|loading| loading.id) else { return };
        if self.open.bulk.is_changing(id) {
            return;
        }
        let durability = self.open.work.durability();
        let task = self.open.work.ask(move |library| {
            let taken = library.take(id)?;
            Ok(taken.map(|taken| Document::new(id, opened(taken), durability)))
        });
        if let Some(loading) = &mut self.open.showing.loading {
            loading.task = task;
        }
    }

    /// Reads an article anew that another thread has changed, if it is shown.
    pub(super) fn changed_elsewhere(&mut self, id: EntryId) {
        self.open.cache.remove(id);
        // What is being read may be what was there before.
        self.open.showing.contacts.clear();
        if self.open.showing.shown == Some(id) {
            let then = self.open.showing.loading.take().and_then(|loading| loading.then);
            self.open.showing.loading = Some(Loading { id, then, task: None });
        }
    }

    /// Receives the article that is to be shown. Says whether anything came.
    pub(super) fn receive_shown(&mut self) -> bool {
        let traced = self.receive_trace();
        let Some(loading) = &mut self.open.showing.loading else { return traced };
        let (id, then, was_asked) = (loading.id, loading.then, loading.task.is_some());
        let answer = Task::answer(&mut loading.task);
        let is_lost = was_asked && answer.is_none() && loading.task.is_none();
        match answer {
            Some(Ok(Some(document))) => {
                self.open.showing.loading = None;
                self.open.cache.put(document);
                self.open.cache.shrink(Some(id));
                self.ask_for_trace(id);
                self.then(then);
                self.go_on_stepping();
            }
            // It is gone.
            Some(Ok(None)) => self.open.showing.nothing(),
            Some(Err(error)) => {
                self.open.showing.nothing();
                self.tell_trouble(&error);
            }
            // The program has failed over it.
            None if is_lost => self.open.showing.nothing(),
            None => return traced,
        }
        true
    }

    /// Asks the engine for its working behind a record that is in memory, unless it is known.
    pub(super) fn ask_for_trace(&mut self, id: EntryId) {
        let unknown = self.document(id).filter(|document| document.wants_trace());
        let Some(record) = unknown.map(|document| document.record()) else { return };
        if self.open.showing.tracing.as_ref().is_some_and(|tracing| tracing.about == id) {
            return;
        }
        let (article, number, tables) = (record.article.clone(), record.number, self.tables);
        let working = move |_: &_| extract::read(&article, &tables()).into_trace_of(number);
        let trace = self.open.work.background.work(working);
        self.open.showing.tracing = Some(Asked::new(id, Some(trace)));
    }

    fn receive_trace(&mut self) -> bool {
        let Some((id, trace)) = Asked::answer(&mut self.open.showing.tracing) else { return false };
        if let (Some(document), Some(trace)) = (self.document_mut(id), trace) {
            document.set_trace(trace);
        }
        true
    }

    fn then(&mut self, what: Option<Then>) {
        match what {
            None => {}
            Some(Then::FirstProposal) => self.with_current(Document::focus_on_first_proposal),
            Some(Then::Commitment(place)) => {
                self.with_current(|document| document.focus_on_commitment(place));
            }
            Some(Then::Step(way)) => {
                if let Some(id) = self.open.showing.shown {
                    self.step_and_tell(id, way);
                }
            }
        }
    }
}
