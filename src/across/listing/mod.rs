//! The list of articles as a search, a filter and an order leave it, and the counts of the filter's
//! choices. Worked out over the [`Catalog`] when articles or the filter change, never while a frame is
//! drawn.
//!
//! An article of several contacts has a record for each, and fits a filter if one of them does. It is listed
//! and counted once, as the first of its contacts that fits.

mod catalog;
mod conditions;
mod facets;
mod filter;
mod near_in_time;
mod picked;
mod selected;

use std::cmp::Ordering;

use smallvec::SmallVec;

pub use catalog::{Catalog, Row};
pub use conditions::{ConditionError, Conditions};
pub use facets::{Facet, FacetOption, Narrowing};
pub use filter::{Counts, ListFilter, Show, Sort};
pub use picked::Picked;
pub use selected::SelectedRows;

use crate::model::{ArticleKey, EntryId};
use crate::store::Found;
use facets::{Sieve, Tallies};

/// The list that the window shows, kept ready.
#[derive(Debug, Default)]
pub struct Listing {
    pub filter: ListFilter,
    /// How many articles of each kind the library has.
    pub counts: Counts,
    /// How many of them the search and the filters leave.
    pub counts_left: Counts,
    /// The articles listed, in the order of the filter, each by the first of its contacts that fits.
    pub listed: Vec<EntryId>,
    /// The records that fit: those of the articles listed, but for contacts that do not.
    pub fitting: Found,
    /// What was found of the words that are searched for; none while nothing is.
    pub found: Option<Found>,
    /// The articles that were picked by hand or from a picture; none while the list is of all.
    pub picked: Option<Picked>,
    /// The rows that are selected together.
    pub selected: SelectedRows,
    /// Changes whenever the list or what is counted may have.
    pub revision: u64,
    /// The last article that fell out of the list while it was worked on, and where it stood.
    left: Option<(ArticleKey, usize)>,
}

impl Listing {
    /// Works everything out anew: articles came or went, or the filter changed.
    pub fn refresh(&mut self, catalog: &Catalog) {
        let sieve = Sieve::new(&self.filter.chosen, catalog);
        let mut rows: Vec<&Row> = catalog.rows().iter().filter(|row| self.fits(row, &sieve)).collect();
        let mut fitting = Found::default();
        rows.iter().for_each(|row| fitting.add(row.id));
        rows.retain(|row| catalog.is_first(row, |row| fitting.has(row.id)));
        self.filter.sort.arrange(&mut rows, catalog, self.filter.backwards);
        self.listed = rows.into_iter().map(|row| row.id).collect();
        self.fitting = fitting;
        self.selected.follow(&self.listed);
        self.count(catalog, &sieve);
        self.revision += 1;
    }

    /// Counts the articles of each kind: all, and those that are left.
    fn count(&mut self, catalog: &Catalog, sieve: &Sieve) {
        self.counts = Counts::count(catalog, |_| true);
        let is_whole = self.found.is_none() && self.picked.is_none() && self.filter.chosen.is_empty();
        self.counts_left = match is_whole {
            true => self.counts,
            false => Counts::count(catalog, |row| self.is_sought(row) && sieve.misses(row) == 0),
        };
    }

    /// One record has changed. Its article only comes or goes, because this happens with every letter that is
    /// typed, and whoever works on it wants it where it is.
    pub fn refresh_one(&mut self, catalog: &Catalog, changed: EntryId) {
        let Some(row) = catalog.row(changed) else { return };
        let sieve = Sieve::new(&self.filter.chosen, catalog);
        match self.fits(row, &sieve) {
            true => self.fitting.add(changed),
            false => self.fitting.remove(changed),
        }
        let contacts = catalog.contacts(row);
        let first = contacts.iter().find(|row| self.fitting.has(row.id)).map(|row| row.id);
        let was = self.place(catalog, changed).ok().and_then(|at| Some((at, *self.listed.get(at)?)));
        if let Some((at, listed)) = was.filter(|(_, listed)| first != Some(*listed)) {
            self.listed.retain(|id| *id != listed);
            self.selected.replace(listed, first);
            self.left = Some((row.article, at));
        }
        if let Some(first) = first
            && let Err(at) = self.place(catalog, first)
        {
            self.listed.insert(at.min(self.listed.len()), first);
        }
        self.count(catalog, &sieve);
        self.revision += 1;
    }

