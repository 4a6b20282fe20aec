//! Facets: what a list can be narrowed by, and how many articles each choice would leave.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use super::catalog::{Catalog, NameKey, Row};
use crate::model::{Line, MeetingKind, PartyCode, ReviewStatus};

/// What a list can be narrowed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// How far the review has come.
    Status,
    /// Under which name it is filed.
    Tag,
    /// How the parties were in contact.
    Kind,
    /// Who took part.
    Party,
    /// Which two took part.
    Pair,
    /// When it was.
    Month,
    /// Who issued the article.
    Publisher,
    /// Who reviewed the record.
    Reviewer,
}

/// One choice of a facet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Narrowing {
    /// Records of this status.
    Status(ReviewStatus),
    /// Records filed under this name.
    Tag(Line),
    /// Contacts of this kind.
    Kind(MeetingKind),
    /// Those in which this party took part.
    Party(PartyCode),
    /// Those in which both took part, in the order of their codes.
    Pair(PartyCode, PartyCode),
    /// Those of this month: year and month.
    Month(i16, i8),
    /// Articles of this publisher.
    Publisher(String),
    /// Records of this reviewer.
    Reviewer(String),
}

/// A choice, and how many articles it would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetOption {
    /// The choice.
    pub narrowing: Narrowing,
    /// What it is called.
    pub label: String,
    /// How many articles it would leave.
    pub count: usize,
}

impl Facet {
    /// Every facet, in the order in which they are shown.
    pub const ALL: &'static [Self] = &[
        Self::Status,
        Self::Tag,
        Self::Kind,
        Self::Party,
        Self::Pair,
        Self::Month,
        Self::Publisher,
        Self::Reviewer,
    ];

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::Status => "Status",
            Self::Tag => "Tag",
            Self::Kind => "Kind of contact",
            Self::Party => "Party",
            Self::Pair => "Pair of parties",
            Self::Month => "Month",
            Self::Publisher => "Publisher",
            Self::Reviewer => "Reviewer",
        }
    }

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

impl Narrowing {
    /// The facet that it is a choice of.
    pub fn facet(&self) -> Facet {
        match self {
            Self::Status(_) => Facet::Status,
            Self::Tag(_) => Facet::Tag,
            Self::Kind(_) => Facet::Kind,
            Self::Party(_) => Facet::Party,
            Self::Pair(..) => Facet::Pair,
            Self::Month(..) => Facet::Month,
            Self::Publisher(_) => Facet::Publisher,
            Self::Reviewer(_) => Facet::Reviewer,
        }
    }

    /// Both parties, in whatever order they are given.
    pub fn pair(one: PartyCode, other: PartyCode) -> Self {
        if one <= other { Self::Pair(one, other) } else { Self::Pair(other, one) }
    }

    /// What it is called.
    pub fn label(&self, catalog: &Catalog) -> String {
        let name = |code: &PartyCode| {
            let known = catalog.parties.all().find(|(_, party)| party.code == *code);
            known.map_or_else(|| code.to_string(), |(_, party)| party.name.to_string())
        };
        match self {
            Self::Status(status) => status.label().to_owned(),
            Self::Tag(tag) => tag.to_string(),
            Self::Kind(kind) => kind.label().to_owned(),
            Self::Party(code) => name(code),
            Self::Pair(one, other) => format!("{} and {}", name(one), name(other)),
            Self::Month(year, month) => month_in_words(*year, *month),
            Self::Publisher(name) | Self::Reviewer(name) => name.clone(),
        }
    }
}

fn month_in_words(year: i16, month: i8) -> String {
    let first = jiff::civil::Date::new(year, month, 1);
    first.map_or_else(|_| format!("{year}-{month}"), |first| first.strftime("%B %Y").to_string())
}

/// The choices of a filter as the catalog's keys: within a facet any of them, of every facet one.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    status: u8,
    tags: Vec<NameKey>,
    kind: u8,
    parties: Vec<SmallVec<[NameKey; 2]>>,
    pairs: Vec<[SmallVec<[NameKey; 2]>; 2]>,
    months: Vec<(i16, i8)>,
    publishers: Vec<NameKey>,
    reviewers: Vec<NameKey>,
    /// The facets of which something was chosen.
    chosen: u8,
}

