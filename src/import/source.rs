//! Where the bytes of a file come from that is not held in memory: from a disk, or by a pipe, one after another.

use std::cell::RefCell;
use std::io::{self, BufRead, Read, Seek};

use super::error::ImportError;
use super::file::File;
use super::limits::{LONGEST_ENTRY, PART};
use crate::model::{Digest, Sha256Hex};

/// The bytes of a file in their order.
pub trait Source: Read {
    /// Goes back to the first of them.
    ///
    /// # Errors
    /// If they come only once, or reading fails.
    fn begin_again(&mut self) -> io::Result<()>;
}

impl<T: Read + Seek> Source for T {
    fn begin_again(&mut self) -> io::Result<()> {
        self.rewind()
    }
}

/// What comes after the beginning of a large file.
pub(super) struct Rest<'a> {
    source: RefCell<&'a mut dyn Source>,
    /// The digest of what was read so far; none once nobody will ask for it.
    digest: RefCell<Option<Digest>>,
}

impl<'a> Rest<'a> {
    /// What comes after these bytes.
    pub fn after(start: &[u8], source: &'a mut dyn Source) -> Self {
        let mut digest = Digest::default();
        digest.update(start);
        Self { source: RefCell::new(source), digest: RefCell::new(Some(digest)) }
    }

    /// Goes through the whole file once, and back to where its rest begins.
    pub fn survey(&self, start: &[u8], look: &mut dyn FnMut(&[u8])) -> Result<(), ImportError> {
        let mut source = self.source.borrow_mut();
        let mut part = vec![0; PART];
        let mut survey = || {
            source.begin_again()?;
            loop {
                match source.read(&mut part) {
                    Ok(0) => break,
                    Ok(count) => look(part.get(..count).unwrap_or_default()),
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    Err(error) => return Err(error),
                }
            }
            source.begin_again()?;
            let skipped = io::copy(&mut (&mut **source).take(start.len() as u64), &mut io::sink())?;
            if skipped < start.len() as u64 { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
        };
        survey().map_err(|error: io::Error| ImportError::BrokenOff(error.kind()))
    }

    /// Nobody will ask for the digest of the file.
    pub fn forget_digest(&self) {
        self.digest.replace(None);
    }

    /// The digest of the file, which is read to its end for it.
    pub fn digest(&self) -> Result<Sha256Hex, ImportError> {
        io::copy(&mut &*self, &mut io::sink()).map_err(|error| ImportError::BrokenOff(error.kind()))?;
        Ok(self.digest.take().unwrap_or_default().finish())
    }
}

impl Read for &Rest<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.source.borrow_mut().read(into)?;
        if let Some(digest) = self.digest.borrow_mut().as_mut() {
            digest.update(into.get(..count).unwrap_or_default());
        }
        Ok(count)
    }
}

/// Takes what comes next, with the byte that ends it, in the place of what was there before. Says whether there is
/// anything. Of an entry without end the rest comes as the next.
pub(super) fn entry(stream: &mut impl BufRead, end: u8, entry: &mut Vec<u8>) -> Result<bool, ImportError> {
    entry.clear();
    let read = stream.take(LONGEST_ENTRY).read_until(end, entry);
    read.map(|count| count > 0).map_err(|error| ImportError::BrokenOff(error.kind()))
}

/// The bytes of a file from its first on, held or not.
pub(super) struct Stream<'f, 'a> {
    pub file: &'f File<'a>,
    /// How many of the bytes that are held were read.
    pub at: usize,
}

impl Read for Stream<'_, '_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let held = self.file.bytes.get(self.at..).unwrap_or_default();
        match &self.file.rest {
            Some(rest) if held.is_empty() => (&*rest).read(into),
            _ => {
                let count = (&*held).read(into)?;
                self.at += count;
                Ok(count)
            }
        }
    }
}
