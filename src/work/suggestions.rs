//! What people are called in the other records of the library, and what lies in folders, for inputs to offer. What is
//! asked is looked up in the background; an input offers what is there.

use std::collections::HashMap;
use std::path::{MAIN_SEPARATOR, PathBuf, is_separator};

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
    /// The files and folders whose paths begin so.
    Paths(String),
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
            Suggest::Names(about) | Suggest::Titles(about) | Suggest::Paths(about)
                if about.trim().is_empty() =>
            {
                None
            }
            Suggest::Names(beginning) => work.ask(move |library| library.names_like(&beginning, MOST)),
            Suggest::Titles(name) => work.ask(move |library| library.titles_of(&name, MOST)),
            Suggest::Paths(typed) => {
                // A folder may have changed since it was looked into.
                self.0.retain(|asked, _| !matches!(asked, Suggest::Paths(_)));
                Some(work.background.work(move |_| Ok(paths_like(&typed))))
            }
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

/// How many files and folders are offered.
const MOST_PATHS: usize = 100;

/// The files and folders whose paths begin as is typed, as they would be typed; folders end in a separator. What is
/// hidden is told only to those who type its dot.
fn paths_like(typed: &str) -> Vec<String> {
    let end_of_folder = typed.rfind(is_separator).map_or(0, |at| at + 1);
    let (folder, beginning) = typed.split_at(end_of_folder);
    let Ok(there) = path_of(folder).read_dir() else { return Vec::new() };
    let named = there.flatten().filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let fits = name.to_lowercase().starts_with(&beginning.to_lowercase());
        let is_shown = !name.starts_with('.') || beginning.starts_with('.');
        let is_folder = fits && is_shown && entry.path().is_dir();
        let end = if is_folder { String::from(MAIN_SEPARATOR) } else { String::new() };
        (fits && is_shown).then(|| format!("{folder}{name}{end}"))
    });
    let mut paths: Vec<String> = named.collect();
    paths.sort_unstable();
    paths.truncate(MOST_PATHS);
    paths
}

/// The path that is typed, where `~` stands for the home folder.
fn path_of(typed: &str) -> PathBuf {
    match (typed.strip_prefix('~').filter(|rest| rest.starts_with(is_separator)), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest.trim_start_matches(is_separator)),
        _ => PathBuf::from(typed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_is_begun_is_offered_whole_and_folders_end_in_a_separator() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["talks.txt", "Talks of May.txt", "letter.txt", ".hidden"] {
            std::fs::write(folder.path().join(name), "").expect("a file");
        }
        std::fs::create_dir(folder.path().join("tables")).expect("a folder within");
        let typed = |end: &str| format!("{}{MAIN_SEPARATOR}{end}", folder.path().display());
        assert_eq!(paths_like(&typed("ta")), ["Talks of May.txt", "tables/", "talks.txt"].map(typed));
        assert_eq!(paths_like(&typed("")).len(), 4, "what is hidden is left out");
        assert_eq!(paths_like(&typed(".")), [typed(".hidden")]);
        assert!(paths_like(&typed("no/such/folder")).is_empty() && paths_like("talks").len() < MOST_PATHS);
    }
}