impl Sieve {
    pub fn new(chosen: &BTreeSet<Narrowing>, catalog: &Catalog) -> Self {
        // A code may stand with several names.
        let keys = |code: &PartyCode| -> SmallVec<[NameKey; 2]> {
            catalog.parties.all().filter(|(_, party)| party.code == *code).map(|(key, _)| key).collect()
        };
        let mut sieve = Self::default();
        for narrowing in chosen {
            sieve.chosen |= narrowing.facet().bit();
            match narrowing {
                Narrowing::Status(status) => sieve.status |= 1 << *status as u8,
                Narrowing::Tag(tag) => sieve.tags.extend(catalog.tags.known(tag)),
                Narrowing::Kind(kind) => sieve.kind |= 1 << *kind as u8,
                Narrowing::Party(code) => sieve.parties.push(keys(code)),
                Narrowing::Pair(one, other) => sieve.pairs.push([keys(one), keys(other)]),
                Narrowing::Month(year, month) => sieve.months.push((*year, *month)),
                Narrowing::Publisher(name) => sieve.publishers.extend(catalog.publishers.known(name)),
                Narrowing::Reviewer(name) => sieve.reviewers.extend(catalog.reviewers.known(name)),
            }
        }
        sieve
    }

    /// The facets that hold this row back, a bit each.
    pub fn misses(&self, row: &Row) -> u8 {
        if self.chosen == 0 {
            return 0;
        }
        let took_part = |keys: &SmallVec<[NameKey; 2]>| keys.iter().any(|key| row.parties.contains(key));
        let passes = |facet: Facet| match facet {
            Facet::Status => self.status >> row.status as u8 & 1 == 1,
            Facet::Tag => row.tags.iter().any(|key| self.tags.contains(key)),
            Facet::Kind => row.kind.is_some_and(|kind| self.kind >> kind as u8 & 1 == 1),
            Facet::Party => self.parties.iter().any(took_part),
            Facet::Pair => self.pairs.iter().any(|pair| pair.iter().all(took_part)),
            Facet::Month => row.day.is_some_and(|day| self.months.contains(&month(day))),
            Facet::Publisher => row.publisher.is_some_and(|key| self.publishers.contains(&key)),
            Facet::Reviewer => row.reviewer.is_some_and(|key| self.reviewers.contains(&key)),
        };
        let chosen = Facet::ALL.iter().filter(|facet| self.chosen & facet.bit() != 0);
        chosen.filter(|facet| !passes(**facet)).map(|facet| facet.bit()).sum()
    }
}

fn month(day: crate::model::Day) -> (i16, i8) {
    (day.0.year(), day.0.month())
}

/// How many articles each choice of each facet would leave.
#[derive(Debug, Default)]
pub(super) struct Tallies {
    status: HashMap<ReviewStatus, usize>,
    tags: HashMap<NameKey, usize>,
    kind: HashMap<MeetingKind, usize>,
    parties: HashMap<NameKey, usize>,
    pairs: HashMap<(NameKey, NameKey), usize>,
    months: HashMap<(i16, i8), usize>,
    publishers: HashMap<NameKey, usize>,
    reviewers: HashMap<NameKey, usize>,
}

impl Tallies {
    /// Counts the contacts of an article, each with the facets that hold it back, once for every choice of
    /// a facet that one of them has which no other facet holds back.
    pub fn count(&mut self, contacts: &[(&Row, u8)]) {
        let of = |facet: Facet| {
            contacts.iter().filter(move |(_, misses)| misses & !facet.bit() == 0).map(|(row, _)| *row)
        };
        add(&mut self.status, contacts, of(Facet::Status).map(|row| row.status));
        add(&mut self.tags, contacts, of(Facet::Tag).flat_map(|row| row.tags.iter().copied()));
        add(&mut self.kind, contacts, of(Facet::Kind).filter_map(|row| row.kind));
        add(&mut self.parties, contacts, of(Facet::Party).flat_map(|row| row.parties.iter().copied()));
        add(&mut self.pairs, contacts, of(Facet::Pair).flat_map(|row| pairs(&row.parties)));
        add(&mut self.months, contacts, of(Facet::Month).filter_map(|row| row.day.map(month)));
        add(&mut self.publishers, contacts, of(Facet::Publisher).filter_map(|row| row.publisher));
        add(&mut self.reviewers, contacts, of(Facet::Reviewer).filter_map(|row| row.reviewer));
    }

