//! What memory a library takes that is open: of a process of its own, beside one with an empty library.

use std::path::Path;
use std::process::Command as Process;
use std::sync::Arc;

use anyhow::Context;
use chancery::app::{App, Command, Settings};
use chancery::lexicon::Lexicon;

use crate::figure::{Figure, Subject};

/// Makes the benchmark such a process; what follows is the library.
pub const ARGUMENT: &str = "--memory";

pub fn measure(subject: &Subject<'_>) -> anyhow::Result<Vec<Figure>> {
    let folder = tempfile::tempdir()?;
    let empty = of_process(&folder.path().join("empty.chancery"))?;
    let full = of_process(subject.library)?;
    let megabytes = (full - empty) as f64 / 1024.0;
    Ok(vec![Figure::new("memory beside an empty library's, MB", format!("{megabytes:.1}"))])
}

/// KiB of a process that has this library open.
fn of_process(library: &Path) -> anyhow::Result<i64> {
    let output = Process::new(std::env::current_exe()?).arg(ARGUMENT).arg(library).output()?;
    let said = String::from_utf8(output.stdout)?;
    said.trim().parse().with_context(|| format!("the process said {said:?}"))
}

/// Opens a library, works with it as a person does who looks for something, and prints the KiB that are held.
pub fn run(library: &Path) -> anyhow::Result<()> {
    let mut app = App::with_library(library, Lexicon::built_in, Settings::default(), Arc::new(|| {}));
    app.warm_up();
    app.settle();
    for words in ["minister", "harbor", ""] {
        app.run(Command::Search(words.into()));
        app.settle();
    }
    std::hint::black_box(app.facets());
    for _ in 0..40 {
        app.run(Command::SelectNext);
    }
    app.settle();
    let status = std::fs::read_to_string("/proc/self/status")?;
    let anonymous = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).context("no RssAnon")?;
    println_kib(anonymous)
}

#[expect(clippy::print_stdout, reason = "the parent process reads it")]
fn println_kib(line: &str) -> anyhow::Result<()> {
    println!("{}", line.trim().trim_end_matches("kB").trim());
    Ok(())
}
