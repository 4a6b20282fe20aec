//! The file that settings are kept in, in the system's own folder for them.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::StoreError;
use super::read::read;
use super::write::write_file;

/// Names a folder to keep settings in, in place of the system's: for tests and for portable setups.
const FOLDER_VARIABLE: &str = "CHANCERY_CONFIG_DIR";

/// Settings are a few lines; anything larger is some other file.
const LIMIT_BYTES: u64 = 1_000_000;

/// Where settings are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsFile(PathBuf);

/// What was found in a settings file.
#[derive(Debug)]
pub enum Kept<T> {
    /// Settings.
    Found(T),
    /// No file yet.
    None,
    /// A file that could not be understood. It was moved to this place, if that went well.
    Broken(Option<PathBuf>),
}

impl SettingsFile {
    /// The file of this user on this system; none where the system has no such folder.
    pub fn of_user() -> Option<Self> {
        let folder = match std::env::var_os(FOLDER_VARIABLE) {
            Some(folder) => PathBuf::from(folder),
            None => choose_base_strategy().ok()?.config_dir().join("chancery"),
        };
        Some(Self::within(&folder))
    }

    /// The file in this folder.
    pub fn within(folder: &Path) -> Self {
        Self(folder.join("settings.json"))
    }

    /// Reads the settings. A broken file is set aside, so that the next write does not destroy what
    /// somebody may want to mend.
    pub fn read<T: DeserializeOwned>(&self) -> Kept<T> {
        let found = match read(&self.0, LIMIT_BYTES) {
            Ok(bytes) => serde_json::from_slice(&bytes).ok(),
            Err(StoreError::Missing(_)) => return Kept::None,
            Err(_) => None,
        };
        match found {
            Some(settings) => Kept::Found(settings),
            None => {
                let aside = self.0.with_extension("broken.json");
                Kept::Broken(fs::rename(&self.0, &aside).is_ok().then_some(aside))
            }
        }
    }

    /// Writes the settings, making their folder first.
    ///
    /// # Errors
    /// As [`write_file`].
    pub fn write<T: Serialize>(&self, settings: &T) -> Result<(), StoreError> {
        if let Some(folder) = self.0.parent() {
            match fs::create_dir_all(folder) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                    return Err(StoreError::writing(&self.0, error));
                }
                _ => {}
            }
        }
        write_file(&self.0, |out| {
            serde_json::to_writer_pretty(&mut *out, settings)?;
            out.write_all(b"\n")
        })
    }

    /// The file itself.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_and_a_broken_file_is_set_aside() {
        let folder = tempfile::tempdir().unwrap();
        let file = SettingsFile::within(&folder.path().join("new"));
        assert!(matches!(file.read::<Vec<u8>>(), Kept::None));
        file.write(&vec![1, 2]).unwrap();
        assert!(matches!(file.read::<Vec<u8>>(), Kept::Found(found) if found == [1, 2]));
        fs::write(file.path(), "{").unwrap();
        let Kept::Broken(Some(aside)) = file.read::<Vec<u8>>() else { panic!("a broken file was read") };
        assert_eq!(fs::read_to_string(aside).unwrap(), "{");
        assert!(matches!(file.read::<Vec<u8>>(), Kept::None));
    }
}
