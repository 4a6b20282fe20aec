//! Opening files in the background.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::failures::Failures;
use super::{LONGEST, Report, Reporter, Tally, in_order};
use crate::app::library::{Admission, Arrival, ToShelf};
use crate::app::open::{FolderLeftOut, Wanted, can_open, files_to_open, open_file, open_sample};
use crate::app::samples::{SAMPLES, Sample};
use crate::app::{EntryId, OpenError, Tables, number};
use crate::lexicon::Lexicon;
use crate::model::CancelToken;

/// How many files are put on the shelf at a time.
const BATCH: usize = 800;
/// How many are put there at once, so that there is something to see.
const FIRST: usize = 8;
/// How long what was read may wait for the rest of its batch.
const SOON: Duration = Duration::from_millis(300);
/// How many documents of an opening the window is given at hand: the first ones.
const WANTED: usize = 64;

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
    cancel: CancelToken,
    /// What was shown when it began. Whoever has moved on since is not called away.
    pub shown: Option<EntryId>,
    /// Whether one of its documents has been shown.
    pub has_shown: bool,
    /// What became of its files so far.
    pub account: Account,
    /// What of it failed.
    pub failures: Failures,
    pub since: Instant,
}

/// What became of the files of an opening.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// How many records are new in the library.
    pub added: usize,
    /// How many were there already.
    pub known: usize,
    /// Why files were not opened, a sentence each.
    pub failed: Vec<String>,
    /// What in the folders is nothing that could be opened.
    pub left_out: Vec<FolderLeftOut>,
    /// Whether it was stopped before its end.
    pub stopped: bool,
}

impl Account {
    /// Why files were not opened and what was left out, a sentence each.
    pub fn why_not(&self) -> impl Iterator<Item = String> {
        self.failed.iter().cloned().chain(self.left_out.iter().map(FolderLeftOut::to_string))
    }

    /// "1,204 added, 3 known already, 2 not opened, 40 left out."
    pub fn in_words(&self) -> String {
        let part = |count: usize, what: &str| (count > 0).then(|| format!("{} {what}", number(count)));
        let parts = [
            part(self.added, "added"),
            part(self.known, "known already"),
            part(self.failed.len(), "not opened"),
            part(self.left_out.iter().map(|of| of.left_out.count()).sum(), "left out"),
        ];
        let words = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        format!("{words}{}.", if self.stopped { "; stopped before the end" } else { "" })
    }
}

impl Opening {
    pub fn begin(
        what: What,
        shown: Option<EntryId>,
        tables: Tables,
        shelf: ToShelf,
        reporter: Reporter,
    ) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let id = OpeningId(NEXT.fetch_add(1, Ordering::Relaxed));
        let (tally, cancel) = (Arc::new(Tally::default()), CancelToken::default());
        let (its_tally, its_cancel) = (tally.clone(), cancel.clone());
        thread::spawn(move || {
            let ending = Ending { id, reporter };
            let Things { things, failed, left_out } = Things::of(what, &its_cancel);
            its_tally.of.store(things.len() + failed.len(), Ordering::Relaxed);
            ending.reporter.report(Report::LeftOut { opening: id, left_out });
            let mut putting = Putting::new(id, shelf, its_tally);
            if failed.into_iter().all(|error| putting.take(vec![Err(error)])) {
                open_all(things, tables(), putting, its_cancel);
            }
        });
        let since = Instant::now();
        let (account, failures) = (Account::default(), Failures::default());
        Self { id, tally, cancel, shown, has_shown: false, account, failures, since }
    }

    pub fn id(&self) -> OpeningId {
        self.id
    }

    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    pub fn cancel(&self) {
        self.cancel.cancel();
    }

    pub fn is_cancelled(&self) -> bool {
        self.cancel.is_cancelled()
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
fn open_all(things: Vec<Thing>, lexicon: Arc<Lexicon>, mut putting: Putting, cancel: CancelToken) {
    let things = things.into_iter().enumerate().collect();
    let open = move |(number, thing): &(usize, Thing), cancel: &CancelToken| {
        let wanted = if *number < WANTED { Wanted::Documents } else { Wanted::Records };
        let mut opened = match thing {
            Thing::File(path) => open_file(path, &lexicon, wanted, cancel),
            Thing::Sample(sample) => vec![open_sample(sample, &lexicon)],
        };
        // A file may hold any number of records.
        opened.iter_mut().flatten().skip(WANTED).for_each(|arrival| arrival.opened = None);
        opened
    };
    let given_up = |(_, thing): &(usize, Thing)| vec![Err(OpenError::TooLong(thing.path()))];
    for file in in_order(things, cancel.clone(), LONGEST, open, given_up) {
        if !putting.take(file) {
            return;
        }
    }
    if !cancel.is_cancelled() {
        putting.put();
        putting.wait();
    }
}

/// One thing to open.
enum Thing {
    File(PathBuf),
    Sample(&'static Sample),
}

impl Thing {
    fn path(&self) -> PathBuf {
        match self {
            Self::File(path) => path.clone(),
            Self::Sample(sample) => sample.file_name.into(),
        }
    }
}

/// What is to be opened, thing by thing, and what cannot be.
#[derive(Default)]
struct Things {
    things: Vec<Thing>,
    failed: Vec<OpenError>,
    left_out: Vec<FolderLeftOut>,
}

impl Things {
    fn of(what: What, cancel: &CancelToken) -> Self {
        match what {
            What::Paths(paths) => {
                let chosen = files_to_open(&paths, can_open, cancel);
                let things = chosen.files.into_iter().map(Thing::File).collect();
                Self { things, failed: chosen.failed, left_out: chosen.left_out }
            }
            What::Samples => Self { things: SAMPLES.iter().map(Thing::Sample).collect(), ..Self::default() },
        }
    }
}

/// Hands what was read to the shelf, a batch at a time, while the next is read.
struct Putting {
    opening: OpeningId,
    shelf: ToShelf,
    tally: Arc<Tally>,
    batch: Vec<Vec<Result<Arrival, OpenError>>>,
    since: Instant,
    /// How many files were handed over.
    handed: usize,
    /// The batch that is being put on the shelf: how many files, and who tells when it is done.
    under_way: Option<(usize, Receiver<bool>)>,
}

impl Putting {
    fn new(opening: OpeningId, shelf: ToShelf, tally: Arc<Tally>) -> Self {
        let since = Instant::now();
        Self { opening, shelf, tally, batch: Vec::new(), since, handed: 0, under_way: None }
    }

    /// Takes what became of a file. Says whether more can be taken.
    fn take(&mut self, file: Vec<Result<Arrival, OpenError>>) -> bool {
        self.batch.push(file);
        let is_due = self.handed < FIRST || self.batch.len() >= BATCH || self.since.elapsed() > SOON;
        !is_due || (self.wait() && self.put())
    }

    /// Waits until the last batch is on the shelf. Says whether more can be taken.
    fn wait(&mut self) -> bool {
        let Some((files, done)) = self.under_way.take() else { return true };
        let goes_on = done.recv().unwrap_or(false);
        self.tally.done.fetch_add(files, Ordering::Relaxed);
        goes_on
    }

    /// Hands the batch over. Says whether there is still somebody to take it.
    fn put(&mut self) -> bool {
        if !self.wait() {
            return false;
        }
        let files = std::mem::take(&mut self.batch);
        let count = files.len();
        let (done, told): (Sender<bool>, _) = channel();
        self.handed += count;
        self.since = Instant::now();
        self.under_way = Some((count, told));
        self.shelf.admit(Admission { opening: self.opening, files, done })
    }
}
