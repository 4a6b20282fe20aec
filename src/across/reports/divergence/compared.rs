//! One value, as two reports give it.

use super::wording::same_words;
use crate::review::{Part, PartValue};

/// How a value here stands to the one there, where at least one report gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compared<T> {
    /// Both give the same.
    Agree,
    /// Each gives another.
    Differ {
        /// The one given here.
        here: T,
        /// The one given there.
        there: T,
    },
    /// There nothing is said of it.
    OnlyHere(T),
    /// Here nothing is said of it.
    OnlyThere(T),
}

impl<T> Compared<T> {
    /// Compares what two reports give, if one of them gives anything.
    pub(super) fn of(here: Option<T>, there: Option<T>, same: impl Fn(&T, &T) -> bool) -> Option<Self> {
        Some(match (here, there) {
            (Some(here), Some(there)) if same(&here, &there) => Self::Agree,
            (Some(here), Some(there)) => Self::Differ { here, there },
            (Some(here), None) => Self::OnlyHere(here),
            (None, Some(there)) => Self::OnlyThere(there),
            (None, None) => return None,
        })
    }

    /// Whether the two contradict each other: what only one tells is no contradiction.
    pub fn differs(&self) -> bool {
        matches!(self, Self::Differ { .. })
    }

    /// The same, seen from there.
    #[cfg(test)]
    pub(super) fn mirrored(self) -> Self {
        match self {
            Self::Agree => Self::Agree,
            Self::Differ { here, there } => Self::Differ { here: there, there: here },
            Self::OnlyHere(value) => Self::OnlyThere(value),
            Self::OnlyThere(value) => Self::OnlyHere(value),
        }
    }
}

/// A part of the record, as two reports of one meeting, participant or commitment give it, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which part.
    pub on: &'static Part,
    /// What each gives.
    pub values: Compared<String>,
}

impl Difference {
    /// What two reports give of each part that is compared and that one of them gives. `get` reads a part
    /// here and there.
    pub(super) fn each(get: impl Fn(&Part) -> [Option<PartValue>; 2]) -> Vec<Self> {
        let parts = Part::ALL.iter().filter(|part| part.compared.is_some());
        parts.filter_map(|part| Some(Self { on: part, values: compare(get(part))? })).collect()
    }

    /// In what, in words: "who is bound".
    pub fn label(&self) -> &'static str {
        self.on.compared.unwrap_or(self.on.word)
    }
}

fn compare([here, there]: [Option<PartValue>; 2]) -> Option<Compared<String>> {
    let (words_here, words_there) =
        (here.as_ref().and_then(PartValue::in_words), there.as_ref().and_then(PartValue::in_words));
    Compared::of(words_here, words_there, |_, _| match (&here, &there) {
        (Some(here), Some(there)) => here.is_same(there, same_words),
        _ => false,
    })
}
