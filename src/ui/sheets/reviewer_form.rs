//! What is typed as the name of who reviews, and what a person decided before it was known.

use crate::app::{Command, Setting};

/// What is typed for a name, and what waits for it.
#[derive(Clone, Debug)]
pub struct ReviewerForm {
    pub(super) typed: String,
    waiting: Vec<Command>,
}

impl ReviewerForm {
    /// The question with the name that the system has for its user.
    pub fn new(of_system: String) -> Self {
        Self { typed: of_system, waiting: Vec::new() }
    }

    /// This is done once there is a name.
    pub fn hold(&mut self, command: Command) {
        self.waiting.push(command);
    }

    /// What waits.
    pub fn into_waiting(self) -> Vec<Command> {
        self.waiting
    }

    /// Whoever lets the question be is called as the input says, or a reviewer like any other: what stands on
    /// the screen is what stands in records.
    pub(super) fn end(self) -> impl Iterator<Item = Command> {
        let name = match self.typed.trim() {
            "" => "reviewer".to_owned(),
            name => name.to_owned(),
        };
        std::iter::once(Command::Set(Setting::Reviewer(name))).chain(self.waiting)
    }
}
