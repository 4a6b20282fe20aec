//! One process that reads files, as the program sees it.

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::process::{Child as Process, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use super::words::Question;
use crate::import::ReadAs;
use crate::model::CancelToken;

/// So often it is asked whether anybody still waits.
const POLL: Duration = Duration::from_millis(50);

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
        Ok(Self { process, input: BufWriter::new(input), answers, files: 0 })
    }

    /// Gives it a file.
    pub fn ask(&mut self, name: &str, bytes: &[u8], how: ReadAs<'_>, wants_pages: bool) -> io::Result<()> {
        self.files += 1;
        let (name, reference) = (name.to_owned(), how.reference.cloned());
        let encoding = how.encoding.map(|encoding| encoding.name().to_owned());
        let question = Question { name, bytes: bytes.len() as u64, reference, encoding, wants_pages };
        serde_json::to_writer(&mut self.input, &question)?;
        self.input.write_all(b"\n")?;
        self.input.write_all(bytes)?;
        self.input.flush()
    }

    /// The next line that it says, until then.
    pub fn next(&self, until: Instant, cancel: &CancelToken) -> Result<Vec<u8>, Silence> {
        loop {
            match self.answers.recv_timeout(POLL) {
                Ok(line) => return Ok(line),
                Err(RecvTimeoutError::Disconnected) => return Err(Silence::Ended),
                Err(RecvTimeoutError::Timeout) if cancel.is_cancelled() => return Err(Silence::Cancelled),
                Err(RecvTimeoutError::Timeout) if Instant::now() > until => return Err(Silence::Late),
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    /// Whether it may take another file.
    pub fn may_go_on(&self) -> bool {
        self.files < FILES
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
