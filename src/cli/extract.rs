//! `chancery extract`: articles in, proposed records out.

use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressStyle};

use super::arguments::Extract;
use super::{NOT_ALL_WELL, Outcome, Streams, WELL};
use crate::app::{ExportFormat, Extracted, Reading, articles_in, extract_files, write_file};
use crate::model::Record;

pub(super) fn run(asked: &Extract, streams: &mut Streams<'_>) -> anyhow::Result<Outcome> {
    let mut account = Account { err: streams.err, bar: ProgressBar::hidden(), failures: 0 };
    let files = account.files(&asked.paths);
    if let Some(output) =
        asked.output.as_deref().filter(|output| files.iter().any(|file| is_same(file, output)))
    {
        anyhow::bail!("{} is one of the articles. Write to another file.", output.display());
    }
    if streams.watched && files.len() > 1 {
        account.bar = progress_bar(files.len());
    }
    let mut readings = extract_files(files).filter_map(|extracted| account.take(extracted)).peekable();
    // Where nothing was extracted nothing is written, so that an old file of records stays.
    if readings.peek().is_none() {
        return Ok(NOT_ALL_WELL);
    }
    let content = |out: &mut dyn Write| match asked.explain {
        true => explain(readings, out),
        false => write(readings.map(|reading| reading.record), asked, out),
    };
    match &asked.output {
        Some(path) => write_file(path, content)?,
        None => content(&mut *streams.out)?,
    }
    streams.out.flush()?;
    Ok(if account.failures == 0 { WELL } else { NOT_ALL_WELL })
}

/// The format asked for by name, or by the ending of the output file.
fn format(asked: &Extract) -> &'static ExportFormat {
    let by_ending = || asked.output.as_deref().and_then(ExportFormat::of_path);
    asked.format.or_else(by_ending).unwrap_or(ExportFormat::DEFAULT)
}

/// Writes records: a file gives a record, a folder a list of them, however many articles it holds.
fn write(mut records: impl Iterator<Item = Record>, asked: &Extract, out: &mut dyn Write) -> io::Result<()> {
    let format = format(asked);
    let single = matches!(asked.paths.as_slice(), [path] if !path.is_dir());
    match records.next() {
        Some(record) if single => format.write_one(&record, out),
        first => format.write(first.into_iter().chain(records).map(Cow::Owned), out),
    }
}

/// Writes explained articles, each under the name of its file.
fn explain(readings: impl Iterator<Item = Reading>, out: &mut dyn Write) -> io::Result<()> {
    for (number, reading) in readings.enumerate() {
        let gap = if number > 0 { "\n\n" } else { "" };
        write!(out, "{gap}file       {}\n{}", reading.record.article.file_name, reading.explained())?;
    }
    Ok(())
}

/// Whether two paths lead to the same file.
fn is_same(a: &Path, b: &Path) -> bool {
    a == b || matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// Counts the files that fail and tells why, past the progress bar.
struct Account<'s> {
    err: &'s mut (dyn Write + Send),
    bar: ProgressBar,
    failures: usize,
}

impl Account<'_> {
    /// The articles to extract.
    fn files(&mut self, paths: &[PathBuf]) -> Vec<PathBuf> {
        articles_in(paths).into_iter().filter_map(|found| self.succeeded(found)).collect()
    }

    fn take(&mut self, extracted: Extracted) -> Option<Reading> {
        self.bar.inc(1);
        self.succeeded(extracted.reading)
    }

    fn succeeded<T>(&mut self, result: Result<T, impl Display>) -> Option<T> {
        let Err(error) = &result else { return result.ok() };
        self.failures += 1;
        // When nobody listens there is nobody to tell that either.
        let _ = self.bar.suspend(|| writeln!(self.err, "chancery: {error}"));
        None
    }
}

impl Drop for Account<'_> {
    /// However the work ends, no half bar stays on the terminal.
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn progress_bar(files: usize) -> ProgressBar {
    let bar = ProgressBar::new(files as u64);
    match ProgressStyle::with_template("{bar:40} {pos} of {len} articles, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
