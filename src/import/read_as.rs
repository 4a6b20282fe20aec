//! What is known of a file before it is read: from a list that names it, or because somebody says it.

use super::encodings::TextEncoding;
use super::reference::Reference;
use super::tables::KnownColumns;

/// What is known of a file before it is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReadAs<'r> {
    /// What a list of references says of the article in it, where it names it.
    pub reference: Option<&'r Reference>,
    /// The encoding of its text, where that is not to be found out because somebody says it. Text in files within it
    /// is in it too.
    pub encoding: Option<TextEncoding>,
    /// Which columns of tables hold what, where that is not to be guessed because somebody says it. Of tables within
    /// it, too.
    pub columns: Option<&'r KnownColumns>,
}
