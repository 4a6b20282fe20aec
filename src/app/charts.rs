//! Charts: made of all articles of the library, or of those that are listed, in the background, and shown until
//! the list has changed.

use std::path::PathBuf;
use std::sync::Arc;

use super::notice::Notice;
use super::open::surfaces::{Charts, Shown};
use super::state::App;
use crate::across::{Picked, gallery, pick};
use crate::charts::{Format, Gallery, Selection};
use crate::store::Found;
use crate::work::{Asked, Write};

impl App {
    /// The charts of the articles that are listed; none before they were asked for.
    pub fn gallery(&self) -> Option<&Gallery> {
        self.open.charts.shown.as_ref().map(|shown| &*shown.gallery)
    }

    /// Whether the charts are not of the list as it stands, and nobody is making others.
    pub fn wants_gallery(&self) -> bool {
        let Charts { shown, making, .. } = &self.open.charts;
        let is_present = |shown: &Shown| shown.revision == self.open.listing.revision;
        making.is_none() && !shown.as_ref().is_some_and(is_present)
    }

    /// Makes the charts of what is listed.
    pub(super) fn make_charts(&mut self) {
        if !self.wants_gallery() {
            return;
        }
        let (only, tables) = (self.listed_if_narrowed(), self.tables);
        let task = self.open.work.survey(move |library, _| gallery(library, only.as_ref(), &tables()));
        self.open.charts.making = Some(Asked::new(self.open.listing.revision, task));
    }

    /// Narrows the list to what a part of a chart stands for.
    pub(super) fn pick(&mut self, label: String, selection: Selection) {
        let (only, tables) = (self.listed_if_narrowed(), self.tables);
        let task =
            self.open.work.survey(move |library, _| pick(library, only.as_ref(), &tables(), &selection));
        self.open.charts.picking = Some(Asked::new(label, task));
    }

    fn listed_if_narrowed(&self) -> Option<Found> {
        self.open.listing.narrows().then(|| self.listed_as_found())
    }

    pub(super) fn listed_as_found(&self) -> Found {
        self.open.listing.fitting.clone()
    }

    pub(super) fn receive_charts(&mut self) -> bool {
        let picked = self.receive_picked();
        let Some((revision, made)) = Asked::answer(&mut self.open.charts.making) else { return picked };
        match made {
            Some(Ok(gallery)) => {
                self.open.charts.shown = Some(Shown { gallery: Arc::new(gallery), revision });
            }
            Some(Err(error)) => self.tell_trouble(&error),
            None => {}
        }
        true
    }

    fn receive_picked(&mut self) -> bool {
        let Some((label, found)) = Asked::answer(&mut self.open.charts.picking) else { return false };
        match found {
            Some(Ok(found)) => {
                self.open.listing.picked = Some(Picked { label, found });
                self.open.listing.refresh(&self.open.catalog);
            }
            Some(Err(error)) => self.tell_trouble(&error),
            None => {}
        }
        true
    }

    /// Writes a picture to a file, as its ending says.
    pub(super) fn save_picture(&mut self, number: usize, to: PathBuf) {
        let format = Format::ALL.iter().copied().find(|format| {
            to.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(format.extension()))
        });
        let gallery = self.open.charts.shown.as_ref().map(|shown| shown.gallery.clone());
        match (format, gallery) {
            (Some(format), Some(gallery)) => {
                self.open.work.files.write(Write::Picture { gallery, number, format, to })
            }
            _ => {
                let text = format!("{} was not saved: a picture is an .svg or a .png file.", to.display());
                self.tell(Notice::error(text).about(&to));
            }
        }
    }
}
