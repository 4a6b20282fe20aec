//! One file as it is imported: read up to a limit, in a process apart where that is safer, or as a list of references
//! whose files lie beside it.

use std::path::{Path, PathBuf};

use super::children::{Unread, children};
use super::named::{ToRead, those_there};
use super::read::OpenError;
use crate::import::{self, Found, ImportError, PageBlock, ReadAs, Remark};
use crate::lexicon::Lexicon;
use crate::model::{Article, CancelToken, Sha256Hex};
use crate::store::{self, StoreError};

/// The bytes of a file. One that is too large is named for what it is, if that tells.
pub(super) fn read_within_limit(path: &Path) -> Result<Vec<u8>, OpenError> {
    store::read(path, import::LIMIT_OF_MANY_BYTES).map_err(|error| {
        let too_large = matches!(error, StoreError::TooLarge { .. });
        let start = too_large.then(|| store::read_start(path, import::START_BYTES).ok()).flatten();
        match start.and_then(|start| import::what_it_is(&start)) {
            Some(error) => OpenError::Import { path: path.to_owned(), error },
            None => error.into(),
        }
    })
}

/// Imports in a process apart what is best read there, if the program has such.
pub(super) fn import_apart(
    file: &ToRead,
    bytes: &[u8],
    lexicon: &Lexicon,
    cancel: &CancelToken,
    each: &mut dyn FnMut(Article),
) -> Result<Vec<Remark>, OpenError> {
    let path = file.path.clone();
    let (name, how) = (name_of(&path), file.how());
    let here = |each: &mut dyn FnMut(Article)| {
        import::import_as(&name, bytes, how, lexicon, cancel, each)
            .map_err(|error| OpenError::Import { path: path.clone(), error })
    };
    let is_risky = || import::is_risky(&name, bytes);
    if import::is_list(&path) && !is_risky() {
        return import_list(&path, bytes, how, lexicon, cancel, each);
    }
    let Some(children) = children().filter(|_| is_risky()) else { return here(each) };
    match children.read(&name, bytes, how, cancel, each) {
        Ok(told) => Ok(told.into_iter().map(Remark::Told).collect()),
        Err(Unread::Nobody(error)) => {
            log::warn!("{}: read without a process of its own: {error}", path.display());
            here(each)
        }
        Err(why) => Err(not_read(path, why)),
    }
}

/// Why a process apart has not read a file.
fn not_read(path: PathBuf, why: Unread) -> OpenError {
    match why {
        Unread::Refused(words) => OpenError::Import { path, error: ImportError::Told(words) },
        Unread::TooMuch => OpenError::Import { path, error: ImportError::TooMuchWithin },
        Unread::Cancelled => OpenError::Import { path, error: ImportError::Cancelled },
        Unread::Crashed(what) => OpenError::Crashed { path, what },
        Unread::TooLong => OpenError::TooLong(path),
        Unread::Ended(megabytes) => OpenError::Ended { path, megabytes },
        Unread::Nobody(error) => OpenError::Crashed { path, what: error.to_string() },
    }
}

/// Reads all that is on the saved pages of a file, in a process apart if the program has such.
pub(super) fn pages_apart(
    file: &ToRead,
    lexicon: &Lexicon,
    cancel: &CancelToken,
    each: &mut dyn FnMut(Sha256Hex, Vec<PageBlock>),
) -> Result<(), OpenError> {
    let path = file.path.clone();
    let (name, how, bytes) = (name_of(&path), file.how(), read_within_limit(&path)?);
    if let Some(children) = children().filter(|_| import::is_risky(&name, &bytes)) {
        match children.read_pages(&name, &bytes, how, cancel, each) {
            Ok(_) => return Ok(()),
            Err(Unread::Nobody(error)) => {
                log::warn!("{}: read without a process of its own: {error}", path.display());
            }
            Err(why) => return Err(not_read(path, why)),
        }
    }
    import::pages_in(&name, &bytes, how, lexicon, cancel, each)
        .map_err(|error| OpenError::Import { path, error })
}

/// The name of a file without its folder.
fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Imports what a list of references has itself. The files that it names are read by themselves; of those that are
/// not there it may have abstracts.
fn import_list(
    path: &Path,
    bytes: &[u8],
    how: ReadAs<'_>,
    lexicon: &Lexicon,
    cancel: &CancelToken,
    each: &mut dyn FnMut(Article),
) -> Result<Vec<Remark>, OpenError> {
    let mut missing: Vec<String> = Vec::new();
    let take = &mut |found| match found {
        Found::Article(article) => each(article),
        Found::Named(named) => {
            if those_there(path, &named.files).next().is_none() {
                missing.extend(named.files.into_iter().next());
                named.instead.into_iter().for_each(&mut *each);
            }
        }
    };
    let read = import::import_all(&name_of(path), bytes, how, lexicon, cancel, take);
    let mut remarks = read.map_err(|error| OpenError::Import { path: path.to_owned(), error })?;
    let count = missing.len();
    remarks.extend(missing.into_iter().next().map(|first| Remark::NotThere { count, first }));
    Ok(remarks)
}

/// Imports words that are in no file.
pub(super) fn import_words(
    path: &Path,
    words: &str,
    lexicon: &Lexicon,
    cancel: &CancelToken,
    each: &mut dyn FnMut(Article),
) -> Result<Vec<Remark>, OpenError> {
    import::import_each(&name_of(path), words.as_bytes(), lexicon, cancel, each)
        .map_err(|error| OpenError::Import { path: path.to_owned(), error })
}
