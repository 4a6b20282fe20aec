//! What was asked to be kept and is not on disk yet.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::model::EntryId;
use crate::review::Unkept;
use crate::store::{LibraryError, Shelved, Worked, Writing};
use crate::work::background::Ticket;
use crate::work::stored::edited;

/// What is not on disk yet.
#[derive(Debug, Default)]
pub(super) struct Pending {
    articles: BTreeMap<EntryId, OfArticle>,
    links: BTreeMap<(EntryId, EntryId), Option<bool>>,
    remembered: BTreeMap<&'static str, String>,
    searches: BTreeMap<String, Option<String>>,
    worked: Vec<Worked>,
    /// Of those who wait for an answer.
    pub tickets: Vec<Ticket>,
}

/// What is not on disk yet of one article.
#[derive(Debug, Default)]
struct OfArticle {
    put: Option<Shelved>,
    edits: Option<Box<Unkept>>,
    /// The file that holds its record as it stood after so many steps.
    filed: Option<(usize, PathBuf)>,
    put_away: Option<bool>,
    deleted: Option<bool>,
}

impl Pending {
    pub fn is_empty(&self) -> bool {
        let nothing = self.articles.is_empty() && self.links.is_empty();
        nothing && self.remembered.is_empty() && self.searches.is_empty() && self.worked.is_empty()
    }

    /// An article that was opened.
    pub fn put(&mut self, id: EntryId, shelved: Shelved) {
        self.articles.entry(id).or_default().put = Some(shelved);
    }

    /// What edits have done to a record.
    pub fn keep(&mut self, unkept: Box<Unkept>) {
        let article = self.articles.entry(unkept.id).or_default();
        article.edits = Some(match article.edits.take() {
            Some(earlier) => Box::new(earlier.followed_by(*unkept)),
            None => unkept,
        });
    }

    /// A record was saved to a file of its own as it stood after so many steps.
    pub fn filed(&mut self, id: EntryId, position: usize, path: PathBuf) {
        self.articles.entry(id).or_default().filed = Some((position, path));
    }

    pub fn put_away(&mut self, id: EntryId, is_away: bool) {
        self.articles.entry(id).or_default().put_away = Some(is_away);
    }

    pub fn delete(&mut self, id: EntryId, is_deleted: bool) {
        self.articles.entry(id).or_default().deleted = Some(is_deleted);
    }

    pub fn link(&mut self, pair: (EntryId, EntryId), same_meeting: Option<bool>) {
        self.links.insert(pair, same_meeting);
    }

    pub fn remember(&mut self, what: &'static str, value: String) {
        self.remembered.insert(what, value);
    }

    pub fn save_search(&mut self, name: String, search: Option<String>) {
        self.searches.insert(name, search);
    }

    pub fn worked(&mut self, worked: Worked) {
        self.worked.push(worked);
    }

    /// Writes all of it.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn write(&self, writing: &Writing<'_>) -> Result<(), LibraryError> {
        for (&id, article) in &self.articles {
            if let Some(shelved) = &article.put {
                writing.put(id, shelved)?;
            }
            if let Some(edits) = &article.edits {
                writing.keep(id, &edited(edits))?;
            }
            // After the edits: only then are the steps counted.
            if let Some((position, path)) = &article.filed {
                writing.filed(id, *position, path)?;
            }
            if let Some(is_away) = article.put_away {
                writing.put_away(id, is_away)?;
            }
            match article.deleted {
                Some(true) => writing.delete(id, true)?,
                // Whether it is put away is told beside it.
                Some(false) if article.put_away.is_none() => writing.delete(id, false)?,
                _ => {}
            }
        }
        self.worked.iter().try_for_each(|worked| writing.worked(worked))?;
        self.links.iter().try_for_each(|(pair, same)| writing.link(pair.0, pair.1, *same))?;
        self.remembered.iter().try_for_each(|(what, value)| writing.remember(what, value))?;
        self.searches.iter().try_for_each(|(name, search)| writing.save_search(name, search.as_deref()))
    }

    /// All of it is on disk: of which articles, at which revision.
    pub fn take_written(&mut self) -> Vec<(EntryId, u64)> {
        let Self { articles, .. } = std::mem::take(self);
        let revision = |edits: Option<Box<Unkept>>| edits.map_or(0, |edits| edits.revision);
        articles.into_iter().map(|(id, article)| (id, revision(article.edits))).collect()
    }
}
