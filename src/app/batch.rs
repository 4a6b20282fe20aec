//! Extraction of many articles without a window, for the command line and scripts.

use std::path::PathBuf;
use std::sync::Arc;

use super::jobs::in_order;
use super::{OpenError, read_article};
use crate::lexicon::Lexicon;
use crate::model::Record;

/// What became of one file.
#[derive(Debug)]
pub struct Extracted {
    /// The file.
    pub path: PathBuf,
    /// Its proposed record.
    pub record: Result<Record, OpenError>,
}

/// The proposed records of these articles, in their order, worked out on every core.
pub fn extract_files(files: Vec<PathBuf>, lexicon: Arc<Lexicon>) -> impl ExactSizeIterator<Item = Extracted> {
    in_order(files, move |path| {
        let record = read_article(&path, &lexicon).map(|reading| reading.record);
        Extracted { path, record }
    })
}
