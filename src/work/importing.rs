//! One file as it is imported: held in memory or as it comes, in a process apart where that is safer, or as a list of
//! references whose files lie beside it.

use std::io::{self, Read, Seek};
use std::path::Path;
use std::sync::atomic::Ordering;

use super::children::{Unread, children};
use super::named::{ToRead, those_there};
use super::read::{OpenError, Pulse, TableFile};
use crate::import::{self, Found, ImportError, PageBlock, Remark, Source, TableHead};
use crate::lexicon::Lexicon;
use crate::model::{Article, CancelToken, Sha256Hex};
use crate::store::Reading;

/// A file that is imported, and what that takes.
pub(super) struct Import<'i> {
    pub file: &'i ToRead,
    pub lexicon: &'i Lexicon,
    /// Whether nobody waits any more.
    pub cancel: &'i CancelToken,
    /// Counts the bytes that were read.
    pub pulse: &'i Pulse,
}

impl Import<'_> {
    fn path(&self) -> &Path {
        &self.file.path
    }

    /// The name of the file without its folder.
    fn name(&self) -> String {
        name_of(self.path())
    }

    fn failed(&self, error: ImportError) -> OpenError {
        OpenError::Import { path: self.path().to_owned(), error }
    }

    /// Imports the file: held if it is small or has to be, else as it comes. A table of which a person is to say first
    /// which column holds what is not imported; of one that is read as before, that is told first.
    pub fn each(&self, each: &mut dyn FnMut(Result<Article, OpenError>)) -> Result<Vec<Remark>, OpenError> {
        if self.file.said.is_asked && import::is_table(self.path()) {
            self.look(each)?;
        }
        let each = &mut |article| each(Ok(article));
        let mut reading = Reading::begin(self.path())?;
        let mut bytes = Vec::new();
        reading.hold(&mut bytes, import::BEGINNING_BYTES)?;
        if bytes.len() as u64 == import::BEGINNING_BYTES
            && import::is_read_as_it_comes(&self.name(), &bytes, self.file.how())
        {
            return self.as_it_comes(&bytes, reading, each);
        }
        let bytes = hold_all(self.path(), reading, bytes)?;
        self.pulse.store(bytes.len() as u64, Ordering::Relaxed);
        self.held(&bytes, each)
    }

    /// Looks at a table before it is read.
    fn look(&self, each: &mut dyn FnMut(Result<Article, OpenError>)) -> Result<(), OpenError> {
        // What is the matter with one that cannot be looked at is told when it is read.
        let Some(head) = self.head().ok().flatten().filter(TableHead::may_have_text) else { return Ok(()) };
        let path = std::fs::canonicalize(self.path()).unwrap_or_else(|_| self.path().to_owned());
        // What is remembered of columns that are not there is of no use.
        let is_known =
            self.file.said.columns.of(&head.key).is_some_and(|roles| head.missing(roles).is_none());
        let table = Box::new(TableFile { path, head });
        if !is_known {
            return Err(OpenError::AsksColumns(table));
        }
        each(Err(OpenError::AsBefore(table)));
        Ok(())
    }

    /// How the file begins, and which of its columns seem to hold what; none where it is no table.
    pub fn head(&self) -> Result<Option<TableHead>, OpenError> {
        let mut reading = Reading::begin(self.path())?;
        let mut bytes = Vec::new();
        reading.hold(&mut bytes, import::BEGINNING_BYTES)?;
        self.head_of(&mut bytes, reading)
    }

    /// The same of one that begins with these bytes. What has to be held is.
    fn head_of(&self, bytes: &mut Vec<u8>, reading: Reading) -> Result<Option<TableHead>, OpenError> {
        let (name, how) = (self.name(), self.file.how());
        let is_cut = bytes.len() as u64 == import::BEGINNING_BYTES;
        if is_cut && !import::is_read_as_it_comes(&name, bytes, how) {
            *bytes = hold_all(self.path(), reading, std::mem::take(bytes))?;
        }
        if let Some(children) = children().filter(|_| import::is_risky(&name, bytes)) {
            match children.read_head(&name, bytes, how, self.cancel) {
                Err(Unread::Nobody(error)) => self.log_nobody(&error),
                Ok(head) => return Ok(head),
                Err(why) => return self.told(Err(why)).map(|_| None),
            }
        }
        import::table_head(&name, bytes, how, self.lexicon, self.cancel).map_err(|error| self.failed(error))
    }

    /// Imports a file that is held, in a process apart if that is best and the program has such.
    fn held(&self, bytes: &[u8], each: &mut dyn FnMut(Article)) -> Result<Vec<Remark>, OpenError> {
        let (name, how) = (self.name(), self.file.how());
        let here = |each: &mut dyn FnMut(Article)| {
            import::import_as(&name, bytes, how, self.lexicon, self.cancel, each)
                .map_err(|error| self.failed(error))
        };
        let is_risky = || import::is_risky(&name, bytes);
        if import::is_list(self.path()) && !is_risky() {
            return self.list(bytes, each);
        }
        let Some(children) = children().filter(|_| is_risky()) else { return here(each) };
        match children.read(&name, bytes, how, self.cancel, each) {
            Err(Unread::Nobody(error)) => {
                self.log_nobody(&error);
                here(each)
            }
            read => self.told(read),
        }
    }

    /// The same of a file that is not held.
    fn as_it_comes(
        &self,
        beginning: &[u8],
        reading: Reading,
        each: &mut dyn FnMut(Article),
    ) -> Result<Vec<Remark>, OpenError> {
        let (name, size, how) = (self.name(), reading.size, self.file.how());
        let mut source = Counted { reading, pulse: self.pulse };
        let broken = |error: io::Error| self.failed(ImportError::BrokenOff(error.kind()));
        source.begin_again().map_err(broken)?;
        if let Some(children) = children().filter(|_| import::is_risky(&name, beginning)) {
            let taken = self.pulse;
            match children.read_as_it_comes(&name, size, how, &mut source, taken, self.cancel, each) {
                Err(Unread::Nobody(error)) => self.log_nobody(&error),
                read => return self.told(read),
            }
        }
        import::import_source(&name, &mut source, how, self.lexicon, self.cancel, each)
            .map_err(|error| self.failed(error))
    }

    fn log_nobody(&self, error: &io::Error) {
        log::warn!("{}: read without a process of its own: {error}", self.path().display());
    }

    /// What a child told of the file.
    fn told(&self, read: Result<Vec<String>, Unread>) -> Result<Vec<Remark>, OpenError> {
        let path = self.path().to_owned();
        let error = match read {
            Ok(told) => return Ok(told.into_iter().map(Remark::Told).collect()),
            Err(Unread::Crashed(what)) => return Err(OpenError::Crashed { path, what }),
            Err(Unread::TooLong) => return Err(OpenError::TooLong(path)),
            Err(Unread::Ended(megabytes)) => return Err(OpenError::Ended { path, megabytes }),
            Err(Unread::Refused(words)) => ImportError::Told(words),
            Err(Unread::TooMuch) => ImportError::TooMuchWithin,
            Err(Unread::Cancelled) => ImportError::Cancelled,
            Err(Unread::Nobody(error)) => ImportError::BrokenOff(error.kind()),
        };
        Err(self.failed(error))
    }

    /// Reads all that is on the saved pages of the file, in a process apart if the program has such.
    pub fn pages(&self, each: &mut dyn FnMut(Sha256Hex, Vec<PageBlock>)) -> Result<(), OpenError> {
        let (name, how, bytes) = (self.name(), self.file.how(), read_within_limit(self.path())?);
        if let Some(children) = children().filter(|_| import::is_risky(&name, &bytes)) {
            match children.read_pages(&name, &bytes, how, self.cancel, each) {
                Err(Unread::Nobody(error)) => self.log_nobody(&error),
                read => return self.told(read).map(drop),
            }
        }
        import::pages_in(&name, &bytes, how, self.lexicon, self.cancel, each)
            .map_err(|error| self.failed(error))
    }

    /// Imports what a list of references has itself. The files that it names are read by themselves; of those that
    /// are not there it may have abstracts.
    fn list(&self, bytes: &[u8], each: &mut dyn FnMut(Article)) -> Result<Vec<Remark>, OpenError> {
        let mut missing: Vec<String> = Vec::new();
        let take = &mut |found| match found {
            Found::Article(article) => each(article),
            Found::Named(named) => {
                if those_there(self.path(), &named.files).next().is_none() {
                    missing.extend(named.files.into_iter().next());
                    named.instead.into_iter().for_each(&mut *each);
                }
            }
        };
        let read = import::import_all(&self.name(), bytes, self.file.how(), self.lexicon, self.cancel, take);
        let mut remarks = read.map_err(|error| self.failed(error))?;
        let count = missing.len();
        remarks.extend(missing.into_iter().next().map(|first| Remark::NotThere { count, first }));
        Ok(remarks)
    }
}

