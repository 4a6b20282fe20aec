//! How a table of `assets/tables/` is read: tab-separated rows under a header, lines with `#` before
//! it are about the table, a list within a cell is separated by `|`, the last column is the source, by a
//! name that the lines about the table explain.

/// Why a table that is built into the program is not as it should be. Found by tests, not by users.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("assets/tables/{table}.tsv, line {line}: {what}")]
pub struct TableError {
    /// The file, without its folder and extension.
    pub table: &'static str,
    /// Counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: String,
}

/// A row of a table, with `N` columns before the source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<const N: usize> {
    table: &'static str,
    line: usize,
    /// The cells before the source.
    pub cells: [&'static str; N],
}

impl<const N: usize> Row<N> {
    /// An error about this row.
    pub fn error(&self, what: impl Into<String>) -> TableError {
        TableError { table: self.table, line: self.line, what: what.into() }
    }

    /// An error about a class that nobody declares.
    pub fn unknown(&self, class: &str) -> TableError {
        self.error(format!("no class is called \"{class}\""))
    }
}

/// The rows of a table whose columns are these and then `source`.
pub(super) fn rows<const N: usize>(
    table: &'static str,
    content: &'static str,
    columns: [&str; N],
) -> Result<impl Iterator<Item = Result<Row<N>, TableError>>, TableError> {
    let error = move |line: usize, what: String| TableError { table, line, what };
    let mut known = Sources { told: Vec::new(), named: vec![] };
    let mut rest = content;
    let header = loop {
        let (line, behind) = rest.split_once('\n').unwrap_or((rest, ""));
        rest = behind;
        if !line.starts_with('#') {
            break line;
        }
        known.told.push(line);
    };
    let expected = format!("{}\tsource", columns.join("\t"));
    if header != expected {
        return Err(error(1, format!("the columns are \"{header}\", not \"{expected}\"")));
    }
    let mut line = known.told.len() + 1;
    Ok(std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        line += 1;
        let cells = take_row(&mut rest);
        Some(match cells {
            // Built into the program, the sources are as the tests found them.
            Some((cells, source)) if !cfg!(debug_assertions) || known.explain(source) => {
                Ok(Row { table, line, cells })
            }
            Some((_, source)) if !source.is_empty() => {
                Err(error(line, format!("the head of the table explains no source \"{source}\"")))
            }
            Some(_) => Err(error(line, "the last of the cells must be the source".into())),
            None => {
                rest = "";
                Err(error(line, format!("it must have {N} cells and the source")))
            }
        })
    }))
}

/// Takes the first line off the rest of a table: its cells, and the source behind them. Every letter of the tables
/// is looked at when the program starts, so it is looked at once.
fn take_row<const N: usize>(rest: &mut &'static str) -> Option<([&'static str; N], &'static str)> {
    let text = *rest;
    let end_of = |from: usize| Some(from + end_of_cell(text.as_bytes().get(from..)?));
    let is = |at: usize, byte: u8| text.as_bytes().get(at) == Some(&byte);
    let mut from = 0;
    let mut cells = [""; N];
    for cell in &mut cells {
        let end = end_of(from).filter(|&end| is(end, b'\t'))?;
        *cell = text.get(from..end)?;
        from = end + 1;
    }
    let end = end_of(from).filter(|&end| !is(end, b'\t'))?;
    *rest = text.get(end + 1..).unwrap_or_default();
    Some((cells, text.get(from..end)?))
}

/// How many bytes stand before the first tab or line break, eight of them being looked at at once.
fn end_of_cell(text: &[u8]) -> usize {
    const EACH: u64 = u64::from_le_bytes([1; 8]);
    let (eights, rest) = text.as_chunks();
    // The highest bit of the first byte that is this one, and of no byte before it.
    let is = |letters: u64, byte: u8| {
        let other = letters ^ (EACH * u64::from(byte));
        other.wrapping_sub(EACH) & !other & (EACH << 7)
    };
    for (number, eight) in eights.iter().enumerate() {
        let letters = u64::from_le_bytes(*eight);
        let ends = is(letters, b'\t') | is(letters, b'\n');
        if ends != 0 {
            return number * 8 + (ends.trailing_zeros() / u8::BITS) as usize;
        }
    }
    let last = rest.iter().position(|byte| matches!(byte, b'\t' | b'\n')).unwrap_or(rest.len());
    eights.len() * 8 + last
}

/// What is wrong in a user's own table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Wrong {
    /// The line, from 1.
    pub line: usize,
    /// What is the matter with it.
    pub what: String,
    /// What is not used because of it.
    pub lost: Lost,
}

/// How much of a user's own table is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lost {
    /// The line alone.
    Line,
    /// All of it: nobody knows what stands in which column.
    Table,
}

