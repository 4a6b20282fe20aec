//! The list of articles as a search, a filter and an order leave it, and the counts of the filter's
//! choices. Worked out over the [`Catalog`] when articles or the filter change, never while a frame is
//! drawn.

mod catalog;
mod facets;
mod filter;
mod near_in_time;
mod picked;

use std::cmp::Ordering;

pub use catalog::{Catalog, Row};
pub use facets::{Facet, FacetOption, Narrowing};
pub use filter::{Counts, ListFilter, Show, Sort};
pub use picked::Picked;

use crate::model::EntryId;
use crate::store::Found;
use facets::{Sieve, Tallies};

/// The list that the window shows, kept ready.
#[derive(Debug, Default)]
pub struct Listing {
    pub filter: ListFilter,
    pub counts: Counts,
    /// The articles listed, in the order of the filter.
    pub listed: Vec<EntryId>,
    /// What was found of the words that are searched for; none while nothing is.
    pub found: Option<Found>,
    /// The articles that were picked by hand or from a picture; none while the list is of all.
    pub picked: Option<Picked>,
    /// Changes whenever the list or what is counted may have.
    pub revision: u64,
    /// The last article that fell out of the list while it was worked on, and where it stood.
    left: Option<(EntryId, usize)>,
}

impl Listing {
    /// Works everything out anew: articles came or went, or the filter changed.
    pub fn refresh(&mut self, catalog: &Catalog) {
        let sieve = Sieve::new(&self.filter.chosen, catalog);
        let mut rows: Vec<&Row> =
            catalog.rows().iter().filter(|row| self.passes(row) && sieve.misses(row) == 0).collect();
        self.filter.sort.arrange(&mut rows, catalog, self.filter.backwards);
        self.listed = rows.into_iter().map(|row| row.id).collect();
        self.counts = Counts::count(catalog.rows());
        self.revision += 1;
    }

    /// One article has changed. It only comes or goes, because this happens with every letter that is typed,
    /// and whoever works on it wants it where it is.
    pub fn refresh_one(&mut self, catalog: &Catalog, changed: EntryId) {
        let Some(row) = catalog.row(changed) else { return };
        let fits = self.passes(row) && Sieve::new(&self.filter.chosen, catalog).misses(row) == 0;
        match (self.place(changed), fits) {
            (Ok(at), false) => {
                self.listed.remove(at);
                self.left = Some((changed, at));
            }
            (Err(at), true) => self.listed.insert(at.min(self.listed.len()), changed),
            _ => {}
        }
        self.counts = Counts::count(catalog.rows());
        self.revision += 1;
    }

    /// Where in the list an article stands, or would stand if it were listed.
    pub fn place(&self, id: EntryId) -> Result<usize, usize> {
        let in_order = self.filter.sort == Sort::Added && !self.filter.backwards;
        if in_order {
            return self.listed.binary_search(&id);
        }
        let left = || self.left.filter(|(left, _)| *left == id).map_or(self.listed.len(), |(_, at)| at);
        self.listed.iter().position(|listed| *listed == id).ok_or_else(left)
    }

    /// The choices of every facet, with how many articles each would leave.
    pub fn facets(&self, catalog: &Catalog) -> Vec<(Facet, Vec<FacetOption>)> {
        let sieve = Sieve::new(&self.filter.chosen, catalog);
        let mut tallies = Tallies::default();
        for row in catalog.rows().iter().filter(|row| self.passes(row)) {
            let misses = sieve.misses(row);
            if misses.count_ones() < 2 {
                tallies.count(row, misses);
            }
        }
        let options = |facet| (facet, tallies.options(facet, &self.filter.chosen, catalog));
        Facet::ALL.iter().copied().map(options).collect()
    }

    /// Whether anything is left out.
    pub fn narrows(&self) -> bool {
        self.filter.narrows() || self.picked.is_some()
    }

    /// Whether an article fits the search and the chips.
    fn passes(&self, row: &Row) -> bool {
        let is_picked = self.picked.as_ref().is_none_or(|picked| picked.found.has(row.id));
        is_picked && self.filter.show.holds(row) && self.found.as_ref().is_none_or(|found| found.has(row.id))
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
