//! Finding articles by their words: in the text, and in what the record says of people, parties, places
//! and commitments.

use rusqlite::{OptionalExtension, params};

use super::query::{Terms, terms};
use super::take::OF_ONE;
use super::{Library, Result};
use crate::model::EntryId;

/// The articles that were found, by their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// A bit an article.
    bits: Vec<u64>,
    /// How many there are.
    count: usize,
}

impl Found {
    /// Whether an article is among them.
    pub fn has(&self, id: EntryId) -> bool {
        let number = id.number() as usize;
        self.bits.get(number / 64).is_some_and(|bits| bits >> (number % 64) & 1 == 1)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// All of them, in the order in which they were put in.
    pub fn ids(&self) -> impl Iterator<Item = EntryId> {
        let of_word = |(at, bits): (usize, &u64)| {
            let bits = *bits;
            (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| (at * 64 + bit) as i64)
        };
        self.bits.iter().enumerate().flat_map(of_word).filter_map(EntryId::from_number)
    }

    /// Adds an article.
    pub fn add(&mut self, id: EntryId) {
        self.add_number(id.number() as usize);
    }

    /// Takes an article away.
    pub fn remove(&mut self, id: EntryId) {
        let number = id.number() as usize;
        if let Some(bits) = self.bits.get_mut(number / 64) {
            self.count -= usize::from(*bits >> (number % 64) & 1 == 1);
            *bits &= !(1 << (number % 64));
        }
    }

    fn add_number(&mut self, number: usize) {
        if self.bits.len() <= number / 64 {
            self.bits.resize(number / 64 + 1, 0);
        }
        if let Some(bits) = self.bits.get_mut(number / 64) {
            self.count += usize::from(*bits >> (number % 64) & 1 == 0);
            *bits |= 1 << (number % 64);
        }
    }

    /// Leaves only those that are among others too.
    fn keep_only(&mut self, others: &Self) {
        self.bits.truncate(others.bits.len());
        for (mine, theirs) in self.bits.iter_mut().zip(&others.bits) {
            *mine &= theirs;
        }
        self.count = self.bits.iter().map(|bits| bits.count_ones() as usize).sum();
    }
}

impl Library {
    /// The articles in which all these words occur; those that begin with the last word too. None where no
    /// word was typed.
    ///
    /// # Errors
    /// If the library cannot be read, or the search was cut off. Whatever is typed is searched for.
    pub fn find(&self, typed: &str) -> Result<Option<Found>> {
        let Some(Terms(terms)) = terms(typed) else { return Ok(None) };
        let mut found: Option<Found> = None;
        // Each word by itself, since one may stand in the text and the next in the record.
        for term in terms {
            let with_term = self.with_term(&term).map_err(|error| self.told(error))?;
            match &mut found {
                Some(found) => found.keep_only(&with_term),
                none => *none = Some(with_term),
            }
            if found.as_ref().is_some_and(Found::is_empty) {
                break;
            }
        }
        Ok(found)
    }

    fn with_term(&self, term: &str) -> rusqlite::Result<Found> {
        let mut found = Found::default();
        for table in ["words", "said"] {
            let sql = format!("SELECT rowid FROM {table} WHERE {table} MATCH ?1");
            let mut statement = self.connection.prepare_cached(&sql)?;
            let mut rows = statement.query([term])?;
            while let Some(row) = rows.next()? {
                found.add_number(row.get::<_, u32>(0)? as usize);
            }
            if table == "words" {
                self.add_sharers(&mut found)?;
            }
        }
        Ok(found)
    }

    /// Adds the records that share the text of one that was found.
    fn add_sharers(&self, found: &mut Found) -> rusqlite::Result<()> {
        let sql = "SELECT number, text_of FROM origins WHERE text_of IS NOT NULL";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (number, text_of): (u32, u32) = (row.get(0)?, row.get(1)?);
            if EntryId::from_number(text_of.into()).is_some_and(|id| found.has(id)) {
                found.add_number(number as usize);
            }
        }
        Ok(())
    }

    /// The first articles that are certainly among those that [`Library::find`] finds, in the order in which
    /// they were put in: something to show while the others are looked for.
    ///
    /// # Errors
    /// As [`Library::find`].
    pub fn find_first(&self, typed: &str, most: usize) -> Result<Option<Found>> {
        let Some(terms) = terms(typed) else { return Ok(None) };
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let mut found = Found::default();
        let mut look = || {
            let sql = "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid LIMIT ?2";
            let mut statement = self.connection.prepare_cached(sql)?;
            let mut rows = statement.query(params![terms.all(), most])?;
            while let Some(row) = rows.next()? {
                found.add_number(row.get::<_, u32>(0)? as usize);
            }
            self.add_sharers(&mut found)
        };
        look().map_err(|error| self.told(error))?;
        Ok(Some(found))
    }

    /// The reading text of an article; none where there is no such article.
    ///
    /// # Errors
    /// If the library cannot be read, or the search was cut off.
    pub fn text(&self, id: EntryId) -> Result<Option<String>> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("SELECT text {OF_ONE}"))
            .map_err(|error| self.told(error))?;
        let text = statement.query_row([id.number()], |row| row.get(0)).optional();
        text.map_err(|error| self.told(error))
    }

    /// The articles in which all these words occur, the best first.
    ///
    /// # Errors
    /// As [`Library::find`].
    pub fn best(&self, typed: &str, most: usize) -> Result<Vec<EntryId>> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let id = |row: &rusqlite::Row<'_>| row.get(0).map(EntryId::from_number);
        let look = || -> rusqlite::Result<Vec<Option<EntryId>>> {
            let Some(terms) = terms(typed) else {
                let sql = "SELECT number FROM articles WHERE NOT put_away ORDER BY number DESC LIMIT ?1";
                return self.connection.prepare_cached(sql)?.query_map([most], id)?.collect();
            };
            // The rank of a word in the text; one that stands in the record alone comes after.
            let sql = "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rank LIMIT ?2";
            self.connection.prepare_cached(sql)?.query_map(params![terms.all(), most], id)?.collect()
        };
        let ranked: Vec<EntryId> = look().map_err(|error| self.told(error))?.into_iter().flatten().collect();
        let found =
            if ranked.len() < usize::try_from(most).unwrap_or(usize::MAX) { self.find(typed)? } else { None };
        let rest = found.iter().flat_map(Found::ids).filter(|id| !ranked.contains(id));
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        Ok(ranked.iter().copied().chain(rest).take(most).collect())
    }
}
