//! Extraction of articles that come in a stream, one in JSON a line: any number of them in the same memory.

use std::io::{self, BufRead, Read};
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use super::in_order::{Pace, Under, Weighs, in_order};
use super::read::words_of_panic;
use super::tables::tables_of_user;
use crate::extract::{self, Readings};
use crate::import::{LONGEST_ENTRY, LineError, import_line};
use crate::model::CancelToken;

/// So many lines for each thread are read before the records of the first of them were taken.
const AHEAD: usize = 8;

/// No line has more bytes.
const LONGEST_LINE: u64 = LONGEST_ENTRY;

/// A line of the stream.
#[derive(Debug)]
pub struct Line {
    /// Which one, from 1.
    pub number: u64,
    /// What stands in it.
    pub text: Result<String, LineFault>,
}

/// Why there are no records of a line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineFault {
    /// Larger than the largest article.
    #[error("it has more than {} MB", LONGEST_LINE / 1_000_000)]
    TooLong,
    /// Bytes that are no text.
    #[error("it is not in UTF-8. Write the stream as UTF-8")]
    NotUtf8,
    /// It could not be read, and nothing after it.
    #[error("the stream broke off here ({0})")]
    BrokenOff(io::ErrorKind),
    /// No article stands in it.
    #[error(transparent)]
    NoArticle(#[from] LineError),
    /// It took too long.
    #[error("reading it took too long and was given up")]
    GivenUp,
    /// The program failed over it.
    #[error("Chancery failed over it ({0}). This is a fault of the program: please report it with the line")]
    Crashed(String),
}

/// What became of one line.
#[derive(Debug)]
pub struct Streamed {
    /// Which one, from 1.
    pub number: u64,
    /// The proposed records of its article.
    pub readings: Result<Readings, LineFault>,
}

impl Weighs for Line {}

impl Weighs for Streamed {}

/// The lines of a stream that hold anything.
pub fn lines_of(input: impl BufRead) -> impl Iterator<Item = Line> {
    let mut input = Some(input);
    let numbered = (1..).map_while(move |number| {
        let line = next_line(input.as_mut()?);
        if let Some(Err(LineFault::BrokenOff(_))) = line {
            input = None;
        }
        line.map(|text| Line { number, text })
    });
    numbered.filter(|line| !line.text.as_ref().is_ok_and(|text| text.trim().is_empty()))
}

/// What stands in the next line, if there is one. Of one that is too long nothing is kept.
fn next_line(input: &mut impl BufRead) -> Option<Result<String, LineFault>> {
    let mut bytes = Vec::new();
    let broken = |error: io::Error| Some(Err(LineFault::BrokenOff(error.kind())));
    match input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes) {
        Ok(0) => return None,
        Err(error) => return broken(error),
        Ok(_) => {}
    }
    if bytes.last() != Some(&b'\n') && bytes.len() as u64 == LONGEST_LINE {
        drop(bytes);
        return Some(Err(input
            .skip_until(b'\n')
            .map_or_else(|error| LineFault::BrokenOff(error.kind()), |_| LineFault::TooLong)));
    }
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    Some(str::from_utf8(text).map(str::to_owned).map_err(|_| LineFault::NotUtf8))
}

/// What the engine makes of the articles in these lines, in their order, worked out on so many threads, or on every
/// core. A line that takes too long is given up, and costs the others nothing.
pub fn extract_lines(
    lines: impl Iterator<Item = Line> + Send + 'static,
    threads: Option<NonZeroUsize>,
) -> impl Iterator<Item = Streamed> {
    let lexicon = tables_of_user();
    let of_files = Pace::of_files();
    let threads = threads.map_or(of_files.threads, NonZeroUsize::get);
    let pace = Pace { threads, ahead: threads.saturating_mul(AHEAD), ..of_files };
    let read = move |line: &Line, under: &Under<'_, Streamed>| {
        let read = |text: &str| -> Result<Readings, LineFault> {
            let name = format!("line {}", line.number);
            let article = Arc::new(import_line(text, &name, &lexicon, under.cancel)?);
            Ok(extract::read(&article, &lexicon))
        };
        let text = line.text.as_deref().map_err(LineFault::clone);
        let readings = text.and_then(|text| unless_it_crashes(|| read(text)));
        under.give(Streamed { number: line.number, readings });
    };
    let given_up = |line: &Line| Streamed { number: line.number, readings: Err(LineFault::GivenUp) };
    in_order(lines, CancelToken::default(), pace, read, given_up)
}

/// Keeps a fault of the program over one line from taking the others with it.
fn unless_it_crashes<T>(work: impl FnOnce() -> Result<T, LineFault>) -> Result<T, LineFault> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|panic| Err(LineFault::Crashed(words_of_panic(&*panic))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn two() -> Option<NonZeroUsize> {
        NonZeroUsize::new(2)
    }

    fn line(number: u64) -> Line {
        let json =
            serde_json::json!({ "id": number, "text": format!("Envoys met in Sfax. Number {number}.") });
        Line { number, text: Ok(json.to_string()) }
    }

    #[test]
    fn however_long_the_stream_few_articles_are_in_flight() {
        static TAKEN: AtomicUsize = AtomicUsize::new(0);
        let endless = (1..).map(|number| {
            TAKEN.fetch_add(1, Ordering::Relaxed);
            line(number)
        });
        for (streamed, given) in extract_lines(endless, two()).zip(1..=600) {
            assert_eq!(streamed.number, given as u64);
            let name = streamed.readings.unwrap().main().record.article.file_name.to_string();
            assert_eq!(name, given.to_string());
            assert!(TAKEN.load(Ordering::Relaxed) <= given + 2 * AHEAD);
        }
    }

    #[test]
    fn a_line_without_end_is_not_kept() {
        let long = io::repeat(b'x').take(LONGEST_LINE + 5).chain(&b"\n{}\n"[..]);
        let lines: Vec<Line> = lines_of(io::BufReader::new(long)).collect();
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0].text, Err(LineFault::TooLong));
        assert_eq!((lines[1].number, lines[1].text.as_deref()), (2, Ok("{}\n")));
    }

    #[test]
    fn a_stream_that_breaks_off_says_so_and_ends() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::ConnectionReset.into())
            }
        }
        let lines: Vec<Line> = lines_of(io::BufReader::new((&b"{}\n"[..]).chain(Broken))).collect();
        let broken = Err(LineFault::BrokenOff(io::ErrorKind::ConnectionReset));
        assert_eq!(lines.iter().map(|line| &line.text).collect::<Vec<_>>(), [&Ok("{}\n".into()), &broken]);
    }

    proptest! {
        #[test]
        fn every_line_that_holds_anything_is_answered_in_order(
            lines in prop::collection::vec(prop_oneof![
                Just(String::new()), Just("{\"text\": \"Envoys met in Sfax.\"}".to_owned()), "[ -~é]{0,30}",
            ], 0..12),
            threads in 1_usize..4,
        ) {
            let stream = io::Cursor::new(lines.join("\n").into_bytes());
            let filled = lines.iter().zip(1..).filter(|(line, _)| !line.trim().is_empty());
            let expected: Vec<(u64, bool)> = filled.map(|(line, number)| (number, line.contains("Sfax"))).collect();
            let streamed = extract_lines(lines_of(stream), NonZeroUsize::new(threads));
            let seen: Vec<(u64, bool)> = streamed.map(|line| (line.number, line.readings.is_ok())).collect();
            prop_assert_eq!(seen, expected);
        }
    }
}
