//! Copies of a library.

use std::path::Path;

use super::{Library, LibraryError, Result};

impl Library {
    /// Copies the library as it stands to another file, which must not be there yet.
    ///
    /// # Errors
    /// If the file is there or cannot be written.
    pub fn back_up(&self, to: &Path) -> Result<()> {
        if to.exists() {
            return Err(LibraryError::Exists(to.to_owned()));
        }
        let name = to.to_string_lossy();
        let done = self.connection.execute("VACUUM INTO ?1", [name.as_ref()]);
        done.map(|_| ()).map_err(|error| LibraryError::of(to, error))
    }
}
