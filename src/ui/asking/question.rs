//! What is asked for, where the answer is likely to be, and what an answer leads to.

use std::path::{Path, PathBuf};

use crate::app::{App, Command, ExportChoice, Exported, Notice};
use crate::charts::Format;
use crate::export::ExportFormat;
use crate::model::EntryId;
use crate::review::Document;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Files to open.
    Files,
    /// A folder to open.
    Folder,
    /// Where this record goes.
    SaveTo(EntryId),
    /// The folder for unsaved records without a file.
    SaveAll,
    /// The folder for records without a file, of all that are listed or were edited.
    SaveListed,
    /// Where records go that are exported.
    Export(ExportChoice),
    /// Which library to open.
    Library,
    /// Where a new library is to be.
    NewLibrary,
    /// Where the comparison of two reports goes that was made last.
    Comparison,
    /// Where the picture of this number goes, and as what.
    Picture(usize, Format),
}

/// The file that a command writes, if it writes one that a person has chosen.
pub(super) fn written(command: &Command) -> Option<&Path> {
    match command {
        Command::SaveTo(_, path) | Command::SavePicture(_, path) | Command::SaveComparison(path) => {
            Some(path)
        }
        Command::Export { to, .. } => Some(to),
        _ => None,
    }
}

/// Whether a file is the record's own, which is saved to it again.
pub(super) fn is_own(question: Question, path: &Path, app: &App) -> bool {
    let Question::SaveTo(id) = question else { return false };
    let own = app.document(id).and_then(Document::saved_to);
    own.is_some() && own == path.canonicalize().ok().as_deref()
}

/// What an answered question leads to; nothing for an empty answer.
pub(super) fn command(question: Question, paths: Vec<PathBuf>) -> Option<Command> {
    let first = paths.first()?.clone();
    Some(match question {
        Question::Files | Question::Folder => Command::Open(paths),
        Question::SaveTo(document) => Command::SaveTo(document, with_ending(first, "json")),
        Question::SaveAll => Command::SaveAll { folder: Some(first) },
        Question::SaveListed => Command::SaveListed { folder: Some(first) },
        Question::Library if !first.exists() => Command::Tell(Notice::error(format!(
            "There is no library {}. Choose another, or make one with File → New library.",
            first.display()
        ))),
        Question::Library => Command::OpenLibrary(first),
        // One that is there already is opened: nothing of it is replaced.
        Question::NewLibrary => Command::OpenLibrary(with_ending(first, "chancery")),
        Question::Comparison => Command::SaveComparison(with_ending(first, "html")),
        Question::Picture(number, format) => {
            Command::SavePicture(number, with_ending(first, format.extension()))
        }
        Question::Export(ExportChoice { what, format, contents }) => {
            let (to, format) = export_format(first, format);
            Command::Export { what, to, format, contents }
        }
    })
}

impl Question {
    /// Whether a folder is asked for.
    pub(super) const fn is_of_folder(self) -> bool {
        matches!(self, Self::Folder | Self::SaveAll | Self::SaveListed)
    }
}

/// The folder of an answer, where the next question begins. The bar takes a folder for files, too.
pub(super) fn folder_of(question: Question, paths: &[PathBuf]) -> Option<PathBuf> {
    let first = paths.first()?;
    let folder = if question.is_of_folder() || first.is_dir() { first } else { first.parent()? };
    std::path::absolute(folder).ok().filter(|folder| folder.is_dir())
}

/// The path with this ending if it has none.
fn with_ending(mut path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_none() {
        path.set_extension(ending);
    }
    path
}

/// Where an export goes, and as what: as chosen, unless the ending says otherwise. A bundle of a name without an
/// ending is a folder.
fn export_format(path: PathBuf, chosen: &'static ExportFormat) -> (PathBuf, &'static ExportFormat) {
    let is_packed = ExportFormat::is_packed(&path);
    // What stands before `.zip` may say which bundle it is.
    let named = if is_packed { path.with_extension("") } else { path.clone() };
    match ExportFormat::of_path(&named).filter(|format| format.is_bundle() || !is_packed) {
        Some(format) => (path, format),
        None if chosen.is_bundle() => (path, chosen),
        None => (with_ending(path, chosen.extension), chosen),
    }
}

/// Where a dialog or the bar begins: the path that is likeliest meant. Of a folder it ends in a separator.
pub(super) fn starting_path(question: Question, app: &App) -> Option<PathBuf> {
    let folder = app.settings().last_folder.clone().filter(|folder| folder.is_dir());
    let beside = |document: &Document| document.source().parent().map(PathBuf::from);
    match question {
        Question::Files | Question::Folder | Question::SaveAll | Question::SaveListed => {
            folder.map(|folder| folder.join(""))
        }
        Question::SaveTo(id) => {
            let document = app.document(id)?;
            let saved = document.saved_to().map(PathBuf::from);
            saved.or_else(|| Some(folder.or_else(|| beside(document))?.join(document.suggested_file_name())))
        }
        Question::Export(ExportChoice { what, format, .. }) => {
            let stem = match what {
                Exported::Reviewed => "reviewed".to_owned(),
                Exported::Listed => "listed".to_owned(),
                Exported::Selected => "selected".to_owned(),
                Exported::Shown => app.current()?.record().file_stem(),
                Exported::All => "all".to_owned(),
            };
            let exported_to = app.settings().export_folder.clone().filter(|folder| folder.is_dir());
            Some(exported_to.or(folder)?.join(format.file_name(&stem)))
        }
        Question::Comparison => {
            let stem = app.compared()?.record_here.file_stem();
            Some(folder?.join(format!("{stem}-compared.html")))
        }
        Question::Library => {
            let own = app.library().map(PathBuf::from);
            own.or_else(|| Some(folder?.join("library.chancery")))
        }
        Question::NewLibrary => {
            let beside = app.library().and_then(Path::parent).map(PathBuf::from);
            Some(beside.or(folder)?.join("new.chancery"))
        }
        Question::Picture(number, format) => {
            let hung = app.gallery()?.pictures().nth(number)?;
            Some(folder.unwrap_or_default().join(hung.file_name(format)))
        }
    }
}
