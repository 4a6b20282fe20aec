//! What people are called in the other records of the library, for inputs to offer. What is asked is looked up
//! in the background; an input offers what is there.

use std::collections::HashMap;

use super::library_work::LibraryWork;
use super::task::Task;
use crate::store::LibraryError;

/// How many are offered.
const MOST: usize = 8;

/// How many questions are remembered with their answers: more than a record has inputs.
const MOST_ASKED: usize = 64;

/// What is asked of the other records.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Suggest {
    /// The names that begin so.
    Names(String),
    /// The titles of a person of this name.
    Titles(String),
}

/// What was asked while an article is shown.
#[derive(Debug, Default)]
pub struct Suggestions(HashMap<Suggest, Suggested>);

/// What is known of an answer.
#[derive(Debug, Default)]
struct Suggested {
    answer: Vec<String>,
    task: Option<Task<Result<Vec<String>, LibraryError>>>,
}

impl Suggestions {
    /// What the other records have, the most frequent first; nothing before it was asked for.
    pub fn answer(&self, what: &Suggest) -> &[String] {
        self.0.get(what).map_or(&[], |suggested| &suggested.answer)
    }

    /// Whether this was asked already.
    pub fn knows(&self, what: &Suggest) -> bool {
        self.0.contains_key(what)
    }

    /// Looks it up, unless it was asked already.
    pub fn ask(&mut self, what: Suggest, work: &LibraryWork) {
        if self.knows(&what) {
            return;
        }
        let task = match what.clone() {
            Suggest::Names(about) | Suggest::Titles(about) if about.trim().is_empty() => None,
            Suggest::Names(beginning) => work.ask(move |library| library.names_like(&beginning, MOST)),
            Suggest::Titles(name) => work.ask(move |library| library.titles_of(&name, MOST)),
        };
        if self.0.len() >= MOST_ASKED {
            self.0.clear();
        }
        self.0.insert(what, Suggested { answer: Vec::new(), task });
    }

    /// Receives the answers. Says whether there were any.
    pub fn receive(&mut self) -> bool {
        let mut anything = false;
        for suggested in self.0.values_mut() {
            // What cannot be looked up is not offered: it is a help, no more.
            if let Some(Ok(answer)) = Task::answer(&mut suggested.task) {
                suggested.answer = answer;
                anything = true;
            }
        }
        anything
    }
}
