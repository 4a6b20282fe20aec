//! Saving all: every record of the library that is listed or was edited, to its own file or as a new one in
//! a folder. Records are taken out of the library one by one as they are written, in the background.

use std::path::{Path, PathBuf};

use super::notice::Notice;
use super::state::App;
use crate::model::EntryId;
use crate::review::Document;
use crate::store::Unfiled;
use crate::work::{Asked, Target, Write};

impl App {
    /// Whether a folder is to be chosen for records that have no file of their own. It is asked for once.
    pub fn take_folder_wanted(&mut self) -> bool {
        std::mem::take(&mut self.open.saving.lacks_folder)
    }

    /// Saves what is listed or was edited. What has no file goes to the folder.
    pub(super) fn save_listed(&mut self, folder: Option<PathBuf>) {
        let task = self.open.work.survey_when_kept(|library| library.unfiled());
        self.open.saving.looking = Some(Asked::new(folder, task));
    }

    /// Receives what there is to save.
    pub(super) fn receive_to_save(&mut self) -> bool {
        let Some((folder, unfiled)) = Asked::answer(&mut self.open.saving.looking) else { return false };
        match unfiled {
            Some(Ok(unfiled)) => self.save_unfiled(folder.as_deref(), unfiled),
            Some(Err(error)) => self.tell_trouble(&error),
            None => {}
        }
        true
    }

    fn save_unfiled(&mut self, folder: Option<&Path>, unfiled: Vec<Unfiled>) {
        let Some(from) = self.open.work.path().map(Path::to_owned) else { return };
        let listed = self.listed_as_found();
        let is_to_save = |unfiled: &Unfiled| unfiled.is_edited || listed.has(unfiled.id);
        let unfiled: Vec<Unfiled> = unfiled.into_iter().filter(is_to_save).collect();
        if unfiled.is_empty() {
            self.tell(Notice::info("Every record that is listed or was edited is in its file."));
        }
        // Nothing is written before the person has said where all of it goes.
        if folder.is_none() && unfiled.iter().any(|unfiled| unfiled.saved_to.is_none()) {
            self.open.saving.lacks_folder = true;
            return;
        }
        for Unfiled { id, saved_to, .. } in unfiled {
            let to = match (saved_to, folder) {
                (Some(path), _) => Target::Own(path),
                (None, Some(folder)) => Target::NewIn { folder: folder.to_owned() },
                (None, None) => continue,
            };
            match self.document(id) {
                Some(_) => self.write_record(id, to),
                None => {
                    let Some(library) = self.open.work.writer().to_library().cloned() else { return };
                    self.open.work.files.write(Write::Kept { id, to, from: from.clone(), library });
                }
            }
        }
    }

    /// A record was written that was not in memory, with so many steps of its history.
    pub(super) fn receive_filed(&mut self, id: EntryId, position: usize, path: PathBuf) {
        let batch = self.open.work.files.batch();
        batch.saved += 1;
        batch.last_saved = Some(path.clone());
        // If somebody has edited it meanwhile, what is in the file is older.
        let is_as_written =
            |document: &&mut Document| document.history().position() == position && document.is_kept();
        if let Some(document) = self.document_mut(id).filter(is_as_written) {
            let record = document.record().clone();
            document.written(record, path);
            let unkept = document.take_unkept();
            self.open.work.keep(unkept);
        }
    }
}
