//! Which commitments are shown, and in which order. Every row has one number by which it is sorted, so that
//! hundreds of thousands are put in order while nobody notices.

use super::making::Said;
use super::plan::{Column, Due, LedgerFilter, LedgerOrder};
use super::{Ledger, Line, Side};
use crate::model::{Day, PartyCode};

impl Ledger {
    /// Shows what fits the filter, in this order. `said` are the commitments that have the filter's words.
    pub fn arrange(&mut self, order: LedgerOrder, filter: &LedgerFilter, said: Option<&Said>, today: Day) {
        let with = |code: &PartyCode| self.sides.iter().map(|side| side.has(code)).collect::<Vec<bool>>();
        let (by, toward) = (filter.by.as_ref().map(with), filter.toward.as_ref().map(with));
        let among = |sides: &Option<Vec<bool>>, side: u32| {
            sides.as_ref().is_none_or(|sides| sides.get(side as usize).is_some_and(|is_in| *is_in))
        };
        let fits = |line: &Line| {
            among(&by, line.by)
                && among(&toward, line.toward)
                && filter.obligation.is_none_or(|obligation| obligation == line.obligation)
                && is_due(filter.due, line, today)
                && said.is_none_or(|said| self.id(line).is_some_and(|id| said.contains(&(id, line.place))))
        };
        let numbered = self.lines.iter().zip(0_u32..).filter(|(line, _)| fits(line));
        let mut keys: Vec<u64> = numbered
            .map(|(line, at)| {
                u64::from(turned(self.key(line, order.column), order.backwards)) << 32 | u64::from(at)
            })
            .collect();
        keys.sort_unstable();
        // The low half of a key is the line's number.
        self.shown = keys.into_iter().map(|key| key as u32).collect();
        self.arrangement += 1;
    }

    /// The number of a line in a column; none where nothing is known.
    fn key(&self, line: &Line, column: Column) -> Option<u32> {
        let is_named = |known: &&Side| !known.is_nobody() && !known.are_each_other;
        let named = |side: u32| self.sides.get(side as usize).filter(is_named).map(|_| side);
        let source = self.articles.get(line.source as usize);
        match column {
            Column::Who => named(line.by),
            Column::Toward => named(line.toward),
            Column::Deadline => last_day(line).map(number),
            Column::Obligation => Some(line.obligation as u32),
            Column::Ruling => Some(line.ruling as u32),
            Column::Day => source?.day.map(number),
            Column::Title => source.map(|source| source.title),
        }
    }

    fn id(&self, line: &Line) -> Option<crate::model::EntryId> {
        self.articles.get(line.source as usize).map(|source| source.id)
    }
}

/// The key in this direction; what is not known comes last in both.
fn turned(key: Option<u32>, backwards: bool) -> u32 {
    match key {
        None => u32::MAX,
        Some(key) if backwards => u32::MAX - 1 - key,
        Some(key) => key,
    }
}

/// A number that is greater for a later day.
fn number(day: Day) -> u32 {
    // No calendar goes back before the year -9999.
    let year = u32::from((day.0.year() + 10_000).unsigned_abs());
    year << 9 | u32::from(day.0.month().unsigned_abs()) << 5 | u32::from(day.0.day().unsigned_abs())
}

fn last_day(line: &Line) -> Option<Day> {
    line.deadline?.last_day()
}

fn is_due(due: Due, line: &Line, today: Day) -> bool {
    match due {
        Due::Whenever => true,
        Due::Overdue => last_day(line).is_some_and(|last| last < today),
        Due::ThisYear => last_day(line).is_some_and(|last| last.0.year() == today.0.year()),
        Due::Sometime => line.deadline.is_some(),
        Due::Open => line.deadline.is_none(),
    }
}
