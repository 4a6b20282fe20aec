//! What is found in files becomes what goes into the library: an article is read by the engine, a saved record is
//! taken as it is.

use std::path::Path;
use std::sync::Arc;

use super::found::{Found, Item, Spot};
use super::in_order::{InOrder, Pace, Under, Weighs, in_order};
use super::read::{OpenError, unless_it_crashes};
use super::shelf::Arrival;
use crate::extract::{self, Reading};
use crate::lexicon::Lexicon;
use crate::model::{Article, CancelToken, Origin, Record};

/// What of something that was found is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Its documents, to be looked at: with the working of each value, and what else could be proposed.
    Documents,
    /// What goes into the library.
    Records,
}

/// What comes of something that was found.
#[derive(Debug)]
pub struct Arrived {
    pub spot: Spot,
    /// The records of an article, or one that was saved; or why there are none.
    pub arrivals: Vec<Result<Arrival, OpenError>>,
}

impl Weighs for Arrived {}

/// Makes of all that is found what goes into the library, on every core and in the same order.
pub fn arrive(
    items: impl IntoIterator<Item = Item, IntoIter: Send + 'static>,
    lexicon: Arc<Lexicon>,
    cancel: CancelToken,
    wanted: fn(&Spot) -> Wanted,
) -> InOrder<Item, Arrived> {
    let make = move |item: &Item, under: &Under<'_, Arrived>| {
        let arrivals = match item.take() {
            Some(Ok(found)) => {
                let path = &item.spot.path;
                let of = || Ok(of_found(found, &item.origin, &lexicon, wanted(&item.spot)));
                unless_it_crashes(path, of).unwrap_or_else(|error| vec![Err(error)])
            }
            Some(Err(error)) => vec![Err(error)],
            None => Vec::new(),
        };
        under.give(Arrived { spot: item.spot.clone(), arrivals });
    };
    let given_up = |item: &Item| {
        let path: &Path = &item.spot.path;
        Arrived { spot: item.spot.clone(), arrivals: vec![Err(OpenError::TooLong(path.to_owned()))] }
    };
    in_order(items, cancel, Pace::of_files(), make, given_up)
}

fn of_found(
    found: Found,
    origin: &Origin,
    lexicon: &Lexicon,
    wanted: Wanted,
) -> Vec<Result<Arrival, OpenError>> {
    match (found, wanted) {
        (Found::Article(article), Wanted::Documents) => proposals(article, origin, lexicon),
        (Found::Article(article), Wanted::Records) => {
            let records = extract::records(&Arc::new(article), lexicon);
            records.iter().map(|record| Ok(Arrival::to_shelve(record, origin.clone()))).collect()
        }
        (Found::Record(record), Wanted::Documents) => vec![Ok(saved(record, origin, lexicon))],
        (Found::Record(record), Wanted::Records) => vec![Ok(Arrival::to_shelve(&record, origin.clone()))],
    }
}

fn proposals(article: Article, origin: &Origin, lexicon: &Lexicon) -> Vec<Result<Arrival, OpenError>> {
    let readings = extract::read(&Arc::new(article), lexicon).into_iter();
    let arrival = |Reading { record, trace }| Ok(Arrival::new(Arc::new(record), Some(trace), origin.clone()));
    readings.map(arrival).collect()
}

fn saved(record: Record, origin: &Origin, lexicon: &Lexicon) -> Arrival {
    // The engine is asked for its working only. What it would propose today changes nothing.
    let trace = extract::read(&record.article, lexicon).into_trace_of(record.number);
    Arrival::new(Arc::new(record), Some(trace), origin.clone())
}