/// The rows of a user's own table: with or without a source, with lines about it and empty ones anywhere.
/// Lines that are no rows are told by their number.
pub(super) fn own_rows<const N: usize>(
    content: &'static str,
    columns: [&str; N],
    told: &mut Vec<Wrong>,
) -> Vec<Row<N>> {
    let is_told = |line: &str| line.trim().is_empty() || line.starts_with('#');
    let content = content.strip_prefix('\u{feff}').unwrap_or(content);
    let lines = content.lines().enumerate().map(|(number, line)| (number + 1, line.trim_end_matches('\r')));
    let mut lines = lines.filter(|(_, line)| !is_told(line));
    let expected = columns.join("\t");
    let Some((first, header)) = lines.next() else { return Vec::new() };
    if header.trim_end() != expected && header.trim_end() != format!("{expected}\tsource") {
        let what = format!("the first line names the columns, with tabs between: {}", columns.join(", "));
        told.push(Wrong { line: first, what, lost: Lost::Table });
        return Vec::new();
    }
    let rows = lines.filter_map(|(line, text)| {
        let mut cells = text.split('\t').map(str::trim);
        let mut row = [""; N];
        for (filled, cell) in row.iter_mut().enumerate() {
            match cells.next() {
                Some(found) => *cell = found,
                None => {
                    let what = format!("it has {filled} cells, not {N}; tabs part them");
                    told.push(Wrong { line, what, lost: Lost::Line });
                    return None;
                }
            }
        }
        Some(Row { table: "own", line, cells: row })
    });
    rows.collect()
}

/// Where the rows of a table may come from.
struct Sources {
    /// The lines about the table, which explain every source.
    told: Vec<&'static str>,
    /// What was found there so far: most rows have one source.
    named: Vec<&'static str>,
}

impl Sources {
    /// Whether every source of a row is explained.
    fn explain(&mut self, cell: &'static str) -> bool {
        if self.named.contains(&cell) {
            return true;
        }
        let explained = |source: &str| self.told.iter().any(|line| line.contains(source));
        let all = list(cell).all(explained) && list(cell).next().is_some();
        self.named.extend(all.then_some(cell));
        all
    }
}

/// The entries of a cell that holds a list.
pub(super) fn list(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('|').map(str::trim).filter(|entry| !entry.is_empty())
}

/// Declares a list of classes, each with its name in a table.
macro_rules! classes {
    ($(#[$doc:meta])* $name:ident { $($(#[$class_doc:meta])* $class:ident = $saved:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$class_doc])* $class,)+
        }

        impl $name {
            /// The class of this name in its table.
            pub(super) fn named(name: &str) -> Option<Self> {
                Some(match name {
                    $($saved => Self::$class,)+
                    _ => return None,
                })
            }
        }
    };
}

pub(super) use classes;

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    /// The code of the crate by file, without comments and without tests at the end of a file.
    fn code() -> Vec<(PathBuf, String)> {
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        let mut code = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else if let Ok(text) = std::fs::read_to_string(&path) {
                    let lines = text.lines().take_while(|line| !line.starts_with("#[cfg(test)]"));
                    let lines = lines.filter(|line| !line.trim_start().starts_with("//"));
                    code.push((path, lines.collect::<Vec<_>>().join("\n")));
                }
            }
        }
        code
    }

    /// The classes of an enum in the code of this room: their names in the code.
    fn classes(code: &str, name: &str) -> Vec<String> {
        let declared = code.split_once(&format!("{name} {{")).map(|(_, rest)| rest).unwrap_or_default();
        let body = declared.lines().skip(1).take_while(|line| !line.trim_start().starts_with('}'));
        let first_word = |line: &str| {
            let word = line.trim().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            word.starts_with(|c: char| c.is_uppercase()).then(|| word.to_owned())
        };
        body.filter_map(first_word).collect()
    }

    /// Whether code asks for a class of an enum, by its full name or by its own after a `use` of it.
    fn asks(code: &str, name: &str, class: &str) -> bool {
        let word =
            |text: &str| text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == class);
        let full = format!("{name}::{class}");
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        let by_full_name =
            code.match_indices(&full).any(|(at, _)| code.get(at + full.len()..).is_some_and(ends));
        let list = format!("use {name}::{{");
        let used = code.match_indices(&list).filter_map(|(at, _)| code.get(at..)?.split_once(';'));
        by_full_name
            || used.clone().any(|(listed, rest)| word(listed) && word(rest))
            || code.split_once(&format!("use {name}::*;")).is_some_and(|(_, rest)| word(rest))
    }

    #[test]
    fn every_class_of_every_table_is_asked_for() {
        let code = code();
        let (own, others): (Vec<_>, Vec<_>) =
            code.iter().partition(|(path, _)| path.components().any(|part| part.as_os_str() == "lexicon"));
        let own: String = own.iter().map(|(_, code)| code.as_str()).collect::<Vec<_>>().join("\n");
        let mut idle = Vec::new();
        for name in [
            "TitleClass",
            "VerbClass",
            "WordClass",
            "ContactWord",
            "PresenceWord",
            "Cue",
            "PublisherKind",
            "LineWord",
            "PartyForm",
        ] {
            let classes = classes(&own, name);
            assert!(classes.len() > 2, "{name} has no classes");
            let asked = |class: &String| others.iter().any(|(_, code)| asks(code, name, class));
            idle.extend(
                classes.into_iter().filter(|class| !asked(class)).map(|class| format!("{name}::{class}")),
            );
        }
        assert_eq!(idle, Vec::<String>::new(), "nobody asks for these");
    }

    #[test]
    fn every_column_of_every_table_is_asked_for() {
        for (path, code) in code().iter().filter(|(_, code)| code.contains("rows(")) {
            for (row, _) in code.match_indices("= row.cells") {
                let before = code.get(..row).unwrap_or_default();
                let names = before.rsplit("let [").next().unwrap_or_default();
                let dropped = names.split([',', ']']).any(|name| name.trim().starts_with('_'));
                assert!(!dropped, "{} passes over a column: [{names}", path.display());
            }
        }
    }
}
