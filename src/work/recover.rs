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
    let recovery = if is_sound(path) { None } else { Some(made_anew(path)?) };
    open(path, recovery)
}

/// Recovers a library; none where it is sound.
///
/// # Errors
/// If somebody has it open, nothing can be read of it, or the new library cannot be written.
pub fn recover(path: &Path) -> Result<Option<Recovery>, LibraryError> {
    if !path.is_file() {
        return Err(LibraryError::Missing(path.to_owned()));
    }
    let _door = Door::enter(path)?;
    if is_sound(path) { Ok(None) } else { made_anew(path).map(Some) }
}

fn made_anew(path: &Path) -> Result<Recovery, LibraryError> {
    log::warn!("{}: the library is damaged and is made anew", path.display());
    let recovery = Library::recover(path, Instant::now().day(), marks)?;
    log::warn!("{recovery}");
    Ok(recovery)
}

fn is_sound(path: &Path) -> bool {
    let check = Library::open_existing(path, marks).and_then(|library| library.check());
    match check {
        Ok(wrong) => wrong.is_empty(),
        // Only damage is mended by making it anew.
        Err(error) => !matches!(error, LibraryError::Damaged(_) | LibraryError::NotALibrary(_)),
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
