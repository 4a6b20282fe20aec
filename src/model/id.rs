//! What an article is known by within its library.

/// What an article is known by within its library, for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(u32);

impl EntryId {
    /// The first id of a library.
    pub const FIRST: Self = Self(1);

    /// The id of this number, if it is one that an article can have.
    pub fn from_number(number: i64) -> Option<Self> {
        u32::try_from(number).ok().map(Self)
    }

    /// Its number.
    pub fn number(self) -> u32 {
        self.0
    }

    /// The id after this one.
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}
