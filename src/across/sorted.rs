//! The articles of a whole library by the meeting that they report, and those with nearly the same text.
//! Kept small: of an article that is alone in both nothing is kept.

use super::reports::{Decisions, FingerprintIndex, Reports, groups};
use crate::model::{ArticleKey, Day, EntryId};
use crate::review::Fingerprint;
use crate::store::{Library, LibraryError};

/// How many near texts are kept of one article, the nearest first.
const MOST_NEAR: usize = 24;

/// Texts of other parties that are no further apart than this are still one text. Those that are near by
/// chance, a few in a hundred of a large library, are further.
const SURELY_NEAR: u32 = 4;

/// Reports of one meeting whose texts are no further apart than this are one text, edited more than a
/// little: among so few none is as near by chance.
const NEAR_IN_MEETING: u32 = 14;

/// Which articles report one meeting, and which have nearly the same text.
#[derive(Debug, Default)]
pub struct Sorted {
    /// The articles of meetings that several report, those of one meeting side by side.
    reports: Vec<EntryId>,
    /// By the articles' ids.
    places: Vec<Place>,
    /// Two articles with nearly the same text, from either side, by the first.
    near: Vec<(EntryId, EntryId)>,
}

/// Where the reports of an article's meeting stand.
#[derive(Debug)]
struct Place {
    article: EntryId,
    published: Option<Day>,
    first: u32,
    /// 0 for an article whose meeting no other reports.
    count: u32,
}

/// The articles of a library while they are sorted, by their ids.
struct Articles {
    ids: Vec<EntryId>,
    keys: Vec<ArticleKey>,
    published: Vec<Option<Day>>,
    prints: Vec<Fingerprint>,
    reports: Reports<EntryId>,
}

impl Articles {
    fn of(library: &Library) -> Result<Self, LibraryError> {
        // Lists that grow leave holes in memory behind them, which are not given back.
        let count = library.count()?;
        let mut articles = Self {
            ids: Vec::with_capacity(count),
            keys: Vec::with_capacity(count),
            published: Vec::with_capacity(count),
            prints: Vec::with_capacity(count),
            reports: Reports::with_room_for(count),
        };
        library.reported(|reported| {
            articles.ids.push(reported.article);
            articles.keys.push(reported.key);
            articles.published.push(reported.published);
            articles.prints.push(Fingerprint::from_bits(reported.fingerprint));
            articles.reports.put(reported.article, &reported.into());
        })?;
        Ok(articles)
    }

    fn print(&self, article: EntryId) -> Option<Fingerprint> {
        self.place(article).and_then(|at| self.prints.get(at).copied())
    }

    fn published(&self, article: EntryId) -> Option<Day> {
        self.place(article).and_then(|at| self.published.get(at).copied().flatten())
    }

    fn place(&self, article: EntryId) -> Option<usize> {
        self.ids.binary_search(&article).ok()
    }

    fn key(&self, article: EntryId) -> Option<ArticleKey> {
        self.place(article).and_then(|at| self.keys.get(at).copied())
    }

    /// Every two contacts of one article, which are of two meetings.
    fn of_one_article(&self) -> Vec<(EntryId, EntryId)> {
        let mut by_article: Vec<(ArticleKey, EntryId)> =
            self.keys.iter().copied().zip(self.ids.iter().copied()).collect();
        by_article.sort_unstable();
        let contacts = by_article.chunk_by(|(one, _), (other, _)| one == other);
        let pairs = contacts.flat_map(|contacts| {
            let ids = contacts.iter().map(|(_, id)| *id).enumerate();
            ids.flat_map(move |(at, one)| contacts.iter().skip(at + 1).map(move |(_, other)| (one, *other)))
        });
        pairs.collect()
    }
}

