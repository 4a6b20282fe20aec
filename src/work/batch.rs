//! Extraction of many articles without a window, for the command line and scripts.

use std::path::PathBuf;

use super::in_order::{LONGEST, in_order};
use super::read::{Chosen, OpenError, files_to_open, read_unless_cancelled, try_file};
use super::tables::tables_of_user;
use crate::extract::Readings;
use crate::import;
use crate::model::CancelToken;

/// What became of one file.
#[derive(Debug)]
pub struct Extracted {
    /// The file.
    pub path: PathBuf,
    /// Its proposed records, with the working behind the values.
    pub readings: Result<Readings, OpenError>,
}

/// The articles that these paths stand for: a folder stands for all below it, in the order of their
/// paths.
pub fn articles_in(paths: &[PathBuf]) -> Chosen {
    files_to_open(paths, import::is_article, &CancelToken::default())
}

/// These articles and saved records, each with whether it can be read, found out on every core.
pub fn readable_files(files: Vec<PathBuf>) -> impl Iterator<Item = Result<PathBuf, OpenError>> {
    let lexicon = tables_of_user();
    let try_one =
        move |path: &PathBuf, cancel: &CancelToken| try_file(path, &lexicon, cancel).map(|()| path.clone());
    let given_up = |path: &PathBuf| Err(OpenError::TooLong(path.clone()));
    in_order(files, CancelToken::default(), LONGEST, try_one, given_up)
}

/// What the engine makes of these articles, in their order, worked out on every core. A file that takes too
/// long is given up, and costs the others nothing.
pub fn extract_files(files: Vec<PathBuf>) -> impl Iterator<Item = Extracted> {
    let lexicon = tables_of_user();
    let read = move |path: &PathBuf, cancel: &CancelToken| Extracted {
        path: path.clone(),
        readings: read_unless_cancelled(path, &lexicon, cancel),
    };
    let given_up =
        |path: &PathBuf| Extracted { path: path.clone(), readings: Err(OpenError::TooLong(path.clone())) };
    in_order(files, CancelToken::default(), LONGEST, read, given_up)
}
