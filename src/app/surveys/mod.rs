//! Surveys: what is made of all articles of the library at once, or of those that are listed. They are made
//! in the background, on a connection of their own, and shown until the library has changed.

mod facts;

pub(super) use facts::{gallery, pick};

use std::path::PathBuf;
use std::sync::Arc;

use super::bulk::Preview;
use super::jobs::Write;
use super::{App, BulkEdit, Format, Found, Gallery, Notice, Selection};

/// What the pictures show, and when it was made.
pub(super) struct Hanging {
    pub gallery: Arc<Gallery>,
    /// The revision of the list that they show.
    pub revision: u64,
}

/// Articles that were picked, whatever they have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// What they have in common: "Malta and Tunisia: 14 meetings".
    pub label: String,
    /// Which they are.
    pub found: Found,
}

/// What a survey is to make.
#[derive(Debug)]
pub(super) enum Wanted {
    /// The pictures.
    Gallery,
    /// The articles that a change of many concerns.
    Concerned(BulkEdit),
    /// The articles that a part of a picture stands for, under this label.
    Pick(String, Selection),
}

/// What a survey has made.
#[derive(Debug)]
pub(super) enum Survey {
    /// The pictures.
    Gallery(Hanging),
    /// What a change of many would come to.
    Concerned(Preview),
    /// Articles.
    Picked(Picked),
}

impl std::fmt::Debug for Hanging {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hanging").field("revision", &self.revision).finish_non_exhaustive()
    }
}

impl App {
    /// The pictures of the articles that are listed; none before they were asked for.
    pub fn gallery(&self) -> Option<&Gallery> {
        self.hanging.as_ref().map(|hanging| &*hanging.gallery)
    }

    /// Whether the pictures are not of the list as it stands, and nobody is making others.
    pub fn wants_gallery(&self) -> bool {
        !self.is_surveyed
            && self.hanging.as_ref().is_none_or(|hanging| hanging.revision != self.listing.revision)
    }

    /// Makes the pictures of what is listed, in the background.
    pub(super) fn hang_pictures(&mut self) {
        if self.wants_gallery() {
            self.survey(Wanted::Gallery);
        }
    }

    /// Narrows the list to what a part of a picture stands for.
    pub(super) fn pick(&mut self, label: String, selection: Selection) {
        self.survey(Wanted::Pick(label, selection));
    }

    /// Looks which of the listed articles a change concerns.
    pub(super) fn look_whom_it_concerns(&mut self, edit: BulkEdit) {
        if !self.is_surveyed {
            self.survey(Wanted::Concerned(edit));
        }
    }

    fn survey(&mut self, wanted: Wanted) {
        let Some((library, _)) = &self.library else { return };
        self.is_surveyed = true;
        let is_of_listed = self.listing.narrows() || matches!(wanted, Wanted::Concerned(_));
        let only = is_of_listed.then(|| self.listed_as_found());
        self.jobs.survey(library.clone(), only, wanted, self.listing.revision);
    }

    pub(super) fn listed_as_found(&self) -> Found {
        let mut found = Found::default();
        self.listed().iter().for_each(|id| found.add(*id));
        found
    }

    pub(super) fn take_survey(&mut self, survey: Survey) {
        match survey {
            Survey::Gallery(hanging) => self.hanging = Some(hanging),
            Survey::Concerned(preview) => self.preview = Some(preview),
            Survey::Picked(picked) => {
                self.listing.picked = Some(picked);
                self.listing.refresh(&self.catalog);
            }
        }
    }

    /// Writes a picture to a file, as its ending says.
    pub(super) fn save_picture(&mut self, number: usize, to: PathBuf) {
        let format = Format::ALL.iter().copied().find(|format| {
            to.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(format.extension()))
        });
        let gallery = self.hanging.as_ref().map(|hanging| hanging.gallery.clone());
        match (format, gallery) {
            (Some(format), Some(gallery)) => self.jobs.write(Write::Picture { gallery, number, format, to }),
            _ => {
                let text = format!("{} was not saved: a picture is an .svg or a .png file.", to.display());
                self.tell(Notice::error(text).about(&to));
            }
        }
    }
}
