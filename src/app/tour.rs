//! The tour: what a review is made of, one step after the other, on whatever article is open. A step
//! is done when the person has done it; nobody has to press "next".

use super::actions::Action;
use super::command::Command;
use super::settings::{Keymap, Setting};
use super::state::App;
use crate::model::{EntryId, ReviewStatus, Ruling};
use crate::review::Document;

/// A step of the tour.
#[derive(Debug)]
pub struct TourStep {
    /// What to do and what it is good for. The id of an action in braces stands for its key.
    words: &'static str,
    /// Whether it was done.
    done: fn(&Document) -> bool,
}

/// The steps, in order.
const STEPS: &[TourStep] = &[
    TourStep {
        words: "Everything on the right is proposed from the words that are marked here. Press {next_field} to go \
                from value to value; the words of each light up.",
        done: |document| document.focus().is_some(),
    },
    TourStep {
        words: "If the words say so, press {accept}: the value is confirmed, and the next one comes.",
        done: |document| rulings(document).any(|ruling| ruling == Ruling::Confirmed),
    },
    TourStep {
        words: "If they do not, press {edit_field} and type what is right, a day as you would say it. Or reject \
                the value with {rule_out}.",
        done: |document| {
            rulings(document).any(|ruling| matches!(ruling, Ruling::Corrected | Ruling::RuledOut))
        },
    },
    TourStep {
        words: "What is missing is added from the text: select its words with the pointer and press P for a participant, \
                C for a commitment, D for the date, L for the place.",
        done: |document| document.tally().added > 0,
    },
    TourStep {
        words: "{undo} undoes what you did last, and {history} shows every step. Try it.",
        done: |document| document.can_redo().is_some(),
    },
    TourStep {
        words: "When you have seen enough, {accept_rest} confirms what is left, and {reviewed_and_next} marks the record \
                reviewed and opens the next. {keys} lists all keys.",
        done: |document| document.status() == ReviewStatus::Reviewed,
    },
];

fn rulings(document: &Document) -> impl Iterator<Item = Ruling> {
    document.record().evidenced().map(|(_, _, ruling)| ruling)
}

impl TourStep {
    /// What to do, with the keys that actions have.
    pub fn words(&self, keys: &Keymap) -> String {
        let mut parts = self.words.split(['{', '}']).enumerate();
        parts.by_ref().fold(String::new(), |said, (place, part)| {
            let key = Action::named(part).filter(|_| place % 2 == 1);
            let key =
                key.map(|action| keys.keys_of(action).first().map_or(action.label, |key| *key).to_owned());
            said + key.as_deref().unwrap_or(part)
        })
    }
}

impl App {
    /// The step of the tour that is to be done, its number, and how many there are.
    pub fn tour(&self) -> Option<(&'static TourStep, usize, usize)> {
        let number = self.tour.filter(|_| self.current().is_some())?;
        STEPS.get(number).map(|step| (step, number + 1, STEPS.len()))
    }

    /// Begins the tour, on the samples if nothing is open.
    pub(super) fn begin_tour(&mut self) {
        self.tour = Some(0);
        if self.articles() == 0 {
            self.run(Command::OpenSamples);
        }
    }

    /// Ends the tour; it does not begin again by itself.
    pub(super) fn end_tour(&mut self) {
        if self.tour.take().is_some() && !self.settings.toured {
            self.run(Command::Set(Setting::Toured));
        }
    }

    /// Goes on to the next step, whether this one was done or not.
    pub(super) fn next_tour_step(&mut self) {
        self.tour = self.tour.map(|step| step + 1);
        if self.tour.is_some_and(|step| step >= STEPS.len()) {
            self.end_tour();
        }
    }

    /// A step that was done in the course of a command leads to the next.
    pub(super) fn follow_tour(&mut self, on: Option<EntryId>) {
        let step = self.tour.and_then(|step| STEPS.get(step));
        let document = on.and_then(|id| self.document(id));
        if let (Some(step), Some(document)) = (step, document)
            && (step.done)(document)
        {
            self.next_tour_step();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_names_keys_of_actions() {
        for step in STEPS {
            let words = step.words(&Keymap::default());
            assert!(!words.contains(['{', '}', '_']), "{words}");
        }
        assert!(STEPS[1].words(&Keymap::default()).contains("Alt+Enter"));
    }
}
