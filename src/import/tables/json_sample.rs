//! The first objects of a file in JSON as a table: a column for each name, in the order in which the names come.

use std::collections::HashSet;

use indexmap::IndexSet;
use serde_json::{Map, Value};

use super::choice::KnownColumns;
use super::columns::names_of_columns;
use super::head::TableHead;
use super::json_values::{Values, words};
use super::names::{LONGEST as LONGEST_NAME, TableKey, compared};
use crate::import::error::ImportError;

/// So many rows tell which column holds what.
const SAMPLE: usize = 40;

/// So many names are known of a file.
const MOST_NAMES: usize = 5_000;

/// The first objects of a file.
#[derive(Default)]
pub(super) struct Sample {
    /// The names that any of them has.
    names: IndexSet<String>,
    /// The words under them in the first objects.
    rows: Vec<Vec<String>>,
    /// How many of the objects have any words there.
    filled: Vec<usize>,
    count: usize,
    /// Whether these are all of the file.
    pub is_whole: bool,
}

impl Sample {
    /// One more object.
    pub fn add(&mut self, object: &Map<String, Value>) {
        let mut row = vec![String::new(); self.names.len()];
        for (name, value) in object {
            let at = match self.names.get_index_of(name) {
                Some(at) => at,
                None if self.names.len() < MOST_NAMES => self.names.insert_full(name.clone()).0,
                None => continue,
            };
            row.resize(row.len().max(at + 1), String::new());
            self.filled.resize(self.names.len(), 0);
            let Some(words) = words(value, ", ", 0) else { continue };
            if let (Some(cell), Some(filled)) = (row.get_mut(at), self.filled.get_mut(at)) {
                *cell = words;
                *filled += 1;
            }
        }
        self.count += 1;
        if self.rows.len() < SAMPLE {
            self.rows.push(row);
        }
    }

    /// Whether there are several articles.
    pub fn is_of_several(&self) -> bool {
        self.count > 1
    }

    /// The places of the names by which one can call a column, each of them once.
    fn callable(&self) -> Vec<usize> {
        let mut known = HashSet::new();
        let mut is_name = |name: &String| {
            let name = compared(name);
            !name.is_empty() && name.chars().count() <= LONGEST_NAME && known.insert(name)
        };
        (0..self.names.len()).filter(|at| self.names.get_index(*at).is_some_and(&mut is_name)).collect()
    }

    /// What a person is shown of it.
    pub fn head(&self) -> TableHead {
        let names: Vec<String> = self.names.iter().cloned().collect();
        let columns = self.callable();
        let of = |row: &Vec<String>| -> Vec<String> {
            columns.iter().map(|at| row.get(*at).cloned().unwrap_or_default()).collect()
        };
        let rows: Vec<Vec<String>> = std::iter::once(&names).chain(&self.rows).map(of).collect();
        let filled: Vec<usize> =
            columns.iter().map(|at| self.filled.get(*at).copied().unwrap_or(0)).collect();
        TableHead::of(&rows, true, self.is_whole.then_some(&*filled))
    }

    /// Under which names the values stand, by what is known of tables.
    pub fn values(&self, known: &KnownColumns) -> Result<Values, ImportError> {
        let columns = self.callable();
        let names = columns.iter().filter_map(|at| self.names.get_index(*at));
        let key = TableKey::of_names(names.map(String::as_str));
        let Some(roles) = known.of(&key) else { return Ok(Values::AsKnown) };
        let alike: HashSet<String> = self.names.iter().map(|name| compared(name)).collect();
        let is_there = |said: &str| self.names.contains(said) || alike.contains(&compared(said));
        match roles.all().find(|(_, said)| !is_there(said)) {
            Some((_, missing)) => Err(names_of_columns(missing, self.names.iter().cloned())),
            None => Ok(Values::said(roles)),
        }
    }
}
