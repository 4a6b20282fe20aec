//! Workbooks: `.xlsx`, `.xls`, `.ods`. Every sheet with a column of texts is a table of articles.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Sheets, open_workbook_auto_from_rs};

use super::columns::{Columns, width};
use super::head::TableHead;
use crate::import::documents::{Package, ZIP_START};
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::large::Large;
use crate::import::sniff::{OLE, holds, holds_stream};
use crate::import::{Format, Sureness};

/// A workbook of articles.
pub(in crate::import) const WORKBOOK: Format = Format {
    name: "Workbook",
    extensions: &["xlsx", "xlsm", "xls", "ods"],
    media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    is_risky: true,
    is_decoded: false,
    large: Large::Refused("Save it as a table (.csv): of such, files of any size are read."),
    recognizes,
    read,
};

const DAMAGED: ImportError = ImportError::Damaged { what: "a workbook" };

/// So many rows tell which column holds what.
const SAMPLE: usize = 40;

/// Sheets are read whole: larger workbooks are not.
const MOST_UNPACKED: usize = 120_000_000;

fn recognizes(file: &File<'_>) -> Sureness {
    let start = file.bytes.get(..200).unwrap_or(file.bytes);
    let is_zip = file.begins(ZIP_START);
    let is_open = is_zip && holds(start, b"application/vnd.oasis.opendocument.spreadsheet");
    let is_new = is_zip && holds(file.bytes, b"xl/workbook");
    let is_old = file.begins(OLE)
        && holds_stream(file.bytes, "Workbook")
        && !holds_stream(file.bytes, "EncryptedPackage");
    Sureness::sure_if(is_open || is_new || is_old)
}

fn read(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let sheets = sheets(file, findings)?;
    let shown = shown(&sheets);
    let mut missing = None;
    for (at, sheet) in sheets.iter().enumerate() {
        let sample = sample(sheet);
        // What somebody says by numbers would be found on any sheet: those without texts are none.
        if Some(at) != shown && Columns::guess(&sample).is_none() {
            continue;
        }
        let columns = match Columns::of(&sample, file.columns) {
            Ok(Some(columns)) => columns,
            Ok(None) => continue,
            Err(error) => {
                missing.get_or_insert(error);
                continue;
            }
        };
        for row in sheet.rows().skip(usize::from(columns.has_names)) {
            let row = cells(row);
            let budget = findings.worth(row.iter().map(String::len).sum());
            match columns.draft(&row, &budget)? {
                Some(draft) => findings.article(draft)?,
                None if row.iter().all(|cell| cell.trim().is_empty()) => {}
                None => findings.without_text(),
            }
        }
    }
    match missing {
        _ if findings.found() > 0 => Ok(()),
        Some(missing) => Err(missing),
        None => Err(ImportError::Binary {
            looks_like: "a workbook in which no column of texts was found",
            remedy: "Call the column of the texts \"text\", and that of the headlines \"title\".",
        }),
    }
}

/// How the sheet begins that has the articles, as it seems, or else the first.
pub(super) fn head(
    file: &File<'_>,
    findings: &mut Findings<'_, '_>,
) -> Result<Option<TableHead>, ImportError> {
    let sheets = sheets(file, findings)?;
    let Some(sheet) = shown(&sheets).and_then(|at| sheets.get(at)) else { return Ok(None) };
    let sample = sample(sheet);
    let mut filled = vec![0; width(&sample)];
    for row in sheet.rows().skip(1) {
        for (count, cell) in filled.iter_mut().zip(row) {
            *count += usize::from(!words(cell).trim().is_empty());
        }
    }
    Ok(Some(TableHead::of(&sample, false, Some(&filled))))
}

/// The sheets that have rows.
fn sheets(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<Vec<Range<Data>>, ImportError> {
    if file.begins(ZIP_START) {
        check_size(file, findings)?;
    }
    let mut workbook: Sheets<_> = open_workbook_auto_from_rs(Cursor::new(file.bytes)).map_err(|_| DAMAGED)?;
    let names = workbook.sheet_names();
    let sheets = names.iter().filter_map(|name| workbook.worksheet_range(name).ok());
    Ok(sheets.filter(|sheet| !sheet.is_empty()).collect())
}

/// The place of the sheet that a person is shown.
fn shown(sheets: &[Range<Data>]) -> Option<usize> {
    let with_texts = sheets.iter().position(|sheet| Columns::guess(&sample(sheet)).is_some());
    with_texts.or_else(|| (!sheets.is_empty()).then_some(0))
}

fn sample(sheet: &Range<Data>) -> Vec<Vec<String>> {
    sheet.rows().take(SAMPLE).map(cells).collect()
}

fn cells(row: &[Data]) -> Vec<String> {
    row.iter().map(words).collect()
}

/// Unpacks all parts once, so that no more is unpacked than may be.
fn check_size(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let mut package = Package::open(file.bytes, "a workbook")?;
    let mut all = 0;
    for at in 0..package.len() {
        if package.part(at).is_ok_and(|part| part.is_file) {
            all += package.unpack(at, findings)?.len();
        }
        if all > MOST_UNPACKED {
            return Err(ImportError::TooMuchWithin);
        }
    }
    Ok(())
}

/// The words of a cell; a day as it is written in ISO 8601.
fn words(cell: &Data) -> String {
    match cell {
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::Empty | Data::Error(_) => String::new(),
        other => other.to_string(),
    }
}
