//! One value, as two reports give it.

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

/// Something in which two reports of one participant or commitment are not the same, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference<P> {
    /// In what.
    pub on: P,
    /// What each gives.
    pub values: Compared<String>,
}

impl<P> Difference<P> {
    /// What two reports give of one point, unless they agree.
    pub(super) fn on<T>(
        point: P,
        here: Option<T>,
        there: Option<T>,
        same: impl Fn(&T, &T) -> bool,
        in_words: impl Fn(T) -> String,
    ) -> Option<Self> {
        let values = match Compared::of(here, there, same)? {
            Compared::Agree => return None,
            Compared::Differ { here, there } => {
                Compared::Differ { here: in_words(here), there: in_words(there) }
            }
            Compared::OnlyHere(here) => Compared::OnlyHere(in_words(here)),
            Compared::OnlyThere(there) => Compared::OnlyThere(in_words(there)),
        };
        Some(Self { on: point, values })
    }
}
