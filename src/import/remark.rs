//! What is told of a file that was read: how many articles it says it has, and what in it was not read.

use super::error::ImportError;

/// Something that a person wants to know of a file whose articles were taken in. The sentence names what within
/// the file it is about; whoever shows it adds the file's name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Remark {
    /// An export that says how many articles it has, and has another number.
    #[error(
        "It says that it has {} articles, and {} were found in it. Open the export and see what is missing.",
        said,
        found
    )]
    Count {
        /// How many there should be.
        said: usize,
        /// How many there are.
        found: usize,
    },
    /// An export that numbers its articles, and leaves numbers out.
    #[error(
        "Its articles are numbered {first} to {last}, but {missing} of these numbers are missing. See whether the export was cut."
    )]
    Numbers {
        /// The first number.
        first: usize,
        /// The last number, or that of which it is said that it is.
        last: usize,
        /// How many between them are not there.
        missing: usize,
    },
    /// Entries of which there is no text to read: titles and where to find them.
    #[error(
        "{count} of its entries have no text, only where to find it. Export them again with their full text."
    )]
    WithoutText {
        /// How many.
        count: usize,
    },
    /// Entries that name files, in a list that does not lie beside them.
    #[error(
        "{count} of its entries name files. These are read where the list lies in a folder or an archive with them, and its name ends in .ris, .bib or .rdf."
    )]
    NamedElsewhere {
        /// How many.
        count: usize,
    },
    /// Files that a list names, and that cannot be read.
    #[error(
        "Not there, or no article: {count} of the files that it names, the first of them {first}. Export the list again with its files, and keep them beside it."
    )]
    NotThere {
        /// How many.
        count: usize,
        /// The first of them, as it is written.
        first: String,
    },
    /// Pages of an archive that are no articles.
    #[error("{count} of its pages hold no article, but lists, forms or errors.")]
    OtherPages {
        /// How many.
        count: usize,
    },
    /// Pages of a document that are pictures.
    #[error(
        "{count} of its pages are pictures without text. Read them by a text recognition program, and open what that writes."
    )]
    PicturePages {
        /// How many.
        count: usize,
    },
    /// One of its articles was not taken.
    #[error("{what} was not taken: {error}")]
    NotTaken {
        /// Which one: its title, or its number.
        what: String,
        /// What is the matter with it.
        error: ImportError,
    },
    /// A file within it was not read.
    #[error("{name} in it was not read: {error}")]
    Within {
        /// The name of the file within.
        name: String,
        /// What is the matter with it.
        error: ImportError,
    },
    /// What the process says that read it.
    #[error("{0}")]
    Told(String),
    /// More was to be told than anybody reads.
    #[error("{count} more of its articles and files were not taken, for such reasons.")]
    More {
        /// How many.
        count: usize,
    },
    /// It could be read up to a point.
    #[error("Only its beginning was read: {0}")]
    Rest(ImportError),
}

/// What is to be told of a file: each of what was not taken, up to a number that somebody may read, and how many more.
#[derive(Debug, Default)]
pub(super) struct Remarks {
    told: Vec<Remark>,
    more: usize,
}

impl Remarks {
    /// So many are told one by one.
    const MOST: usize = 1_000;

    /// Something is to be told.
    pub fn push(&mut self, remark: Remark) {
        let is_of_one = matches!(remark, Remark::NotTaken { .. } | Remark::Within { .. });
        match is_of_one && self.told.len() >= Self::MOST {
            true => self.more += 1,
            false => self.told.push(remark),
        }
    }

    /// All of it.
    pub fn all(mut self) -> Vec<Remark> {
        if self.more > 0 {
            self.told.push(Remark::More { count: self.more });
        }
        self.told
    }
}

impl Remark {
    pub(super) fn not_taken(number: u32, title: Option<String>, error: ImportError) -> Self {
        let what = title.map_or_else(|| format!("Article {number}"), |title| format!("“{title}”"));
        Self::NotTaken { what, error }
    }

    pub(super) fn within(name: &str, error: ImportError) -> Self {
        Self::Within { name: name.to_owned(), error }
    }
}
