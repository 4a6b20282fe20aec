//! Publishers: agencies, papers, ministries and organizations that issue articles.
//! The table is `assets/tables/publishers.tsv`.

use rustc_hash::FxHashMap;

use super::fold::fold;
use super::own::PUBLISHERS;
use super::table::{Row, TableError, list, rows};
use super::words::{Shape, words};
use crate::model::PartyCode;

/// An issuer of articles that the tables know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publisher {
    /// Its usual name.
    pub name: &'static str,
    /// For whom it speaks, if it is a government or an organization; the country of a paper.
    pub party: Option<PartyCode>,
    /// What it is; none for papers, stations, archives and the like.
    pub kind: Option<PublisherKind>,
}

/// What an issuer of articles is, where that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PublisherKind {
    /// A news agency.
    Agency,
    /// A ministry, presidency or other office of a state.
    Government,
    /// An organization of states.
    Organization,
}

#[derive(Debug, Default)]
pub(super) struct Publishers {
    rows: Vec<Publisher>,
    by_name: FxHashMap<String, usize>,
    by_domain: FxHashMap<&'static str, usize>,
}

impl Publishers {
    pub fn read() -> Result<Self, TableError> {
        let content = include_str!("../../assets/tables/publishers.tsv");
        let mut read = Self::default();
        for row in rows("publishers", content, PUBLISHERS)? {
            let row = row?;
            let publisher = Self::publisher(row)?;
            let [name, aliases, domains, ..] = row.cells;
            let at = read.rows.len();
            for spelling in std::iter::once(name).chain(list(aliases)) {
                read.by_name.entry(fold_name(spelling)).or_insert(at);
            }
            for domain in list(domains) {
                read.by_domain.entry(domain).or_insert(at);
            }
            read.rows.push(publisher);
        }
        Ok(read)
    }

    /// Adds one that goes before those of the same name or domain.
    pub fn add_own(&mut self, row: Row<5>) -> Result<(), TableError> {
        let publisher = Self::publisher(row)?;
        let [name, aliases, domains, ..] = row.cells;
        let at = self.rows.len();
        self.by_name.extend(std::iter::once(name).chain(list(aliases)).map(|name| (fold_name(name), at)));
        self.by_domain.extend(list(domains).map(|domain| (domain, at)));
        self.rows.push(publisher);
        Ok(())
    }

    fn publisher(row: Row<5>) -> Result<Publisher, TableError> {
        let [name, .., party, kind] = row.cells;
        let kind = match kind {
            "" => None,
            "agency" => Some(PublisherKind::Agency),
            "government" => Some(PublisherKind::Government),
            "organization" => Some(PublisherKind::Organization),
            other => return Err(row.error(format!("no kind of publisher is called {other}"))),
        };
        let party = match party {
            "" => None,
            code => Some(code.parse().map_err(|e| row.error(format!("{e}")))?),
        };
        if name.is_empty() {
            return Err(row.error("the name is missing"));
        }
        Ok(Publisher { name, party, kind })
    }

    pub fn named(&self, name: &str) -> Option<&Publisher> {
        self.by_name.get(&fold_name(name)).and_then(|&at| self.rows.get(at))
    }

    /// By a host name or any parent of it: `english.mofa.example` is found under `mofa.example`.
    pub fn of_host(&self, host: &str) -> Option<&Publisher> {
        let host = host.to_ascii_lowercase();
        let mut domain = host.as_str();
        loop {
            if let Some(&at) = self.by_domain.get(domain) {
                return self.rows.get(at);
            }
            domain = domain.split_once('.')?.1;
        }
    }
}

/// Names are the same whatever their case, marks and leading "the".
fn fold_name(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for word in words(name).filter(|word| !matches!(word.shape, Shape::Mark(_))) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(&fold(word.text));
    }
    match folded.strip_prefix("the ") {
        Some(rest) => rest.to_owned(),
        None => folded,
    }
}
