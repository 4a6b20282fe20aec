//! The history of a record: every step as the record before and after it.
//!
//! Steps share what they did not change (the article above all), so keeping whole records is cheap,
//! and taking a step back is putting the earlier record in place.

use std::sync::Arc;

use super::field::Field;
use crate::model::{Instant, Record};

/// One step that can be taken back.
#[derive(Clone, Debug)]
pub struct Change {
    made: Made,
    /// The text that was being typed. Further typing in it belongs to the same step.
    typing: Option<Typing>,
    before: Arc<Record>,
    after: Arc<Record>,
}

/// What a step is called, and when it was made; libraries of earlier versions did not keep when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What it did, for people.
    pub label: String,
    /// When.
    pub at: Option<Instant>,
}

impl Change {
    /// What it is called, and when it was made.
    pub fn made(&self) -> &Made {
        &self.made
    }

    /// The record before it.
    pub fn before(&self) -> &Arc<Record> {
        &self.before
    }

    /// The record after it.
    pub fn after(&self) -> &Arc<Record> {
        &self.after
    }

    /// Whether the article has another text after it.
    pub fn changes_text(&self) -> bool {
        let (before, after) = (&self.before.article, &self.after.article);
        !Arc::ptr_eq(before, after) && before.text != after.text
    }
}

/// Which text of a record is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    /// The field that the text is in; none for the headline and the notes.
    pub field: Option<Field>,
    /// Which of the field's texts.
    pub part: &'static str,
}

/// The steps of a record, of which the last may have been taken back.
#[derive(Clone, Debug, Default)]
pub struct History {
    steps: Vec<Change>,
    /// How many of the steps are in effect.
    position: usize,
    /// Whether typing may still join the last step.
    open: bool,
    /// How many of the first steps stand in the library as they stand here.
    stored: usize,
}

/// What the library does not have yet of a history.
#[derive(Clone, Debug)]
pub struct Unstored {
    /// The record before the first step, if that is among the steps, or if one of these changes the article's text.
    pub base: Option<Arc<Record>>,
    /// Whether any step of the history changes the article's text, so that the base needs its own.
    pub changes_text: bool,
    /// How many of the first steps it has.
    pub stay: usize,
    /// The steps after these.
    pub steps: Vec<Change>,
}

impl History {
    /// A history as the library has it: the record before the first step, what is known of each step
    /// and the record after it, and how many of the steps are in effect. `present` stands for the state in effect.
    pub fn restored(
        base: Arc<Record>,
        states: Vec<(Made, Arc<Record>)>,
        position: usize,
        present: &Arc<Record>,
    ) -> Self {
        let mut before = if position == 0 { present.clone() } else { base };
        let stored = states.len();
        let step = |(at, (made, after)): (usize, (Made, Arc<Record>))| {
            let after = if at + 1 == position { present.clone() } else { after };
            let before = std::mem::replace(&mut before, after.clone());
            Change { made, typing: None, before, after }
        };
        let steps = states.into_iter().enumerate().map(step).collect();
        Self { steps, position, open: false, stored }
    }

    /// The record before its first step; none where nothing was done.
    pub fn first(&self) -> Option<&Arc<Record>> {
        self.steps.first().map(|step| &step.before)
    }

    /// What the library does not have yet; it is taken to have it from now on.
    pub fn take_unstored(&mut self) -> Unstored {
        let stay = self.stored.min(self.steps.len());
        self.stored = self.steps.len();
        let new = self.steps.get(stay..).unwrap_or_default();
        let is_new_base = stay == 0 || new.iter().any(Change::changes_text);
        let base = self.steps.first().filter(|_| is_new_base && !new.is_empty());
        let base = base.map(|first| first.before.clone());
        let changes_text = self.steps.iter().any(Change::changes_text);
        Unstored { base, changes_text, stay, steps: new.to_vec() }
    }

    /// What the next edit starts from: the present record; or, when it goes on typing in the text of
    /// the last step, the record before that step, which is then forgotten.
    pub fn begin(&mut self, present: &Arc<Record>, typing: Option<&Typing>) -> Arc<Record> {
        let last = self.position.checked_sub(1).and_then(|at| self.steps.get(at));
        let joins = |last: &&Change| self.open && typing.is_some() && last.typing.as_ref() == typing;
        let joined = last.filter(joins).map(|last| last.before.clone());
        self.close();
        match joined {
            Some(before) => {
                self.position -= 1;
                self.cut(self.position);
                before
            }
            None => present.clone(),
        }
    }

    /// Adds a step. Steps that were taken back before are gone.
    pub fn add(&mut self, made: Made, typing: Option<Typing>, before: Arc<Record>, after: Arc<Record>) {
        self.cut(self.position);
        self.open = typing.is_some();
        self.steps.push(Change { made, typing, before, after });
        self.position = self.steps.len();
    }

    fn cut(&mut self, length: usize) {
        self.steps.truncate(length);
        self.stored = self.stored.min(length);
    }

    /// No more typing joins the last step.
    pub fn close(&mut self) {
        self.open = false;
    }

    /// Takes a step back: the record before it.
    pub fn undo(&mut self) -> Option<Arc<Record>> {
        self.close();
        let step = self.steps.get(self.position.checked_sub(1)?)?;
        self.position -= 1;
        Some(step.before.clone())
    }

    /// Takes a step again: the record after it.
    pub fn redo(&mut self) -> Option<Arc<Record>> {
        self.close();
        let step = self.steps.get(self.position)?;
        self.position += 1;
        Some(step.after.clone())
    }

    /// Goes to where so many steps are in effect: the record there.
    pub fn go_to(&mut self, position: usize) -> Option<Arc<Record>> {
        self.close();
        let record = match position.checked_sub(1) {
            Some(last) => &self.steps.get(last)?.after,
            None => &self.steps.first()?.before,
        };
        self.position = position;
        Some(record.clone())
    }

    /// What the next undo takes back.
    pub fn can_undo(&self) -> Option<&str> {
        self.steps.get(self.position.checked_sub(1)?).map(|step| step.made.label.as_str())
    }

    /// What the next redo brings back.
    pub fn can_redo(&self) -> Option<&str> {
        self.steps.get(self.position).map(|step| step.made.label.as_str())
    }

    /// All steps, oldest first, those that were taken back among them.
    pub fn steps(&self) -> &[Change] {
        &self.steps
    }

    /// The labels of all steps, oldest first.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().map(|step| step.made.label.as_str())
    }

    /// How many of the steps are in effect.
    pub fn position(&self) -> usize {
        self.position
    }
}
