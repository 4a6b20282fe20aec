//! What was opened last, files and libraries, to be opened again.

use std::path::{Path, PathBuf};

use super::settings::Settings;
use super::state::App;

/// How many of each are remembered.
const MOST: usize = 12;

impl Settings {
    /// Remembers files and folders that a person has opened, the last first.
    pub(super) fn opened(&mut self, paths: &[PathBuf]) {
        paths.iter().rev().for_each(|path| remember(&mut self.recent_files, path));
    }

    /// Remembers a library.
    pub(super) fn opened_library(&mut self, path: &Path) {
        remember(&mut self.recent_libraries, path);
    }
}

impl App {
    /// Remembers what a person has opened, for *Open recent*. Of a crowd that was dropped the folder says enough.
    pub(super) fn remember_opened(&mut self, paths: &[PathBuf]) {
        let few = paths.get(..paths.len().min(MOST)).unwrap_or_default();
        self.settings.opened(few);
        self.keep_settings();
    }

    /// Remembers the library that is left and the one that is turned to, so that there is a way back.
    pub(super) fn remember_library(&mut self, next: &Path) {
        if let Some(left) = self.library().map(Path::to_owned) {
            self.settings.opened_library(&left);
        }
        self.settings.opened_library(next);
        self.keep_settings();
    }

    /// Files and folders that were opened before, the last first.
    pub fn recent_files(&self) -> &[PathBuf] {
        &self.settings.recent_files
    }

    /// Libraries that were open before, the last first, but for the one that is.
    pub fn recent_libraries(&self) -> impl Iterator<Item = &Path> {
        let other = |path: &&Path| self.library() != Some(*path);
        self.settings.recent_libraries.iter().map(PathBuf::as_path).filter(other)
    }
}

/// Puts a path first, and once.
fn remember(list: &mut Vec<PathBuf>, path: &Path) {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    list.retain(|known| *known != path);
    list.insert(0, path);
    list.truncate(MOST);
}
