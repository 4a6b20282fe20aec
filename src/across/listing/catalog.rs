//! The catalog: a few facts of every article of the library, in memory, so that a list of any length is
//! filtered, counted and sorted without asking the disk. What many articles share is kept once.

use std::hash::Hash;
use std::num::NonZeroU32;

use indexmap::IndexSet;
use rustc_hash::{FxBuildHasher, FxHashMap};
use smallvec::{SmallVec, smallvec};

use crate::model::{ArticleKey, ContactNumber, Day, EntryId, Line, MeetingKind, Party, ReviewStatus};
use crate::store::Entry;

/// Which of the names that many articles share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameKey(NonZeroU32);

/// What is known of one record: of the only contact of an article, or of one of several.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// By which it is taken out.
    pub id: EntryId,
    /// Which article it is of.
    pub article: ArticleKey,
    /// Which of the contacts of that article.
    pub contact: ContactNumber,
    /// Whether other contacts of the article are in the library, put away or not.
    pub is_one_of_several: bool,
    /// Its headline, or else the name of its file.
    pub title: Box<str>,
    /// The day of the meeting, or else that of publication.
    pub day: Option<Day>,
    /// The parties that took part, each once.
    pub parties: SmallVec<[NameKey; 4]>,
    /// Who issued it.
    pub publisher: Option<NameKey>,
    /// Who reviewed it.
    pub reviewer: Option<NameKey>,
    /// How the parties were in contact; none where nothing is claimed.
    pub kind: Option<MeetingKind>,
    /// How far its review has come.
    pub status: ReviewStatus,
    /// Whether somebody should look at it again.
    pub is_flagged: bool,
    /// Under which names it is filed.
    pub tags: SmallVec<[NameKey; 2]>,
    /// Whether it was put away.
    pub is_put_away: bool,
    /// How many checks it fails.
    pub problems: u32,
    /// How many commitments are in it.
    pub commitments: u32,
}

/// What many articles share, each kept once.
#[derive(Debug)]
pub struct Names<T>(IndexSet<T, FxBuildHasher>);

/// Every article of the library, in the order in which they were put in.
#[derive(Debug, Default)]
pub struct Catalog {
    rows: Vec<Row>,
    /// The records of each article, in the order of their ids.
    articles: FxHashMap<ArticleKey, SmallVec<[EntryId; 2]>>,
    /// Parties by code and name.
    pub parties: Names<Party>,
    /// Those who issued articles.
    pub publishers: Names<String>,
    /// Those who reviewed records.
    pub reviewers: Names<String>,
    /// The names under which records are filed, or were.
    pub tags: Names<Line>,
    /// How many records are filed under each.
    filed: FxHashMap<NameKey, usize>,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self(IndexSet::default())
    }
}

impl NameKey {
    /// The key of the name that is there, counted from 0.
    fn at(place: usize) -> Self {
        let number = u32::try_from(place).unwrap_or(u32::MAX);
        Self(NonZeroU32::MIN.saturating_add(number))
    }

    fn place(self) -> usize {
        self.0.get() as usize - 1
    }
}

impl<T: Eq + Hash> Names<T> {
    /// The key of a name, which is new if nobody has asked for it.
    fn key(&mut self, name: T) -> NameKey {
        NameKey::at(self.0.insert_full(name).0)
    }

    /// The key of a name that some article has.
    pub fn known(&self, name: &T) -> Option<NameKey> {
        self.0.get_index_of(name).map(NameKey::at)
    }

    /// The name of a key.
    pub fn name(&self, key: NameKey) -> Option<&T> {
        self.0.get_index(key.place())
    }

    /// Every name, with its key.
    pub fn all(&self) -> impl Iterator<Item = (NameKey, &T)> {
        self.0.iter().enumerate().map(|(at, name)| (NameKey::at(at), name))
    }
}

impl Catalog {
    /// Every row, in the order of their ids.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What is known of an article.
    pub fn row(&self, id: EntryId) -> Option<&Row> {
        self.place(id).ok().and_then(|at| self.rows.get(at))
    }

