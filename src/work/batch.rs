//! Extraction of many articles without a window, for the command line and scripts.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::found::{Found, Item, Place, Spot, find};
use super::importing::Import;
use super::in_order::{Pace, Under, Weighs, in_order};
use super::named::{Said, ToRead, with_named};
use super::read::{Chosen, OpenError, Pulse, files_to_open, try_file, unless_it_crashes};
use super::tables::tables_of_user;
use crate::extract::{self, Readings};
use crate::import::{self, TableHead};
use crate::model::CancelToken;
use crate::store::is_record_file;

/// What became of an article of a file, or of something else in it.
#[derive(Debug)]
pub struct Extracted {
    /// Where it stands.
    pub spot: Spot,
    /// The proposed records of the article, with the working behind the values; or what was not read.
    pub readings: Result<Readings, OpenError>,
}

impl Weighs for Extracted {}

impl Weighs for PathBuf {}

impl Weighs for Result<PathBuf, OpenError> {}

/// The articles that these paths stand for: a folder stands for all below it, in the order of their
/// paths. Records that are saved there are none.
pub fn articles_in(paths: &[PathBuf]) -> Chosen {
    let is_article = |path: &Path| import::is_article(path) && !is_record_file(path);
    files_to_open(paths, is_article, &CancelToken::default())
}

/// These articles and saved records, each with whether it can be read, found out on every core.
pub fn readable_files(files: Vec<PathBuf>) -> impl Iterator<Item = Result<PathBuf, OpenError>> {
    let lexicon = tables_of_user();
    let try_one = move |path: &PathBuf, under: &Under<'_, Result<PathBuf, OpenError>>| {
        under.give(try_file(path, &lexicon, under.cancel, under.pulse).map(|()| path.clone()));
    };
    let given_up = |path: &PathBuf| Err(OpenError::TooLong(path.clone()));
    in_order(files, CancelToken::default(), Pace::of_files(), try_one, given_up)
}

/// How a table begins, and which of its columns seem to hold what; none where a file is no table.
///
/// # Errors
/// If it cannot be read.
pub fn table_head(path: &Path, said: &Said) -> Result<Option<TableHead>, OpenError> {
    let (lexicon, cancel, pulse) = (tables_of_user(), CancelToken::default(), Pulse::default());
    let file = ToRead::alone(path.to_owned()).said(said.clone());
    let import = Import { file: &file, lexicon: &lexicon, cancel: &cancel, pulse: &pulse };
    unless_it_crashes(path, || import.head())
}

/// What the engine makes of these articles, and of those that lists of references among them name, in their order,
/// worked out on every core. What takes too long is given up, and costs the others nothing. Their encoding and
/// the columns of tables are found out, unless somebody says them.
pub fn extract_files(files: Vec<PathBuf>, said: &Said) -> impl Iterator<Item = Extracted> + use<> {
    let (lexicon, cancel) = (tables_of_user(), CancelToken::default());
    let found =
        find(with_named(files, said).into_iter().map(Place::Articles), lexicon.clone(), cancel.clone());
    let read = move |item: &Item, under: &Under<'_, Extracted>| {
        let readings = match item.take() {
            Some(Ok(Found::Article(article))) => {
                let article = Arc::new(article);
                unless_it_crashes(&item.spot.path, || Ok(extract::read(&article, &lexicon)))
            }
            Some(Err(error)) => Err(error),
            // These files hold no records.
            Some(Ok(Found::Record(_))) | None => return,
        };
        under.give(Extracted { spot: item.spot.clone(), readings });
    };
    let given_up = |item: &Item| Extracted {
        spot: item.spot.clone(),
        readings: Err(OpenError::TooLong(item.spot.path.to_path_buf())),
    };
    in_order(found, cancel, Pace::of_files(), read, given_up)
}
