//! The settings on disk: read when the program starts, written when they change, and the log beside them.

use std::path::PathBuf;

use super::notice::{Level, Notice};
use super::state::App;
use crate::store::{Kept, SettingsFile};
use crate::work::{LOG_FILE_NAME, Write, limit_reading, log_to_file, stop_log_file};

impl App {
    /// The same app with the settings of this file, to which changes of them are written.
    pub fn with_settings_file(mut self, file: SettingsFile) -> Self {
        match file.read() {
            Kept::Found(settings) => self.settings = settings,
            Kept::None => {}
            Kept::Broken(aside) => {
                let kept = aside.map(|aside| format!(" The old file is kept as {}.", aside.display()));
                let text = format!(
                    "The settings in {} could not be read, so Chancery starts with its own.{}",
                    file.path().display(),
                    kept.unwrap_or_default()
                );
                self.tell(Notice::new(Level::Warning, text).about(file.path()));
            }
        }
        self.settings_file = Some(file);
        self.follow_settings();
        self
    }

    /// Writes the settings, if this app keeps them.
    pub(super) fn keep_settings(&mut self) {
        if let Some(file) = self.settings_file.clone() {
            let settings = self.settings.clone();
            self.files.write(Write::Quietly(Box::new(move || file.write(&settings))));
        }
    }

    /// The file that a log is kept in if the person wants one; none where settings are kept nowhere either.
    pub fn log_file(&self) -> Option<PathBuf> {
        Some(self.settings_file.as_ref()?.path().with_file_name(LOG_FILE_NAME))
    }

    /// Tells those who do the work what the settings say.
    pub(super) fn follow_settings(&mut self) {
        limit_reading(self.settings.reading.clamped());
        self.follow_log();
    }

    /// Begins or ends the log file as the settings have it.
    fn follow_log(&mut self) {
        match self.log_file() {
            Some(path) if self.settings.keeps_log => {
                if let Err(error) = log_to_file(&path) {
                    let words = format!("No log is kept: {} cannot be written ({error}).", path.display());
                    self.tell(Notice::warning(words).about(&path));
                }
            }
            _ => stop_log_file(),
        }
    }
}

/// The file in which the desktop window keeps where it was and how wide its panes were: beside the settings.
pub fn window_file() -> Option<PathBuf> {
    SettingsFile::of_user().map(|file| file.path().with_file_name("window.ron"))
}