    /// The records of the article that this one is of, itself among them, in the order of their contacts.
    pub fn contacts<'c>(&'c self, row: &'c Row) -> SmallVec<[&'c Row; 2]> {
        let several = self.articles.get(&row.article).filter(|_| row.is_one_of_several);
        let Some(ids) = several else { return smallvec![row] };
        let mut rows: SmallVec<[&Row; 2]> = ids.iter().filter_map(|id| self.row(*id)).collect();
        rows.sort_by_key(|row| (row.contact, row.id));
        rows
    }

    /// The contacts of the article that this record is of that were not put away.
    pub fn standing_contacts(&self, id: EntryId) -> SmallVec<[&Row; 2]> {
        let mut rows = self.row(id).map_or_else(SmallVec::new, |row| self.contacts(row));
        rows.retain(|row| !row.is_put_away);
        rows
    }

    /// Whether a record is the first of its article, of all that fit.
    pub(super) fn is_first(&self, row: &Row, fits: impl Fn(&Row) -> bool) -> bool {
        let first = || self.contacts(row).into_iter().find(|row| fits(row)).map(|first| first.id);
        if row.is_one_of_several { first() == Some(row.id) } else { fits(row) }
    }

    /// The number of the next contact of the article that this record is of: none is given again.
    pub fn next_contact(&self, id: EntryId) -> Option<ContactNumber> {
        self.contacts(self.row(id)?).into_iter().map(|row| row.contact.next()).max()
    }

    /// Takes up an article, or what has changed of one.
    pub fn put(&mut self, entry: Entry) {
        let of_article = self.articles.entry(entry.article).or_default();
        if let Err(at) = of_article.binary_search(&entry.id) {
            of_article.insert(at, entry.id);
        }
        let others: SmallVec<[EntryId; 2]> =
            of_article.iter().copied().filter(|id| *id != entry.id).collect();
        for other in &others {
            let at = self.place(*other);
            if let Some(row) = at.ok().and_then(|at| self.rows.get_mut(at)) {
                row.is_one_of_several = true;
            }
        }
        let row = Row {
            id: entry.id,
            article: entry.article,
            contact: entry.contact,
            is_one_of_several: !others.is_empty(),
            title: entry.title.into_boxed_str(),
            day: entry.day,
            parties: entry.parties.into_iter().map(|party| self.parties.key(party)).collect(),
            publisher: entry.publisher.map(|publisher| self.publishers.key(publisher)),
            reviewer: entry.reviewer.map(|reviewer| self.reviewers.key(reviewer)),
            kind: entry.kind,
            status: entry.status,
            is_flagged: entry.is_flagged,
            tags: entry.tags.into_iter().map(|tag| self.tags.key(tag)).collect(),
            is_put_away: entry.is_put_away,
            problems: entry.problems,
            commitments: entry.commitments,
        };
        self.file(&row.tags);
        match self.place(row.id) {
            Ok(at) => {
                if let Some(known) = self.rows.get_mut(at) {
                    let before = std::mem::replace(known, row);
                    self.unfile(&before.tags);
                }
            }
            Err(at) => self.rows.insert(at, row),
        }
    }

    /// Takes a record out of the catalog.
    pub fn take(&mut self, id: EntryId) -> Option<Row> {
        let row = self.place(id).ok().map(|at| self.rows.remove(at))?;
        if let Some(of_article) = self.articles.get_mut(&row.article) {
            of_article.retain(|known| *known != id);
        }
        self.unfile(&row.tags);
        Some(row)
    }

    /// The tags that some record has.
    pub fn tags_in_use(&self) -> impl Iterator<Item = &Line> {
        self.tags
            .all()
            .filter(|(key, _)| self.filed.get(key).is_some_and(|count| *count > 0))
            .map(|(_, tag)| tag)
    }

    fn file(&mut self, tags: &[NameKey]) {
        tags.iter().for_each(|tag| *self.filed.entry(*tag).or_default() += 1);
    }

    fn unfile(&mut self, tags: &[NameKey]) {
        for tag in tags {
            self.filed.entry(*tag).and_modify(|count| *count = count.saturating_sub(1));
        }
    }

    /// Puts a record back that was taken out.
    pub fn put_back(&mut self, row: Row) {
        let of_article = self.articles.entry(row.article).or_default();
        if let Err(at) = of_article.binary_search(&row.id) {
            of_article.insert(at, row.id);
        }
        if let Err(at) = self.place(row.id) {
            self.file(&row.tags);
            self.rows.insert(at, row);
        }
    }

    /// Puts an article away, or takes it back.
    pub fn put_away(&mut self, id: EntryId, is_away: bool) {
        let at = self.place(id);
        if let Some(row) = at.ok().and_then(|at| self.rows.get_mut(at)) {
            row.is_put_away = is_away;
        }
    }

    /// The line under the title in a list: parties · date · publisher.
    pub fn summary(&self, row: &Row) -> String {
        let publisher = row.publisher.and_then(|key| self.publishers.name(key)).cloned();
        let parts = [Some(self.who_and_when(row)).filter(|words| !words.is_empty()), publisher];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// The first half of it: parties · date.
    pub fn who_and_when(&self, row: &Row) -> String {
        let names: Vec<&str> =
            row.parties.iter().filter_map(|key| self.parties.name(*key)).map(|party| &*party.name).collect();
        let parts = [(!names.is_empty()).then(|| names.join(", ")), row.day.map(|day| day.to_string())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn place(&self, id: EntryId) -> Result<usize, usize> {
        self.rows.binary_search_by_key(&id, |row| row.id)
    }
}
