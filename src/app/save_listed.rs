//! Saving all: every record of the library that is listed or was edited, to its own file or as a new one in
//! a folder. Records are taken out of the library one by one as they are written, in the background.

use std::path::{Path, PathBuf};

use super::document::Document;
use super::jobs::{Report, Target, Write};
use super::library::marks;
use super::{App, EntryId, Library, LibraryError, Notice, counted};
use crate::store::Unfiled;

/// The records of a library that no file of their own holds as they stand, and where those go that have none.
#[derive(Debug)]
pub(super) struct ToSave {
    /// The library that they are in.
    library: PathBuf,
    folder: Option<PathBuf>,
    unfiled: Result<Vec<Unfiled>, LibraryError>,
}

/// A record that was taken out of the library and written.
#[derive(Debug)]
pub(super) struct Filed {
    /// The library that it is in.
    pub library: PathBuf,
    /// Its article.
    pub id: EntryId,
    /// How many steps of its history are in what was written.
    pub position: usize,
    /// The file.
    pub path: PathBuf,
}

impl App {
    /// Whether a record of the library has no file of its own yet.
    pub fn lacks_files(&self) -> bool {
        self.reader.as_ref().is_some_and(|reader| reader.lacks_files().unwrap_or(true))
    }

    /// Saves what is listed or was edited. What has no file goes to the folder.
    pub(super) fn save_listed(&mut self, folder: Option<PathBuf>) {
        let Some((library, _)) = self.library.clone() else { return };
        self.jobs.when_kept(move || {
            let unfiled = Library::open_for_reading(&library, marks).and_then(|library| library.unfiled());
            Report::ToSave(ToSave { library, folder, unfiled })
        });
    }

    /// What there is to save is known.
    pub(super) fn take_to_save(&mut self, ToSave { library, folder, unfiled }: ToSave) {
        if !self.is_open(&library) {
            return;
        }
        let unfiled = match unfiled {
            Ok(unfiled) => unfiled,
            Err(error) => return self.tell_trouble(&error),
        };
        let listed = self.listed_as_found();
        let mut homeless = 0;
        let mut writes = Vec::new();
        for Unfiled { id, saved_to, is_edited } in unfiled {
            if !is_edited && !listed.has(id) {
                continue;
            }
            let to = match (saved_to, &folder) {
                (Some(path), _) => Target::Own(path),
                (None, Some(folder)) => Target::NewIn { folder: folder.clone() },
                (None, None) => {
                    homeless += 1;
                    continue;
                }
            };
            writes.push(match self.document(id).map(Document::record) {
                Some(record) => Write::Record { id, record: record.clone(), to },
                None => Write::Kept { library: library.clone(), id, to },
            });
        }
        if writes.is_empty() && homeless == 0 {
            self.tell(Notice::info("Every record that is listed or was edited is in its file."));
        }
        writes.into_iter().for_each(|write| self.jobs.write(write));
        if homeless > 0 {
            let text = format!("{} not saved: no folder was chosen for them.", counted(homeless, "record"));
            self.tell(Notice::warning(text));
        }
    }

    /// A record was written that was not in memory: the library is told, unless it is another by now.
    pub(super) fn take_filed(&mut self, Filed { library, id, position, path }: Filed) {
        if !self.is_open(&library) {
            return;
        }
        if let Some(batch) = self.jobs.writing() {
            batch.saved += 1;
            batch.last_saved = Some(path.clone());
        }
        match self.document_mut(id) {
            Some(document) if document.history().position() == position && document.is_kept() => {
                let record = document.record().clone();
                document.written(record, path);
                let change = document.change();
                self.jobs.keep(change);
            }
            // Somebody has edited it meanwhile: what is in the file is older.
            Some(_) => {}
            None => self.jobs.filed(id, position, path),
        }
    }

    fn is_open(&self, library: &Path) -> bool {
        self.library.as_ref().is_some_and(|(open, _)| open == library)
    }
}