/// The bytes of a file that has to be held.
pub(super) fn read_within_limit(path: &Path) -> Result<Vec<u8>, OpenError> {
    hold_all(path, Reading::begin(path)?, Vec::new())
}

/// Takes what is left of a file that has to be held. One that is too large is named for what it is.
fn hold_all(path: &Path, mut reading: Reading, bytes: Vec<u8>) -> Result<Vec<u8>, OpenError> {
    let mut bytes = bytes;
    reading.hold(&mut bytes, import::LIMIT_OF_MANY_BYTES + 1)?;
    if bytes.len() as u64 <= import::LIMIT_OF_MANY_BYTES {
        return Ok(bytes);
    }
    let size = reading.size.max(bytes.len() as u64);
    Err(OpenError::Import { path: path.to_owned(), error: import::too_large(&name_of(path), &bytes, size) })
}

/// A file that is read as it comes, with what was read of it counted.
struct Counted<'p> {
    reading: Reading,
    pulse: &'p Pulse,
}

impl Read for Counted<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.reading.read(into)?;
        self.pulse.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

impl Source for Counted<'_> {
    fn begin_again(&mut self) -> io::Result<()> {
        self.pulse.store(0, Ordering::Relaxed);
        self.reading.rewind()
    }
}

/// The name of a file without its folder.
fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
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
