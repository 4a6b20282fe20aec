//! Saving: which record goes to which file. The writing itself is a job.

use std::path::{Path, PathBuf};

use super::notice::Notice;
use super::state::App;
use crate::model::EntryId;
use crate::review::Document;
use crate::work::{Target, Write};

impl App {
    /// Saves a record to this file, unless that would destroy an article or another record.
    pub(super) fn save_to(&mut self, id: EntryId, path: PathBuf) {
        match self.file_for_record(path.clone(), id) {
            Ok(path) => self.write_record(id, Target::File(path)),
            Err(reason) => {
                let text = format!("{} was not saved: {reason}", path.display());
                self.tell(Notice::error(text).about(&path));
            }
        }
    }

    /// The file that a record may be written to. A name without an ending gets one, because only
    /// .json files open again as records.
    fn file_for_record(&self, path: PathBuf, id: EntryId) -> Result<PathBuf, String> {
        let path = match path.extension() {
            // That it is a folder is told when it is written.
            _ if path.is_dir() => path,
            Some(ending) if ending.eq_ignore_ascii_case("json") => path,
            Some(_) => return Err("a record is a .json file. Choose a name that ends so.".into()),
            // The person has agreed to replace the file of the name that was typed, not this one.
            None if path.with_extension("json").exists() => {
                return Err("the name with .json is taken. Choose another name.".into());
            }
            None => path.with_extension("json"),
        };
        match self.owner_of(&path, id) {
            Some(owner) => Err(format!("the file belongs to “{}”. Choose another name.", owner.title())),
            None => Ok(path),
        }
    }

    /// Saves a record to its file.
    pub(super) fn save_again(&mut self, id: EntryId) {
        let Some(document) = self.document(id) else { return };
        match document.saved_to() {
            Some(path) => {
                let path = path.to_owned();
                self.write_record(id, Target::Own(path));
            }
            None => {
                let text = format!("“{}” has no file yet. Choose one with Save as.", document.title());
                self.tell(Notice::warning(text));
            }
        }
    }

    /// A record was not saved to the file that its library names: the person is asked where it goes.
    pub(super) fn ask_where(&mut self, id: EntryId, path: &Path) {
        if let Some(document) = self.document_mut(id) {
            document.forget_file();
            let unkept = document.take_unkept();
            self.open.work.keep(unkept);
        }
        let title = self.row(id).map(|row| row.title.to_string()).unwrap_or_default();
        let text = format!(
            "“{title}” was not saved to {}: this Chancery has not saved it there before, or something else is \
             there now. Choose where it goes.",
            path.display()
        );
        self.tell(Notice::warning(text).about(path));
        self.open.homeless.get_or_insert(id);
    }

    /// The record of which the person is to be asked where it goes, once.
    pub fn take_homeless(&mut self) -> Option<EntryId> {
        self.open.homeless.take()
    }

    /// Saves what is unsaved: to its own file, or to a new one in the folder.
    pub(super) fn save_all(&mut self, folder: Option<PathBuf>) {
        let mut homeless = 0;
        let mut writes = Vec::new();
        for document in self.documents().filter(|document| document.is_unfiled()) {
            let to = match (document.saved_to(), &folder) {
                (Some(path), _) => Target::Own(path.to_owned()),
                (None, Some(folder)) => Target::NewIn { folder: folder.clone() },
                (None, None) => {
                    homeless += 1;
                    continue;
                }
            };
            writes.push((document.id(), to));
        }
        for (id, to) in writes {
            self.write_record(id, to);
        }
        if homeless > 0 {
            let text = format!("{homeless} unsaved records have no file yet. Choose a folder for them.");
            self.tell(Notice::warning(text));
        }
    }

    /// Writes a record that is in memory.
    pub(super) fn write_record(&mut self, id: EntryId, to: Target) {
        let Some(library) = self.open.work.writer().to_library().cloned() else { return };
        let Some(document) = self.document(id) else { return };
        let (record, position) = (document.record().clone(), document.history().position());
        self.open.work.files.write(Write::Record { id, record, position, to, library });
    }

    /// The open document that would lose this file if `id` were saved to it.
    fn owner_of(&self, path: &Path, id: EntryId) -> Option<&Document> {
        let is_own = |document: &Document| document.id() == id && document.saved_to() == Some(&*real(path));
        self.documents().filter(|document| !is_own(document)).find(|document| owns(document, path))
    }
}

/// Whether a document came from this file or saves to it.
pub(super) fn owns(document: &Document, path: &Path) -> bool {
    let path = real(path);
    document.source() == path || document.saved_to() == Some(&path)
}

/// The path as documents have theirs: without links, wherever the file is there.
fn real(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}