impl Sorted {
    /// Sorts the articles of a library.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn of(library: &Library, decisions: &Decisions<EntryId>) -> Result<Self, LibraryError> {
        let articles = Articles::of(library)?;
        let near = near_texts(&articles);
        let mut decisions = decisions.clone();
        decisions.separated.extend(articles.of_one_article());
        let groups = groups(&articles.reports, &decisions);
        let mut sorted = Self { near, ..Self::default() };
        for group in groups.iter().filter(|group| group.len() > 1) {
            let (first, count) = (sorted.reports.len() as u32, group.len() as u32);
            sorted.reports.extend(group);
            let place = |article: &EntryId| Place { article: *article, published: None, first, count };
            sorted.places.extend(group.iter().map(place));
        }
        sorted.add_near_reports(&articles);
        sorted.add_alone();
        sorted.date(&articles);
        sorted.near.shrink_to_fit();
        sorted.reports.shrink_to_fit();
        sorted.places.shrink_to_fit();
        Ok(sorted)
    }

    /// Reports of one meeting that are edited copies of each other.
    fn add_near_reports(&mut self, articles: &Articles) {
        self.places.sort_unstable_by_key(|place| place.article);
        let fingerprint = |id: &EntryId| articles.print(*id).filter(|print| !print.is_too_short());
        let mut more = Vec::new();
        for article in self.places.iter().map(|place| place.article) {
            let Some(print) = fingerprint(&article) else { continue };
            let others = self.reports(article).iter().filter(|other| **other != article);
            let near = others.filter(|other| {
                fingerprint(other).is_some_and(|other| print.distance(other) <= NEAR_IN_MEETING)
            });
            let known: Vec<EntryId> = self.near(article).collect();
            let new = near.filter(|other| !known.contains(other)).take(MOST_NEAR);
            more.extend(new.map(|other| (article, *other)));
        }
        self.near.extend(more);
        self.near.sort_by_key(|(article, _)| *article);
    }

    /// Articles with near texts have a place too, if only to know when they were published.
    fn add_alone(&mut self) {
        let mut alone: Vec<EntryId> = self.near.iter().map(|(article, _)| *article).collect();
        alone.dedup();
        alone.retain(|article| self.place(*article).is_none());
        let place = |article| Place { article, published: None, first: 0, count: 0 };
        self.places.extend(alone.into_iter().map(place));
        self.places.sort_unstable_by_key(|place| place.article);
    }

    fn date(&mut self, articles: &Articles) {
        for place in &mut self.places {
            place.published = articles.published(place.article);
        }
    }

    fn place(&self, article: EntryId) -> Option<&Place> {
        let at = self.places.binary_search_by_key(&article, |place| place.article).ok()?;
        self.places.get(at)
    }

    /// The reports of an article's meeting, itself among them; none if it is alone.
    pub fn reports(&self, article: EntryId) -> &[EntryId] {
        let place = self.place(article);
        let range = place.map(|place| place.first as usize..(place.first + place.count) as usize);
        range.and_then(|range| self.reports.get(range)).unwrap_or_default()
    }

    /// When an article was published that has other reports or near texts.
    pub fn published(&self, article: EntryId) -> Option<Day> {
        self.place(article)?.published
    }

    /// The articles with nearly the same text.
    pub fn near(&self, article: EntryId) -> impl Iterator<Item = EntryId> {
        let from = self.near.partition_point(|(one, _)| *one < article);
        let near = self.near.get(from..).unwrap_or_default().iter();
        near.take_while(move |(one, _)| *one == article).map(|(_, other)| *other)
    }
}

fn near_texts(articles: &Articles) -> Vec<(EntryId, EntryId)> {
    let index = FingerprintIndex::of(articles.prints.clone());
    let mut near = Vec::new();
    for (&id, &print) in articles.ids.iter().zip(&articles.prints) {
        let others = index.near(print).into_iter().filter_map(|at| articles.ids.get(at).copied());
        let others = others.filter(|other| *other != id && is_one_text(articles, id, *other));
        near.extend(others.take(MOST_NEAR).map(|other| (id, other)));
    }
    near
}

/// Whether two near texts are one, edited: not near by chance, as two that tell of others are, nor the very text
/// of one article.
fn is_one_text(articles: &Articles, one: EntryId, other: EntryId) -> bool {
    if articles.key(one) == articles.key(other) {
        return false;
    }
    let distance = articles.print(one).zip(articles.print(other)).map(|(one, other)| one.distance(other));
    distance.is_some_and(|distance| distance <= SURELY_NEAR) || articles.reports.share_a_party(one, other)
}
