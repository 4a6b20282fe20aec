//! How a table of `assets/tables/` is read: tab-separated rows under a header, lines with `#` before
//! it are about the table, a list within a cell is separated by `|`, the last column is the source.

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
) -> Result<Vec<Row<N>>, TableError> {
    let error = |line: usize, what: String| TableError { table, line: line + 1, what };
    let mut lines = content.lines().enumerate().skip_while(|(_, line)| line.starts_with('#'));
    let header = lines.next().map(|(_, line)| line).unwrap_or_default();
    let expected = format!("{}\tsource", columns.join("\t"));
    if header != expected {
        return Err(error(0, format!("the columns are \"{header}\", not \"{expected}\"")));
    }
    lines
        .map(|(line, text)| {
            let mut cells = text.split('\t');
            let mut row = [""; N];
            for cell in &mut row {
                *cell = cells.next().ok_or_else(|| error(line, "a cell is missing".into()))?;
            }
            match (cells.next(), cells.next()) {
                (Some(source), None) if !source.is_empty() => Ok(Row { table, line: line + 1, cells: row }),
                _ => Err(error(line, "the last of the cells must be the source".into())),
            }
        })
        .collect()
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
