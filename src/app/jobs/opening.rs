//! Opening files in the background.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

use super::failures::Failures;
use super::{Report, Reporter, Tally, in_order};
use crate::app::document::Opened;
use crate::app::open::{can_open, files_to_open, open_file, open_sample};
use crate::app::samples::{SAMPLES, Sample};
use crate::app::{DocumentId, OpenError, Tables};
use crate::lexicon::Lexicon;

/// What an opening is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) struct OpeningId(u64);

/// What is to be opened.
#[derive(Debug)]
pub(in crate::app) enum What {
    /// Files and folders.
    Paths(Vec<PathBuf>),
    /// The articles that come with the program.
    Samples,
}

/// An opening that is under way, as the app sees it.
pub(in crate::app) struct Opening {
    id: OpeningId,
    tally: Arc<Tally>,
    cancelled: Arc<AtomicBool>,
    /// What was shown when it began. Whoever has moved on since is not called away.
    pub shown: Option<DocumentId>,
    /// Whether one of its documents has been shown.
    pub has_shown: bool,
    /// What of it failed.
    pub failures: Failures,
}

impl Opening {
    pub fn begin(what: What, shown: Option<DocumentId>, tables: Tables, reporter: Reporter) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let id = OpeningId(NEXT.fetch_add(1, Ordering::Relaxed));
        let (tally, cancelled) = (Arc::new(Tally::default()), Arc::new(AtomicBool::new(false)));
        let (its_tally, its_cancelled) = (tally.clone(), cancelled.clone());
        thread::spawn(move || {
            let ending = Ending { id, reporter };
            let report = |file| ending.reporter.report(Report::File(id, file));
            open_all(what, tables(), &its_tally, &its_cancelled, report);
        });
        Self { id, tally, cancelled, shown, has_shown: false, failures: Failures::default() }
    }

    pub fn id(&self) -> OpeningId {
        self.id
    }

    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

/// Reports the end of an opening, however it comes, so that nobody waits for it for ever.
struct Ending {
    id: OpeningId,
    reporter: Reporter,
}

impl Drop for Ending {
    fn drop(&mut self) {
        self.reporter.report(Report::OpeningEnded(self.id));
    }
}

/// Opens things in the order asked for, working on several at once.
fn open_all(
    what: What,
    lexicon: Arc<Lexicon>,
    tally: &Tally,
    cancelled: &AtomicBool,
    mut report: impl FnMut(Vec<Result<Opened, OpenError>>),
) {
    let things: Vec<Thing> = match what {
        What::Paths(paths) => files_to_open(&paths, can_open).into_iter().map(Thing::File).collect(),
        What::Samples => SAMPLES.iter().map(Thing::Sample).collect(),
    };
    tally.of.store(things.len(), Ordering::Relaxed);
    let opened = in_order(things, move |thing| match thing {
        Thing::File(Ok(path)) => open_file(&path, &lexicon),
        Thing::File(Err(error)) => vec![Err(error)],
        Thing::Sample(sample) => vec![open_sample(sample, &lexicon)],
    });
    for file in opened {
        if cancelled.load(Ordering::Relaxed) {
            break;
        }
        tally.done.fetch_add(1, Ordering::Relaxed);
        report(file);
    }
}

/// One thing to open.
enum Thing {
    File(Result<PathBuf, OpenError>),
    Sample(&'static Sample),
}
