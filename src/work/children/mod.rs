//! Files that programs of others wrote are read in processes of their own: PDF, pages, documents, archives. These are
//! this program again, with limits: whatever a file does to its reader, it costs nothing but itself. A child takes one
//! file after another by a pipe and answers with articles; it opens neither files nor connections. It ends when this
//! program does.
//!
//! [`read_files_apart`] says that it is to be so: whoever links the library, as tests do, reads within its own process.

mod child;
mod limits;
mod serving;
mod words;

use std::ffi::OsString;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread::{self, available_parallelism};

pub use limits::ReadingLimits;
pub use serving::serve;

use self::child::{Answers, Child, Silence};
use self::words::{Answer, Question, Wanted};
use crate::import::{PageBlock, ReadAs, TableHead};
use crate::model::{Article, CancelToken, Sha256Hex};

/// The subcommand that a child is started with.
pub const SUBCOMMAND: &str = "read-apart";

/// No article takes more bytes.
const LONGEST_ANSWER: u64 = 130_000_000;

/// The children of this program; none where files are read within it.
static CHILDREN: OnceLock<Children> = OnceLock::new();

/// From now on, risky files are read in children.
pub fn read_files_apart() {
    // A link that still leads to this very program after another version was put in its place.
    let own = PathBuf::from("/proc/self/exe");
    let program = if own.exists() { Some(own) } else { std::env::current_exe().ok() };
    if let Some(program) = program {
        let _ = CHILDREN.set(Children::of(program));
    }
}

/// From now on, children have these limits.
pub(crate) fn limit_reading(limits: ReadingLimits) {
    if let Some(children) = CHILDREN.get() {
        let before =
            std::mem::replace(&mut *children.limits.lock().unwrap_or_else(PoisonError::into_inner), limits);
        if before != limits {
            children.renew();
        }
    }
}

/// What children know of the world has changed.
pub(super) fn renew() {
    if let Some(children) = CHILDREN.get() {
        children.renew();
    }
}

/// The children of this program, if it has any.
pub(super) fn children() -> Option<&'static Children> {
    CHILDREN.get()
}

/// Processes that read files.
#[derive(Debug)]
pub struct Children {
    program: PathBuf,
    limits: Mutex<ReadingLimits>,
    /// Those that wait for a file.
    idle: Mutex<Vec<Child>>,
}

/// Why a file was not read, or only a part of it.
#[derive(Debug)]
pub enum Unread {
    /// What its reader says, with what to do.
    Refused(String),
    /// Its reader failed, in these words.
    Crashed(String),
    /// Nothing came for too long.
    TooLong,
    /// It gave more than anybody would take.
    TooMuch,
    /// Its reader ended: killed, or out of so many megabytes of memory.
    Ended(u64),
    /// Nobody waits any more.
    Cancelled,
    /// No child could be started.
    Nobody(io::Error),
}

impl Children {
    /// Children of this program, which knows the subcommand.
    pub fn of(program: PathBuf) -> Self {
        Self { program, limits: Mutex::default(), idle: Mutex::default() }
    }

    /// The same with other limits.
    pub fn with(self, limits: ReadingLimits) -> Self {
        Self { limits: Mutex::new(limits), ..self }
    }

    fn renew(&self) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Reads a file, of which something may be known, and hands over each of its articles. Gives what is to be told of
    /// the file.
    ///
    /// # Errors
    /// Says why the file was not read, or no further.
    pub fn read(
        &self,
        name: &str,
        bytes: &[u8],
        how: ReadAs<'_>,
        cancel: &CancelToken,
        each: &mut dyn FnMut(Article),
    ) -> Result<Vec<String>, Unread> {
        self.ask(name, bytes, how, &mut Taker::Articles(each), cancel)
    }

    /// The same for all that is on the saved pages of a file, each with the digest by which its article is known.
    ///
    /// # Errors
    /// The same.
    pub fn read_pages(
        &self,
        name: &str,
        bytes: &[u8],
        how: ReadAs<'_>,
        cancel: &CancelToken,
        each: &mut dyn FnMut(Sha256Hex, Vec<PageBlock>),
    ) -> Result<Vec<String>, Unread> {
        self.ask(name, bytes, how, &mut Taker::Pages(each), cancel)
    }

    /// How a table begins; none where the file is no table.
    ///
    /// # Errors
    /// The same.
    pub fn read_head(
        &self,
        name: &str,
        bytes: &[u8],
        how: ReadAs<'_>,
        cancel: &CancelToken,
    ) -> Result<Option<TableHead>, Unread> {
        let mut head = None;
        self.ask(name, bytes, how, &mut Taker::Head(&mut head), cancel)?;
        Ok(head)
    }

