//! An Excel workbook: a sheet a table, and one that explains every column. Written row by row in constant memory.
//!
//! Days are real dates, codes are text, the head stays in sight and has filters. Where a row is supported by words
//! of the article, its last cell shows them and leads to them.

use std::borrow::Cow;
use std::io;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};

use super::contents::Contents;
use super::tables::{Column, Kind, Row, Rows, Value};
use super::{ExportFormat, Out, Records, Shape, Stream};

/// How many rows a sheet has, below its head.
const MOST_ROWS: usize = 1_048_575;

/// How many letters a cell takes, in the units of UTF-16.
const MOST_LETTERS: usize = 32_767;

/// How many letters of a quotation are shown in the cell that leads to it.
const MOST_SHOWN: usize = 80;

/// The sheet that cells lead to.
const EVIDENCE: &str = "evidence";

pub(super) const FORMAT: ExportFormat = ExportFormat {
    name: "xlsx",
    label: "Excel workbook",
    about: "A sheet a table, with filters, real dates and links to the evidence.",
    extension: "xlsx",
    most_rows: Some(MOST_ROWS),
    shape: Shape::File(Stream { one: None, all: write }),
};

struct Formats {
    head: Format,
    day: Format,
    moment: Format,
    link: Format,
}

/// A sheet that is being filled.
struct Sheet {
    columns: Vec<&'static Column>,
    is_evidence: bool,
    /// How many rows it has, its head among them.
    rows: u32,
}

fn write(records: &mut Records<'_>, contents: Contents, out: &mut Out<'_>) -> io::Result<()> {
    let formats = Formats {
        head: Format::new().set_bold(),
        day: Format::new().set_num_format("yyyy-mm-dd"),
        moment: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
        link: Format::new().set_hyperlink(),
    };
    let mut rows = Rows::new(contents);
    let mut workbook = Workbook::new();
    let mut sheets = Vec::new();
    for table in rows.tables() {
        let columns: Vec<_> = table.columns(contents).collect();
        let sheet = workbook.add_worksheet_with_constant_memory().map_err(told)?;
        begin(sheet, table.name, &columns, &formats).map_err(told)?;
        sheets.push(Sheet { columns, is_evidence: table.name == EVIDENCE, rows: 1 });
    }
    explain(&mut workbook, contents, &formats).map_err(told)?;
    for record in records {
        // The rows of its quotations come after those that lead to them.
        let quoted = sheets.iter().find(|sheet| sheet.is_evidence).map_or(0, |sheet| sheet.rows);
        rows.of(&record, |at, row| {
            let Some(sheet) = sheets.get_mut(at) else { return Ok(()) };
            if sheet.rows as usize > MOST_ROWS {
                return Err(io::Error::other(format!(
                    "{} takes no more rows. Choose CSV or Parquet, or fewer records.",
                    FORMAT.label
                )));
            }
            let to = workbook.worksheet_from_index(at).map_err(told)?;
            fill(to, sheet, row, quoted, &formats).map_err(told)?;
            sheet.rows += 1;
            Ok(())
        })?;
    }
    for (at, sheet) in sheets.iter().enumerate() {
        let last = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let to = workbook.worksheet_from_index(at).map_err(told)?;
        to.autofilter(0, 0, sheet.rows.max(2) - 1, last).map_err(told)?;
    }
    workbook.save_to_writer(&mut *out).map_err(told)?;
    out.flush()
}

