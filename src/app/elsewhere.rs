//! What people are called in the other records of the library, for inputs to offer.

use super::App;

/// How many are offered.
const MOST: usize = 8;

/// What was asked last, since an input asks with every frame: how a name begins and whose titles, with the
/// answers.
#[derive(Debug, Default)]
pub(super) struct Elsewhere {
    names: (String, Vec<String>),
    titles: (String, Vec<String>),
}

impl App {
    /// The names in the library that begin so, the most frequent first; none for nothing typed.
    pub fn names_like(&self, beginning: &str) -> Vec<String> {
        let mut elsewhere = self.elsewhere.borrow_mut();
        answer(&mut elsewhere.names, beginning, || self.reader.as_ref()?.names_like(beginning, MOST).ok())
    }

    /// The titles that a person of this name has in other records, the most frequent first.
    pub fn titles_of(&self, name: &str) -> Vec<String> {
        let mut elsewhere = self.elsewhere.borrow_mut();
        answer(&mut elsewhere.titles, name, || self.reader.as_ref()?.titles_of(name, MOST).ok())
    }
}

/// The answer to what was asked before, or to what is asked now.
fn answer(
    last: &mut (String, Vec<String>),
    asked: &str,
    look: impl FnOnce() -> Option<Vec<String>>,
) -> Vec<String> {
    if last.0 != asked {
        let found = if asked.trim().is_empty() { None } else { look() };
        *last = (asked.to_owned(), found.unwrap_or_default());
    }
    last.1.clone()
}
