//! What is found in files, one thing after another, in the order of the files: articles to be read by the engine, and
//! records that were saved. Nothing is collected: of a file of any size a few articles are in memory at a time.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};

use super::importing::import_words;
use super::in_order::{InOrder, Pace, Under, Weighs, in_order, weight_of_text};
use super::named::ToRead;
use super::read::{OpenError, Pulse, each_article, holds_records, read_saved, unless_it_crashes};
use crate::lexicon::Lexicon;
use crate::model::{Article, CancelToken, Origin, Record};

/// Where something may be found.
#[derive(Clone, Debug)]
pub(super) enum Place {
    /// A file of articles or of saved records.
    File(ToRead),
    /// A file of articles, whatever it is called.
    Articles(ToRead),
    /// Words that are in no file: what they would be called as one, and they themselves.
    Words(PathBuf, Cow<'static, str>),
}

impl Place {
    pub fn path(&self) -> &Path {
        match self {
            Self::File(file) | Self::Articles(file) => &file.path,
            Self::Words(name, _) => name,
        }
    }
}

/// A place, and which of them it is.
type Numbered = (usize, Place);

impl Weighs for Numbered {}

/// What was found.
#[derive(Debug)]
pub enum Found {
    Article(Article),
    Record(Record),
}

/// Where something was found.
#[derive(Clone, Debug)]
pub struct Spot {
    /// In which of the files, from 0.
    pub file: usize,
    /// Its path, as it was given.
    pub path: Arc<Path>,
    /// The how many-th thing in it, from 0.
    pub number: usize,
    /// How much of the file was read by then, of 1.
    pub share: f32,
}

/// Something that was found, or why nothing was.
#[derive(Debug)]
pub struct Item {
    pub spot: Spot,
    pub origin: Origin,
    weight: usize,
    /// Taken by whoever makes something of it.
    found: Mutex<Option<Result<Found, OpenError>>>,
}

impl Item {
    /// What it is. The second time nobody knows.
    pub fn take(&self) -> Option<Result<Found, OpenError>> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Weighs for Item {
    fn weight(&self) -> usize {
        self.weight
    }
}

/// Finds what is in these places, on every core. Who takes too long in it is given up.
pub(super) fn find(
    places: impl IntoIterator<Item = Place, IntoIter: Send + 'static>,
    lexicon: Arc<Lexicon>,
    cancel: CancelToken,
) -> InOrder<Numbered, Item> {
    let look = move |(file, place): &Numbered, under: &Under<'_, Item>| {
        let mut finding = Finding::of(*file, place, under);
        finding.all(place, &lexicon);
    };
    let given_up = |(file, place): &Numbered| {
        let spot = Spot { file: *file, path: place.path().into(), number: 0, share: 1.0 };
        item(spot, Origin::article(place.path().to_owned()), Err(OpenError::TooLong(place.path().to_owned())))
    };
    in_order(places.into_iter().enumerate(), cancel, Pace::of_files(), look, given_up)
}

fn item(spot: Spot, origin: Origin, found: Result<Found, OpenError>) -> Item {
    let bytes = match &found {
        Ok(Found::Article(article)) => article.text.len(),
        Ok(Found::Record(record)) => record.article.text.len(),
        Err(_) => 0,
    };
    Item { spot, origin, weight: weight_of_text(bytes), found: Mutex::new(Some(found)) }
}

/// What is being found in a file.
struct Finding<'w> {
    under: &'w Under<'w, Item>,
    spot: Spot,
    origin: Origin,
    /// How many bytes the file has.
    size: u64,
}

impl<'w> Finding<'w> {
    fn of(file: usize, place: &Place, under: &'w Under<'w, Item>) -> Self {
        let path = place.path();
        let (source, size) = match place {
            Place::Words(..) => (path.to_owned(), 0),
            // The real path, so that a file is known again however it is reached.
            _ => (
                std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()),
                std::fs::metadata(path).map_or(0, |about| about.len()),
            ),
        };
        let spot = Spot { file, path: path.into(), number: 0, share: 0.0 };
        Self { under, spot, origin: Origin::article(source), size }
    }

    fn all(&mut self, place: &Place, lexicon: &Lexicon) {
        let (cancel, pulse): (_, &Pulse) = (self.under.cancel, self.under.pulse);
        match place {
            Place::File(file) if holds_records(&file.path) => self.records(&file.path),
            Place::File(file) | Place::Articles(file) => {
                each_article(file, lexicon, cancel, pulse, &mut |read| self.give(read.map(Found::Article)));
            }
            Place::Words(name, words) => {
                let each = &mut |article| self.give(Ok(Found::Article(article)));
                let read = unless_it_crashes(name, || import_words(name, words, lexicon, cancel, each));
                if let Err(error) = read {
                    self.give(Err(error));
                }
            }
        }
    }

    /// The saved records of a file.
    fn records(&mut self, path: &Path) {
        let source = self.origin.source.clone();
        let read = match unless_it_crashes(path, || read_saved(path)) {
            Ok(read) => read,
            Err(error) => return self.give(Err(error)),
        };
        // A record among others has no file of its own: saving it there would destroy the others.
        let saved_to = match read.as_slice() {
            [_] if source.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) => {
                Some(source.clone())
            }
            _ => None,
        };
        self.origin = Origin { source: source.clone(), is_article: false, saved_to };
        for record in read {
            let bad = |error| OpenError::BadRecord { path: source.clone(), error };
            self.give(record.map(Found::Record).map_err(bad));
        }
    }

    fn give(&mut self, found: Result<Found, OpenError>) {
        let read = self.under.pulse.load(Ordering::Relaxed);
        self.spot.share = if self.size == 0 { 1.0 } else { (read as f32 / self.size as f32).min(1.0) };
        self.under.give(item(self.spot.clone(), self.origin.clone(), found));
        self.spot.number += 1;
    }
}
