//! Exporting: which records, what of them, and what that comes to. The writing itself is a job.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::command::Exported;
use super::notice::Notice;
use super::save::owns;
use super::state::App;
use crate::across::Show;
use crate::export::{Contents, ExportFormat, Preview};
use crate::model::{EntryId, Record};
use crate::review::Document;
use crate::work::{Asked, Export, ExportRun, Write};

impl App {
    /// How many records would be exported.
    pub fn to_export(&self, what: Exported) -> usize {
        match what {
            // Where nothing is selected together there is nothing to choose.
            Exported::Selected if self.several() == 0 => 0,
            _ => self.exported(what).len(),
        }
    }

    /// What an export would hold, once it is known.
    pub fn export_preview(&self, what: Exported, contents: Contents) -> Option<&Preview> {
        let looked = (what, contents, self.open.listing.revision);
        self.open.exporting.preview.as_ref().filter(|(of, _)| *of == looked).map(|(_, preview)| preview)
    }

    /// The records that are exported.
    pub(super) fn exported(&self, what: Exported) -> Vec<EntryId> {
        let (listing, catalog) = (&self.open.listing, &self.open.catalog);
        let all = |show: Show| catalog.rows().iter().filter(move |row| show.holds(row)).map(|row| row.id);
        match what {
            Exported::Reviewed => all(Show::Reviewed).collect(),
            Exported::Listed => listing.records(catalog),
            Exported::Selected => listing.records_at_hand(catalog),
            Exported::Shown => self.current().map(Document::id).into_iter().collect(),
            Exported::All => all(Show::All).collect(),
        }
    }

    /// What the library does not have yet is taken as it stands here.
    pub(super) fn in_memory(&self) -> BTreeMap<EntryId, Arc<Record>> {
        self.documents().map(|document| (document.id(), document.record().clone())).collect()
    }

    /// Looks what an export would hold, unless that is known or being looked at.
    pub(super) fn preview_export(&mut self, what: Exported, contents: Contents) {
        let looked = (what, contents, self.open.listing.revision);
        let is_known = self.export_preview(what, contents).is_some();
        if is_known || self.open.exporting.looking.as_ref().is_some_and(|looking| looking.about == looked) {
            return;
        }
        let (ids, in_memory) = (self.exported(what), self.in_memory());
        let export = Export { ids, in_memory, format: ExportFormat::DEFAULT, contents };
        let task = self.open.work.survey(move |library, cancel| Ok(export.preview(library, cancel)));
        self.open.exporting.looking = Some(Asked::new(looked, task));
    }

    /// Receives what an export would hold.
    pub(super) fn receive_export_preview(&mut self) -> bool {
        let Some((looked, preview)) = Asked::answer(&mut self.open.exporting.looking) else { return false };
        match preview {
            Some(Ok(Ok(preview))) => self.open.exporting.preview = Some((looked, preview)),
            Some(Err(error)) => self.tell_trouble(&error),
            Some(Ok(Err(error))) => {
                self.tell(Notice::error(format!("The export cannot be previewed: {error}")))
            }
            None => {}
        }
        true
    }

    /// Writes records into a file, or into several.
    pub(super) fn export(
        &mut self,
        what: Exported,
        to: PathBuf,
        format: &'static ExportFormat,
        contents: Contents,
    ) {
        let ids = self.exported(what);
        // Its own file, too: an export in the place of a record is not that record any more.
        let owner = self.documents().find(|document| owns(document, &to));
        let refused = if ids.is_empty() {
            Some(match what {
                Exported::Reviewed => "no record is reviewed yet. Review one, then export again".to_owned(),
                Exported::Listed | Exported::Selected => "no article is listed".to_owned(),
                Exported::Shown => "no article is shown".to_owned(),
                Exported::All => "there is no article in the library".to_owned(),
            })
        } else {
            owner.map(|owner| format!("the file belongs to “{}”. Choose another name", owner.title()))
        };
        if let Some(reason) = refused {
            self.tell(Notice::error(format!("{} was not exported: {reason}.", to.display())).about(&to));
            return;
        }
        let Some(library) = self.open.work.path().map(Path::to_owned) else { return };
        let export = Export { ids, in_memory: self.in_memory(), format, contents };
        let run = ExportRun::of(&export);
        self.open.work.files.write(Write::Export { library, export, to, run });
    }
}
