//! Why a file is not taken in, in words for the person who opened it.

use crate::model::GivenUp;

/// Why a file did not become an article. The message says what the file is and what to do about it;
/// whoever shows it adds the file's name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// No bytes, or none that anybody could read.
    #[error("The file is empty. Save the article again and open the new file.")]
    Empty,
    /// Larger than any article.
    #[error(
        "The file has {} MB, and an article has at most {} MB. Save the article by itself, as text or as a page.",
        bytes.div_ceil(1_000_000),
        super::limits::LIMIT_BYTES / 1_000_000
    )]
    TooLarge {
        /// The file's length.
        bytes: u64,
    },
    /// Of a kind that is held to be read, and too large for that.
    #[error(
        "The file has {} MB; of this kind ({name}), files of at most {} MB are read. {remedy}",
        bytes.div_ceil(1_000_000),
        super::limits::LIMIT_OF_MANY_BYTES / 1_000_000
    )]
    TooLargeToHold {
        /// The file's length.
        bytes: u64,
        /// What the kind is called.
        name: &'static str,
        /// What to do instead.
        remedy: &'static str,
    },
    /// A row of a table that has no end.
    #[error(
        "Row {row} is longer than any article. Perhaps a quotation mark in it is not closed: mend it, and open the table again."
    )]
    EndlessRow {
        /// Which one, the names of the columns counted.
        row: u64,
    },
    /// A table that has no such column as somebody says.
    #[error(
        "The table has no column “{said}”. It has {columns}. Say by their names, or their numbers (#3), which of them hold {}.",
        super::tables::ColumnRole::words()
    )]
    NoColumn {
        /// The column that is not there.
        said: String,
        /// Those that are.
        columns: String,
    },
    /// The disk or the network gave no more of it.
    #[error("Reading the file failed ({0}). See whether it is still there, and open it again.")]
    BrokenOff(std::io::ErrorKind),
    /// A picture, an archive or a document of another program.
    #[error("The file is {looks_like}, not an article. {remedy}")]
    Binary {
        /// What it is, with its article: "a PNG picture".
        looks_like: &'static str,
        /// What to do instead.
        remedy: &'static str,
    },
    /// Bytes that no encoding turns into text.
    #[error("The file cannot be read as text: it is not valid {encoding}. Save it again as UTF-8.")]
    Undecodable {
        /// The encoding that it says it is in, or that comes nearest.
        encoding: &'static str,
    },
    /// Bytes that cannot be in the encoding that somebody says they are in.
    #[error("The file cannot be in {encoding}: too much of it means nothing there. Choose another encoding.")]
    NotInEncoding {
        /// The encoding.
        encoding: &'static str,
    },
    /// A page of links, a form, a headline alone.
    #[error(
        "No article was found in the file. Open the article's own page and save that, or copy its text into a .txt file."
    )]
    NoArticle,
    /// A page whose elements lie too deep in each other or are too many, or marks without end: to read it takes
    /// more work or memory than any article.
    #[error(
        "The file has more elements and marks, or deeper in each other, than an article has. Copy the article's text into a .txt file."
    )]
    TooIntricate,
    /// A document, message or archive that breaks off or contradicts itself.
    #[error("The file is {what}, but damaged. Save or download it again.")]
    Damaged {
        /// What it is, with its article: "a Word document".
        what: &'static str,
    },
    /// An archive in which there is more than anybody would open, or that never ends.
    #[error(
        "There is more in the file, or deeper, than is unpacked. Unpack it and open the articles inside."
    )]
    TooMuchWithin,
    /// Files lie within it, and none of them is an article.
    #[error("No article was found in the file. {first}{}", and_more(*more))]
    NothingWithin {
        /// What is told of the first of them.
        first: String,
        /// How many more there are.
        more: usize,
    },
    /// What the process says that read it.
    #[error("{0}")]
    Told(String),
    /// Nobody waits for it any more.
    #[error("It was being read when opening was stopped. Open it again.")]
    Cancelled,
}

impl From<GivenUp> for ImportError {
    fn from(why: GivenUp) -> Self {
        match why {
            GivenUp::Cancelled => Self::Cancelled,
            GivenUp::TooMuchWork => Self::TooIntricate,
        }
    }
}

/// " (and 3 more)"
fn and_more(more: usize) -> String {
    if more == 0 { String::new() } else { format!(" (And {more} more.)") }
}
