//! What memory a library takes that is open: of a process of its own, beside one with an empty library,
//! after each thing that a person does with it.

use std::path::Path;
use std::process::Command as Process;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use chancery::app::{App, Command, Settings};
use chancery::lexicon::Lexicon;

use crate::figure::{Figure, Subject};

/// Makes the benchmark such a process; what follows is the library.
pub const ARGUMENT: &str = "--memory";

/// How long nothing is done before memory is measured: what is freed is given back within ten seconds.
const REST: Duration = Duration::from_secs(11);

pub fn measure(subject: &Subject<'_>) -> anyhow::Result<Vec<Figure>> {
    let folder = tempfile::tempdir()?;
    let empty = of_process(&folder.path().join("empty.chancery"))?;
    let full = of_process(subject.library)?;
    let figure = |((after, full), (_, empty)): (&(String, i64), &(String, i64))| {
        let megabytes = (full - empty) as f64 / 1024.0;
        Figure::new(format!("memory beside an empty library's, {after}, MB"), format!("{megabytes:.1}"))
    };
    Ok(full.iter().zip(&empty).map(figure).collect())
}

/// KiB of a process that has this library open, after each thing it did.
fn of_process(library: &Path) -> anyhow::Result<Vec<(String, i64)>> {
    let output = Process::new(std::env::current_exe()?).arg(ARGUMENT).arg(library).output()?;
    let said = String::from_utf8(output.stdout)?;
    let line = |line: &str| -> anyhow::Result<(String, i64)> {
        let (after, kib) = line.split_once('\t').with_context(|| format!("the process said {line:?}"))?;
        Ok((after.to_owned(), kib.parse()?))
    };
    said.lines().map(line).collect()
}

/// Opens a library, works with it as a person does who looks for something, and prints the KiB that are held.
pub fn run(library: &Path) -> anyhow::Result<()> {
    let mut app = App::with_library(library, Lexicon::built_in, Settings::default(), Arc::new(|| {}));
    app.warm_up();
    while !app.is_ready() {
        app.receive();
        std::thread::yield_now();
    }
    print_held("opened")?;
    app.settle();
    print_held("meetings sorted")?;
    for words in ["minister", "harbor", ""] {
        app.run(Command::Search(words.into()));
        app.settle();
    }
    print_held("searched")?;
    std::hint::black_box(app.facets());
    for _ in 0..40 {
        app.run(Command::SelectNext);
        app.settle();
    }
    print_held("gone through")
}

#[expect(clippy::print_stdout, reason = "the parent process reads it")]
fn print_held(after: &str) -> anyhow::Result<()> {
    std::thread::sleep(REST);
    let status = std::fs::read_to_string("/proc/self/status")?;
    let anonymous = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).context("no RssAnon")?;
    println!("{after}\t{}", anonymous.trim().trim_end_matches("kB").trim());
    Ok(())
}
