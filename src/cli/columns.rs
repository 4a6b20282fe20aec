//! `chancery columns`: how a table begins, which of its columns seem to hold what, and the options that say so.

use std::io;
use std::path::Path;

use super::arguments::Columns;
use super::outcome::{Outcome, of_each};
use super::streams::{Streams, say};
use crate::model::counted;
use crate::work::{ColumnRole, KnownColumns, Naming, TableHead, table_head};

/// So many letters of a name and of a cell are printed.
const WIDTHS: (usize, usize) = (24, 44);

pub(super) fn run(asked: &Columns, streams: &mut Streams<'_>) -> anyhow::Result<Outcome> {
    let said = asked.said.said()?;
    of_each(&asked.files, streams, |path, streams| match table_head(path, &said) {
        Ok(Some(head)) => is_known(path, &head, &said.columns, streams),
        Ok(None) => {
            streams.complain(format_args!("{} is no table of articles", path.display()));
            Ok(false)
        }
        Err(error) => {
            streams.complain(error);
            Ok(false)
        }
    })
}

/// Prints how a table begins. Says whether it is known what its columns hold.
fn is_known(
    path: &Path,
    head: &TableHead,
    said: &KnownColumns,
    streams: &mut Streams<'_>,
) -> io::Result<bool> {
    let chosen = said.of(&head.key);
    let missing = chosen.and_then(|roles| head.missing(roles));
    if let Some(missing) = missing {
        streams.complain(format_args!("{} has no column “{missing}”; it has these", path.display()));
    }
    let (of, has_names) = match chosen {
        Some(roles) => head.said(roles),
        None => (head.guessed(), head.has_names()),
    };
    tell(path, head, &of, has_names, streams)?;
    Ok(missing.is_none() && of.contains(&Some(ColumnRole::Text)))
}

/// Prints the columns of a table, and what there is to say of them.
fn tell(
    path: &Path,
    head: &TableHead,
    of: &[Option<ColumnRole>],
    has_names: bool,
    streams: &mut Streams<'_>,
) -> io::Result<()> {
    let count = counted(head.columns.len() + head.further, "column");
    let names = match (head.naming, has_names) {
        (Naming::ByValue, _) => "",
        (_, true) => ", named in the first row",
        (_, false) => ", without names",
    };
    let articles = head.articles(of, has_names);
    let articles = articles.map(|count| format!("; {}", counted(count, "article"))).unwrap_or_default();
    say(streams.out, format_args!("{}: {count}{names}{articles}", path.display()))?;
    let (name_width, cell_width) = WIDTHS;
    for (column, role) in head.columns.iter().zip(of) {
        let called = short(&column.called(has_names), name_width);
        let role = role.map_or("-", ColumnRole::word);
        let first = (!has_names).then_some(&column.name);
        let cell = first.into_iter().chain(&column.cells).find(|cell| !cell.is_empty());
        let cell = cell.map(|cell| short(cell, cell_width)).unwrap_or_default();
        say(streams.out, format_args!("  {called:<name_width$}  {role:<9}  {cell}").to_string().trim_end())?;
    }
    if head.further > 0 {
        say(streams.out, format_args!("  {} more, which hold nothing of these", head.further))?;
    }
    for remark in head.remarks(of, has_names) {
        say(streams.out, format_args!("  {remark}"))?;
    }
    match head.roles(of, has_names) {
        Ok(roles) => {
            let option = |(role, column): (ColumnRole, &str)| format!(" --column {}", quoted(role, column));
            let options: String = roles.all().map(option).collect();
            say(streams.out, format_args!(" {options}"))
        }
        Err(_) => say(
            streams.out,
            "  No column seems to hold the text: say which one does, such as --column text=#2",
        ),
    }
}

/// An option as a shell takes it.
fn quoted(role: ColumnRole, column: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '#');
    match column.chars().all(is_plain) {
        true => format!("{role}={column}"),
        false => format!("'{role}={}'", column.replace('\'', "'\\''")),
    }
}

/// As much of a line as there is room for.
fn short(line: &str, most: usize) -> String {
    let mut letters = line.chars();
    let mut short: String = letters.by_ref().take(most - 1).collect();
    let rest: String = letters.collect();
    match rest.chars().count() {
        0 | 1 => short.push_str(&rest),
        _ => short.push('…'),
    }
    short
}
