//! What a child does: it takes files, one after another, and answers with their articles.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread;
use std::time::Duration;

use super::words::{Answer, Question, Wanted};
use crate::import::{self, ImportError, Source};
use crate::model::CancelToken;
use crate::work::read::words_of_panic;
use crate::work::tables::tables_of_user;

/// No line that asks for a file is longer.
const LONGEST_QUESTION: u64 = 524_288;

/// Reads the files that come by standard input, with so many megabytes of memory, until there are no more.
///
/// # Errors
/// If nobody takes the answers.
pub fn serve(megabytes: u64, out: &mut dyn Write) -> io::Result<()> {
    let lexicon = tables_of_user();
    let (sender, coming) = sync_channel(AHEAD);
    let (ready, begun) = sync_channel(1);
    let program = parent();
    // Input ends when the program does, whatever a file is doing here at the time.
    thread::spawn(move || {
        let mut input = BufReader::with_capacity(PIECE, io::stdin().lock());
        // Nobody is there to hear it only when the process ends.
        let _ = ready.send(());
        while let Some(question) = next_question(&mut input) {
            if hand_on(&mut input, question, &sender, program).is_err() {
                break;
            }
        }
        std::process::exit(0)
    });
    // A thread takes tens of megabytes of addresses as it begins: these are the program's, not the file's.
    let _ = begun.recv();
    confine(megabytes);
    while let Ok(Coming::Begins(question)) = coming.recv() {
        let mut written = Ok(());
        let mut answer = |answer: Answer| {
            if written.is_ok() {
                written = say(out, &answer);
            }
        };
        let mut file = Piped { coming: &coming, left: question.bytes, piece: Vec::new(), at: 0 };
        let read = catch_unwind(AssertUnwindSafe(|| {
            let (name, cancel) = (&question.name, CancelToken::default());
            if question.wanted != Wanted::Articles {
                let mut bytes = Vec::new();
                let held = file.read_to_end(&mut bytes);
                held.map_err(|error| ImportError::BrokenOff(error.kind()))?;
                if question.wanted == Wanted::Head {
                    let head = import::table_head(name, &bytes, question.how(), &lexicon, &cancel)?;
                    answer(Answer::Head(head.map(Box::new)));
                    return Ok(Vec::new());
                }
                let each = &mut |sha256, blocks| answer(Answer::Page(sha256, blocks));
                return import::pages_in(name, &bytes, question.how(), &lexicon, &cancel, each)
                    .map(|()| Vec::new());
            }
            let each = &mut |article| answer(Answer::Article(Box::new(article)));
            import::import_source(name, &mut file, question.how(), &lexicon, &cancel, each)
        }));
        written?;
        match read {
            Ok(Ok(remarks)) => {
                for remark in remarks {
                    say(out, &Answer::Told(remark.to_string()))?;
                }
                say(out, &Answer::Done)?;
            }
            Ok(Err(error)) => say(out, &Answer::Refused(error.to_string()))?,
            Err(panic) => say(out, &Answer::Crashed(words_of_panic(&*panic)))?,
        }
        out.flush()?;
        // The rest of a file that was given up.
        io::copy(&mut file, &mut io::sink())?;
    }
    Ok(())
}

/// What comes to be read.
enum Coming {
    Begins(Box<Question>),
    /// What comes next of it.
    Bytes(Vec<u8>),
}

/// A file comes by so many bytes at a time.
const PIECE: usize = 262_144;

/// So many pieces may wait.
const AHEAD: usize = 4;

/// Hands on a file as it comes.
fn hand_on(
    input: &mut impl Read,
    question: Question,
    sender: &SyncSender<Coming>,
    program: Option<u32>,
) -> io::Result<()> {
    let mut left = question.bytes;
    hand(Coming::Begins(Box::new(question)), sender, program)?;
    while left > 0 {
        let mut piece = Vec::with_capacity(left.min(PIECE as u64) as usize);
        let count = input.by_ref().take(left.min(PIECE as u64)).read_to_end(&mut piece)?;
        if count == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        left -= count as u64;
        hand(Coming::Bytes(piece), sender, program)?;
    }
    Ok(())
}

/// Hands on once there is room; never, if the program that started this process has ended meanwhile.
fn hand(coming: Coming, sender: &SyncSender<Coming>, program: Option<u32>) -> io::Result<()> {
    const PAUSE: Duration = Duration::from_millis(1);
    let mut coming = coming;
    loop {
        match sender.try_send(coming) {
            Ok(()) => return Ok(()),
            Err(TrySendError::Full(back)) if parent() == program => coming = back,
            Err(_) => return Err(io::ErrorKind::BrokenPipe.into()),
        }
        thread::sleep(PAUSE);
    }
}

/// The process that this one belongs to: another one once the program that started it has ended.
#[cfg(unix)]
fn parent() -> Option<u32> {
    Some(std::os::unix::process::parent_id())
}

#[cfg(not(unix))]
fn parent() -> Option<u32> {
    None
}

/// A file that comes piece by piece, and once.
struct Piped<'c> {
    coming: &'c Receiver<Coming>,
    /// So many bytes are still to come.
    left: u64,
    piece: Vec<u8>,
    /// How much of the piece was taken.
    at: usize,
}

impl Read for Piped<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at >= self.piece.len() && self.left > 0 {
            let Ok(Coming::Bytes(piece)) = self.coming.recv() else {
                return Err(io::ErrorKind::UnexpectedEof.into());
            };
            self.left = self.left.saturating_sub(piece.len() as u64);
            (self.piece, self.at) = (piece, 0);
        }
        let count = self.piece.get(self.at..).unwrap_or_default().read(into)?;
        self.at += count;
        Ok(count)
    }
}

impl Source for Piped<'_> {
    fn begin_again(&mut self) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

fn say(out: &mut dyn Write, answer: &Answer) -> io::Result<()> {
    let mut line = serde_json::to_vec(answer)?;
    line.push(b'\n');
    out.write_all(&line)
}

/// The next file that is asked about; none where there is none, or nothing that could be one.
fn next_question(input: &mut impl BufRead) -> Option<Question> {
    let mut line = Vec::new();
    input.by_ref().take(LONGEST_QUESTION).read_until(b'\n', &mut line).ok()?;
    serde_json::from_slice(&line).ok()
}

/// Takes everything from this process that reading a file does not need: more memory than that, files, connections,
/// and a picture of its memory on the disk. Where the system knows no such limits, it goes without.
#[cfg(unix)]
fn confine(megabytes: u64) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    /// Input, output and errors.
    const STREAMS: u64 = 3;
    let memory = memory_so_far().saturating_add(megabytes.saturating_mul(1_000_000));
    for (resource, most) in
        [(Resource::As, memory), (Resource::Fsize, 0), (Resource::Core, 0), (Resource::Nofile, STREAMS)]
    {
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
}

#[cfg(not(unix))]
fn confine(_: u64) {}

/// How much this process has of the memory that the limit counts, most of it the program itself.
#[cfg(unix)]
fn memory_so_far() -> u64 {
    const UNKNOWN: u64 = 300_000_000;
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let size = status.lines().find_map(|line| line.strip_prefix("VmSize:")?.split_whitespace().next());
    size.and_then(|size| size.parse::<u64>().ok()).map_or(UNKNOWN, |kilobytes| kilobytes * 1024)
}
