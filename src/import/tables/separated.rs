//! Tables whose cells are parted by commas, semicolons or tabs: `.csv`, `.tsv`. Cells in quotes may hold line breaks
//! and the separator itself. A table may be of any size: a row is read when the one before it was taken, and what parts
//! the cells, and which column holds what, its first rows tell for all.

use std::cell::Cell;
use std::io::Read;

use csv::{Reader, ReaderBuilder, StringRecord};

use super::columns::{Columns, width};
use super::head::TableHead;
use super::roles::ColumnRole;
use super::within::Within;
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::large::Large;
use crate::import::limits::{BEGINNING_BYTES, LONGEST_ENTRY, PART};
use crate::import::{Format, Sureness};

/// A table of articles.
pub(in crate::import) const SEPARATED: Format = Format {
    name: "Table",
    extensions: &["csv", "tsv", "tab"],
    media_type: "text/csv",
    is_risky: false,
    is_decoded: true,
    large: Large::AsItComes(|_| true, "Cut it into smaller files."),
    recognizes,
    read,
};

/// What parts cells.
const SEPARATORS: &[u8] = b",;\t|";

/// So many rows tell what parts the cells, and which column holds what.
const SAMPLE: usize = 40;

/// The names of columns are no longer, all together.
const LONGEST_NAMES: usize = 2000;

/// Where fewer rows than these are in the first lines, more of the file is looked at.
const FEW: usize = 3;

fn recognizes(file: &File<'_>) -> Sureness {
    if file.is_named(SEPARATED.extensions) {
        let Some((_, rows)) = sample(file) else { return Sureness::No };
        // That it has not the columns that somebody says, it tells when it is read.
        return Sureness::likely_if(!matches!(Columns::of(&rows, file.columns), Ok(None)));
    }
    // Prose has commas too: elsewhere the names of columns have to say it.
    let names = file.bytes.get(..LONGEST_NAMES).unwrap_or(file.bytes);
    let names = names.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let names = String::from_utf8_lossy(names);
    let parts: Vec<&str> = names.split(|c: char| c.is_ascii() && SEPARATORS.contains(&(c as u8))).collect();
    let named = parts.len() > 1 && parts.iter().any(|name| ColumnRole::Text.rank(name).is_some());
    let is_loose = named && file.is_named(&["txt", "text", "dat", "log"]);
    let is_table = || {
        let columns = sample(file).and_then(|(_, rows)| Columns::guess(&rows));
        columns.is_some_and(|columns| columns.has_names && columns.are_several())
    };
    Sureness::likely_if(is_loose && is_table())
}

/// What parts the cells of a table, and its first rows.
fn sample(file: &File<'_>) -> Option<(u8, Vec<Vec<String>>)> {
    let of = |start: &str| {
        let separator = separator_of(start)?;
        Some((separator, rows(start, separator).take(SAMPLE).collect::<Vec<_>>()))
    };
    let start = file.first_lines();
    let first = of(&start);
    // The names of thousands of columns, or one long text, may be all that is in the first lines.
    match first {
        Some((_, ref rows)) if rows.len() >= FEW => first,
        first if start.len() + 1 >= file.bytes.len() => first,
        first => of(&file.beginning_lines()).or(first),
    }
}

/// How the table begins.
pub(super) fn head(file: &File<'_>, _: &mut Findings<'_, '_>) -> Result<Option<TableHead>, ImportError> {
    let Some((separator, first)) = sample(file) else { return Ok(None) };
    let is_whole = file.is_held() && (file.bytes.len() as u64) < BEGINNING_BYTES;
    let filled = if is_whole { Some(filled(&file.decoded()?, separator, width(&first))) } else { None };
    Ok(Some(TableHead::of(&first, false, filled.as_deref())))
}

/// In how many rows below the first something stands in each column.
fn filled(text: &str, separator: u8, width: usize) -> Vec<usize> {
    let mut filled = vec![0; width];
    for row in reader(text.as_bytes(), separator).into_records().filter_map(Result::ok).skip(1) {
        for (count, cell) in filled.iter_mut().zip(&row) {
            *count += usize::from(!cell.trim().is_empty());
        }
    }
    filled
}

/// The separator with which most rows have the same number of cells, more than one.
fn separator_of(start: &str) -> Option<u8> {
    let alike = |separator: u8| {
        let mut widths: Vec<usize> = rows(start, separator).take(SAMPLE).map(|row| row.len()).collect();
        widths.sort_unstable();
        let usual = widths
            .chunk_by(usize::eq)
            .filter(|alike| alike.first() != Some(&1))
            .max_by_key(|alike| alike.len());
        let share = usual.map_or(0, |alike| alike.len() * 100 / widths.len().max(1));
        (share, usual.and_then(|alike| alike.first().copied()).unwrap_or(0))
    };
    let best = SEPARATORS.iter().rev().map(|separator| (alike(*separator), *separator)).max()?;
    (best.0.0 >= 50).then_some(best.1)
}

/// The cells of rows, however many they are.
fn reader<R: Read>(text: R, separator: u8) -> Reader<R> {
    ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .buffer_capacity(PART)
        .from_reader(text)
}

fn rows(text: &str, separator: u8) -> impl Iterator<Item = Vec<String>> {
    reader(text.as_bytes(), separator).into_records().filter_map(Result::ok).map(|row| cells(&row))
}

fn cells(row: &StringRecord) -> Vec<String> {
    row.iter().map(str::to_owned).collect()
}

fn read(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let (separator, first) = sample(file).ok_or(ImportError::NoArticle)?;
    let columns = Columns::of(&first, file.columns)?.ok_or(ImportError::NoArticle)?;
    let left = Cell::new(0);
    let mut reader = reader(Within { text: file.decoded_stream()?, left: &left }, separator);
    let (mut row, mut number) = (StringRecord::new(), 0);
    loop {
        left.set(LONGEST_ENTRY);
        number += 1;
        match reader.read_record(&mut row) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) if left.get() == 0 => return Err(ImportError::EndlessRow { row: number }),
            Err(error) => return Err(broken(&error)),
        }
        if number == 1 && columns.has_names {
            continue;
        }
        let row = cells(&row);
        let bytes = row.iter().map(String::len).sum();
        let budget = findings.worth(bytes);
        budget.spend(bytes as u64)?;
        match columns.draft(&row, &budget)? {
            Some(draft) => findings.article(draft)?,
            None if row.iter().all(|cell| cell.trim().is_empty()) => {}
            None => findings.without_text(),
        }
    }
    Ok(())
}

fn broken(error: &csv::Error) -> ImportError {
    match error.kind() {
        csv::ErrorKind::Io(error) => ImportError::BrokenOff(error.kind()),
        _ => ImportError::Damaged { what: "a table" },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_one_that_parts_all_rows_alike() {
        let quoted = "title;date;text\n\"One, two\";2031-04-22;\"They met, and\nparted; so \"\"they\"\" said\"\nThree;2031-04-23;x, y, z\n";
        assert_eq!(separator_of(quoted), Some(b';'));
        assert_eq!(separator_of("a\tb\n1,5\t2,5\n"), Some(b'\t'));
        assert_eq!(separator_of("The ministers met.\nThey parted.\n"), None);
    }
}
