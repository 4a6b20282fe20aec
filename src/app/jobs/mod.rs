//! Work in the background: opening files on every core, writing them one after the other.
//!
//! Each job has a thread of its own and reports over one channel; the app takes reports in when it
//! is woken. Nothing here touches the app's state.

mod failures;
mod opening;
mod pool;
mod writing;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

pub(super) use opening::{OpeningId, What};
pub(super) use pool::in_order;
pub(super) use writing::{Target, Write};

use super::document::Opened;
use super::{DocumentId, OpenError, StoreError, Tables, Wake};

use crate::model::Record;
use opening::Opening;
use writing::{Batch, Writer};

/// How far something has come that takes its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is under way: "Opening", "Saving".
    pub what: &'static str,
    /// How much is done.
    pub done: usize,
    /// Of how much; 0 while that is not known.
    pub of: usize,
}

/// What the background has to report.
#[derive(Debug)]
pub(super) enum Report {
    /// A file was opened, or parts of it, or not.
    File(OpeningId, Vec<Result<Opened, OpenError>>),
    /// All files of an opening have been reported.
    OpeningEnded(OpeningId),
    /// A record is on disk.
    Written { id: DocumentId, record: Arc<Record>, path: PathBuf },
    /// An export is on disk.
    Exported { path: PathBuf, count: usize },
    /// The settings are on disk.
    SettingsKept,
    /// Something was not written.
    NotWritten(StoreError),
}

/// How far one job has come, seen from both threads.
#[derive(Debug, Default)]
pub(super) struct Tally {
    done: AtomicUsize,
    of: AtomicUsize,
}

/// How a job speaks to the app.
#[derive(Clone)]
pub(super) struct Reporter {
    reports: Sender<Report>,
    wake: Wake,
}

/// All jobs.
pub(super) struct Jobs {
    tables: Tables,
    reporter: Reporter,
    reports: Receiver<Report>,
    openings: Vec<Opening>,
    /// Started with the first write.
    writer: Option<Writer>,
}

impl Jobs {
    pub fn new(tables: Tables, wake: Wake) -> Self {
        let (sender, reports) = channel();
        let reporter = Reporter { reports: sender, wake };
        Self { tables, reporter, reports, openings: Vec::new(), writer: None }
    }

    /// Begins to open something while `shown` is shown.
    pub fn open(&mut self, what: What, shown: Option<DocumentId>) {
        let opening = Opening::begin(what, shown, self.tables, self.reporter.clone());
        self.openings.push(opening);
    }

    /// Stops opening. Files that are being read are dropped.
    pub fn cancel_opening(&mut self) {
        for opening in &self.openings {
            opening.cancel();
        }
    }

    /// Whether any opening is under way.
    pub fn is_opening(&self) -> bool {
        !self.openings.is_empty()
    }

    /// An opening that is under way.
    pub fn opening(&mut self, id: OpeningId) -> Option<&mut Opening> {
        self.openings.iter_mut().find(|opening| opening.id() == id)
    }

    /// Takes an opening off the list.
    pub fn end_opening(&mut self, id: OpeningId) -> Option<Opening> {
        let at = self.openings.iter().position(|opening| opening.id() == id)?;
        Some(self.openings.remove(at))
    }

    /// Writes something, after everything that was asked for before.
    pub fn write(&mut self, write: Write) {
        let reporter = &self.reporter;
        self.writer.get_or_insert_with(|| Writer::start(reporter.clone())).write(write);
    }

    /// What is being written.
    pub fn writing(&mut self) -> Option<&mut Batch> {
        self.writer.as_mut().map(Writer::batch)
    }

    /// A write was reported. The last one ends the batch.
    pub fn wrote(&mut self) -> Option<Batch> {
        self.writer.as_mut()?.reported()
    }

    /// A report that has come in.
    pub fn next_report(&self) -> Option<Report> {
        self.reports.try_recv().ok()
    }

    /// Waits for a report, unless nothing is under way.
    pub fn wait_for_report(&self) -> Option<Report> {
        if self.progress().is_none() {
            return self.next_report();
        }
        self.reports.recv().ok()
    }

    /// How far everything has come, while anything is under way.
    pub fn progress(&self) -> Option<Progress> {
        if !self.openings.is_empty() {
            let sum = |part: fn(&Tally) -> &AtomicUsize| -> usize {
                self.openings.iter().map(|opening| part(opening.tally()).load(Ordering::Relaxed)).sum()
            };
            return Some(Progress { what: "Opening", done: sum(|t| &t.done), of: sum(|t| &t.of) });
        }
        self.writer.as_ref().and_then(Writer::progress)
    }
}

impl Reporter {
    fn report(&self, report: Report) {
        // The app is gone only when the program ends.
        let _ = self.reports.send(report);
        (self.wake)();
    }
}
