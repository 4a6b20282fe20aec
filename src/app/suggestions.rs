//! What people are called in the other records of the library, for inputs to offer. What is asked is looked up
//! in the background; an input offers what is there.

use super::state::App;
use crate::store::LibraryError;
use crate::work::Task;

/// How many are offered.
const MOST: usize = 8;

/// What is asked of the other records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suggest {
    /// The names that begin so.
    Names(String),
    /// The titles of a person of this name.
    Titles(String),
}

/// What was asked last, with the answers.
#[derive(Debug, Default)]
pub(super) struct Suggestions {
    names: Suggested,
    titles: Suggested,
}

/// A question, and what is known of its answer.
#[derive(Debug, Default)]
struct Suggested {
    about: String,
    answer: Vec<String>,
    task: Option<Task<Result<Vec<String>, LibraryError>>>,
}

impl Suggestions {
    fn of<'w>(&mut self, what: &'w Suggest) -> (&mut Suggested, &'w str) {
        match what {
            Suggest::Names(beginning) => (&mut self.names, beginning),
            Suggest::Titles(name) => (&mut self.titles, name),
        }
    }
}

impl App {
    /// What the other records have, the most frequent first; nothing before it was asked for, by
    /// [`Command::Suggest`](super::Command::Suggest).
    pub fn suggested(&self, what: &Suggest) -> &[String] {
        let Suggestions { names, titles } = &self.open.suggestions;
        let (asked, about) = match what {
            Suggest::Names(beginning) => (names, beginning),
            Suggest::Titles(name) => (titles, name),
        };
        if asked.about == *about { &asked.answer } else { &[] }
    }

    /// Whether this was not asked last.
    pub fn wants_suggestions(&self, what: &Suggest) -> bool {
        let Suggestions { names, titles } = &self.open.suggestions;
        match what {
            Suggest::Names(beginning) => names.about != *beginning,
            Suggest::Titles(name) => titles.about != *name,
        }
    }

    /// Looks it up.
    pub(super) fn suggest(&mut self, what: Suggest) {
        if !self.wants_suggestions(&what) {
            return;
        }
        let task = match &what {
            Suggest::Names(about) | Suggest::Titles(about) if about.trim().is_empty() => None,
            Suggest::Names(beginning) => {
                let beginning = beginning.clone();
                self.open.ask(move |library| library.names_like(&beginning, MOST))
            }
            Suggest::Titles(name) => {
                let name = name.clone();
                self.open.ask(move |library| library.titles_of(&name, MOST))
            }
        };
        let (asked, about) = self.open.suggestions.of(&what);
        *asked = Suggested { about: about.to_owned(), answer: Vec::new(), task };
    }

    pub(super) fn receive_suggestions(&mut self) -> bool {
        let Suggestions { names, titles } = &mut self.open.suggestions;
        let mut anything = false;
        for asked in [names, titles] {
            // What cannot be looked up is not offered: it is a help, no more.
            if let Some(Ok(answer)) = Task::answer(&mut asked.task) {
                asked.answer = answer;
                anything = true;
            }
        }
        anything
    }
}