/// The head of a sheet, and how wide its columns are.
fn begin(
    sheet: &mut Worksheet,
    name: &str,
    columns: &[&'static Column],
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    for (at, column) in (0u16..).zip(columns) {
        sheet.set_column_width(at, width(column))?;
        sheet.write_string_with_format(0, at, column.name, &formats.head)?;
    }
    let at = u16::try_from(columns.len()).unwrap_or(u16::MAX);
    if name == "meetings" || name == "participants" || name == "commitments" {
        sheet.set_column_width(at, 60)?;
        sheet.write_string_with_format(0, at, EVIDENCE, &formats.head)?;
    }
    Ok(())
}

fn width(column: &Column) -> f64 {
    let usual: f64 = match column.kind {
        Kind::Prose => 60.0,
        Kind::Text => 20.0,
        Kind::Moment => 19.0,
        Kind::Choice(_) => 14.0,
        Kind::Day => 12.0,
        Kind::Number | Kind::Flag => 9.0,
    };
    // Room for the button of the filter.
    usual.max(column.name.len() as f64 + 4.0)
}

fn fill(
    to: &mut Worksheet,
    sheet: &Sheet,
    row: &Row<'_>,
    quoted: u32,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let down = sheet.rows;
    for (across, column) in (0u16..).zip(&sheet.columns) {
        match column.value(row) {
            Value::None => {}
            Value::Text(text) => {
                to.write_string(down, across, short(&text, MOST_LETTERS))?;
            }
            Value::Number(number) => {
                to.write_number(down, across, number as f64)?;
            }
            Value::Flag(flag) => {
                to.write_boolean(down, across, flag)?;
            }
            Value::Day(day) => {
                // Excel's calendar begins in 1900: a day before that is text.
                let date = u16::try_from(day.0.year()).ok().filter(|year| *year >= 1900).and_then(|year| {
                    ExcelDateTime::from_ymd(year, day.0.month().unsigned_abs(), day.0.day().unsigned_abs())
                        .ok()
                });
                match date {
                    Some(date) => to.write_datetime_with_format(down, across, date, &formats.day)?,
                    None => to.write_string(down, across, day.to_string())?,
                };
            }
            Value::Moment(moment) => {
                let words = moment.to_string();
                match ExcelDateTime::parse_from_str(words.trim_end_matches('Z')) {
                    Ok(at) => to.write_datetime_with_format(down, across, at, &formats.moment)?,
                    Err(_) => to.write_string(down, across, words)?,
                };
            }
        }
    }
    if let Some((number, words)) = row.first_quotation() {
        let across = u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX);
        let line = quoted as usize + number;
        let words = short(words, MOST_SHOWN).replace(['\n', '\r', '\t'], " ");
        let formula = format!("=HYPERLINK(\"#{EVIDENCE}!A{line}\",\"{}\")", words.replace('"', "\"\""));
        let link = Formula::new(formula).set_result(words);
        to.write_formula_with_format(down, across, link, &formats.link)?;
    }
    Ok(())
}

/// The sheet that explains every column.
fn explain(workbook: &mut Workbook, contents: Contents, formats: &Formats) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    sheet.set_name("columns")?;
    sheet.set_freeze_panes(1, 0)?;
    for (at, (head, width)) in (0u16..).zip([("table", 14), ("column", 18), ("meaning", 110)]) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(0, at, head, &formats.head)?;
    }
    let mut down = 1;
    for table in Rows::new(contents).tables() {
        for column in table.columns(contents) {
            sheet.write_string(down, 0, table.name)?;
            sheet.write_string(down, 1, column.name)?;
            let ends = match column.kind {
                Kind::Prose => " A cell takes 32,767 letters: a longer text ends with “…” here.",
                _ => "",
            };
            sheet.write_string(down, 2, format!("{}{ends}", column.about))?;
            down += 1;
        }
    }
    Ok(())
}

/// As much of a text as there is room for, with “…” where there is more.
fn short(text: &str, most: usize) -> Cow<'_, str> {
    if text.len() <= most || text.encode_utf16().count() <= most {
        return Cow::Borrowed(text);
    }
    let mut room = most - 1;
    let fits = |letter: &char| {
        room.checked_sub(letter.len_utf16()).is_some_and(|left| {
            room = left;
            true
        })
    };
    Cow::Owned(text.chars().take_while(fits).chain(['…']).collect())
}

fn told(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_too_long_for_a_cell_ends_with_dots() {
        assert_eq!(short("harbour", 7), "harbour");
        assert_eq!(short("harbour", 6), "harbo…");
        assert_eq!(short("🤝🤝🤝", 5), "🤝🤝…", "a letter is never cut in two");
    }
}
