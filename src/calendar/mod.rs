//! Words for days, in one place: what "last Friday", "12-14 March", "two days ago", "03/04/2031" or "the
//! end of 2021" mean, whoever reads them. The import reads an article's own day, the engine the days of its
//! text, a selection is read, and so is what a person types.
//!
//! Reading a day takes two steps that know nothing of each other:
//!
//! 1. **Readers propose.** A reader (`read/`) knows one way of telling a day and gives a [`Told`]: what the
//!    words say, and no more. Of "12-14 March" it is *known* that there are two days of a March; the year
//!    is *implied*, so it is `None`. Of "on Friday" only the weekday is known. At every word all readers
//!    are asked, the longest reading wins, and days that no calendar has are dropped.
//! 2. **The resolver settles.** [`Told::resolve`] fills in what is implied, from a [`Context`]: the day that
//!    the article is of, the side to which the words look, whether the article writes day or month first.
//!    It gives a [`Resolved`] with its working in words (`"Friday" on or before Sunday 18 October 2020 is
//!    Friday 16 October 2020`). What is known it never changes.
//!
//! Where the words could mean several days, [`Told::readings`] has them all, the likeliest first.
//! A longer time has no day, but it may be a deadline: [`Told::deadline`].
//!
//! ```text
//! text → cursor, vocabulary → read → Told ┬→ resolve  → Resolved (days, basis, working)
//!                              context ───┼→ readings → all that it could be
//!                                         └→ deadline → PartialDate
//! ```
//!
//! A name of a month or weekday, in any language, is a row of `assets/tables/calendar.tsv`. A new way of
//! telling a day is a reader in the list of `read/mod.rs`, with lines in the tables of `tests.rs`.

mod context;
mod cursor;
mod deadline;
mod order;
mod read;
mod readings;
mod resolve;
#[cfg(test)]
mod tests;
mod told;
mod typed;
mod vocabulary;

pub use context::{Anchor, Context, Direction};
pub use order::{DateOrder, OrderEvidence, Surroundings};
pub use read::{LINE, Manner, Mention, TEXT, beginnings, find, may_begin, numbers_in, read_at};
pub use resolve::{Against, Resolved};
pub use told::{Date, Numbers, Period, Stretch, Told, Which};
pub use typed::{read_day, read_deadline};
pub use vocabulary::{DayWord, english, is_weekday};

use jiff::civil::Weekday;

use crate::model::Day;

/// The first days that these words name, such as those that a person selects in an article: first as running
/// text is read, then as a line in any language.
pub fn days_in(words: &str, context: &Context) -> Option<Resolved> {
    let against = Against { anchor: context.anchor(), direction: Direction::Past, order: &context.order };
    let mut mentions = find(words, TEXT).into_iter().chain(find(words, LINE));
    mentions.find_map(|mention| mention.told.resolve(words.get(mention.bytes)?, against))
}

/// The weekdays that a text names.
pub fn weekdays_in(text: &str) -> impl Iterator<Item = Weekday> {
    find(text, TEXT).into_iter().flat_map(|mention| mention.told.weekdays())
}

/// A weekday by its English name.
pub fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

impl Told {
    /// The one day that is written out here; a missing year is the one that brings it nearest to `near`. Of
    /// several days it is the last.
    pub fn day(self, near: Option<Day>, order: &DateOrder) -> Option<Day> {
        let anchor = near.map(Anchor::plain);
        let against = Against { anchor: anchor.as_ref(), direction: Direction::Nearest, order };
        let days = self.resolve("", against).filter(|_| self.is_written())?;
        Some(days.end.unwrap_or(days.start))
    }
}
