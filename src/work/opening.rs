//! Opening files in the background.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::failures::Failures;
use super::in_order::{Pace, in_order};
use super::inbox::Outbox;
use super::named::{ToRead, with_named};
use super::pasted::file_name;
use super::read::{FolderLeftOut, OpenError, Wanted, can_open, files_to_open, open_file, open_words};
use super::samples::{SAMPLES, Sample};
use super::shelf::{Arrival, Put};
use super::steps::{OpeningId, Steps};
use super::writer::{Admission, LibraryReport, ToLibrary};
use super::{Tables, background::Ticket};
use crate::lexicon::Lexicon;
use crate::model::{CancelToken, EntryId, number};

/// How many files are put on the shelf at a time.
const BATCH: usize = 800;
/// How many are put there at once, so that there is something to see.
const FIRST: usize = 8;
/// How long what was read may wait for the rest of its batch.
const SOON: Duration = Duration::from_millis(300);
/// How many documents of an opening the window is given at hand: the first ones.
const WANTED: usize = 64;

/// What is to be opened.
#[derive(Debug)]
pub enum What {
    /// Files and folders.
    Paths(Vec<PathBuf>),
    /// The articles that come with the program.
    Samples,
    /// A text that was pasted.
    Text(String),
}

/// An opening that is under way, as the app sees it.
#[derive(Debug)]
pub struct Opening {
    id: OpeningId,
    steps: Arc<Steps>,
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
    /// Which files hold another record of an article than the library.
    pub differing: Vec<Differing>,
    /// Why files were not opened, a sentence each.
    pub failed: Vec<String>,
    /// What in the folders is nothing that could be opened.
    pub left_out: Vec<FolderLeftOut>,
    /// Whether it was stopped before its end.
    pub stopped: bool,
}

/// From how many files on an opening is accounted for.
const LARGE: usize = 30;

impl Account {
    /// Counts what became of the record of this file.
    pub(crate) fn count(&mut self, put: Put, id: EntryId, file: &Path, title: &str) {
        match put {
            Put::Added | Put::Replaced => self.added += 1,
            Put::Known => self.known += 1,
            Put::Differs => {
                self.differing.push(Differing { id, file: file.to_owned(), title: title.to_owned() });
            }
        }
    }

    /// How many records and files there were.
    pub fn all(&self) -> usize {
        self.added + self.known + self.differing.len() + self.failed.len()
    }

    /// Why files were not opened and what was left out, a sentence each.
    pub fn why_not(&self) -> impl Iterator<Item = String> {
        self.failed
            .iter()
            .cloned()
            .chain(self.differing.iter().map(Differing::to_string))
            .chain(self.left_out.iter().map(FolderLeftOut::to_string))
    }

    /// Whether it is told even where every file by itself was: it is of many files, or something in it is not what
    /// one would expect.
    pub(crate) fn is_worth_telling(&self) -> bool {
        self.all() > LARGE
            || !self.left_out.is_empty()
            || self.differing.len() > 1
            || self.known > 1 && self.added == 0
    }

    /// Whether files were not opened, or several were not taken over.
    pub(crate) fn is_warning(&self) -> bool {
        !self.failed.is_empty() || self.differing.len() > 1
    }

    /// "1,204 added, 3 known already, 2 not opened, 40 left out."
    pub fn in_words(&self) -> String {
        let part = |count: usize, what: &str| (count > 0).then(|| format!("{} {what}", number(count)));
        let parts = [
            part(self.added, "added"),
            part(self.known, "known already"),
            part(self.differing.len(), "in the library with another record"),
            part(self.failed.len(), "not opened"),
            part(self.left_out.iter().map(|of| of.left_out.count()).sum(), "left out"),
        ];
        let words = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        format!("{words}{}.", if self.stopped { "; stopped before the end" } else { "" })
    }
}

/// A file that holds another record of an article than the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// The article.
    pub id: EntryId,
    /// The file.
    pub file: PathBuf,
    /// The article's title.
    pub title: String,
}

impl fmt::Display for Differing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (file, title) = (self.file.display(), &self.title);
        write!(
            f,
            "{file} holds another record of “{title}” than the library. The library keeps its own; the file stays as it is."
        )
    }
}

/// Whoever drops an opening has stopped it.
impl Drop for Opening {
    fn drop(&mut self) {
        self.cancel();
    }
}

