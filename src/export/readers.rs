//! Scripts that read the CSV tables, for R, Stata and Python, with the kind of every column: made from the list
//! that the tables are made from. They take away the apostrophe before what a spreadsheet would run.

use std::fmt::Write as _;
use std::io;

use super::NewFile;
use super::contents::Contents;
use super::tables::{Column, Kind, Table};

/// Writes all of them.
pub(super) fn write(contents: Contents, new_file: &mut NewFile<'_>) -> io::Result<()> {
    for (name, script) in
        [("read.py", python(contents)), ("read.R", r(contents)), ("read.do", stata(contents))]
    {
        let mut out = new_file(name)?;
        out.write_all(script.as_bytes())?;
        out.flush()?;
    }
    Ok(())
}

/// The names of the columns of some kinds, as a list with this around each and commas between.
fn names(table: &Table, contents: Contents, quote: &str, is_wanted: impl Fn(Kind) -> bool) -> String {
    let wanted = table.columns(contents).filter(|column| is_wanted(column.kind));
    wanted.map(|column| format!("{quote}{}{quote}", column.name)).collect::<Vec<_>>().join(", ")
}

fn is_text(kind: Kind) -> bool {
    matches!(kind, Kind::Text | Kind::Prose | Kind::Choice(_))
}

fn python(contents: Contents) -> String {
    let mut script = String::from(PYTHON_HEAD);
    for table in Table::written(contents) {
        let list = |is_wanted: fn(Kind) -> bool| names(table, contents, "\"", is_wanted);
        let _ = write!(
            script,
            "    \"{}\": {{\n        \"text\": [{}],\n        \"numbers\": [{}],\n        \"flags\": [{}],\n        \
             \"days\": [{}],\n        \"moments\": [{}],\n    }},\n",
            table.name,
            list(is_text),
            list(|kind| matches!(kind, Kind::Number)),
            list(|kind| matches!(kind, Kind::Flag)),
            list(|kind| matches!(kind, Kind::Day)),
            list(|kind| matches!(kind, Kind::Moment)),
        );
    }
    script.push_str(PYTHON_TAIL);
    script
}

const PYTHON_HEAD: &str = r#""""Reads the tables beside this file into pandas:

    from read import read
    tables = read()
    tables["meetings"].merge(tables["participants"], on="record_id")

Codes stay text ("NA" is no missing value), numbers may be missing, days and moments are datetimes. The
apostrophe before what a spreadsheet would run as a formula is taken away.
"""

from pathlib import Path

import pandas as pd

COLUMNS = {
"#;

const PYTHON_TAIL: &str = r#"}


def read(folder=Path(__file__).resolve().parent):
    """The tables by their names."""
    return {name: read_table(Path(folder) / f"{name}.csv", kinds) for name, kinds in COLUMNS.items()}


def read_table(path, kinds):
    """One table."""
    table = pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8", lineterminator="\n")
    for name in kinds["text"]:
        table[name] = table[name].str.replace(r"^'(?='*[=+\-@\t\r\n＝＋－＠])", "", regex=True)
    for name in kinds["numbers"]:
        table[name] = pd.to_numeric(table[name]).astype("Int64")
    for name in kinds["flags"]:
        table[name] = table[name].map({"true": True, "false": False}).astype("boolean")
    for name in kinds["days"]:
        table[name] = pd.to_datetime(table[name], format="%Y-%m-%d", errors="coerce")
    for name in kinds["moments"]:
        table[name] = pd.to_datetime(table[name], format="ISO8601", utc=True)
    return table
"#;

fn r(contents: Contents) -> String {
    let kind = |column: &Column| match column.kind {
        Kind::Text | Kind::Prose | Kind::Choice(_) => "c",
        Kind::Number => "i",
        Kind::Flag => "l",
        Kind::Day => "D",
        Kind::Moment => "T",
    };
    let mut script = String::from(
        "# Reads the tables beside this file, each into a data frame of its name. Run it in their folder:\n#\n#   \
         source(\"read.R\")\n#\n# Codes stay text (\"NA\" is no missing value). The apostrophe before what a spreadsheet \
         would run as a\n# formula is taken away.\n\nlibrary(readr)\n\nread_table_of <- function(name, kinds) {\n  table \
         <- read_csv(paste0(name, \".csv\"), col_types = kinds, na = \"\", quoted_na = FALSE, trim_ws = FALSE,\n    locale = locale(encoding = \"UTF-8\", tz = \
         \"UTC\"))\n  for (column in names(table)) {\n    if (is.character(table[[column]])) {\n      \
         table[[column]] <- sub(\"^'(?='*[=+\\\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20])\", \"\", table[[column]], perl = TRUE)\n    \
         }\n  }\n  table\n}\n\n",
    );
    for table in Table::written(contents) {
        let kinds: String = table.columns(contents).map(kind).collect();
        let _ = writeln!(script, "{0} <- read_table_of(\"{0}\", \"{kinds}\")", table.name);
    }
    script
}

fn stata(contents: Contents) -> String {
    let mut script = String::from(
        "* Reads the tables beside this file and saves each as a .dta file of its name. Run it in their folder:\n*\n*   \
         do read.do\n*\n* Codes stay text. Days and moments are Stata's own. The apostrophe before what a spreadsheet \
         would run as a\n* formula is taken away.\n\nversion 16\n",
    );
    for table in Table::written(contents) {
        let _ = writeln!(
            script,
            "\nimport delimited using \"{}.csv\", clear varnames(1) case(preserve) encoding(\"UTF-8\") ///\n    \
             stringcols(_all) bindquotes(strict) maxquotedrows(unlimited)",
            table.name
        );
        let _ = writeln!(
            script,
            "foreach name in {} {{\n    replace `name' = usubstr(`name', 2, .) if ustrregexm(`name', \
             \"^''*[-=+@\\t\\r\\n＝＋－＠]\")\n}}",
            names(table, contents, "", is_text).replace(", ", " ")
        );
        for column in table.columns(contents) {
            let name = column.name;
            match column.kind {
                Kind::Number => {
                    let _ = writeln!(script, "destring {name}, replace");
                }
                Kind::Day => stata_time(&mut script, name, &format!("date({name}, \"YMD\")"), "%td"),
                Kind::Moment => {
                    let plain = format!("subinstr(subinstr({name}, \"T\", \" \", 1), \"Z\", \"\", 1)");
                    stata_time(&mut script, name, &format!("clock({plain}, \"YMDhms\")"), "%tc");
                }
                Kind::Flag => {
                    let _ = writeln!(
                        script,
                        "generate byte {name}_ = cond({name} == \"true\", 1, 0)\ndrop {name}\nrename {name}_ {name}"
                    );
                }
                Kind::Text | Kind::Prose | Kind::Choice(_) => {}
            }
            let about = column.about.replace('"', "'");
            let _ =
                writeln!(script, "label variable {name} \"{}\"", about.chars().take(80).collect::<String>());
        }
        let _ = writeln!(script, "compress\nsave \"{}.dta\", replace", table.name);
    }
    script
}

/// Turns a column of text into days or moments.
fn stata_time(script: &mut String, name: &str, read: &str, format: &str) {
    let _ = writeln!(
        script,
        "generate double {name}_ = {read}\nformat {name}_ {format}\ndrop {name}\nrename {name}_ {name}"
    );
}
