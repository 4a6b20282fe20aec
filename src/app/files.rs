//! The files of an article, shown by the desktop; and the article in a line, to be copied.

use std::path::{Path, PathBuf};

use super::notice::Notice;
use super::state::App;
use crate::across::Row;
use crate::model::counted;
use crate::work::open_by_desktop;

impl App {
    /// The folder of the file that the article which is shown came from, if it came from one.
    pub fn folder_of_shown(&self) -> Option<PathBuf> {
        let source = self.current()?.source();
        source.is_absolute().then(|| source.parent().map(Path::to_owned))?
    }

    /// Has the desktop open a file or folder.
    pub(super) fn show_by_desktop(&mut self, path: &Path) {
        if let Err(error) = open_by_desktop(path) {
            let text = format!("{} cannot be shown: {error}.", path.display());
            self.tell(Notice::error(text).about(path));
        }
    }

    /// Copies what is selected, or else what is shown: the title of each article, who and when.
    pub(super) fn copy_articles(&mut self) {
        let line = |row: &Row| {
            let summary = self.catalog().summary(row);
            if summary.is_empty() { row.title.to_string() } else { format!("{} ({summary})", row.title) }
        };
        let mut lines: Vec<String> = self.selected().map(line).collect();
        if lines.is_empty() {
            lines.extend(self.shown().and_then(|id| self.row(id)).map(line));
        }
        if !lines.is_empty() {
            let told = format!("Copied the title and facts of {}.", counted(lines.len(), "article"));
            self.open.ledger.copied = Some(lines.join("\n"));
            self.tell(Notice::info(told));
        }
    }
}
