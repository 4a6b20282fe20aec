//! What the list is narrowed to, and in which order it stands.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::catalog::{Catalog, Row};
use super::facets::Narrowing;
use crate::model::ReviewStatus;

/// Which articles to list, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListFilter {
    /// Only those in which all these words occur.
    pub search: String,
    /// Only those of this kind.
    pub show: Show,
    /// Only those that fit one of these of each facet.
    pub chosen: BTreeSet<Narrowing>,
    /// In which order.
    pub sort: Sort,
    /// The last first.
    pub backwards: bool,
}

/// A kind of articles, by how far their review has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Show {
    /// Every one.
    #[default]
    All,
    /// Nobody vouches for it yet.
    ToReview,
    /// Somebody vouches for it.
    Reviewed,
    /// Somebody wants it looked at again.
    Flagged,
    /// Something about it does not fit together.
    Problems,
    /// It was put away.
    PutAway,
}

/// An order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// As they were put in.
    #[default]
    Added,
    /// By the day of the meeting.
    Day,
    /// By title.
    Title,
    /// By who issued them.
    Publisher,
    /// By how far the review has come.
    Status,
    /// By how many problems they have.
    Problems,
    /// By how many commitments they report.
    Commitments,
}

/// How many articles there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Every one that was not put away.
    pub all: usize,
    /// Nobody vouches for it yet.
    pub to_review: usize,
    /// Somebody vouches for it.
    pub reviewed: usize,
    /// Somebody wants it looked at again.
    pub flagged: usize,
    /// Something about it does not fit together.
    pub problems: usize,
    /// It was put away.
    pub put_away: usize,
}

impl ListFilter {
    /// Whether it leaves anything out.
    pub fn narrows(&self) -> bool {
        !self.search.trim().is_empty() || self.show != Show::All || !self.chosen.is_empty()
    }
}

impl Show {
    /// Every kind, in the order of the chips.
    pub const ALL: &'static [Self] =
        &[Self::All, Self::ToReview, Self::Reviewed, Self::Flagged, Self::Problems, Self::PutAway];

    /// The kind in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::ToReview => "To review",
            Self::Reviewed => "Reviewed",
            Self::Flagged => "Flagged",
            Self::Problems => "Problems",
            Self::PutAway => "Put away",
        }
    }

    /// Whether an article is of this kind.
    pub fn holds(self, row: &Row) -> bool {
        match self {
            Self::PutAway => row.is_put_away,
            _ if row.is_put_away => false,
            Self::All => true,
            Self::ToReview => matches!(row.status, ReviewStatus::Unreviewed | ReviewStatus::InReview),
            Self::Reviewed => row.status == ReviewStatus::Reviewed,
            Self::Flagged => row.is_flagged,
            Self::Problems => row.problems > 0,
        }
    }
}

impl Sort {
    /// Every order, in the order of the menu.
    pub const ALL: &'static [Self] = &[
        Self::Added,
        Self::Day,
        Self::Title,
        Self::Publisher,
        Self::Status,
        Self::Problems,
        Self::Commitments,
    ];

    /// The order in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Added => "As added",
            Self::Day => "By date",
            Self::Title => "By title",
            Self::Publisher => "By publisher",
            Self::Status => "By status",
            Self::Problems => "By problems",
            Self::Commitments => "By commitments",
        }
    }
}

impl Counts {
    /// How many there are of one kind.
    pub fn of(self, show: Show) -> usize {
        match show {
            Show::All => self.all,
            Show::ToReview => self.to_review,
            Show::Reviewed => self.reviewed,
            Show::Flagged => self.flagged,
            Show::Problems => self.problems,
            Show::PutAway => self.put_away,
        }
    }

    /// Counts the articles of a catalog that are wanted, one of several contacts once.
    pub(super) fn count(catalog: &Catalog, is_wanted: impl Fn(&Row) -> bool) -> Self {
        let mut counts = Self::default();
        for row in catalog.rows().iter().filter(|row| is_wanted(row)) {
            let holds =
                |show: Show| usize::from(catalog.is_first(row, |row| show.holds(row) && is_wanted(row)));
            counts.all += holds(Show::All);
            counts.to_review += holds(Show::ToReview);
            counts.reviewed += holds(Show::Reviewed);
            counts.flagged += holds(Show::Flagged);
            counts.problems += holds(Show::Problems);
            counts.put_away += holds(Show::PutAway);
        }
        counts
    }
}
