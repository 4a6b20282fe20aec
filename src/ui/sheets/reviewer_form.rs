//! What is typed as the name of who reviews, and what a person decided before it was known.

use crate::app::{Command, Notice, Setting, Until};

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

    /// It is not answered now.
    pub(super) fn put_off(&mut self) {
        self.typed.clear();
    }

    /// What comes of the answer: the name, and what waited for it. Without a name what waited is done all the same, so
    /// that nothing that was typed is lost, and it is said how that stands in records; the question is asked again
    /// before the next decision.
    pub(super) fn end(self) -> Ended {
        let name = self.typed.trim().to_owned();
        if !name.is_empty() {
            let named = Command::Set(Setting::Reviewer(name));
            return Ended::Named(std::iter::once(named).chain(self.waiting).collect());
        }
        let told = Notice::warning(
            "It stands in the record as decided by “reviewer”, because no name was given. You are asked again before \
             the next decision.",
        );
        let told = Notice { until: Until::NextStep, ..told };
        let told = (!self.waiting.is_empty()).then_some(Command::Tell(told));
        Ended::Unnamed(self.waiting.into_iter().chain(told).collect())
    }
}

/// How the question ended, and what is to be done.
pub(super) enum Ended {
    /// With a name.
    Named(Vec<Command>),
    /// Without: nobody is asked again for these.
    Unnamed(Vec<Command>),
}
