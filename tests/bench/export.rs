//! What exports cost: `cargo bench --bench export [RECORDS]`, by default 100,000.
//!
//! Every format is written to a file of a folder for the time being, from records that are made in memory, so that
//! the formats are measured and not the library. Where `python3` has pandas and pyarrow, pandas writes the same CSV
//! and Parquet tables in the same run, to be set beside.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use chancery::export::{Contents, ExportFormat, FORMATS};
use chancery::extract;
use chancery::lexicon::Lexicon;
use chancery::model::{Article, Record};

/// How many records are made by reading; the others are these again under other ids.
const READ: usize = 200;

/// Pandas reads the tables of a folder as they were written, and writes them again.
const PANDAS: &str = "\
import pathlib, sys, time
import pandas as pd
folder = pathlib.Path(sys.argv[1])
tables = {path.stem: pd.read_parquet(path) for path in sorted((folder / 'parquet').glob('*.parquet'))}
for kind in ['csv', 'parquet']:
    out = folder / ('pandas-' + kind)
    out.mkdir()
    start = time.perf_counter()
    for name, table in tables.items():
        if kind == 'csv':
            table.to_csv(out / (name + '.csv'), index=False)
        else:
            table.to_parquet(out / (name + '.parquet'), compression=None)
    seconds = time.perf_counter() - start
    size = sum(path.stat().st_size for path in out.iterdir()) / 1e6
    print(f'{\"pandas, \" + kind:20} {size:10.1f} MB {seconds:8.2f} s {size / seconds:8.1f} MB/s')
";

fn main() -> anyhow::Result<()> {
    let count = std::env::args().find_map(|count| count.parse().ok()).unwrap_or(100_000);
    let known = read_records();
    let folder = tempfile::tempdir()?;
    let mut out = io::stdout().lock();
    writeln!(out, "{count} records")?;
    for format in FORMATS {
        let path = folder.path().join(format.name);
        let start = Instant::now();
        write(format, &known, count, &path)?;
        let seconds = start.elapsed().as_secs_f64();
        let size = size_of(&path)? as f64 / 1e6;
        writeln!(out, "{:20} {size:10.1} MB {seconds:8.2} s {:8.1} MB/s", format.label, size / seconds)?;
    }
    out.flush()?;
    let pandas = Command::new("python3").args(["-c", PANDAS]).arg(folder.path()).status();
    if !pandas.is_ok_and(|status| status.success()) {
        writeln!(out, "pandas and pyarrow are not installed for python3: nothing to set beside")?;
    }
    Ok(())
}

fn write(format: &ExportFormat, known: &[Record], count: usize, path: &Path) -> io::Result<()> {
    let records =
        known.iter().cycle().take(count).enumerate().map(|(at, record)| Cow::Owned(another(record, at)));
    if !format.is_bundle() {
        let mut out = BufWriter::new(File::create(path)?);
        format.write(records, Contents::default(), &mut || Ok(Box::new(tempfile::tempfile()?)), &mut out)?;
        return out.flush();
    }
    fs::create_dir(path)?;
    format.write_bundle(records, Contents::default(), &mut |name| {
        Ok(Box::new(BufWriter::new(File::create(path.join(name))?)))
    })
}

/// The record of an article of its own.
fn another(record: &Record, at: usize) -> Record {
    let sha256 = chancery::model::Sha256Hex::of(&at.to_le_bytes());
    let article = Article { sha256, ..Article::clone(&record.article) };
    let id = article.record_id(record.number);
    Record { id, article: article.into(), ..record.clone() }
}

fn read_records() -> Vec<Record> {
    let lexicon = Lexicon::built_in();
    let text = |at: usize| {
        let day = at % 28 + 1;
        format!(
            "Ministers agree to reopen line {at}\n\nVALLETTA, {day} March 2021\n\nForeign Minister Maria Zerafa of Malta met \
             Foreign Minister Ali Ben Salah of Tunisia in Valletta on Friday. Malta will reopen the harbour line by \
             June. Tunisia agreed to send {at} experts to Malta by 2023.\n\n{}",
            "The ministers spoke about trade, the harbour and the line between both shores. ".repeat(20)
        )
    };
    let articles = (0..READ).map(|at| Article::plain("talks.txt", text(at).as_str()));
    articles
        .flat_map(|article| extract::read(&article.into(), &lexicon))
        .map(|reading| reading.record)
        .collect()
}

/// How many bytes a file has, or all files of a folder.
fn size_of(path: &Path) -> io::Result<u64> {
    if path.is_file() {
        return Ok(path.metadata()?.len());
    }
    fs::read_dir(path)?.map(|entry| entry?.metadata().map(|about| about.len())).sum()
}
