//! Opening a library that may be damaged: what can be read of it goes on in a new one.

use std::path::Path;

use super::stored::marks;
use crate::across::Catalog;
use crate::model::Instant;
use crate::store::{Door, Library, LibraryError, Link, Recovery};

/// A library that was opened, with what is in it.
pub struct Shown {
    pub library: Library,
    /// A few facts of every article.
    pub catalog: Catalog,
    /// What people decided about pairs of articles.
    pub links: Vec<Link>,
    /// Whether it was damaged, and what became of it.
    pub recovery: Option<Recovery>,
}

/// Opens a library as the one who writes to it. A damaged one is recovered.
///
/// # Errors
/// As [`Library::open`] and [`Library::recover`].
pub fn open_or_recover(path: &Path, _door: &Door) -> Result<Shown, LibraryError> {
    match open(path, None) {
        Err(LibraryError::Damaged(_)) => open(path, Some(made_anew(path)?)),
        opened => opened,
    }
}

/// Opens a library that was found to be damaged while it was read or written, and recovers it if it is.
///
/// # Errors
/// As [`open_or_recover`].
pub fn reopen(path: &Path) -> Result<Shown, LibraryError> {
    let recovery = if is_damaged(path)? { Some(made_anew(path)?) } else { None };
    open(path, recovery)
}

/// Opens a library as it is, damaged or not.
///
/// # Errors
/// As [`Library::open`].
pub fn open_as_it_is(path: &Path) -> Result<Shown, LibraryError> {
    open(path, None)
}

/// Recovers a library, also one into which somebody has put more than belongs there; none where it is sound.
///
/// # Errors
/// If somebody has it open, nothing can be read of it, or the new library cannot be written.
pub fn recover(path: &Path) -> Result<Option<Recovery>, LibraryError> {
    Library::is_there(path)?;
    let _door = Door::enter(path)?;
    match is_damaged(path) {
        Ok(false) => Ok(None),
        Ok(true) | Err(LibraryError::Foreign { .. }) => made_anew(path).map(Some),
        Err(error) => Err(error),
    }
}

/// Opens a library to read it. One of an earlier version is brought up to date first, unless somebody has it
/// open.
///
/// # Errors
/// As [`Library::open_for_reading`]; and if it is of an earlier version and may not be changed.
pub fn open_to_read(path: &Path) -> Result<Library, LibraryError> {
    match Library::open_for_reading(path, marks) {
        Err(LibraryError::Older(_)) => {
            let _door = Door::enter(path)?;
            Library::open_existing(path, marks)
        }
        opened => opened,
    }
}

fn made_anew(path: &Path) -> Result<Recovery, LibraryError> {
    log::warn!("{}: the library is damaged and is made anew", path.display());
    let recovery = Library::recover(path, Instant::now().day(), marks)?;
    log::warn!("{recovery}");
    Ok(recovery)
}

/// Whether making it anew may mend it.
fn is_damaged(path: &Path) -> Result<bool, LibraryError> {
    match Library::open_existing(path, marks).and_then(|library| library.check()) {
        Ok(wrong) => Ok(!wrong.is_empty()),
        Err(LibraryError::Damaged(_) | LibraryError::NotALibrary(_)) => Ok(true),
        Err(error) => Err(error),
    }
}

fn open(path: &Path, recovery: Option<Recovery>) -> Result<Shown, LibraryError> {
    Ok(Shown { recovery, ..Shown::of(Library::open(path, marks)?)? })
}

impl Shown {
    /// Reads what is in a library.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn of(library: Library) -> Result<Self, LibraryError> {
        // Straight into what is kept of them: entries of a whole library would take more than that.
        let mut catalog = Catalog::default();
        library.entries(|entry| catalog.put(entry))?;
        let links = library.links()?;
        Ok(Self { library, catalog, links, recovery: None })
    }
}
