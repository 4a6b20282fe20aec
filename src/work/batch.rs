//! Extraction of many articles without a window, for the command line and scripts.

use std::path::{Path, PathBuf};

use super::in_order::{Pace, in_order};
use super::named::{ToRead, with_named};
use super::read::{Chosen, OpenError, files_to_open, read_unless_cancelled, try_file};
use super::tables::tables_of_user;
use crate::extract::Readings;
use crate::import::{self, TextEncoding};
use crate::model::CancelToken;
use crate::store::is_record_file;

/// What became of one file.
#[derive(Debug)]
pub struct Extracted {
    /// The file.
    pub path: PathBuf,
    /// The proposed records of each of its articles, with the working behind the values; and what of it was not
    /// read.
    pub readings: Vec<Result<Readings, OpenError>>,
}

/// The articles that these paths stand for: a folder stands for all below it, in the order of their
/// paths. Records that are saved there are none.
pub fn articles_in(paths: &[PathBuf]) -> Chosen {
    let is_article = |path: &Path| import::is_article(path) && !is_record_file(path);
    files_to_open(paths, is_article, &CancelToken::default())
}

/// These articles and saved records, each with whether it can be read, found out on every core.
pub fn readable_files(files: Vec<PathBuf>) -> impl Iterator<Item = Result<PathBuf, OpenError>> {
    let lexicon = tables_of_user();
    let try_one =
        move |path: &PathBuf, cancel: &CancelToken| try_file(path, &lexicon, cancel).map(|()| path.clone());
    let given_up = |path: &PathBuf| Err(OpenError::TooLong(path.clone()));
    in_order(files, CancelToken::default(), Pace::of_files(), try_one, given_up)
}

/// What the engine makes of these articles, and of those that lists of references among them name, in their order,
/// worked out on every core. A file that takes too long is given up, and costs the others nothing. The encoding of
/// their text is found out, unless somebody says it.
pub fn extract_files(files: Vec<PathBuf>, encoding: Option<TextEncoding>) -> impl Iterator<Item = Extracted> {
    let lexicon = tables_of_user();
    let read = move |file: &ToRead, cancel: &CancelToken| Extracted {
        path: file.path.clone(),
        readings: read_unless_cancelled(file, &lexicon, cancel),
    };
    let given_up = |file: &ToRead| Extracted {
        path: file.path.clone(),
        readings: vec![Err(OpenError::TooLong(file.path.clone()))],
    };
    in_order(with_named(files, encoding), CancelToken::default(), Pace::of_files(), read, given_up)
}
