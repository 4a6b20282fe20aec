//! What inputs have asked of the other records of the open library, and what is known of the answers.

use std::collections::HashMap;

use crate::store::LibraryError;
use crate::work::Task;

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
pub(in crate::app) struct Suggestions(pub HashMap<Suggest, Suggested>);

/// What is known of an answer.
#[derive(Debug, Default)]
pub(in crate::app) struct Suggested {
    pub answer: Vec<String>,
    pub task: Option<Task<Result<Vec<String>, LibraryError>>>,
}
