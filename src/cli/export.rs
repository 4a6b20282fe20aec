//! `chancery export`: records of a library, into a file or several, or onto standard output.

use std::io;
use std::io::Write;
use std::path::Path;

use indicatif::ProgressBar;

use super::account::progress_bar;
use super::arguments::Export as Asked;
use super::library::open;
use super::outcome::{Outcome, WELL};
use super::streams::{JsonOut, Streams, plain, say};
use crate::export::{Contents, ExportFormat, NewFile, Preview};
use crate::model::{CancelToken, counted, number};
use crate::store::{StoreError, write_folder, write_zip};
use crate::work::{Export, ExportRun};

/// How wide a cell of the preview is at most.
const WIDE: usize = 24;

pub(super) fn run(asked: &Asked, streams: &mut Streams<'_>) -> anyhow::Result<Outcome> {
    let library = open(&asked.library)?;
    let by_ending = || asked.output.as_deref().and_then(ExportFormat::of_path);
    let format = asked.format.or_else(by_ending).unwrap_or(ExportFormat::DEFAULT);
    let contents = Contents { texts: !asked.no_texts, rejected: asked.rejected, edits: !asked.no_edits };
    let conditions = asked.conditions.as_deref().unwrap_or_default();
    let export = Export::of(&library, asked.all, conditions, format, contents)?;
    if asked.preview {
        let preview = export.preview(&library, &CancelToken::default())?;
        show(&preview, format, streams.out)?;
        streams.out.flush()?;
        return Ok(WELL);
    }
    let run = ExportRun::of(&export);
    match &asked.output {
        Some(path) => {
            let written = watched(&run, streams.watched, || export.write_to(&library, path, &run));
            written?;
            if streams.watched {
                let records = counted(export.ids.len(), "record");
                say(streams.err, format_args!("{}: {records} ({})", path.display(), format.label))?;
            }
        }
        None if format.is_bundle() => return Err(needs_place(format)),
        None if format.is_json() => {
            export.write(&library, None, &mut JsonOut::new(&mut *streams.out), &run)?
        }
        None => export.write(&library, None, &mut *streams.out, &run)?,
    }
    streams.out.flush()?;
    Ok(WELL)
}

/// Several files cannot go to standard output.
pub(super) fn needs_place(format: &ExportFormat) -> anyhow::Error {
    anyhow::anyhow!("{} is several files: name a folder for them, or a .zip file, with -o", format.label)
}

/// Writes several files into a folder or, as the path says, packed into one.
pub(super) fn write_bundle(
    path: &Path,
    content: impl FnOnce(&mut NewFile<'_>) -> io::Result<()>,
) -> Result<(), StoreError> {
    if ExportFormat::is_packed(path) { write_zip(path, content) } else { write_folder(path, content) }
}

/// Shows how far an export has come while it is written, to somebody who watches.
fn watched<T>(run: &ExportRun, is_watched: bool, write: impl FnOnce() -> T) -> T {
    let bar = if is_watched { progress_bar(run.of, "records") } else { ProgressBar::hidden() };
    let written = run.while_told(|done| bar.set_position(done as u64), write);
    bar.finish_and_clear();
    written
}

/// How many rows each table would have, and the first of them.
fn show(preview: &Preview, format: &ExportFormat, out: &mut (dyn Write + Send)) -> anyhow::Result<()> {
    writeln!(out, "{} as {}", counted(preview.records, "record"), format.label)?;
    for table in &preview.tables {
        writeln!(out, "\n{}: {}", table.table.name, counted(table.count, "row"))?;
        let lines = std::iter::once(table.columns.iter().map(|name| cell(name)).collect::<Vec<_>>());
        let rows = table.first.iter().map(|row| row.iter().map(|text| cell(text)).collect());
        for line in lines.chain(rows) {
            writeln!(out, "  {}", line.join(" | "))?;
        }
        if table.count > table.first.len() {
            writeln!(out, "  … and {} more", number(table.count - table.first.len()))?;
        }
    }
    if let Some(objection) = format.objection(preview) {
        writeln!(out, "\n{objection}")?;
    }
    Ok(())
}

/// As much of a cell as the preview has room for.
fn cell(text: &str) -> String {
    let short: String = text.chars().take(WIDE).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    format!("{}{more}", plain(&short))
}
