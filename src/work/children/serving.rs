//! What a child does: it takes files, one after another, and answers with their articles.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::sync_channel;
use std::thread;

use super::words::{Answer, Question};
use crate::import::{self, ReadAs, TextEncoding};
use crate::model::CancelToken;
use crate::work::read::words_of_panic;
use crate::work::tables::tables_of_user;

/// No line that asks for a file is longer.
const LONGEST_QUESTION: u64 = 65_536;

/// Reads the files that come by standard input, with so many megabytes of memory, until there are no more.
///
/// # Errors
/// If nobody takes the answers.
pub fn serve(megabytes: u64, out: &mut dyn Write) -> io::Result<()> {
    let lexicon = tables_of_user();
    let (sender, questions) = sync_channel(0);
    let (ready, begun) = sync_channel(1);
    // Input ends when the program does, whatever a file is doing here at the time.
    thread::spawn(move || {
        let mut input = BufReader::new(io::stdin().lock());
        // Nobody is there to hear it only when the process ends.
        let _ = ready.send(());
        while let Some(question) = next_question(&mut input) {
            if sender.send(question).is_err() {
                break;
            }
        }
        std::process::exit(0)
    });
    // A thread takes tens of megabytes of addresses as it begins: these are the program's, not the file's.
    let _ = begun.recv();
    confine(megabytes);
    for (question, bytes) in questions {
        let mut written = Ok(());
        let mut answer = |answer: Answer| {
            if written.is_ok() {
                written = say(out, &answer);
            }
        };
        let read = catch_unwind(AssertUnwindSafe(|| {
            let Question { name, reference, encoding, .. } = &question;
            let encoding = encoding.as_deref().and_then(TextEncoding::named);
            let how = ReadAs { reference: reference.as_ref(), encoding };
            let cancel = CancelToken::default();
            if question.wants_pages {
                let each = &mut |sha256, blocks| answer(Answer::Page(sha256, blocks));
                return import::pages_in(name, &bytes, how, &lexicon, &cancel, each).map(|()| Vec::new());
            }
            let each = &mut |article| answer(Answer::Article(Box::new(article)));
            import::import_as(name, &bytes, how, &lexicon, &cancel, each)
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
    }
    Ok(())
}

fn say(out: &mut dyn Write, answer: &Answer) -> io::Result<()> {
    let mut line = serde_json::to_vec(answer)?;
    line.push(b'\n');
    out.write_all(&line)
}

/// The next file; none where there is none, or nothing that could be one.
fn next_question(input: &mut impl BufRead) -> Option<(Question, Vec<u8>)> {
    let mut line = Vec::new();
    input.by_ref().take(LONGEST_QUESTION).read_until(b'\n', &mut line).ok()?;
    let question: Question = serde_json::from_slice(&line).ok()?;
    let bytes = question.bytes;
    let mut file = Vec::with_capacity(usize::try_from(bytes.min(import::LIMIT_OF_MANY_BYTES)).ok()?);
    input.by_ref().take(bytes).read_to_end(&mut file).ok()?;
    (file.len() as u64 == bytes).then_some((question, file))
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