    fn ask(
        &self,
        name: &str,
        bytes: &[u8],
        how: ReadAs<'_>,
        taker: &mut Taker<'_>,
        cancel: &CancelToken,
    ) -> Result<Vec<String>, Unread> {
        let wanted = taker.wanted();
        let limits = *self.limits.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let is_used = idle.is_some();
            let mut child = match idle {
                Some(child) => child,
                None => self.start(limits).map_err(Unread::Nobody)?,
            };
            let mut taken = 0;
            let mut take = |answer| {
                taken += 1;
                taker.take(answer);
            };
            let asked = child.ask(name, bytes, how, wanted).map_err(|_| Unread::Ended(limits.megabytes));
            let hearing = Hearing { limits, output: limits.output_bytes(), taken: &|| 0, cancel };
            let read = asked.and_then(|()| hearing.hear(&child.answers(), &mut take));
            match read {
                // It may have ended over an earlier file, or long ago.
                Err(Unread::Ended(_)) if is_used && taken == 0 => {}
                Ok(_) | Err(Unread::Refused(_) | Unread::Crashed(_)) => {
                    self.put_back(child);
                    return read;
                }
                Err(_) => return read,
            }
        }
    }

    /// Reads a file of so many bytes that is not held, as it comes; what was taken of it is counted there.
    ///
    /// # Errors
    /// Says why the file was not read, or no further.
    #[expect(
        clippy::too_many_arguments,
        reason = "a file that comes: its name, its size, how it is read, and who reads"
    )]
    pub fn read_as_it_comes(
        &self,
        name: &str,
        size: u64,
        how: ReadAs<'_>,
        source: &mut (dyn Read + Send),
        taken: &AtomicU64,
        cancel: &CancelToken,
        each: &mut dyn FnMut(Article),
    ) -> Result<Vec<String>, Unread> {
        let limits = *self.limits.lock().unwrap_or_else(PoisonError::into_inner);
        let mut child = self.start(limits).map_err(Unread::Nobody)?;
        let (feed, answers, process) = child.parts();
        // Its articles are taken as they come: all of them together may be more than those of a file that is held.
        let output = limits.output_bytes().max(size.saturating_mul(OUTPUT_PER_BYTE));
        let taken = || taken.load(Ordering::Relaxed);
        let (fed, read) = thread::scope(|scope| {
            let question = Question::of(name, size, how);
            let feeder = scope.spawn(move || feed.give(&question, source));
            let read = Hearing { limits, output, taken: &taken, cancel }
                .hear(&answers, &mut |answer| Taker::Articles(&mut *each).take(answer));
            if read.is_err() || !feeder.is_finished() {
                // It would wait for the rest, and whoever feeds it for it.
                let _ = process.kill();
            }
            (feeder.join().is_ok_and(|fed| fed.is_ok()), read)
        });
        if fed && read.is_ok() {
            self.put_back(child);
        }
        read
    }

    fn start(&self, limits: ReadingLimits) -> io::Result<Child> {
        let arguments = [OsString::from(SUBCOMMAND), limits.megabytes.to_string().into()];
        Child::start(&self.program, &arguments, limits.output_bytes().min(LONGEST_ANSWER))
    }

    /// A child that has read a file waits for the next, unless there are enough of them.
    fn put_back(&self, child: Child) {
        let most = available_parallelism().map_or(1, usize::from);
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < most && child.may_go_on() {
            idle.push(child);
        }
    }
}

/// Who takes what a child answers.
enum Taker<'t> {
    Articles(&'t mut dyn FnMut(Article)),
    Pages(&'t mut dyn FnMut(Sha256Hex, Vec<PageBlock>)),
    Head(&'t mut Option<TableHead>),
}

impl Taker<'_> {
    /// What is to be asked for.
    fn wanted(&self) -> Wanted {
        match self {
            Self::Articles(_) => Wanted::Articles,
            Self::Pages(_) => Wanted::Pages,
            Self::Head(_) => Wanted::Head,
        }
    }

    fn take(&mut self, answer: Answer) {
        match (self, answer) {
            (Self::Articles(each), Answer::Article(article)) => each(*article),
            (Self::Pages(each), Answer::Page(sha256, blocks)) => each(sha256, blocks),
            (Self::Head(place), Answer::Head(head)) => **place = head.map(|head| *head),
            // A child answers with what it was asked for.
            _ => {}
        }
    }
}

/// An article is told in JSON, with its text and what is known of it.
const OUTPUT_PER_BYTE: u64 = 4;

/// What is asked of a child while it answers.
struct Hearing<'h> {
    limits: ReadingLimits,
    /// So many bytes of answers are taken.
    output: u64,
    /// How much it has taken of its file.
    taken: &'h dyn Fn() -> u64,
    cancel: &'h CancelToken,
}

impl Hearing<'_> {
    /// Takes the answers of a child that was given a file.
    fn hear(self, answers: &Answers<'_>, take: &mut dyn FnMut(Answer)) -> Result<Vec<String>, Unread> {
        let Self { limits, mut output, taken, cancel } = self;
        let ended = || Unread::Ended(limits.megabytes);
        let mut told = Vec::new();
        loop {
            // Each article has its time: an archive of many may take longer.
            let line = answers.next(limits.time(), taken, cancel).map_err(|silence| match silence {
                Silence::Late => Unread::TooLong,
                Silence::Ended => ended(),
                Silence::Cancelled => Unread::Cancelled,
            })?;
            output = output.checked_sub(line.len() as u64).ok_or(Unread::TooMuch)?;
            match Answer::read(&line) {
                Some(answer @ (Answer::Article(_) | Answer::Page(..) | Answer::Head(_))) => take(answer),
                Some(Answer::Told(words)) => told.push(words),
                Some(Answer::Refused(words)) => return Err(Unread::Refused(words)),
                Some(Answer::Crashed(words)) => return Err(Unread::Crashed(words)),
                Some(Answer::Done) => return Ok(told),
                // An answer that is no line is longer than any article.
                None if line.ends_with(b"\n") => return Err(ended()),
                None => return Err(Unread::TooMuch),
            }
        }
    }
}
