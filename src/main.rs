//! The program: the command line first, then the window if that is what was asked for.

use std::io::{BufReader, BufWriter, IsTerminal, stderr, stdin, stdout};
use std::process::ExitCode;

use chancery::cli::{self, Outcome, Streams};
use chancery::ui;
use chancery::work::{log_panics, read_files_apart};

/// Gives back to the system what is no longer used, whatever thread has used it.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Articles that are piped in are read in pieces of so many bytes.
const INPUT_BUFFER: usize = 1 << 16;

fn main() -> ExitCode {
    log_panics();
    read_files_apart();
    let (mut out, mut err) = (BufWriter::new(stdout()), stderr());
    let watched = err.is_terminal();
    let input = Box::new(BufReader::with_capacity(INPUT_BUFFER, stdin()));
    let mut streams = Streams { input, out: &mut out, err: &mut err, watched };
    let outcome = match cli::run(std::env::args_os(), &mut streams) {
        Outcome::Window(files, library) => match ui::open_window(files, library) {
            Ok(()) => Outcome::Exit(0),
            Err(error) => cli::explain_no_window(&error, &mut streams),
        },
        done => done,
    };
    match outcome {
        Outcome::Exit(code) => ExitCode::from(code),
        Outcome::Window(..) => ExitCode::SUCCESS,
    }
}