    /// Where in the list the article of this record stands, or would stand if it were listed.
    pub fn place(&self, catalog: &Catalog, id: EntryId) -> Result<usize, usize> {
        let contacts = catalog.row(id).map(|row| catalog.contacts(row)).unwrap_or_default();
        let in_order = self.filter.sort == Sort::Added && !self.filter.backwards;
        if in_order {
            let others = contacts.iter().filter_map(|row| self.listed.binary_search(&row.id).ok());
            return others.map(Ok).next().unwrap_or_else(|| self.listed.binary_search(&id));
        }
        let article = contacts.first().map(|row| row.article);
        let left = || self.left.filter(|(left, _)| Some(*left) == article);
        let is_it = |listed: &EntryId| *listed == id || contacts.iter().any(|row| row.id == *listed);
        let at = self.listed.iter().position(is_it);
        at.ok_or_else(|| left().map_or(self.listed.len(), |(_, at)| at))
    }

    /// The rows that are selected together, in the order of the list.
    pub fn selected_rows(&self) -> impl Iterator<Item = EntryId> {
        let listed = if self.selected.is_empty() { &[] } else { self.listed.as_slice() };
        listed.iter().copied().filter(|id| self.selected.has(*id))
    }

    /// The records that fit, in the order in which their articles are listed: of the rows that are selected
    /// together, if any are.
    pub fn records_at_hand(&self, catalog: &Catalog) -> Vec<EntryId> {
        match self.selected.is_empty() {
            true => self.records(catalog),
            false => self.records_of(self.selected_rows(), catalog),
        }
    }

    /// The records that fit, in the order in which their articles are listed.
    pub fn records(&self, catalog: &Catalog) -> Vec<EntryId> {
        self.records_of(self.listed.iter().copied(), catalog)
    }

    fn records_of(&self, rows: impl Iterator<Item = EntryId>, catalog: &Catalog) -> Vec<EntryId> {
        let rows = rows.filter_map(|id| catalog.row(id));
        let contacts = rows.flat_map(|row| catalog.contacts(row)).map(|row| row.id);
        contacts.filter(|id| self.fitting.has(*id)).collect()
    }

    /// The choices of every facet, with how many articles each would leave.
    pub fn facets(&self, catalog: &Catalog) -> Vec<(Facet, Vec<FacetOption>)> {
        let sieve = Sieve::new(&self.filter.chosen, catalog);
        let mut tallies = Tallies::default();
        for row in catalog.rows().iter().filter(|row| catalog.is_first(row, |_| true)) {
            let contacts = catalog.contacts(row).into_iter().filter(|row| self.passes(row));
            let held_back = contacts.map(|row| (row, sieve.misses(row)));
            let near: SmallVec<[_; 2]> = held_back.filter(|(_, misses)| misses.count_ones() < 2).collect();
            tallies.count(&near);
        }
        let options = |facet| (facet, tallies.options(facet, &self.filter.chosen, catalog));
        Facet::ALL.iter().copied().map(options).collect()
    }

    /// Whether anything is left out.
    pub fn narrows(&self) -> bool {
        self.filter.narrows() || self.picked.is_some()
    }

    /// Whether a record fits everything that narrows the list.
    fn fits(&self, row: &Row, sieve: &Sieve) -> bool {
        self.passes(row) && sieve.misses(row) == 0
    }

    /// Whether a record fits the search and the chips.
    fn passes(&self, row: &Row) -> bool {
        self.filter.show.holds(row) && self.is_sought(row)
    }

    /// Whether a record was found and picked, where something is searched for or was picked.
    fn is_sought(&self, row: &Row) -> bool {
        let is_picked = self.picked.as_ref().is_none_or(|picked| picked.found.has(row.id));
        is_picked && self.found.as_ref().is_none_or(|found| found.has(row.id))
    }
}

impl Sort {
    /// Puts rows in this order; those that are alike in the order in which they were put in.
    fn arrange(self, rows: &mut [&Row], catalog: &Catalog, backwards: bool) {
        let publisher = |row: &Row| row.publisher.and_then(|key| catalog.publishers.name(key));
        let compare = |one: &&Row, other: &&Row| -> Ordering {
            match self {
                Self::Added => Ordering::Equal,
                Self::Day => one.day.cmp(&other.day),
                Self::Title => one.title.cmp(&other.title),
                Self::Publisher => publisher(one).cmp(&publisher(other)),
                Self::Status => one.status.cmp(&other.status),
                Self::Problems => one.problems.cmp(&other.problems),
                Self::Commitments => one.commitments.cmp(&other.commitments),
            }
        };
        match (self, backwards) {
            (Self::Added, false) => {}
            (Self::Added, true) => rows.reverse(),
            (_, false) => rows.sort_by(compare),
            (_, true) => rows.sort_by(|one, other| compare(other, one)),
        }
    }
}
