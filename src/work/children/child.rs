//! One process that reads files, as the program sees it.

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::process::{Child as Process, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use super::words::{Question, Wanted};
use crate::import::ReadAs;
use crate::model::CancelToken;

/// So often it is asked whether anybody still waits.
const POLL: Duration = Duration::from_millis(50);

/// A file goes to a child by so many bytes at a time.
const BUFFER: usize = 65_536;

/// So many answers may wait to be taken.
const AHEAD: usize = 16;

/// After so many files a child makes room for a new one: what it has not given back goes with it.
const FILES: usize = 5_000;

/// A process that reads files. It is ended when this is dropped.
#[derive(Debug)]
pub(super) struct Child {
    process: Process,
    input: BufWriter<ChildStdin>,
    answers: Receiver<Vec<u8>>,
    files: usize,
}

/// Why no answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Silence {
    /// It takes too long.
    Late,
    /// The child is no more.
    Ended,
    /// Nobody waits any more.
    Cancelled,
}

impl Child {
    pub fn start(program: &Path, arguments: &[OsString], longest_answer: u64) -> io::Result<Self> {
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn()?;
        let (Some(input), Some(output)) = (process.stdin.take(), process.stdout.take()) else {
            return Err(io::Error::other("a child has no pipes"));
        };
        let (sender, answers) = sync_channel(AHEAD);
        thread::spawn(move || listen(output, &sender, longest_answer));
        log::debug!("process {} reads files", process.id());
        let input = BufWriter::with_capacity(BUFFER, input);
        Ok(Self { process, input, answers, files: 0 })
    }

    /// Gives it a file.
    pub fn ask(&mut self, name: &str, bytes: &[u8], how: ReadAs<'_>, wanted: Wanted) -> io::Result<()> {
        self.files += 1;
        Feed { input: &mut self.input }
            .give(&Question { wanted, ..Question::of(name, bytes.len() as u64, how) }, &mut &*bytes)
    }

    /// The way to it for a file that is not held, the way back for what it answers meanwhile, and it itself, to end it.
    pub fn parts(&mut self) -> (Feed<'_>, Answers<'_>, &mut Process) {
        self.files += 1;
        (Feed { input: &mut self.input }, Answers(&self.answers), &mut self.process)
    }

    /// What it answers.
    pub fn answers(&self) -> Answers<'_> {
        Answers(&self.answers)
    }

    /// Whether it may take another file.
    pub fn may_go_on(&self) -> bool {
        self.files < FILES
    }
}

/// The way to a child.
pub(super) struct Feed<'c> {
    input: &'c mut BufWriter<ChildStdin>,
}

impl Feed<'_> {
    /// Gives a file.
    pub fn give(self, question: &Question, file: &mut dyn Read) -> io::Result<()> {
        serde_json::to_writer(&mut *self.input, question)?;
        self.input.write_all(b"\n")?;
        let given = io::copy(&mut file.take(question.bytes), self.input)?;
        // One that has become shorter meanwhile is not what was asked about.
        if given < question.bytes {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.input.flush()
    }
}

/// The way back from a child.
pub(super) struct Answers<'c>(&'c Receiver<Vec<u8>>);

impl Answers<'_> {
    /// The next line that it says, unless nobody wants it any more, or it is silent for so long and takes nothing of
    /// its file either, as `taken` counts.
    pub fn next(
        &self,
        longest: Duration,
        taken: &dyn Fn() -> u64,
        cancel: &CancelToken,
    ) -> Result<Vec<u8>, Silence> {
        let (mut until, mut before) = (Instant::now() + longest, taken());
        loop {
            // One that answers faster than it is listened to is never silent.
            if cancel.is_cancelled() {
                return Err(Silence::Cancelled);
            }
            match self.0.recv_timeout(POLL) {
                Ok(line) => return Ok(line),
                Err(RecvTimeoutError::Disconnected) => return Err(Silence::Ended),
                Err(RecvTimeoutError::Timeout) => {
                    let now = taken();
                    if std::mem::replace(&mut before, now) != now {
                        until = Instant::now() + longest;
                    }
                    if Instant::now() > until {
                        return Err(Silence::Late);
                    }
                }
            }
        }
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        // One that has ended already cannot be killed, and is waited for all the same.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Hands on what a child says, line by line, until it ends, nobody listens, or a line is longer than any answer.
fn listen(output: ChildStdout, sender: &SyncSender<Vec<u8>>, longest: u64) {
    let mut output = BufReader::new(output);
    loop {
        let mut line = Vec::new();
        let read = output.by_ref().take(longest.saturating_add(1)).read_until(b'\n', &mut line);
        if read.is_err() || line.last() != Some(&b'\n') && line.len() as u64 <= longest {
            return;
        }
        if sender.send(line).is_err() {
            return;
        }
    }
}
