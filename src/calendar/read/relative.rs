//! Days that are counted from the text's own: "yesterday", "this morning", "two days ago", "a week ago".

use super::Manner;
use crate::calendar::cursor::Cursor;
use crate::calendar::told::{Period, Told};
use crate::calendar::vocabulary::{Meaning, Unit, meaning};

/// Days in a week.
const WEEK: i32 = 7;

/// A day, month or year so far away.
pub(super) fn from_today(at: Cursor<'_>, manner: Manner) -> Option<(Told, Cursor<'_>)> {
    let phrase = |meaning| match meaning {
        Meaning::FromToday(days) => Some(Told::FromToday(days)),
        _ => None,
    };
    meaning(at, manner, phrase).or_else(|| ago(at, manner))
}

/// "two days ago", "three weeks from now". What is only about so long ago tells no day.
fn ago(at: Cursor<'_>, manner: Manner) -> Option<(Told, Cursor<'_>)> {
    const VAGUE: &[&str] = &[
        "than", "over", "about", "nearly", "almost", "around", "some", "least", "under", "roughly", "barely",
    ];
    let (count, end) = count(at, manner)?;
    let (unit, end) = unit(end, manner)?;
    let back = end.word(&["ago"]).map(|end| (-count, end));
    let ahead = || Some((count, end.word(&["from"])?.word(&["now", "today"])?));
    let (count, end) = back.or_else(ahead).filter(|_| !at.is_after(VAGUE))?;
    let told = match unit {
        Unit::Day => Told::FromToday(count),
        Unit::Week => Told::FromToday(count * WEEK),
        Unit::Month => Told::Period(Period::Months(count)),
        Unit::Year => Told::Period(Period::Years(count)),
    };
    Some((told, end))
}

/// "two", "10".
fn count(at: Cursor<'_>, manner: Manner) -> Option<(i32, Cursor<'_>)> {
    if let Some((number, end)) = at.number(1..=3).filter(|_| !at.number_began()) {
        return Some((number.into(), end));
    }
    meaning(at, manner, |meaning| if let Meaning::Count(count) = meaning { Some(count) } else { None })
}

/// "days".
pub(super) fn unit(at: Cursor<'_>, manner: Manner) -> Option<(Unit, Cursor<'_>)> {
    meaning(at, manner, |meaning| if let Meaning::Unit(unit) = meaning { Some(unit) } else { None })
}
