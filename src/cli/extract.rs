//! `chancery extract`: articles in, proposed records out.

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::Path;

use super::account::Account;
use super::arguments::Extract;
use super::export::{needs_place, write_bundle};
use super::outcome::{NOT_ALL_WELL, Outcome};
use super::streams::{JsonOut, Streams, plain_lines};
use crate::export::{Contents, ExportFormat};
use crate::extract::{Reading, Readings};
use crate::model::{ContactNumber, Record};
use crate::store::write_file;
use crate::work::{extract_files, set_aside};

pub(super) fn run(asked: &Extract, streams: &mut Streams<'_>) -> anyhow::Result<Outcome> {
    let mut account = Account::new(streams.err);
    let files = account.files(&asked.paths);
    if let Some(output) =
        asked.output.as_deref().filter(|output| files.iter().any(|file| is_same(file, output)))
    {
        anyhow::bail!("{} is one of the articles. Write to another file.", output.display());
    }
    if streams.watched {
        account.show_progress(files.len());
    }
    let mut readings = extract_files(files, &asked.said.said()?)
        .filter_map(|extracted| account.take_readings(extracted))
        .peekable();
    // Where nothing was extracted nothing is written, so that an old file of records stays.
    if readings.peek().is_none() {
        return Ok(NOT_ALL_WELL);
    }
    if format(asked).is_bundle() && !asked.explain {
        let output = asked.output.as_deref().ok_or_else(|| needs_place(format(asked)))?;
        let records = readings.flatten().map(|reading| Cow::Owned(reading.record));
        write_bundle(output, |begin| format(asked).write_bundle(records, Contents::ALL, begin))?;
        account.tell_languages();
        return Ok(account.outcome());
    }
    let content = |out: &mut (dyn Write + Send)| match asked.explain {
        true => explain(readings, out),
        false => write(readings.flatten().map(|reading| reading.record), asked, out),
    };
    match &asked.output {
        Some(path) => write_file(path, content)?,
        None if asked.explain => content(&mut *streams.out)?,
        None if format(asked).is_json() => content(&mut JsonOut::new(&mut *streams.out))?,
        None => content(&mut *streams.out)?,
    }
    streams.out.flush()?;
    account.tell_languages();
    Ok(account.outcome())
}

/// The format asked for by name, or by the ending of the output file.
fn format(asked: &Extract) -> &'static ExportFormat {
    let by_ending = || asked.output.as_deref().and_then(ExportFormat::of_path);
    asked.format.or_else(by_ending).unwrap_or(ExportFormat::DEFAULT)
}

/// Writes records: a file that reports one contact gives a record, any other a list of them, and so does a
/// folder, however many articles it holds.
fn write(
    mut records: impl Iterator<Item = Record>,
    asked: &Extract,
    out: &mut (dyn Write + Send),
) -> io::Result<()> {
    let format = format(asked);
    let is_file = matches!(asked.paths.as_slice(), [path] if !path.is_dir());
    match (records.next(), is_file.then(|| records.next()).flatten()) {
        (Some(only), None) if is_file => format.write_one(&only, out),
        (first, second) => {
            let records = first.into_iter().chain(second).chain(records);
            let beside = asked.output.as_deref();
            format.write(records.map(Cow::Owned), Contents::ALL, &mut || set_aside(beside), out)
        }
    }
}

/// Writes explained articles, each under the name of its file, contact by contact.
fn explain(readings: impl Iterator<Item = Readings>, out: &mut (dyn Write + Send)) -> io::Result<()> {
    for (place, reading) in readings.flatten().enumerate() {
        let Reading { record, .. } = &reading;
        let gap = if place > 0 { "\n\n" } else { "" };
        let part = record.article.part.map(|part| format!(", article {part}")).unwrap_or_default();
        let contact = match record.number {
            ContactNumber::MAIN => String::new(),
            number => format!(", contact {}", number.get()),
        };
        let explained =
            format!("{gap}file       {}{part}{contact}\n{}", record.article.file_name, reading.explained());
        out.write_all(plain_lines(&explained).as_bytes())?;
    }
    Ok(())
}

/// Whether two paths lead to the same file.
fn is_same(a: &Path, b: &Path) -> bool {
    a == b || matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}