    /// The choices of a facet: months by time, what has an order of its own in that, the rest by how many
    /// articles they would leave. What is chosen stays, even if it would leave none.
    pub fn options(&self, facet: Facet, chosen: &BTreeSet<Narrowing>, catalog: &Catalog) -> Vec<FacetOption> {
        let code = |key: NameKey| catalog.parties.name(key).map(|party| party.code.clone());
        let mut found: Vec<(Narrowing, usize)> = match facet {
            Facet::Status => ordered(ReviewStatus::ALL, &self.status, Narrowing::Status),
            Facet::Tag => named(&self.tags, |key| catalog.tags.name(*key).cloned().map(Narrowing::Tag)),
            Facet::Kind => ordered(MeetingKind::ALL, &self.kind, Narrowing::Kind),
            Facet::Party => named(&self.parties, |key| code(*key).map(Narrowing::Party)),
            Facet::Pair => named(&self.pairs, |(one, other)| {
                let (one, other) = (code(*one)?, code(*other)?);
                (one != other).then(|| Narrowing::pair(one, other))
            }),
            Facet::Month => named(&self.months, |(year, month)| Some(Narrowing::Month(*year, *month))),
            Facet::Publisher => named(&self.publishers, |key| {
                catalog.publishers.name(*key).cloned().map(Narrowing::Publisher)
            }),
            Facet::Reviewer => {
                named(&self.reviewers, |key| catalog.reviewers.name(*key).cloned().map(Narrowing::Reviewer))
            }
        };
        for narrowing in chosen.iter().filter(|narrowing| narrowing.facet() == facet) {
            if !found.iter().any(|(known, _)| known == narrowing) {
                found.push((narrowing.clone(), 0));
            }
        }
        match facet {
            Facet::Month => found.sort_by(|one, other| other.0.cmp(&one.0)),
            Facet::Status | Facet::Kind => {}
            _ => found.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0))),
        }
        let option = |(narrowing, count): (Narrowing, usize)| {
            let label = narrowing.label(catalog);
            FacetOption { narrowing, label, count }
        };
        found.into_iter().map(option).collect()
    }
}

/// Every two of these parties, the smaller key first.
fn pairs(parties: &[NameKey]) -> impl Iterator<Item = (NameKey, NameKey)> {
    let with = move |(at, one): (usize, &NameKey)| {
        let one = *one;
        parties.iter().skip(at + 1).map(move |other| (one.min(*other), one.max(*other)))
    };
    parties.iter().enumerate().flat_map(with)
}

/// Counts choices for an article, each once, however many of its contacts have it.
fn add<K: Copy + Eq + Hash>(
    counts: &mut HashMap<K, usize>,
    contacts: &[(&Row, u8)],
    choices: impl Iterator<Item = K>,
) {
    let mut counted: Vec<K> = Vec::new();
    for choice in choices {
        if contacts.len() > 1 {
            if counted.contains(&choice) {
                continue;
            }
            counted.push(choice);
        }
        *counts.entry(choice).or_default() += 1;
    }
}

fn ordered<T: Copy + Eq + Hash>(
    all: &[T],
    counts: &HashMap<T, usize>,
    narrowing: fn(T) -> Narrowing,
) -> Vec<(Narrowing, usize)> {
    all.iter().filter_map(|one| counts.get(one).map(|count| (narrowing(*one), *count))).collect()
}

/// The same choice may stand under several keys.
fn named<K>(
    counts: &HashMap<K, usize>,
    narrowing: impl Fn(&K) -> Option<Narrowing>,
) -> Vec<(Narrowing, usize)> {
    let mut found: HashMap<Narrowing, usize> = HashMap::new();
    for (key, count) in counts {
        if let Some(narrowing) = narrowing(key) {
            *found.entry(narrowing).or_default() += count;
        }
    }
    found.into_iter().collect()
}
