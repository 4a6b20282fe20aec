//! A value of a cell.

use std::borrow::Cow;
use std::fmt;

use crate::model::{Day, Instant, Line};

/// A value of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'r> {
    /// There is none.
    None,
    /// Text that is not empty.
    Text(Cow<'r, str>),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// A day.
    Day(Day),
    /// A moment.
    Moment(Instant),
}

impl<'r> Value<'r> {
    /// This text; none where it is empty, since no table can tell the two apart.
    pub(super) fn text(text: &'r str) -> Self {
        if text.is_empty() { Self::None } else { Self::Text(Cow::Borrowed(text)) }
    }

    /// A line that may be missing.
    pub(super) fn line(line: Option<&'r Line>) -> Self {
        line.map_or(Self::None, |line| Self::text(line))
    }

    /// A number of things.
    pub(super) fn count(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// A day that may be missing.
    pub(super) fn day(day: Option<Day>) -> Self {
        day.map_or(Self::None, Self::Day)
    }

    /// Several words in one cell.
    pub(super) fn list<S: AsRef<str>>(words: impl Iterator<Item = S>) -> Self {
        let mut all = String::new();
        for word in words {
            if !all.is_empty() {
                all.push(';');
            }
            all.push_str(word.as_ref());
        }
        Self::from(all)
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::None } else { Self::Text(Cow::Owned(text)) }
    }
}

impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
            Self::Flag(flag) => flag.fmt(f),
            Self::Day(day) => day.fmt(f),
            Self::Moment(moment) => moment.fmt(f),
        }
    }
}
