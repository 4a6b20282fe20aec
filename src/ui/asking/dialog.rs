//! The system's own dialogs. Built on the window's thread, shown on one of their own.

use std::path::PathBuf;

use super::question::{Question, starting_path};
use crate::app::{App, ExportChoice, Exported, extensions_to_open};
use crate::review::Document;

/// The dialog for a question, ready to be shown.
pub fn dialog(question: Question, app: &App) -> rfd::FileDialog {
    let mut dialog = rfd::FileDialog::new().set_title(title(question));
    let start = starting_path(question, app);
    let folder = start.as_deref().and_then(|path| if path.is_dir() { Some(path) } else { path.parent() });
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    match question {
        Question::Files => dialog
            .add_filter("Articles, records and libraries", &extensions_to_open())
            .add_filter("All files", &["*"]),
        Question::Folder | Question::SaveAll | Question::SaveListed => dialog,
        Question::SaveTo(id) => {
            let name = app.document(id).map(Document::suggested_file_name).unwrap_or_default();
            dialog.add_filter("Record", &["json"]).set_file_name(name)
        }
        Question::Library => dialog.add_filter("Library", &["chancery"]),
        Question::NewLibrary => dialog.add_filter("Library", &["chancery"]).set_file_name("library.chancery"),
        Question::Comparison => {
            let name = start.as_deref().and_then(|path| path.file_name()).unwrap_or_default();
            dialog.add_filter("Page", &["html"]).set_file_name(name.to_string_lossy())
        }
        Question::Picture(_, format) => {
            let name = start.as_deref().and_then(|path| path.file_name()).unwrap_or_default();
            dialog.add_filter(format.label(), &[format.extension()]).set_file_name(name.to_string_lossy())
        }
        Question::Export(ExportChoice { format, .. }) => {
            let name = start.as_deref().and_then(|path| path.file_name()).unwrap_or_default();
            let ending = if format.is_bundle() { "zip" } else { format.extension };
            dialog.add_filter(format.label, &[ending]).set_file_name(name.to_string_lossy())
        }
    }
}

/// Shows the dialog and waits for what the person says; nothing for a dialog that was put away.
pub fn answer(question: Question, dialog: rfd::FileDialog) -> Vec<PathBuf> {
    match question {
        Question::Files => dialog.pick_files().unwrap_or_default(),
        Question::Folder | Question::SaveAll | Question::SaveListed => {
            dialog.pick_folder().into_iter().collect()
        }
        Question::Library => dialog.pick_file().into_iter().collect(),
        Question::NewLibrary
        | Question::SaveTo(_)
        | Question::Export(_)
        | Question::Comparison
        | Question::Picture(..) => dialog.save_file().into_iter().collect(),
    }
}

fn title(question: Question) -> &'static str {
    match question {
        Question::Files => "Open articles or records",
        Question::Folder => "Open a folder of articles",
        Question::SaveTo(_) => "Save record",
        Question::SaveAll => "Folder for unsaved records without a file",
        Question::SaveListed => "Save all that is listed or edited: folder for records without a file",
        Question::Export(choice) => match choice.what {
            Exported::Reviewed => "Export reviewed records",
            Exported::Listed => "Export all records listed",
            Exported::Selected => "Export selected records",
            Exported::Shown => "Export the record that is shown",
            Exported::All => "Export all records of the library",
        },
        Question::Library => "Open a library",
        Question::NewLibrary => "New library",
        Question::Comparison => "Save comparison",
        Question::Picture(..) => "Save picture",
    }
}
