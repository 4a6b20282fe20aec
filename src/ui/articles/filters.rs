//! What the window keeps of the filters of the list from frame to frame: what is typed, what is shown whole,
//! and the choices as they were counted.

use std::collections::HashSet;
use std::rc::Rc;

use egui::Id;

use crate::across::{Facet, FacetOption};
use crate::app::App;

/// The facets, each with its choices.
pub type Choices = Vec<(Facet, Vec<FacetOption>)>;

/// What the window keeps of the filters from frame to frame.
#[derive(Debug, Default)]
pub struct Filters {
    /// Whether they are shown.
    pub is_open: bool,
    /// What is typed to find a choice.
    pub(super) typed: String,
    /// Whether the first choice that was found is to get the keyboard.
    pub(super) wants_first: bool,
    /// What is typed for saved searches.
    pub(super) search_names: SearchNames,
    /// The facets that show all their choices.
    pub(super) whole: HashSet<Facet>,
    /// The choices, and the revision of the list that they are of.
    counted: Option<(u64, Rc<Choices>)>,
    /// Whether an article that was counted has several contacts.
    pub(super) has_several_contacts: bool,
}

impl Filters {
    /// The choices as the list stands, counted when that has changed.
    pub fn choices(&mut self, app: &App) -> Rc<Choices> {
        let now = app.list_revision();
        let known = self.counted.take().filter(|(then, _)| *then == now);
        if known.is_none() {
            self.has_several_contacts = app.catalog().rows().iter().any(|row| row.is_one_of_several);
        }
        let (_, choices) = self.counted.insert(known.unwrap_or_else(|| (now, Rc::new(app.facets()))));
        choices.clone()
    }
}

/// What is typed for saved searches.
#[derive(Debug, Default)]
pub struct SearchNames {
    /// The name that the search is about to be saved under.
    pub(super) new: String,
    /// The search that is being renamed, and its new name.
    pub(super) renamed: Option<(String, String)>,
    /// The input that is to get the keyboard once it is there.
    pub(super) wants_keyboard: Option<Id>,
}