impl Opening {
    /// Begins to open something while `shown` is shown.
    pub fn begin(
        what: What,
        shown: Option<EntryId>,
        tables: Tables,
        library: ToLibrary,
        reports: Outbox<LibraryReport>,
    ) -> Self {
        let id = OpeningId::next();
        let (steps, cancel) = (Arc::new(Steps::default()), CancelToken::default());
        let (its_steps, its_cancel) = (steps.clone(), cancel.clone());
        let ticket = reports.ticket();
        thread::spawn(move || {
            let ending = Ending { id, reports, _ticket: ticket };
            let Things { things, failed, left_out } = Things::of(what, &its_cancel);
            its_steps.begin(things.len() + failed.len());
            ending.reports.send(LibraryReport::LeftOut { opening: id, left_out });
            let mut putting = Putting::new(id, library, its_steps);
            if failed.into_iter().all(|error| putting.take(vec![Err(error)])) {
                open_all(things, tables(), putting, its_cancel);
            }
        });
        let since = Instant::now();
        let (account, failures) = (Account::default(), Failures::default());
        Self { id, steps, cancel, shown, has_shown: false, account, failures, since }
    }

    pub fn id(&self) -> OpeningId {
        self.id
    }

    /// How many of its files are done, and of how many.
    pub fn steps(&self) -> (usize, usize) {
        self.steps.now()
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
    reports: Outbox<LibraryReport>,
    _ticket: Ticket,
}

impl Drop for Ending {
    fn drop(&mut self) {
        self.reports.send(LibraryReport::OpeningEnded(self.id));
    }
}

/// Opens things in the order asked for, working on several at once.
fn open_all(things: Vec<Thing>, lexicon: Arc<Lexicon>, mut putting: Putting, cancel: CancelToken) {
    let things = things.into_iter().enumerate();
    let open = move |(number, thing): &(usize, Thing), cancel: &CancelToken| {
        let wanted = if *number < WANTED { Wanted::Documents } else { Wanted::Records };
        let mut opened = match thing {
            Thing::File(file) => open_file(file, &lexicon, wanted, cancel),
            Thing::Sample(sample) => {
                each(open_words(sample.file_name.into(), sample.content, &lexicon, cancel))
            }
            Thing::Text(name, text) => each(open_words(name.clone(), text, &lexicon, cancel)),
        };
        // A file may hold any number of records.
        opened.iter_mut().flatten().skip(WANTED).for_each(|arrival| arrival.opened = None);
        opened
    };
    let given_up = |(_, thing): &(usize, Thing)| vec![Err(OpenError::TooLong(thing.path()))];
    for file in in_order(things, cancel.clone(), Pace::of_files(), open, given_up) {
        if !putting.take(file) {
            return;
        }
    }
    if !cancel.is_cancelled() {
        putting.put();
        putting.wait();
    }
}

/// The records of an article, each by itself, or why there are none.
fn each(opened: Result<Vec<Arrival>, OpenError>) -> Vec<Result<Arrival, OpenError>> {
    match opened {
        Ok(arrivals) => arrivals.into_iter().map(Ok).collect(),
        Err(error) => vec![Err(error)],
    }
}

/// One thing to open.
enum Thing {
    File(ToRead),
    Sample(&'static Sample),
    /// What it would be called as a file, and what is in it.
    Text(PathBuf, String),
}

impl Thing {
    fn path(&self) -> PathBuf {
        match self {
            Self::File(file) => file.path.clone(),
            Self::Sample(sample) => sample.file_name.into(),
            Self::Text(name, _) => name.clone(),
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
                let things = with_named(chosen.files, None).into_iter().map(Thing::File).collect();
                Self { things, failed: chosen.failed, left_out: chosen.left_out }
            }
            What::Text(text) => Self { things: vec![Thing::Text(file_name(&text), text)], ..Self::default() },
            What::Samples => Self { things: SAMPLES.iter().map(Thing::Sample).collect(), ..Self::default() },
        }
    }
}

/// Hands what was read to the shelf, a batch at a time, while the next is read.
struct Putting {
    opening: OpeningId,
    library: ToLibrary,
    steps: Arc<Steps>,
    batch: Vec<Vec<Result<Arrival, OpenError>>>,
    since: Instant,
    /// How many files were handed over.
    handed: usize,
    /// The batch that is being put on the shelf: how many files, and who tells when it is done.
    under_way: Option<(usize, Receiver<bool>)>,
}

impl Putting {
    fn new(opening: OpeningId, library: ToLibrary, steps: Arc<Steps>) -> Self {
        let since = Instant::now();
        Self { opening, library, steps, batch: Vec::new(), since, handed: 0, under_way: None }
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
        self.steps.advance(files);
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
        self.library.admit(Admission { opening: self.opening, files, done })
    }
}
