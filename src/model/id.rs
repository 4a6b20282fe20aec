//! What an article is known by within its library.

use super::article::Article;

/// What a record is known by within its library, for ever: that of the main contact of an article, or of another.
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

/// Which article a record is of: the records of all its contacts share it, and those of others do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleKey(u64);

impl ArticleKey {
    /// The key of an article: the digest may be of a file that another import has made another text of.
    pub fn of(article: &Article) -> Self {
        let digest = article.sha256.as_str().get(..16).unwrap_or_default();
        let digest = u64::from_str_radix(digest, 16).unwrap_or_default();
        // Multiplied by an odd number, so that lengths a little apart change all of it.
        let length = (article.text.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Self(digest ^ length)
    }

    /// The key with these bits, as they were kept.
    pub fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// The bits, to be kept.
    pub fn to_bits(self) -> u64 {
        self.0
    }
}
