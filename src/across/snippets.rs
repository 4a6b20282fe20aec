//! Snippets: what the list shows of each article that was found: the first of the words in their line, and how
//! many there are. Read for the rows that somebody looks at, and kept while the same is searched for.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::model::EntryId;
use crate::store::{Library, LibraryError, Sought};

/// How many letters of the text stand before the words that were found, and how many behind them.
const BEFORE: usize = 20;
const BEHIND: usize = 120;

/// What was found in the text of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The words around the first place, in one line.
    pub line: String,
    /// Which of them were looked for.
    pub found: Range<usize>,
    /// At how many places of the text they stand.
    pub count: usize,
}

/// The snippets of what is searched for now.
#[derive(Debug, Default)]
pub struct Snippets {
    search: String,
    /// Of every article that was asked for; none where the words stand in its record alone.
    known: FxHashMap<EntryId, Option<Snippet>>,
}

/// The snippets of articles, as they are read.
pub type ReadSnippets = Vec<(EntryId, Option<Snippet>)>;

/// Reads the snippets of these articles.
///
/// # Errors
/// If the library cannot be read.
pub fn read_snippets(
    library: &Library,
    search: &str,
    articles: &[EntryId],
) -> Result<ReadSnippets, LibraryError> {
    let Some(sought) = Sought::read(search) else { return Ok(Vec::new()) };
    let read = |id: &EntryId| {
        let text = library.text(*id)?.unwrap_or_default();
        Ok((*id, Snippet::of(&text, &sought)))
    };
    articles.iter().map(read).collect()
}

impl Snippet {
    /// What was found in a text.
    fn of(text: &str, sought: &Sought) -> Option<Self> {
        let places = sought.places_in(text);
        let first = places.first()?.clone();
        let (before, words) = (text.get(..first.start)?, text.get(first.clone())?);
        let behind: String = text.get(first.end..)?.chars().take(BEHIND).collect();
        let mut line = one_line(last_words(before));
        let start = line.len();
        line += &one_line(words);
        let found = start..line.len();
        line += &one_line(&behind);
        Some(Self { line, found, count: places.len() })
    }
}

impl Snippets {
    /// What was found of this in an article, once it was read.
    pub fn of(&self, search: &str, article: EntryId) -> Option<Option<&Snippet>> {
        let known = self.known.get(&article).filter(|_| self.search == search);
        known.map(Option::as_ref)
    }

    /// Keeps what was read of a search. What could not be is not asked for again.
    pub fn receive(
        &mut self,
        (search, articles): (String, Vec<EntryId>),
        read: Result<ReadSnippets, LibraryError>,
    ) -> Result<(), LibraryError> {
        if self.search != search {
            *self = Self { search, known: FxHashMap::default() };
        }
        self.known.extend(articles.into_iter().map(|article| (article, None)));
        read.map(|read| self.known.extend(read))
    }
}

/// The last few words of a text, from the beginning of one, within the last paragraph.
fn last_words(before: &str) -> &str {
    let from = before.char_indices().rev().nth(BEFORE - 1).map_or(0, |(at, _)| at);
    let last = before.get(from..).unwrap_or_default();
    let begins = if from == 0 { 0 } else { last.find(char::is_whitespace).map_or(0, |at| at + 1) };
    let last = last.get(begins..).unwrap_or_default();
    last.rsplit("\n\n").next().unwrap_or_default()
}

/// Words with single spaces between them, and at their ends where they had some.
fn one_line(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter.is_whitespace() || letter.is_control() {
            true if line.ends_with(' ') => {}
            true => line.push(' '),
            false => line.push(letter),
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snippet(text: &str, search: &str) -> Option<(String, String, usize)> {
        let snippet = Snippet::of(text, &Sought::read(search).unwrap())?;
        Some((snippet.line.get(snippet.found.clone())?.to_owned(), snippet.line, snippet.count))
    }

    #[test]
    fn a_snippet_tells_the_first_place_in_its_line_and_counts_them_all() {
        let text = "Headline\n\nThe ministers from both countries spoke of the harbour\nline and of ferries.\n\nThe harbour is closed.";
        let (found, line, count) = snippet(text, "harbour ").unwrap();
        assert_eq!((found.as_str(), count), ("harbour", 2));
        assert_eq!(line, "spoke of the harbour line and of ferries. The harbour is closed.");
        assert_eq!(snippet(text, "ministers").unwrap().1.split(' ').next(), Some("The"), "not the headline");
        assert_eq!(snippet(text, "grain"), None);
    }

    #[test]
    fn no_letter_is_cut_whatever_stands_around() {
        for text in ["日本語の文".repeat(40) + " harbour " + &"é".repeat(300), "harbour".to_owned()] {
            assert_eq!(snippet(&text, "harbour").unwrap().0, "harbour");
        }
    }
}
