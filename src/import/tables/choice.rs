//! Which column holds what, as a person says it: for every table that is read, or for those with the same columns.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::names::TableKey;
use super::roles::ColumnRole;

/// What the first row of a table is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirstRow {
    /// It holds the names of the columns.
    Names,
    /// It is an article like the others.
    Article,
    /// Nobody says it: what is in it tells.
    #[default]
    AsItLooks,
}

/// Which column holds what. There is one for the text, at most one for everything else, and none for two things.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Said")]
pub struct ColumnRoles {
    first_row: FirstRow,
    columns: BTreeMap<ColumnRole, String>,
}

/// The same before it is looked at.
#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    first_row: FirstRow,
    columns: BTreeMap<ColumnRole, String>,
}

/// What columns cannot hold, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ColumnsError {
    /// Without texts there are no articles.
    #[error("no column is chosen for the text of the articles: say which one it is")]
    NoText,
    /// Two columns for one thing.
    #[error("two columns are chosen as {0}: leave one of them out")]
    RoleTwice(ColumnRole),
    /// One column for two things.
    #[error("“{column}” is chosen as {one} and as {other}: leave one of them out")]
    ColumnTwice {
        /// What it is called.
        column: String,
        /// What it is chosen as.
        one: ColumnRole,
        /// What else it is chosen as.
        other: ColumnRole,
    },
    /// A column that is not called anything.
    #[error("the column for {0} has no name: write its name, or its number as #3")]
    NoName(ColumnRole),
}

impl ColumnRoles {
    /// These columns hold this. A column is called by its name, or by its number: "#3".
    ///
    /// # Errors
    /// Says what they cannot hold.
    pub fn new(
        first_row: FirstRow,
        all: impl IntoIterator<Item = (ColumnRole, String)>,
    ) -> Result<Self, ColumnsError> {
        let mut columns: BTreeMap<ColumnRole, String> = BTreeMap::new();
        for (role, column) in all {
            if column.trim().is_empty() {
                return Err(ColumnsError::NoName(role));
            }
            if let Some((one, _)) = columns.iter().find(|(_, known)| **known == column) {
                let (one, other) = (*one, role);
                return Err(match one == other {
                    true => ColumnsError::RoleTwice(role),
                    false => ColumnsError::ColumnTwice { column, one, other },
                });
            }
            if columns.insert(role, column).is_some() {
                return Err(ColumnsError::RoleTwice(role));
            }
        }
        if !columns.contains_key(&ColumnRole::Text) {
            return Err(ColumnsError::NoText);
        }
        Ok(Self { first_row, columns })
    }

    /// What the first row is.
    pub fn first_row(&self) -> FirstRow {
        self.first_row
    }

    /// The column that holds this, as it is called.
    pub fn column(&self, role: ColumnRole) -> Option<&str> {
        self.columns.get(&role).map(String::as_str)
    }

    /// All of them, in the order of what they hold.
    pub fn all(&self) -> impl Iterator<Item = (ColumnRole, &str)> {
        self.columns.iter().map(|(role, column)| (*role, column.as_str()))
    }
}

impl TryFrom<Said> for ColumnRoles {
    type Error = ColumnsError;

    fn try_from(said: Said) -> Result<Self, ColumnsError> {
        Self::new(said.first_row, said.columns)
    }
}

/// What is known of the columns of tables before they are read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownColumns {
    /// What somebody says of every table.
    of_all: Option<ColumnRoles>,
    /// What was chosen for tables with the same columns.
    of_some: Vec<(TableKey, ColumnRoles)>,
}

impl KnownColumns {
    /// This holds of every table.
    pub fn of_all(roles: ColumnRoles) -> Self {
        Self { of_all: Some(roles), of_some: Vec::new() }
    }

    /// This holds of tables with these columns.
    pub fn of_some(all: impl IntoIterator<Item = (TableKey, ColumnRoles)>) -> Self {
        Self { of_all: None, of_some: all.into_iter().collect() }
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.of_all.is_none() && self.of_some.is_empty()
    }

    /// What holds of a table.
    pub fn of(&self, table: &TableKey) -> Option<&ColumnRoles> {
        let of_some = || self.of_some.iter().find(|(key, _)| key == table).map(|(_, roles)| roles);
        self.of_all.as_ref().or_else(of_some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ColumnRole::{Published, Text, Title};

    fn roles(all: &[(ColumnRole, &str)]) -> Result<ColumnRoles, ColumnsError> {
        ColumnRoles::new(FirstRow::Names, all.iter().map(|(role, column)| (*role, (*column).to_owned())))
    }

    #[test]
    fn columns_that_cannot_be_so_are_refused_with_what_to_do() {
        assert_eq!(roles(&[(Title, "Kop")]), Err(ColumnsError::NoText));
        assert_eq!(roles(&[(Text, "A"), (Text, "B")]), Err(ColumnsError::RoleTwice(Text)));
        assert_eq!(roles(&[(Text, "A"), (Published, " ")]), Err(ColumnsError::NoName(Published)));
        let twice = roles(&[(Text, "A"), (Title, "A")]).unwrap_err().to_string();
        assert_eq!(twice, "“A” is chosen as text and as title: leave one of them out");
    }

    #[test]
    fn what_is_kept_is_looked_at_again_when_it_is_read() {
        let kept = serde_json::to_string(&roles(&[(Text, "Body"), (Published, "#3")]).unwrap()).unwrap();
        let back: ColumnRoles = serde_json::from_str(&kept).unwrap();
        assert_eq!((back.column(Text), back.column(Published)), (Some("Body"), Some("#3")));
        assert!(serde_json::from_str::<ColumnRoles>(&kept.replace("\"text\"", "\"title\"")).is_err());
    }
}
