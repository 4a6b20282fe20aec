//! Phrases: what a table says of each of its words and phrases, which all stand in one [`Index`].
//!
//! [`Index`]: super::index::Index

use super::index::{Case, Entry, IndexBuilder, Set, Written};

/// A set of phrases of the index, each with a value.
#[derive(Debug)]
pub struct Phrases<V> {
    set: Set,
    /// In the order of the table.
    values: Vec<V>,
}

impl<V> Phrases<V> {
    /// No phrases yet.
    pub(super) fn new(set: Set) -> Self {
        Self { set, values: Vec::new() }
    }

    /// Adds a phrase. Several may be spelled alike.
    pub(super) fn add(&mut self, index: &mut IndexBuilder, phrase: &str, case: Case, value: V) {
        index.add(self.set, phrase, case, self.values.len());
        self.values.push(value);
    }

    /// Which set these are.
    #[inline]
    pub(super) fn set(&self) -> Set {
        self.set
    }

    /// The values of entries of this set that are written so in a text.
    pub(super) fn values<'p>(&'p self, entries: &'p [Entry], written: Written) -> Values<'p, V> {
        Values { entries, values: &self.values, written }
    }
}

/// The values of a phrase that was found in a text, as far as they fit its letters. Never none.
#[derive(Debug)]
pub struct Values<'p, V> {
    entries: &'p [Entry],
    values: &'p [V],
    written: Written,
}

impl<'p, V> Values<'p, V> {
    /// The values, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &'p V> + use<'p, V> {
        let (values, written) = (self.values, self.written);
        let fitting = self.entries.iter().filter(move |entry| written.fits(entry));
        fitting.filter_map(|entry| values.get(entry.value as usize))
    }

    /// Whether this is one of them.
    pub fn contains(&self, value: &V) -> bool
    where
        V: PartialEq,
    {
        self.iter().any(|known| known == value)
    }
}
