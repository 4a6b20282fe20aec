//! The ledger: every commitment of the articles that are listed, a row each, to be sorted and narrowed.
//!
//! It is [made](making) in the background, and is small: a row is keys and numbers, two dozen bytes. What
//! many rows share, such as who is bound, stands in it once. The [`words`] of commitments stay in the
//! library and are taken out for the rows that somebody looks at or [copies](copying). [`arranged`] says
//! which rows there are and in which order.

mod arranged;
mod copying;
mod making;
mod plan;
mod words;

pub use copying::{Cells, Copied, MOST_COPIED, copied};
pub use making::{Listed, Said, make as make_ledger, said};
pub use plan::{Column, Due, LedgerFilter, LedgerOrder};
pub use words::{Read as ReadWords, Words, read as read_words};

use crate::model::{Day, EntryId, Obligation, PartialDate, PartyCode, Ruling};

/// How many parties have a mark of their own in the ledger: those that stand in it most often.
pub const MARKED_PARTIES: usize = 8;

/// Every commitment of some articles.
#[derive(Debug, Default)]
pub struct Ledger {
    /// The articles, in the order of their ids.
    articles: Vec<Source>,
    /// Who stands on one side of commitments, by name; nobody comes last.
    sides: Vec<Side>,
    /// The commitments, by article and place.
    lines: Vec<Line>,
    /// Those that are shown, in their order.
    shown: Vec<u32>,
    /// Changes whenever rows come, go or change places.
    arrangement: u64,
}

/// The parties on one side of commitments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Who they are, by name; empty for nobody. Those who are bound together are bound to "each other".
    pub label: String,
    /// The mark of the first of them, if it has one: a number below [`MARKED_PARTIES`].
    pub mark: Option<usize>,
    /// Whether they are those who are bound, who undertake something together.
    pub are_each_other: bool,
    codes: Box<[PartyCode]>,
}

/// An article that the ledger has commitments of.
#[derive(Clone, Copy, Debug)]
struct Source {
    id: EntryId,
    day: Option<Day>,
    /// Where its title stands among all titles.
    title: u32,
}

/// A commitment, as keys.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// Which of the articles reports it.
    source: u32,
    /// Where it stands in its record.
    place: u32,
    by: u32,
    toward: u32,
    deadline: Option<PartialDate>,
    obligation: Obligation,
    ruling: Ruling,
}

/// A commitment of the ledger.
#[derive(Clone, Copy, Debug)]
pub struct LedgerRow<'a> {
    /// The article that reports it.
    pub article: EntryId,
    /// Where it stands among the commitments of its record.
    pub place: usize,
    /// Who is bound.
    pub by: &'a Side,
    /// To whom.
    pub toward: &'a Side,
    /// By when.
    pub deadline: Option<PartialDate>,
    /// How firmly.
    pub obligation: Obligation,
    /// What a person has said of it.
    pub ruling: Ruling,
    /// The day of the article.
    pub day: Option<Day>,
}

impl Ledger {
    /// How many rows are shown.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether no row is shown.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// How many commitments there are, shown or not.
    pub fn all(&self) -> usize {
        self.lines.len()
    }

    /// A number that changes whenever rows come, go or change places.
    pub fn arrangement(&self) -> u64 {
        self.arrangement
    }

    /// The same ledger in the place of another, from which it is told apart by its arrangement.
    pub fn following(self, other: Option<&Self>) -> Self {
        Self { arrangement: other.map_or(0, Self::arrangement) + 1, ..self }
    }

    /// The row at this place.
    pub fn row(&self, at: usize) -> Option<LedgerRow<'_>> {
        let line = self.lines.get(*self.shown.get(at)? as usize)?;
        let source = self.articles.get(line.source as usize)?;
        Some(LedgerRow {
            article: source.id,
            place: line.place as usize,
            by: self.sides.get(line.by as usize)?,
            toward: self.sides.get(line.toward as usize)?,
            deadline: line.deadline,
            obligation: line.obligation,
            ruling: line.ruling,
            day: source.day,
        })
    }

    /// Where the commitment of this article at this place is shown, if it is.
    pub fn position(&self, article: EntryId, place: usize) -> Option<usize> {
        let source = self.articles.binary_search_by_key(&article, |source| source.id).ok()?;
        let key = |line: &Line| (line.source as usize, line.place as usize);
        let line = self.lines.binary_search_by_key(&(source, place), key).ok()?;
        self.shown.iter().position(|shown| *shown as usize == line)
    }
}

impl Side {
    /// Whether a party is among them.
    pub fn has(&self, code: &PartyCode) -> bool {
        self.codes.contains(code)
    }

    /// Whether there is nobody.
    pub fn is_nobody(&self) -> bool {
        self.codes.is_empty()
    }
}
