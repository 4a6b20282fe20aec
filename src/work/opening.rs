//! Opening files in the background.

use std::borrow::Cow;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::arriving::{Arrived, Wanted, arrive};
use super::failures::Failures;
use super::found::{Place, Spot, find};
use super::inbox::Outbox;
use super::named::{Said, ToRead, with_named};
use super::pasted::file_name;
use super::read::{FolderLeftOut, OpenError, can_open, files_to_open};
use super::samples::SAMPLES;
use super::shelf::{Arrival, Put};
use super::steps::{OpeningId, Step, Steps};
use super::writer::{Admission, LibraryReport, ToLibrary};
use super::{Tables, background::Ticket};
use crate::import::KnownColumns;
use crate::lexicon::Lexicon;
use crate::model::{CancelToken, EntryId, number};

/// How many articles are put on the shelf at a time.
const BATCH: usize = 800;
/// How many are put there at once, so that there is something to see.
const FIRST: usize = 8;
/// How long what was read may wait for the rest of its batch.
const SOON: Duration = Duration::from_millis(300);
/// Of how many files of an opening the window is given documents at hand: of the first ones.
const WANTED: usize = 64;
/// Of each of them, of so many articles. The others are kept until somebody wants them.
const LOOKED_AT: usize = 16;

/// What is to be opened.
#[derive(Debug)]
pub enum What {
    /// Files and folders, and what is known of the columns of tables: of others it is asked.
    Paths(Vec<PathBuf>, Arc<KnownColumns>),
    /// Tables of which is known which column holds what.
    Tables(Vec<PathBuf>, Arc<KnownColumns>),
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
    /// How far it had come when it was stopped, if it was.
    pub stopped: Option<Step>,
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
            || self.stopped.is_some()
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
        let words: Vec<String> = parts.into_iter().flatten().collect();
        let words = if words.is_empty() { "Nothing added".to_owned() } else { words.join(", ") };
        format!("{words}{}.", self.stopped.map(Step::stopped).unwrap_or_default())
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
            let Things { places, failed, left_out } = Things::of(what, &its_cancel);
            its_steps.begin(places.len());
            ending.reports.send(LibraryReport::LeftOut { opening: id, left_out });
            let mut putting = Putting::new(id, library, its_steps);
            if failed.into_iter().all(|error| putting.push(vec![Err(error)])) {
                open_all(places, tables(), putting, its_cancel);
            }
        });
        let since = Instant::now();
        let (account, failures) = (Account::default(), Failures::default());
        Self { id, steps, cancel, shown, has_shown: false, account, failures, since }
    }

    pub fn id(&self) -> OpeningId {
        self.id
    }

    /// How far it has come.
    pub fn steps(&self) -> Step {
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
fn open_all(places: Vec<Place>, lexicon: Arc<Lexicon>, mut putting: Putting, cancel: CancelToken) {
    let found = find(places, lexicon.clone(), cancel.clone());
    let wanted = |spot: &Spot| match spot.file < WANTED && spot.number < LOOKED_AT {
        true => Wanted::Documents,
        false => Wanted::Records,
    };
    for arrived in arrive(found, lexicon, cancel.clone(), wanted) {
        if !putting.take(arrived) {
            return;
        }
    }
    if !cancel.is_cancelled() {
        putting.put();
        putting.wait();
        putting.steps.all();
    }
}

/// What is to be opened, place by place, and what cannot be.
#[derive(Default)]
struct Things {
    places: Vec<Place>,
    failed: Vec<OpenError>,
    left_out: Vec<FolderLeftOut>,
}

impl Things {
    fn of(what: What, cancel: &CancelToken) -> Self {
        let words = |name: PathBuf, words: Cow<'static, str>| Place::Words(name, words);
        match what {
            What::Tables(files, columns) => {
                let said = Said { columns, ..Said::default() };
                let tables = files.into_iter().map(|file| ToRead::alone(file).said(said.clone()));
                Self { places: tables.map(Place::Articles).collect(), ..Self::default() }
            }
            What::Paths(paths, columns) => {
                let chosen = files_to_open(&paths, can_open, cancel);
                let said = Said { columns, is_asked: true, ..Said::default() };
                let places = with_named(chosen.files, &said).into_iter().map(Place::File).collect();
                Self { places, failed: chosen.failed, left_out: chosen.left_out }
            }
            What::Text(text) => {
                Self { places: vec![words(file_name(&text), text.into())], ..Self::default() }
            }
            What::Samples => {
                let places =
                    SAMPLES.iter().map(|sample| words(sample.file_name.into(), sample.content.into()));
                Self { places: places.collect(), ..Self::default() }
            }
        }
    }
}

/// Hands what was read to the shelf, a batch at a time, while the next is read.
struct Putting {
    opening: OpeningId,
    library: ToLibrary,
    steps: Arc<Steps>,
    batch: Vec<Vec<Result<Arrival, OpenError>>>,
    /// Where the last of the batch stands.
    last: Option<Spot>,
    since: Instant,
    /// How many articles were handed over.
    handed: usize,
    /// The batch that is being put on the shelf: who tells when it is done.
    under_way: Option<UnderWay>,
}

/// A batch that is being put on the shelf.
struct UnderWay {
    /// How many articles and records it has.
    count: usize,
    last: Option<Spot>,
    done: Receiver<bool>,
}

impl Putting {
    fn new(opening: OpeningId, library: ToLibrary, steps: Arc<Steps>) -> Self {
        let since = Instant::now();
        Self { opening, library, steps, batch: Vec::new(), last: None, since, handed: 0, under_way: None }
    }

    /// Takes what came of something that was found. Says whether more can be taken.
    fn take(&mut self, arrived: Arrived) -> bool {
        self.last = Some(arrived.spot);
        self.push(arrived.arrivals)
    }

    /// Takes records, or why there are none. Says whether more can be taken.
    fn push(&mut self, arrivals: Vec<Result<Arrival, OpenError>>) -> bool {
        self.batch.push(arrivals);
        let is_due = self.handed < FIRST || self.batch.len() >= BATCH || self.since.elapsed() > SOON;
        !is_due || (self.wait() && self.put())
    }

    /// Waits until the last batch is on the shelf. Says whether more can be taken.
    fn wait(&mut self) -> bool {
        let Some(UnderWay { count, last, done }) = self.under_way.take() else { return true };
        let goes_on = done.recv().unwrap_or(false);
        if let Some(spot) = last {
            self.steps.come_to(spot.file, spot.share, count);
        }
        goes_on
    }

    /// Hands the batch over. Says whether there is still somebody to take it.
    fn put(&mut self) -> bool {
        if !self.wait() {
            return false;
        }
        let files = std::mem::take(&mut self.batch);
        let (done, told): (Sender<bool>, _) = channel();
        self.handed += files.len();
        self.since = Instant::now();
        self.under_way = Some(UnderWay { count: files.len(), last: self.last.take(), done: told });
        self.library.admit(Admission { opening: self.opening, files, done })
    }
}
