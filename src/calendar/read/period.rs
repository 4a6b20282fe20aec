//! Longer times: "June 2021", "early March", "the end of 2021", "the first half of 2022", "mid-2018",
//! "next spring", "this year", "the end of the month".

use super::Manner;
use super::date::year_number;
use super::relative::unit;
use super::week::which;
use crate::calendar::cursor::Cursor;
use crate::calendar::told::{Period, Stretch, Told, Which};
use crate::calendar::vocabulary::{Meaning, Unit, meaning, month};

/// A month, season or year, or a part of one.
pub(super) fn period(at: Cursor<'_>, manner: Manner) -> Option<(Told, Cursor<'_>)> {
    let (from, is_part) = behind_parts(at);
    let (period, end) = fraction(from).or_else(|| stretch(from, manner)).or_else(|| {
        // "the end of the year"
        let (unit, end) = unit(from, manner).filter(|_| is_part)?;
        Some((away(unit, Which::This)?, end))
    })?;
    Some((Told::Period(period), end))
}

/// Behind "the end of", "early", "mid-", and whether there was any: which part of a time is meant,
/// records cannot say.
fn behind_parts(at: Cursor<'_>) -> (Cursor<'_>, bool) {
    const PARTS: &[&str] = &["end", "early", "mid", "late", "beginning", "start", "middle"];
    let mut at = at.skip_word(&["the"]);
    let mut is_part = false;
    // "by the end of early June" has two.
    for _ in 0..2 {
        let Some(behind) = at.word(PARTS) else { break };
        at = behind.skip_mark(&['-', '‑', '‐', '–']).skip_word(&["of"]).skip_word(&["the"]);
        is_part = true;
    }
    (at, is_part)
}

/// "first half of 2022", "third quarter of next year", "Q1 2022".
fn fraction(at: Cursor<'_>) -> Option<(Period, Cursor<'_>)> {
    let (stretch, end) = named_fraction(at).or_else(|| {
        let (number, end) = at.word(&["Q"])?.number(1..=1)?;
        let number = i8::try_from(number).ok().filter(|number| (1..=4).contains(number))?;
        Some((Stretch::Quarter(number), end))
    })?;
    let from = end.skip_word(&["of"]).skip_word(&["the"]);
    if let Some((year, end)) = year_number(from) {
        return Some((Period::Of(stretch, year), end));
    }
    let (which, behind) = which(from);
    let end = behind.word(&["year"])?;
    let which = if which == Which::Bare { Which::This } else { which };
    Some((Period::Fraction(stretch, which), end))
}

/// "first half", "last quarter".
fn named_fraction(at: Cursor<'_>) -> Option<(Stretch, Cursor<'_>)> {
    const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];
    let numbered = (1..).zip(ORDINALS).find_map(|(number, word)| Some((number, at.word(&[word])?)));
    if let Some((number, behind)) = numbered {
        let half = behind.word(&["half"]).filter(|_| number <= 2).map(|end| (Stretch::Half(number), end));
        return half.or_else(|| Some((Stretch::Quarter(number), behind.word(&["quarter"])?)));
    }
    let behind = at.word(&["last"])?;
    let half = behind.word(&["half"]).map(|end| (Stretch::Half(2), end));
    half.or_else(|| Some((Stretch::Quarter(4), behind.word(&["quarter"])?)))
}

/// "June 2021", "autumn of 2021", "next spring", "this year", "2021".
fn stretch(at: Cursor<'_>, manner: Manner) -> Option<(Period, Cursor<'_>)> {
    if let Some((year, end)) = year_number(at).filter(|_| !at.number_began()) {
        return Some((Period::Of(Stretch::Year, year), end));
    }
    let (which, from) = which(at);
    if let Some((unit, end)) = unit(from, manner).filter(|_| which != Which::Bare) {
        return Some((away(unit, which)?, end));
    }
    let season = |meaning| match meaning {
        Meaning::Season(season) => Some(Stretch::Season(season)),
        _ => None,
    };
    let named = month(from, manner).map(|(month, end)| (Stretch::Month(month), end));
    let (stretch, end) = named.or_else(|| meaning(from, manner, season))?;
    let year = year_number(end.skip_mark(&[',']).skip_word(&["of", "de"])).filter(|_| which == Which::Bare);
    Some(match year {
        Some((year, end)) => (Period::Of(stretch, year), end),
        None => (Period::Which(stretch, which), end),
    })
}

/// "this month", "next year". Records have no weeks.
fn away(unit: Unit, which: Which) -> Option<Period> {
    let away = match which {
        Which::Last => -1,
        Which::Bare | Which::This => 0,
        Which::Next => 1,
    };
    match unit {
        Unit::Month => Some(Period::Months(away)),
        Unit::Year => Some(Period::Years(away)),
        Unit::Day | Unit::Week => None,
    }
}
