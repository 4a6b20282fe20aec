//! Extraction of many articles without a window, for the command line and scripts.

use std::path::PathBuf;

use super::jobs::in_order;
use super::open::{files_to_open, try_file};
use super::{OpenError, read_article};
use crate::extract::Reading;
use crate::import;
use crate::lexicon::Lexicon;

/// What became of one file.
#[derive(Debug)]
pub struct Extracted {
    /// The file.
    pub path: PathBuf,
    /// Its proposed record, with the working behind the values.
    pub reading: Result<Reading, OpenError>,
}

/// The articles that these paths stand for: a folder stands for all below it, in the order of their
/// paths.
pub fn articles_in(paths: &[PathBuf]) -> Vec<Result<PathBuf, OpenError>> {
    files_to_open(paths, import::is_article)
}

/// These articles and saved records, each with whether it can be read, found out on every core.
pub fn readable_files(files: Vec<PathBuf>) -> impl Iterator<Item = Result<PathBuf, OpenError>> {
    let lexicon = Lexicon::built_in();
    in_order(files, move |path| try_file(&path, &lexicon).map(|()| path))
}

/// What the engine makes of these articles, in their order, worked out on every core.
pub fn extract_files(files: Vec<PathBuf>) -> impl ExactSizeIterator<Item = Extracted> {
    let lexicon = Lexicon::built_in();
    in_order(files, move |path| {
        let reading = read_article(&path, &lexicon);
        Extracted { path, reading }
    })
}
