//! What the search of the list finds within articles: where in the one that is shown, and what the rows of the
//! others tell of it.

use super::state::App;
use crate::across::{Snippet, read_snippets};
use crate::model::{EntryId, Span, Text};
use crate::store::Sought;
use crate::work::Asked;

impl App {
    /// Where in a text the words stand that are searched for. Takes a millisecond for each hundred thousand
    /// letters: to be asked again only for another text or another search.
    pub fn sought_in(&self, text: &Text) -> Vec<Span> {
        let sought = Sought::read(&self.filter().search);
        let places = sought.map(|sought| sought.places_in(text)).unwrap_or_default();
        places.into_iter().filter_map(|place| text.span(place)).collect()
    }

    /// Whether words are searched for.
    pub fn is_searching(&self) -> bool {
        !self.filter().search.trim().is_empty()
    }

    /// What was found in the text of an article, once it was read; nothing in it where the words stand in its
    /// record alone.
    pub fn snippet(&self, article: EntryId) -> Option<Option<&Snippet>> {
        self.open.snippets.of(&self.filter().search, article)
    }

    /// Reads what was found in these articles, unless something is being read already.
    pub(super) fn read_snippets(&mut self, articles: Vec<EntryId>) {
        if self.open.reading_snippets.is_some() || !self.is_searching() {
            return;
        }
        let (search, of) = (self.filter().search.clone(), articles.clone());
        let about = (search.clone(), articles);
        let task = self.open.work.ask(move |library| read_snippets(library, &search, &of));
        self.open.reading_snippets = Some(Asked::new(about, task));
    }

    /// Receives what was found. Says whether anything was.
    pub(super) fn receive_snippets(&mut self) -> bool {
        let Some((about, read)) = Asked::answer(&mut self.open.reading_snippets) else { return false };
        if let Some(read) = read
            && let Err(error) = self.open.snippets.receive(about, read)
        {
            self.tell_trouble(&error);
        }
        true
    }
}
