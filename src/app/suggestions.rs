//! What people are called in the other records of the library, for inputs to offer. What is asked is looked up
//! in the background; an input offers what is there.

use super::open::suggestions::{Suggest, Suggested};
use super::state::App;
use crate::work::Task;

/// How many are offered.
const MOST: usize = 8;

/// How many questions are remembered with their answers: more than a record has inputs.
const MOST_ASKED: usize = 64;

impl App {
    /// What the other records have, the most frequent first; nothing before it was asked for, by
    /// [`Command::Suggest`](super::Command::Suggest).
    pub fn suggested(&self, what: &Suggest) -> &[String] {
        self.open.suggestions.0.get(what).map_or(&[], |suggested| &suggested.answer)
    }

    /// Whether this was not asked yet.
    pub fn wants_suggestions(&self, what: &Suggest) -> bool {
        !self.open.suggestions.0.contains_key(what)
    }

    /// Looks it up.
    pub(super) fn suggest(&mut self, what: Suggest) {
        if !self.wants_suggestions(&what) {
            return;
        }
        let task = match what.clone() {
            Suggest::Names(about) | Suggest::Titles(about) if about.trim().is_empty() => None,
            Suggest::Names(beginning) => {
                self.open.work.ask(move |library| library.names_like(&beginning, MOST))
            }
            Suggest::Titles(name) => self.open.work.ask(move |library| library.titles_of(&name, MOST)),
        };
        let known = &mut self.open.suggestions.0;
        if known.len() >= MOST_ASKED {
            known.clear();
        }
        known.insert(what, Suggested { answer: Vec::new(), task });
    }

    /// Another article is shown: what was asked is asked anew, since the records may be others by now.
    pub(super) fn forget_suggestions(&mut self) {
        self.open.suggestions.0.clear();
    }

    pub(super) fn receive_suggestions(&mut self) -> bool {
        let mut anything = false;
        for suggested in self.open.suggestions.0.values_mut() {
            // What cannot be looked up is not offered: it is a help, no more.
            if let Some(Ok(answer)) = Task::answer(&mut suggested.task) {
                suggested.answer = answer;
                anything = true;
            }
        }
        anything
    }
}
